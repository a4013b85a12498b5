// No input makes an answer of the 5xx kind, and every refusal of the API has a code and a sentence. Routes,
// parameters and fields come from the configuration; VITRINE_SEED repeats a run.
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Endpoint } from 'payload'
import { startTarget, tokenFor, type Target } from '../support/attacks.ts'
import { bodies, headers, queries, segments } from '../support/fuzz.ts'
import { IS_FULL } from '../support/inShort.ts'
import { inTurns } from '../support/inTurns.ts'
import { sendAsIs, type OddRequest } from '../support/sendAsIs.ts'

const REQUESTS = IS_FULL ? 50_000 : 5_000
// In short the same every time; `npm run prove` looks elsewhere each time.
const SEED = Number(process.env.VITRINE_SEED ?? (IS_FULL ? Date.now() % 1_000_000 : 1))
const AT_ONCE = 4
const CALLERS = [null, 'editor@client.test', 'owner@stranger.test'] as const

type Sent = OddRequest & { as: (typeof CALLERS)[number] }

let target: Target
let tokenOf: (email: string) => Promise<string>

beforeAll(async () => {
  process.stderr.write(`Odd requests: ${REQUESTS}, seed ${SEED}\n`)
  target = await startTarget()
  tokenOf = tokenFor({ payload: target.payload })
})

afterAll(async () => {
  await target?.stop()
})

type Route = { collection: string | null; method: string; path: string }

/** These would sign the callers out, or lock them out. */
const ENDS_SESSIONS = /\/(logout|login|reset-password|unlock|sessions)|sign-out/

const routesOf = (): Route[] => {
  const { collections, endpoints } = target.payload.config
  const of = (list: false | Endpoint[] | undefined, collection: string | null): Route[] =>
    (list || []).map(({ method, path }) => ({
      collection,
      method: method.toUpperCase(),
      path: `/api${collection ? `/${collection}` : ''}${path === '/' ? '' : path}`,
    }))
  return [
    ...of(endpoints, null),
    ...collections.flatMap((collection) => of(collection.endpoints, collection.slug)),
    { collection: null, method: 'POST', path: '/api/graphql' },
    { collection: null, method: 'GET', path: '/media/:rest' },
    { collection: null, method: 'GET', path: '/api/:nothing' },
  ].filter(({ path }) => !ENDS_SESSIONS.test(path))
}

const requestsTo = (routes: Route[], ids: string[]): fc.Arbitrary<Sent> =>
  fc.constantFrom(...routes).chain(({ collection, method, path }) => {
    const fields = collection
      ? target.payload.collections[collection as 'pages'].config.flattenedFields
      : []
    const names = fields.map(({ name }) => name)
    const parts = path
      .split('/')
      .map((part) => (part.startsWith(':') ? segments(ids) : fc.constant(part)))
    return fc.record({
      as: fc.constantFrom(...CALLERS),
      body: method === 'GET' ? fc.constant(undefined) : bodies(names, ids),
      headers: headers(),
      // Mostly what the route takes.
      method: fc.constantFrom(method, method, method, method, 'HEAD', 'PUT', 'DELETE', 'OPTIONS'),
      path: fc
        .tuple(fc.tuple(...parts), queries(names, ids))
        .map(([segmented, query]) => segmented.join('/') + query),
    })
  })

const send = async ({ as, headers: given, ...sent }: Sent) => {
  const authorization: Record<string, string> = as
    ? { authorization: `JWT ${await tokenOf(as)}` }
    : {}
  return sendAsIs(target.api.url, { ...sent, headers: { ...authorization, ...given } })
}

type Refusal = {
  code?: string
  detail?: string
  errors?: { extensions: { code?: string }; message?: string }[]
}

const isExplained = (text: string): boolean => {
  try {
    const { code, detail, errors } = JSON.parse(text) as Refusal
    // GraphQL has a shape of its own.
    const [first] = code === undefined ? (errors ?? []) : []
    return Boolean(first ? first.extensions.code && first.message : code && detail)
  } catch {
    return false
  }
}

it('no request breaks the server, and every refusal says why', async () => {
  const ids = [target.online.id, target.draft.id, target.world.client.id, target.foreignOnline.id]
  const sent = fc.sample(requestsTo(routesOf(), ids), { numRuns: REQUESTS, seed: SEED })
  const wrong = new Map<string, Sent & { status: number; text: string }>()
  const statuses = new Map<number, number>()
  await inTurns(
    sent,
    async (next) => {
      const { status, text } = await send(next)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      const { pathname } = new URL(next.path, 'http://localhost')
      const isRefusal = status >= 400 && next.method !== 'HEAD' && pathname.startsWith('/api/')
      if (status >= 500 || (isRefusal && !isExplained(text))) {
        const kind = `${status} ${next.method} ${pathname.replace(/[0-9a-f-]{36}/g, ':id')}`
        wrong.set(kind, { ...next, status, text: text.slice(0, 300) })
      }
    },
    AT_ONCE,
  )
  const shown = [...wrong].map(([kind, one]) => [kind, { ...one, body: one.body?.slice(0, 300) }])
  expect({ seed: SEED, wrong: shown }).toEqual({ seed: SEED, wrong: [] })
  // Not everything was refused at the door.
  expect(statuses.get(200)).toBeGreaterThan(REQUESTS / 20)
  // What was refused may close its connection, now and then before the answer was read.
  expect(statuses.get(0) ?? 0).toBeLessThan(REQUESTS / 100)
}, 3_600_000)
