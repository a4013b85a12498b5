/** The site's own words, by language. Content comes from the tenant; these are the labels around it. */
import { en } from './en.ts'
import { de } from './de.ts'
import { nl } from './nl.ts'
import { it } from './it.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { ja } from './ja.ts'

export type Plural = {
  one: string
  other: string
  few?: string
  many?: string
  two?: string
  zero?: string
}
type Widen<T> = T extends string
  ? string
  : T extends { one: string; other: string }
    ? Plural
    : { [K in keyof T]: Widen<T[K]> }
export type Strings = Widen<typeof en>

export const languages: Record<
  string,
  { label: string; direction: 'ltr' | 'rtl'; strings: Strings }
> = {
  en: { label: 'English', direction: 'ltr', strings: en },
  de: { label: 'Deutsch', direction: 'ltr', strings: de },
  fr: { label: 'Français', direction: 'ltr', strings: fr },
  es: { label: 'Español', direction: 'ltr', strings: es },
  it: { label: 'Italiano', direction: 'ltr', strings: it },
  nl: { label: 'Nederlands', direction: 'ltr', strings: nl },
  pt: { label: 'Português', direction: 'ltr', strings: en },
  pl: { label: 'Polski', direction: 'ltr', strings: en },
  sv: { label: 'Svenska', direction: 'ltr', strings: en },
  da: { label: 'Dansk', direction: 'ltr', strings: en },
  ja: { label: '日本語', direction: 'ltr', strings: ja },
  ar: { label: 'العربية', direction: 'rtl', strings: en },
  he: { label: 'עברית', direction: 'rtl', strings: en },
}

export const languageOf = (locale: string) =>
  languages[locale] ?? { label: locale, direction: 'ltr' as const, strings: en }

/** Fills `{name}` places. */
export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (place, key: string) => String(values[key] ?? place))

/** The right plural form, with the number written the language's way. */
export const plural = (forms: Plural, count: number, locale: string): string => {
  const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms.other
  return fill(form, { count: new Intl.NumberFormat(locale).format(count) })
}
