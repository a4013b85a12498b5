// Words that occur nowhere else, each planted in one place, and the search for them in answers.
import { randomInt } from 'node:crypto'

export type Secrecy =
  /** Everybody may read it. The scan has to find it, or it reads the wrong places. */
  | 'public'
  /** Nobody outside its tenant may learn of it. */
  | 'secret'
  /** It names the client of an anonymised study: public, but not in an answer about that study. */
  | 'veiled'
  /** Planted along with other things. Nothing is said about it. */
  | 'any'

export type Word = {
  text: string
  /** The planted thing that it stands in, such as `people, draft`. */
  of: string
  collection: string
  /** Dotted path of the field, array rows by index. */
  path: string
  /** `null` where the text is the same in every language. */
  locale: string | null
  secrecy: Secrecy
  /** Whether only the server may read it, such as a password. */
  isUnreadable: boolean
}

export type Words = {
  /** A word of that place, the same one each time. It counts once it was planted. */
  reserve: (place: Omit<Word, 'text'>) => string
  /** Counts the words that are in what was stored. */
  plantIn: (stored: unknown) => void
  planted: () => Word[]
  /** With the ids. */
  all: () => Word[]
  /** An id, to be looked for like a word. */
  plantId: (id: string, of: Pick<Word, 'collection' | 'of' | 'secrecy'>) => void
  /** Every word and id in a text, each once. */
  foundIn: (text: string) => Word[]
}

const PATTERN = /zq[a-z0-9]{8}qz|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g
const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** A word that stands nowhere, to compare with. */
export const randomWord = (): string =>
  `zq${Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}qz`

/** @param known Those that were planted already. */
export const createWords = (known: Word[] = []): Words => {
  const reserved = new Map<string, Word>()
  const byText = new Map<string, Word>()
  const planted = new Map(known.map((word) => [word.text, word]))
  return {
    all: () => [...planted.values()],
    reserve: (place) => {
      const key = [place.of, place.path, place.locale].join('\n')
      const word = reserved.get(key) ?? { ...place, text: randomWord() }
      reserved.set(key, word)
      byText.set(word.text, word)
      return word.text
    },
    plantIn: (stored) => {
      for (const [text] of JSON.stringify(stored).matchAll(PATTERN)) {
        const word = byText.get(text)
        if (word) {
          planted.set(text, word)
        }
      }
    },
    planted: () => [...planted.values()].filter(({ path }) => path !== 'id'),
    plantId: (id, of) =>
      void planted.set(id, { ...of, isUnreadable: false, locale: null, path: 'id', text: id }),
    foundIn: (text) => [
      ...new Set(
        [...text.toLowerCase().matchAll(PATTERN)].flatMap(([found]) => planted.get(found) ?? []),
      ),
    ],
  }
}

/** How a finding is reported: the place of the word, not its letters. */
export const placeOf = ({ locale, of, path }: Word): string =>
  `${of}: ${path}${locale === null ? '' : ` (${locale})`}`
