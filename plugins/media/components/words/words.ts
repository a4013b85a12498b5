// Finds the plugin's own sentences. They do not go through Payload's table, so that the plugin works
// without a line in the project's configuration.
import { mediaEn } from './en.ts'

type Widen<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Widen<T[Key]> }

/** The shape of every language's file: one that lacks a sentence does not compile. */
export type MediaWords = Widen<typeof mediaEn>

type Plain<Key extends string> = Key extends `${infer Base}_one` | `${infer Base}_other`
  ? Base
  : Key

/** `upload:title`, `library:uses` …; plural forms by their base. */
export type WordKey = {
  [
    Group in keyof typeof mediaEn & string
  ]: `${Group}:${Plain<keyof (typeof mediaEn)[Group] & string>}`
}[keyof typeof mediaEn & string]

export type Say = (key: WordKey, values?: Record<string, string | number>) => string

const LANGUAGES: Record<string, MediaWords> = { en: mediaEn }

/** @param language as Payload names it; one that is not here speaks English */
export const wordsIn = (language: string): Say => {
  const known = language in LANGUAGES ? language : 'en'
  const plural = new Intl.PluralRules(known)
  return (key, values = {}) => {
    const [group, name] = key.split(':') as [keyof MediaWords, string]
    const table = LANGUAGES[known]![group] as Record<string, string>
    const form = 'count' in values ? `${name}_${plural.select(Number(values.count))}` : name
    const sentence = table[form] ?? table[`${name}_other`] ?? table[name] ?? key
    return sentence.replace(/\{\{(\w+)\}\}/g, (_, slot: string) => String(values[slot] ?? ''))
  }
}
