// What readers get while studies are published and taken down at random, from two processes on one database. The
// process that took something down never serves it again; the other one turns, once, and never back. A process that
// does not hear of changes believes nothing of what it has.
import { rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import fc from 'fast-check'
import pg from 'pg'
import { createStudy } from '../support/content.ts'
import { IS_FULL } from '../support/inShort.ts'
import { startPayload } from '../support/payload.ts'
import { makeDataDir, startServerOn, type ServerProcess } from '../support/process.ts'
import { createWorld, PASSWORD } from '../support/tenants.ts'

const CHANGES = IS_FULL ? 200 : 40
const STUDIES = 6
/** Each a hundredth of a second after the one before. */
const MOST_LOOKS = 500

const SEED = Number(process.env.VITRINE_SEED ?? Date.now() % 1_000_000)

type Study = { id: string; slug: string; title: string; state: State }
/** What readers meet at its address. */
type State = 'open' | 'gone' | 'locked'

const dataDir = makeDataDir()
let servers: [ServerProcess, ServerProcess]
let owner: pg.Client
let token: string
let studies: Study[]

beforeAll(async () => {
  process.env.DATA_DIR = dataDir
  const running = await startPayload()
  const { payload } = running
  const { client } = await createWorld({ payload })
  studies = []
  for (let index = 0; index < STUDIES; index += 1) {
    const title = `Study ${index}`
    const { id, slug } = await createStudy({ payload, tenant: client.id, title })
    studies.push({ id, slug, title, state: 'open' })
  }
  owner = new pg.Client({ connectionString: running.databaseUrl })
  await owner.connect()
  await running.stop()
  servers = await Promise.all([
    startServerOn(running.databaseUrl, dataDir),
    startServerOn(running.databaseUrl, dataDir),
  ])
  const login = await fetch(`${servers[0].url}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'editor@client.test', password: PASSWORD }),
  })
  ;({ token } = (await login.json()) as { token: string })
}, 400_000)

afterAll(async () => {
  for (const { child, exit } of servers ?? []) {
    child.kill('SIGTERM')
    await exit
  }
  await owner?.end()
  rmSync(dataDir, { force: true, recursive: true })
})

const change = async (server: ServerProcess, { id }: Study, data: object): Promise<void> => {
  const response = await fetch(`${server.url}/api/case-studies/${id}`, {
    method: 'PATCH',
    headers: { authorization: `JWT ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(data),
  })
  expect([response.status, response.ok ? '' : await response.text()]).toEqual([200, ''])
}

/** The titles and states that one process shows: each study at its address, and the list. */
const seen = async ({ url }: ServerProcess, study: Study): Promise<string> => {
  const [page, list] = await Promise.all([
    fetch(`${url}/client/work/${study.slug}`, { headers: { accept: 'text/html' } }),
    fetch(`${url}/client/work`),
  ])
  const [text, listed] = await Promise.all([page.text(), list.text()])
  const title = /<h1[^>]*>([^<]*)<\/h1>/.exec(text)?.[1] ?? ''
  const state =
    page.status === 404 ? 'gone' : text.includes('class="password-form"') ? 'locked' : 'open'
  const isListed = listed.includes(`>${study.title}<`)
  return `${page.status} ${state} ${state === 'gone' ? '' : title} ${isListed}`
}

const expected = ({ state, title }: Study): string =>
  state === 'gone' ? '404 gone  false' : `200 ${state} ${title} ${state === 'open'}`

const PUBLISHED = { _status: 'published', visibility: 'public', embargoUntil: null }

let count = 0

const WAYS: readonly (() => { data: object; state: State; title?: string })[] = [
  () => ({ data: { _status: 'draft' }, state: 'gone' }),
  () => ({ data: { _status: 'published', visibility: 'private' }, state: 'gone' }),
  () => ({
    data: { ...PUBLISHED, visibility: 'password', password: 'open sesame' },
    state: 'locked',
  }),
  () => ({
    data: {
      _status: 'published',
      visibility: 'public',
      embargoUntil: new Date(Date.now() + 3_600_000).toISOString(),
    },
    state: 'gone',
  }),
  () => ({ data: PUBLISHED, state: 'open' }),
  () => {
    count += 1
    const title = `Renamed ${count}`
    return { data: { ...PUBLISHED, title }, state: 'open', title }
  },
]

it(`every one of ${CHANGES} random changes is seen, at once where it was made, seed ${SEED}`, async () => {
  process.stderr.write(`What readers get: ${CHANGES} changes, seed ${SEED}\n`)
  const one = fc.record({
    study: fc.nat(STUDIES - 1),
    here: fc.nat(1),
    way: fc.nat(WAYS.length - 1),
  })
  const changes = fc.sample(one, { numRuns: CHANGES, seed: SEED })
  for (const [index, { here, study: which, way }] of changes.entries()) {
    const study = studies[which]!
    const [made, other] = [servers[here]!, servers[1 - here]!]
    // Both have the page and the list, as they are.
    expect(await Promise.all([seen(made, study), seen(other, study)])).toEqual(
      Array(2).fill(expected(study)),
    )
    const { data, state, title } = WAYS[way]!()
    await change(made, study, data)
    Object.assign(study, { state, ...(title ? { title } : {}) })
    const after = expected(study)
    if (state !== 'open') {
      // What was taken down is gone in the very next answer.
      expect({ index, said: await seen(made, study) }).toEqual({ index, said: after })
    }
    for (const server of [made, other]) {
      await untilSeen({ after, index, server, study })
    }
  }
}, 400_000)

/** Within a while, and then it stays. */
const untilSeen = async ({
  after,
  index,
  server,
  study,
}: {
  after: string
  index: number
  server: ServerProcess
  study: Study
}): Promise<void> => {
  let said = ''
  for (let looks = 0; looks < MOST_LOOKS && said !== after; looks += 1) {
    await wait(looks === 0 ? 0 : 10)
    said = await seen(server, study)
  }
  expect({ index, said }).toEqual({ index, said: after })
  expect(await seen(server, study)).toBe(after)
}

it('a process whose listener was cut shows what is true, and believes its cache again later', async () => {
  const [made, deaf] = servers
  const study = studies[0]!
  await change(made, study, PUBLISHED)
  study.state = 'open'
  await untilSeen({ after: expected(study), index: -1, server: deaf, study })
  for (const state of ['gone', 'open', 'gone'] as const) {
    // The listeners of this database: a process has one, and nothing else listens here.
    await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()
         and (query ilike '%pg_listening_channels%' or query ilike 'listen %')`,
    )
    await change(made, study, state === 'gone' ? { _status: 'draft' } : PUBLISHED)
    study.state = state
    for (const server of servers) {
      await untilSeen({ after: expected(study), index: -1, server, study })
    }
  }
})
