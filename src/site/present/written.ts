/** In which languages something is written, and in which one it is shown. */
import type { ForeignView } from '../model.ts'
import { languageOf } from '../strings/index.ts'
import type { PresentContext } from './context.ts'

/** Where that is not known, such as in a preview, it counts as written in the language that it is shown in. */
export type Written = readonly string[]

/** What is not written in the site's language is shown in the tenant's main one; null where it is written in it. */
export const foreignIn = (
  written: Written | undefined,
  { locale, mainLocale }: Pick<PresentContext, 'locale' | 'mainLocale'>,
): ForeignView | null =>
  written === undefined || written.includes(locale) || locale === mainLocale
    ? null
    : { code: mainLocale, label: languageOf(mainLocale).label }
