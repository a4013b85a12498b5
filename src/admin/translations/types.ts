// What a translation must contain, derived from the English one: a language that lacks a sentence
// does not compile.
import type { vitrineEn } from './en.ts'
import type { payloadEn } from './enPayload.ts'

type Widen<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Widen<T[Key]> }

/** The shape of every language's file. */
export type VitrineTranslations = Widen<typeof vitrineEn>

/** Payload's own sentences that Vitrine says otherwise. */
export type PayloadSentences = Widen<typeof payloadEn>

type Plain<Key extends string> = Key extends `${infer Base}_one` | `${infer Base}_other`
  ? Base
  : Key

/** `queues:leads`, `clients:open` …; plural forms by their base, chosen through `count`. */
export type VitrineKey = {
  [
    Group in keyof typeof vitrineEn & string
  ]: `${Group}:${Plain<keyof (typeof vitrineEn)[Group] & string>}`
}[keyof typeof vitrineEn & string]

export type Translate = (key: VitrineKey, values?: Record<string, string | number>) => string
