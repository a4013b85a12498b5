// What is confidential is confidential on every path through the API: a word of its own stands in
// every text of every document that is not public, in each of its states, and no answer to anybody
// outside the tenant may carry one.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { SanitizedCollectionConfig } from 'payload'
import { configToSchema } from '@payloadcms/graphql'
import { countOf, idsOf, startTarget, type Answer, type Target } from '../support/attacks.ts'
import { plantGarden, type Garden } from '../support/canaries/garden.ts'
import { queriesOf } from '../support/canaries/graphql.ts'
import { guessesAt, guessesThrough, ordersThrough } from '../support/canaries/oracles.ts'
import type { Plant } from '../support/canaries/plant.ts'
import { listsOf, plainListsOf, readsOf, wholeListsOf } from '../support/canaries/questions.ts'
import { createScanner, type Scanner } from '../support/canaries/scan.ts'
import { placeOf, type Word } from '../support/canaries/words.ts'
import { inShort } from '../support/inShort.ts'
import { mailsTo } from '../support/mail.ts'

let target: Target
let garden: Garden
let scanner: Scanner

const STRANGERS = [undefined, 'owner@stranger.test']
const EDITOR = 'editor@client.test'
const LONG = 300_000

beforeAll(async () => {
  target = await startTarget()
  garden = await plantGarden({ payload: target.payload, tenant: target.world.client.id })
  await target.payload.jobs.run({ limit: 500, queue: 'files' })
  scanner = createScanner({ garden, target })
}, LONG)

afterAll(async () => {
  await target?.stop()
})

const configs = (): SanitizedCollectionConfig[] => target.payload.config.collections
const configOf = (slug: string): SanitizedCollectionConfig =>
  configs().find((config) => config.slug === slug)!

const secretWords = (): Word[] =>
  garden.words
    .planted()
    .filter(({ isUnreadable, secrecy }) => secrecy === 'secret' && !isUnreadable)

const ask = (as: string | undefined, path: string): Promise<Answer> =>
  target.api.call({ as, path: `/api/${path}` })

/** Everything in an answer but the number of the request. */
const comparable = ({ body, status }: Answer, typed: string): unknown => ({
  status,
  body: JSON.parse(
    JSON.stringify(body ?? null, (key, value: unknown) => (key === 'requestId' ? null : value))
      // What was asked with comes back, in the answer to either question.
      .replaceAll(typed, 'TYPED'),
  ) as unknown,
})

it(
  'everything that was planted is there, for the tenant’s own editor',
  async () => {
    const { found } = await scanner.read(EDITOR, configs().flatMap(wholeListsOf))
    expect(scanner.missingFrom(found, ({ isUnreadable }) => !isUnreadable)).toEqual([])
    expect(garden.words.planted().length).toBeGreaterThan(500)
  },
  LONG,
)

it(
  'a right guess is answered to the tenant’s own editor',
  async () => {
    const answered = new Set<string>()
    const words = secretWords()
    for (const config of configs()) {
      for (const { right } of guessesAt(config, words)) {
        if (countOf(await ask(EDITOR, right)) > 0) {
          answered.add(config.slug)
        }
      }
    }
    const planted = new Set(words.map(({ collection }) => collection))
    expect([...answered].sort()).toEqual([...planted].sort())
  },
  LONG,
)

describe.each(STRANGERS)('asked by %s', (as) => {
  const turn = STRANGERS.indexOf(as)
  it(
    'no list says a confidential word, in any shape; all that is public is found',
    async () => {
      const { found, leaks } = await scanner.read(
        as,
        configs().flatMap((config, index) => [
          ...plainListsOf(config),
          ...inShort(listsOf(config, target.payload), turn + index, 48),
        ]),
      )
      expect(leaks).toEqual([])
      expect(scanner.missingFrom(found, ({ secrecy }) => secrecy === 'public')).toEqual([])
    },
    LONG,
  )

  it(
    'no document does, whatever is asked of it by its id',
    async () => {
      const { leaks } = await scanner.read(
        as,
        [...garden.hidden, ...garden.shown.values()].flatMap(({ collection, id }, index) =>
          inShort(readsOf(configOf(collection), id), turn + index, 16),
        ),
      )
      expect(leaks).toEqual([])
    },
    LONG,
  )

  it(
    'no GraphQL query does',
    async () => {
      const { schema } = configToSchema(target.payload.config)
      const found = new Set<Word>()
      const wrong: unknown[] = []
      for (const query of queriesOf(schema)) {
        const answer = await target.graphql({ as, query })
        garden.words.foundIn(JSON.stringify(answer.body)).forEach((word) => found.add(word))
        const leaked = scanner.leaksIn(answer, query)
        if (leaked.length > 0 || answer.status >= 500) {
          wrong.push({ query: query.slice(0, 120), status: answer.status, leaked })
        }
      }
      expect(wrong).toEqual([])
      // Most of what is public is there: the queries are not just refused.
      const missing = scanner.missingFrom(
        found,
        ({ locale, secrecy }) => secrecy === 'public' && locale === null,
      )
      expect(missing).toEqual([])
    },
    LONG,
  )

  it(
    'no filter, count or order tells a right guess from a wrong one',
    async () => {
      const words = secretWords()
      const wrong: unknown[] = []
      const guesses = configs().flatMap((from) => [
        ...guessesAt(from, words),
        ...configs().flatMap((to) => guessesThrough(from, to, words)),
      ])
      for (const guess of inShort(guesses, turn, 48)) {
        const [right, other] = [await ask(as, guess.right), await ask(as, guess.wrong)]
        const seen = (answer: Answer) => ({
          status: answer.status,
          count: countOf(answer),
          ids: idsOf(answer),
        })
        if (JSON.stringify(seen(right)) !== JSON.stringify(seen(other))) {
          wrong.push({ path: guess.right.slice(0, 160), right: seen(right), wrong: seen(other) })
        }
      }
      expect(guesses.length).toBeGreaterThan(100)
      expect(wrong).toEqual([])
    },
    LONG,
  )

  it(
    'no order follows another document of the tenant',
    async () => {
      const own = new Set([...garden.shown.values()].map(({ id }) => id))
      const wrong: unknown[] = []
      const words = secretWords()
      const orders = configs().flatMap((from) =>
        configs().flatMap((to) => ordersThrough(from, to, words)),
      )
      for (const path of inShort(orders, turn, 48)) {
        const answer = await ask(as, path)
        if (idsOf(answer).some((id) => own.has(id))) {
          wrong.push({ path, status: answer.status })
        }
      }
      expect(orders.length).toBeGreaterThan(10)
      expect(wrong).toEqual([])
    },
    LONG,
  )

  it('no search finds a confidential study', async () => {
    const titles = secretWords().filter(
      ({ collection, path }) => collection === 'case-studies' && path === 'title',
    )
    let answered = 0
    for (const { text } of titles) {
      const path = `case-studies/search?q=${text}`
      expect({ path, found: idsOf(await ask(as, path)) }).toEqual({ path, found: [] })
      answered += idsOf(await ask(EDITOR, path)).length
    }
    expect(answered).toBeGreaterThan(3)
    expect(titles.length).toBeGreaterThan(10)
  })

  it(
    'a write to a confidential document is answered like one to nothing',
    async () => {
      const wrong: unknown[] = []
      for (const [index, { collection, id, name }] of garden.hidden.entries()) {
        const nothing = randomUUID()
        for (const { method, path = '' } of inShort(WRITES, turn + index, 16)) {
          const at = (one: string) => `${collection}/${one}${path}`
          const write = (one: string) =>
            target.api.call({ as, body: { title: 'x' }, method, path: `/api/${at(one)}` })
          const [right, other] = [await write(id), await write(nothing)]
          const leaked = scanner.leaksIn(right, at(id))
          const isSame =
            JSON.stringify(comparable(right, id)) === JSON.stringify(comparable(other, nothing))
          if (leaked.length > 0 || !isSame || right.status < 400) {
            wrong.push({ name, method, path, leaked, right: right.body, other: other.body })
          }
        }
      }
      expect(wrong).toEqual([])
    },
    LONG,
  )

  it('a redirect leads to nothing that is confidential', async () => {
    const { docs } = await target.payload.find({
      collection: 'redirects',
      overrideAccess: true,
      pagination: false,
    })
    const wrong: unknown[] = []
    for (const { from } of docs) {
      const path = `redirects/lookup?tenant=client&path=${encodeURIComponent(from)}`
      const answer = await ask(as, path)
      const study = garden.hidden.find(({ slugs }) => slugs.some((slug) => from.endsWith(slug)))
      // Documented: an unlisted or protected study answers to its old URL.
      const isShared = study?.state === 'unlisted' || study?.state === 'password'
      // And a redirect is told to whoever asks for exactly its URL.
      const leaked = isShared
        ? []
        : scanner.leaksIn(answer, path).filter((place) => !place.startsWith('redirects, '))
      if (leaked.length > 0 || (isShared && answer.status !== 200)) {
        wrong.push({ from, state: study?.state, status: answer.status, leaked })
      }
    }
    expect(docs.length).toBeGreaterThan(5)
    expect(wrong).toEqual([])
  })

  it('no file of what is confidential is sent, by its name or by its address', async () => {
    const sent: unknown[] = []
    for (const plant of [...garden.hidden, ...garden.shown.values()].filter(isFile)) {
      const { filename, url } = (await target.payload.findByID({
        collection: plant.collection,
        id: plant.id,
        overrideAccess: true,
      })) as { filename?: string | null; url?: string | null }
      const unsigned = new URL(url ?? '', target.api.url).pathname
      for (const path of [`/api/${plant.collection}/file/${filename}`, unsigned]) {
        const { status } = await target.api.call({ as, path })
        if (status === 200) {
          sent.push(`${plant.state} ${path === unsigned ? 'by address' : 'by name'}`)
        }
      }
    }
    // A public file has both. A file that only a link shows has a name with 64 random bits, which the
    // page that shows it tells; see collections/shared/uploads.ts.
    expect([...new Set(sent)].sort()).toEqual([
      'password by name',
      'public by address',
      'public by name',
      'unlisted by name',
    ])
  })

  it('a study that does not name its client is answered without one of the client’s words', async () => {
    const { anonymised, named } = garden.veiled
    const said = async (by: string | undefined, { collection, id }: Plant): Promise<Word[]> => {
      const { found } = await scanner.read(by, readsOf(configOf(collection), id))
      return [...found]
    }
    const isVeiled = ({ secrecy }: Word) => secrecy === 'veiled'
    expect((await said(as, anonymised)).filter(isVeiled).map(placeOf)).toEqual([])
    expect((await said(EDITOR, anonymised)).filter(isVeiled).length).toBeGreaterThan(10)
    // Nor does its client’s other study lead to it.
    const isOfAnonymised = ({ of }: Word) => of === anonymised.name
    expect((await said(as, named)).filter(isOfAnonymised).map(placeOf)).toEqual([])
    expect((await said(EDITOR, named)).filter(isOfAnonymised).length).toBeGreaterThan(1)
  })
})

const isFile = ({ collection }: Plant): boolean => Boolean(configOf(collection).upload)

const WRITES: { method: string; path?: string }[] = [
  { method: 'PATCH' },
  { method: 'PATCH', path: '?draft=true&autosave=true' },
  { method: 'DELETE' },
  { method: 'POST', path: '/duplicate' },
]

it('no email says a confidential word', async () => {
  await target.api.call({
    as: 'owner@client.test',
    body: { email: 'somebody@elsewhere.test', role: 'editor', tenant: target.world.client.id },
    method: 'POST',
    path: '/api/invitations',
  })
  await target.api.call({
    body: { email: 'owner@stranger.test' },
    method: 'POST',
    path: '/api/users/forgot-password',
  })
  for (const address of ['somebody@elsewhere.test', 'owner@stranger.test']) {
    const mails = await mailsTo(address)
    expect(mails.length).toBeGreaterThan(0)
    expect(mails.flatMap((eml) => garden.words.foundIn(eml))).toEqual([])
  }
})
