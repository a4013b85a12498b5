// What is confidential is confidential on every path through the API: a word of its own stands in
// every text of every document that is not public, in each of its states, and no answer to anybody
// outside the tenant may carry one.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { SanitizedCollectionConfig } from 'payload'
import { startTarget, type Answer, type Target } from '../support/attacks.ts'
import { plantGarden, type Garden } from '../support/canaries/garden.ts'
import { listsOf, readsOf, wholeListsOf } from '../support/canaries/questions.ts'
import { placeOf, type Word } from '../support/canaries/words.ts'

let target: Target
let garden: Garden

const STRANGERS = [undefined, 'owner@stranger.test']
const EDITOR = 'editor@client.test'
const LONG = 300_000

beforeAll(async () => {
  target = await startTarget()
  garden = await plantGarden({ payload: target.payload, tenant: target.world.client.id })
}, LONG)

afterAll(async () => {
  await target?.stop()
})

const configs = (): SanitizedCollectionConfig[] => target.payload.config.collections
const configOf = (slug: string): SanitizedCollectionConfig =>
  configs().find((config) => config.slug === slug)!

/** The body and every header, `Location` among them. */
const said = ({ body, headers }: Answer): string =>
  `${typeof body === 'string' ? body : JSON.stringify(body)}\n${[...headers].join('\n')}`

/** Asks for all of it; says what was found, and where what may not be. */
const scan = async (as: string | undefined, paths: string[]) => {
  const found = new Set<Word>()
  const leaks: { path: string; said: string[] }[] = []
  for (const path of paths) {
    const answer = await target.api.call({ as, path: `/api/${path}` })
    const words = garden.words.foundIn(said(answer))
    words.forEach((word) => found.add(word))
    // What was asked with may come back.
    const secret = words.filter(({ secrecy, text }) => secrecy === 'secret' && !path.includes(text))
    if (secret.length > 0) {
      leaks.push({ path, said: secret.map(placeOf) })
    }
  }
  return { found, leaks }
}

const missingFrom = (found: Set<Word>, isMeant: (word: Word) => boolean): string[] =>
  garden.words
    .planted()
    .filter((word) => isMeant(word) && !found.has(word))
    .map(placeOf)

it(
  'everything that was planted is there, for the tenant’s own editor',
  async () => {
    const { found } = await scan(EDITOR, configs().flatMap(wholeListsOf))
    expect(missingFrom(found, ({ isUnreadable }) => !isUnreadable)).toEqual([])
    expect(garden.words.planted().length).toBeGreaterThan(500)
  },
  LONG,
)

describe.each(STRANGERS)('asked by %s', (as) => {
  it(
    'no list says a confidential word, in any shape; all that is public is found',
    async () => {
      const { found, leaks } = await scan(
        as,
        configs().flatMap((config) => listsOf(config, target.payload)),
      )
      expect(leaks).toEqual([])
      expect(missingFrom(found, ({ secrecy }) => secrecy === 'public')).toEqual([])
    },
    LONG,
  )

  it(
    'no document does, whatever is asked of it by its id',
    async () => {
      const { leaks } = await scan(
        as,
        [...garden.hidden, ...garden.shown.values()].flatMap(({ collection, id }) =>
          readsOf(configOf(collection), id),
        ),
      )
      expect(leaks).toEqual([])
    },
    LONG,
  )
})
