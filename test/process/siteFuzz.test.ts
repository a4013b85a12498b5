// No URL of a site or of the admin, however it is written, makes an answer of the 5xx kind or leads to another host;
// and HEAD says what GET does. VITRINE_SEED repeats a run.
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { logIn, startTarget, type Target } from '../support/attacks.ts'
import { siteRoutes } from '../support/canaries/sitePaths.ts'
import { bodies, headers, queries, segments } from '../support/fuzz.ts'
import { IS_FULL } from '../support/inShort.ts'
import { makeDataDir, startServerOn, type ServerProcess } from '../support/process.ts'
import { inTurns } from '../support/inTurns.ts'
import { sendAsIs, type OddAnswer, type OddRequest } from '../support/sendAsIs.ts'

const REQUESTS = IS_FULL ? 5_000 : 300
const SEED = Number(process.env.VITRINE_SEED ?? (IS_FULL ? Date.now() % 1_000_000 : 1))

const dataDir = makeDataDir()
let target: Target
let server: ServerProcess
let token: string

beforeAll(async () => {
  process.stderr.write(`Odd requests to sites: ${REQUESTS}, seed ${SEED}\n`)
  target = await startTarget()
  const { payload, world } = target
  await payload.create({
    collection: 'pages',
    data: { tenant: world.client.id, title: 'About', slug: 'about', _status: 'published' } as never,
  })
  token = await logIn({ payload, email: 'editor@client.test' })
  server = await startServerOn(target.databaseUrl, dataDir)
  // The first page somebody opens chooses the language, and leads to itself in it.
  await fetch(`${server.url}/admin`, { headers: { cookie: `payload-token=${token}` } })
}, 600_000)

afterAll(async () => {
  server?.child.kill('SIGTERM')
  await server?.exit
  await target?.stop()
  rmSync(dataDir, { force: true, recursive: true })
}, 60_000)

/** Each with odd and with right things in the place of what it names. */
const SITES = ['/client', '/client/de', '/client/en', '/', '/nobody', '/client/', '//client']
const ADMIN = [
  '/admin/:slug',
  '/admin/collections/:slug',
  '/admin/collections/case-studies/:slug',
  '/admin/collections/:slug/create',
]
const OTHERS = ['/preview/:slug', '/sites/path/client/en', '/_next/:slug', '/.well-known/:slug']

const routes = async (): Promise<string[]> => [
  ...(await siteRoutes()).flatMap((route) => SITES.map((site) => `${site}${route}`)),
  ...ADMIN,
  ...OTHERS,
]

const requests = async (): Promise<fc.Arbitrary<OddRequest>> => {
  const slugs = ['client-online', 'client-draft', 'about', target.online.id]
  const named = (route: string) =>
    fc
      .tuple(
        ...route
          .split('/')
          .map((part) => (part.startsWith(':') ? segments(slugs) : fc.constant(part))),
      )
      .map((parts) => parts.join('/'))
  return fc.constantFrom(...(await routes())).chain((route) =>
    fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'POST', 'OPTIONS').chain((method) =>
      fc.record({
        body:
          method === 'POST'
            ? bodies(['name', 'message', 'password'], slugs)
            : fc.constant(undefined),
        headers: fc
          .tuple(
            headers(),
            fc.constantFrom<Record<string, string>>(
              {},
              { rsc: '1' },
              { cookie: `payload-token=${token}` },
            ),
          )
          .map(([odd, more]) => ({ ...odd, ...more })),
        method: fc.constant(method),
        path: fc
          .tuple(named(route), queries(['page', 'service'], slugs))
          .map((both) => both.join('')),
      }),
    ),
  )
}

const faultOf = ({ headers: { location }, status }: OddAnswer): string | undefined =>
  status >= 500
    ? `answers ${status}`
    : location?.startsWith('/sites/') || location?.startsWith('//')
      ? `leads to ${location}`
      : undefined

it('is answered, or refused with a reason', async () => {
  const wrong: unknown[] = []
  const statuses = new Map<number, number>()
  const all = fc.sample(await requests(), { numRuns: REQUESTS, seed: SEED })
  await inTurns(
    all,
    async (sent) => {
      const answer = await sendAsIs(server.url, sent)
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      const fault = faultOf(answer)
      if (fault) {
        wrong.push({ ...sent, fault, text: answer.text.slice(0, 200) })
      }
      if (sent.method === 'GET' && answer.status < 400) {
        const head = await sendAsIs(server.url, { ...sent, method: 'HEAD' })
        if (head.status !== answer.status || head.text !== '') {
          wrong.push({ ...sent, fault: `HEAD answers ${head.status}, GET ${answer.status}` })
        }
      }
    },
    3,
  )
  expect({ seed: SEED, wrong }).toEqual({ seed: SEED, wrong: [] })
  // Not everything was refused at the door.
  expect(statuses.get(200)).toBeGreaterThan(REQUESTS / 20)
}, 3_600_000)
