// A database that goes away and comes back, as the process and everybody who asks it see that.
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { launchBrowser } from '../support/browser.ts'
import { createStudy } from '../support/content.ts'
import { IS_FULL } from '../support/inShort.ts'
import { startPayload } from '../support/payload.ts'
import { startServerOn, type ServerProcess } from '../support/process.ts'
import { startTcpProxy, type TcpProxy } from '../support/tcpProxy.ts'
import { createWorld, PASSWORD } from '../support/tenants.ts'

/** How long each lasts, in seconds; the first idle, the next under load, and so on. */
const OUTAGES = IS_FULL
  ? Array.from({ length: 5 }, () => [1, 1, 3, 3, 15, 15, 60, 60]).flat()
  : [0.3, 1, 2, 0.3, 1]

let proxy: TcpProxy
let server: ServerProcess
let owner: pg.Client
let token: string
let site: string
let study: string

beforeAll(async () => {
  const running = await startPayload()
  const world = await createWorld({ payload: running.payload })
  const { id } = await createStudy({
    payload: running.payload,
    tenant: world.client.id,
    title: 'Kept',
    slug: 'kept',
  })
  study = id
  site = `/${world.client.slug}`
  owner = new pg.Client({ connectionString: running.databaseUrl })
  await owner.connect()
  await running.stop()
  const url = new URL(running.databaseUrl)
  proxy = await startTcpProxy({ port: Number(url.port) })
  url.port = String(proxy.port)
  server = await startServerOn(url.href)
  const login = await ask('/api/users/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'editor@client.test', password: PASSWORD }),
  })
  ;({ token } = (await login.json()) as { token: string })
}, 400_000)

afterAll(async () => {
  proxy?.admit()
  server?.child.kill('SIGTERM')
  await server?.exit
  await proxy?.stop()
  await owner?.end()
})

const ask = (path: string, init?: RequestInit): Promise<Response> =>
  fetch(server.url + path, { redirect: 'manual', ...init })

const asEditor = (): RequestInit => ({ headers: { authorization: `JWT ${token}` } })
const inBrowser = (): RequestInit => ({
  headers: { accept: 'text/html', cookie: `payload-token=${token}` },
})

const until = async (isSo: () => Promise<boolean>, seconds: number): Promise<void> => {
  for (const deadline = Date.now() + seconds * 1000; !(await isSo());) {
    if (Date.now() > deadline) {
      throw new Error(`It did not become so:\n${server.output().slice(-2_000)}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

const isReady = async () => (await ask('/readyz')).status === 200

const connections = async (): Promise<number> =>
  (
    await owner.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`,
    )
  ).rows[0]!.count

const listeners = async (): Promise<number> =>
  (
    await owner.query(
      `select from pg_stat_activity where datname = current_database() and query ilike 'listen%'
        or (datname = current_database() and query ilike '%pg_listening_channels%' and pid <> pg_backend_pid())`,
    )
  ).rowCount ?? 0

describe('while the database is away', () => {
  beforeAll(async () => {
    expect((await ask(`${site}/work/kept`)).status).toBe(200)
    proxy.refuse()
    await until(async () => (await ask('/readyz')).status === 503, 10)
  })

  afterAll(async () => {
    proxy.admit()
    await until(isReady, 15)
  })

  it('the process lives, and says what is wrong', async () => {
    expect((await ask('/healthz')).status).toBe(200)
    expect(await (await ask('/readyz')).text()).toContain('Not ready: ')
  })

  it('pages that were rendered before are served', async () => {
    const page = await ask(`${site}/work/kept`)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Kept')
  })

  it.each<[string, string, () => RequestInit]>([
    ['REST', '/api/case-studies', () => ({})],
    ['who one is', '/api/users/me', asEditor],
    ['REST for those who are signed in', '/api/case-studies', asEditor],
    ['a change', '/api/users/refresh-token', () => ({ ...asEditor(), method: 'POST' })],
    [
      'sign-in',
      '/api/users/login',
      () => ({
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: 'editor@client.test', password: PASSWORD }),
      }),
    ],
    [
      'GraphQL',
      '/api/graphql',
      () => ({
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ CaseStudies { totalDocs } meUser { user { id } } }' }),
      }),
    ],
    ['the admin', '/admin', inBrowser],
    ['a document in the admin', '/admin/collections/case-studies', inBrowser],
    [
      'a page that was never rendered',
      '/CLIENT/people',
      () => ({ headers: { accept: 'text/html' } }),
    ],
    ['a feed', '/CLIENT/feed.xml', () => ({})],
    [
      'a form',
      '/CLIENT/contact/send',
      () => ({
        method: 'POST',
        headers: { origin: server.url, 'content-type': 'application/x-www-form-urlencoded' },
        body: 'name=A&email=a@a.test&message=Hello%20there',
      }),
    ],
  ])('%s is 503, with Retry-After', async (_, path, init) => {
    const answer = await ask(path.replace('/CLIENT', site), init())
    expect(answer.status).toBe(503)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(answer.headers.get('set-cookie')).toBeNull()
  })
})

describe('an open editor', () => {
  it('says so, keeps what is typed, and saves it by itself when the database is back', async () => {
    const browser = await launchBrowser()
    try {
      const context = await browser.newContext({ baseURL: server.url })
      await context.addCookies([{ name: 'payload-token', value: token, url: server.url }])
      const page = await context.newPage()
      await page.goto(`/admin/collections/case-studies/${study}`)
      const title = page.locator('#field-title')
      await title.waitFor()
      await page.waitForLoadState('networkidle')
      const notice = page.getByText('The server can’t be reached.')

      proxy.refuse()
      await title.fill('Typed during the outage')
      await notice.waitFor()
      if (process.env.VITRINE_PICTURES) {
        await page.screenshot({ path: path.join(process.env.VITRINE_PICTURES, 'outage.png') })
      }
      await title.fill('Typed during the outage, twice')
      expect(await title.inputValue()).toBe('Typed during the outage, twice')

      proxy.admit()
      await notice.waitFor({ state: 'detached' })
      await until(async () => {
        const answer = await ask(`/api/case-studies/${study}?draft=true`, asEditor())
        return (
          ((await answer.json()) as { title: string }).title === 'Typed during the outage, twice'
        )
      }, 20)
      expect(await title.inputValue()).toBe('Typed during the outage, twice')
    } finally {
      proxy.admit()
      await browser.close()
      await until(isReady, 15)
    }
  }, 120_000)
})

describe('when it is back', () => {
  it('everything answers as before, and the session goes on', async () => {
    const { user } = (await (await ask('/api/users/me', asEditor())).json()) as {
      user: { email: string }
    }
    expect(user.email).toBe('editor@client.test')
    expect((await ask('/admin', inBrowser())).status).toBe(200)
    expect((await ask(`${site}/people`)).status).toBe(200)
  })

  it('there are as many connections as before, outage after outage, idle or under load', async () => {
    expect(await listeners()).toBe(1)
    const before = await connections()
    for (const [index, seconds] of OUTAGES.entries()) {
      const load =
        index % 2 === 0
          ? []
          : Array.from({ length: 8 }, () =>
              ask('/api/case-studies').then((answer) => answer.text()),
            )
      proxy.refuse()
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
      proxy.admit()
      await Promise.all(load)
      await until(isReady, 15)
      await until(async () => (await listeners()) === 1, 10)
    }
    await until(async () => (await connections()) <= Math.max(before, 14), 20)
  }, 1_800_000)

  it('connections that die without a word are noticed', async () => {
    proxy.silence()
    await until(async () => (await ask('/readyz')).status === 503, 15)
    proxy.cut()
    proxy.speak()
    await until(isReady, 20)
    expect((await ask('/api/case-studies')).status).toBe(200)
  })
})
