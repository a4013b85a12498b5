// Asks, reads the whole answer, and says which planted words are in it that may not be.
import type { Answer, Target } from '../attacks.ts'
import { forNobody } from '../forNobody.ts'
import type { Garden } from './garden.ts'
import { placeOf, type Word } from './words.ts'

export type Scan = { found: Set<Word>; leaks: { path: string; said: string[] }[] }

export type Scanner = {
  /** Reads paths below `/api`. */
  read: (as: string | undefined, paths: string[]) => Promise<Scan>
  /** Reads one answer to what was asked with these words, which may come back. */
  leaksIn: (answer: Answer, asked: string) => string[]
  /** Planted words that were not found, by their place. */
  missingFrom: (found: Set<Word>, isMeant: (word: Word) => boolean) => string[]
}

export const createScanner = ({ garden, target }: { garden: Garden; target: Target }): Scanner => {
  const leaksIn = (answer: Answer, asked: string): string[] =>
    garden.words
      .foundIn(said(answer))
      .filter(({ secrecy, text }) => secrecy === 'secret' && !asked.includes(text))
      .map(placeOf)
  return {
    leaksIn,
    missingFrom: (found, isMeant) =>
      garden.words
        .planted()
        .filter((word) => isMeant(word) && !found.has(word))
        .map(placeOf),
    read: async (as, paths) => {
      const found = new Set<Word>()
      const leaks: Scan['leaks'] = []
      for (const path of as ? paths : paths.map(forNobody)) {
        const answer = await target.api.call({ as, path: `/api/${path}` })
        garden.words.foundIn(said(answer)).forEach((word) => found.add(word))
        const leaked = leaksIn(answer, path)
        if (leaked.length > 0) {
          leaks.push({ path, said: leaked })
        }
      }
      return { found, leaks }
    },
  }
}

/** The body and every header, `Location` among them. */
const said = ({ body, headers }: Answer): string =>
  `${typeof body === 'string' ? body : JSON.stringify(body)}\n${[...headers].join('\n')}`
