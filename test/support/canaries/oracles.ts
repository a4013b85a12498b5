// Questions that would tell a confidential word without saying it: filters, counts and orders, each
// beside the same question with words that stand nowhere.
import type { FlattenedField, SanitizedCollectionConfig } from 'payload'
import { referencesOf } from './questions.ts'
import { randomWord, type Word } from './words.ts'

export type Guess = {
  /** Paths below `/api`: with confidential words, and with others. */
  right: string
  wrong: string
}

const MOST_WORDS = 40

/** Guesses at the words of a collection, by each of its fields. */
export const guessesAt = (config: SanitizedCollectionConfig, words: Word[]): Guess[] =>
  [...byField(config, words)].flatMap(([path, ofField]) => [
    guess(ofField, (texts) => `${config.slug}/count?${anyOf(path, 'like', texts)}`),
    ...(isName(config, path)
      ? [
          guess(ofField, (texts) => `${config.slug}?limit=100&${oneOf(path, texts)}`),
          guess(
            ofField,
            (texts) => `${config.slug}/versions?${anyOf(`version.${path}`, 'equals', texts)}`,
          ),
        ]
      : []),
  ])

/** Guesses at names through each reference that leads to the collection. */
export const guessesThrough = (
  from: SanitizedCollectionConfig,
  to: SanitizedCollectionConfig,
  words: Word[],
): Guess[] =>
  namesThrough({ from, to, words }).map(([path, ofField]) =>
    guess(ofField, (texts) => `${from.slug}/count?${anyOf(path, 'like', texts)}`),
  )

/** Orders by the name of another document. */
export const ordersThrough = (
  from: SanitizedCollectionConfig,
  to: SanitizedCollectionConfig,
  words: Word[],
): string[] =>
  namesThrough({ from, to, words }).map(([path]) => `${from.slug}?limit=100&sort=${path}`)

const namesThrough = ({
  from,
  to,
  words,
}: {
  from: SanitizedCollectionConfig
  to: SanitizedCollectionConfig
  words: Word[]
}): [string, Word[]][] =>
  pathsTo(from, to.slug).flatMap((reference) =>
    [...byField(to, words)]
      .filter(([path]) => isName(to, path))
      .map(([path, ofField]): [string, Word[]] => [`${reference}.${path}`, ofField]),
  )

/** What a document is called by. */
const isName = ({ admin }: SanitizedCollectionConfig, path: string): boolean =>
  path === 'slug' || path === admin.useAsTitle

const pathsTo = ({ flattenedFields }: SanitizedCollectionConfig, to: string): string[] =>
  referencesOf(flattenedFields).flatMap(({ path, relationTo }) =>
    relationTo.includes(to) && relationTo.length === 1 ? path : [],
  )

const guess = (words: Word[], ask: (texts: string[]) => string): Guess => {
  const texts = words.slice(0, MOST_WORDS).map(({ text }) => text)
  return { right: ask(texts), wrong: ask(texts.map(randomWord)) }
}

const anyOf = (path: string, operator: string, texts: string[]): string =>
  texts.map((text, index) => `where[or][${index}][${path}][${operator}]=${text}`).join('&')

const oneOf = (path: string, texts: string[]): string => `where[${path}][in]=${texts.join(',')}`

const known = new WeakMap<Word[], Map<string, Map<string, Word[]>>>()

/** Words by the path under which a filter knows their field; rich text is one field. */
const byField = (
  { flattenedFields, slug }: SanitizedCollectionConfig,
  words: Word[],
): Map<string, Word[]> => {
  const ofWords = known.get(words) ?? new Map<string, Map<string, Word[]>>()
  known.set(words, ofWords)
  const done = ofWords.get(slug)
  if (done) {
    return done
  }
  const found = new Map<string, Word[]>()
  ofWords.set(slug, found)
  for (const word of words) {
    const path = word.collection === slug ? filterPath(flattenedFields, word.path.split('.')) : null
    if (path !== null) {
      found.set(path, [...(found.get(path) ?? []), word])
    }
  }
  return found
}

const filterPath = (fields: FlattenedField[], [name, ...rest]: string[]): string | null => {
  const field = fields.find((one) => one.name === name)
  if (!field) {
    return name !== undefined && /^\d+$/.test(name) ? filterPath(fields, rest) : null
  }
  if (field.type === 'richText' || !('flattenedFields' in field)) {
    return field.name
  }
  const inner = filterPath(field.flattenedFields, rest)
  return inner === null ? null : `${field.name}.${inner}`
}
