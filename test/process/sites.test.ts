// Tenants' sites as Next really renders them: what `src/site/serve.ts` promises of paths, headers and
// caching, without a stand-in for Next.
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { ask, type Answer } from '../support/ask.ts'
import { createStudy } from '../support/content.ts'
import { startPayload, type TestPayload } from '../support/payload.ts'
import {
  freePort,
  launch,
  makeDataDir,
  untilReady,
  type ServerProcess,
} from '../support/process.ts'
import { createWorld } from '../support/tenants.ts'

const dataDir = makeDataDir()
const PASSWORD = 'open sesame'
const SHARED = 'public, max-age=0, s-maxage=60, stale-while-revalidate=86400'

let running: TestPayload
let server: ServerProcess

beforeAll(async () => {
  running = await startPayload()
  const { databaseUrl, payload } = running
  const world = await createWorld({ payload })
  const study = (slug: string, more: object = {}) =>
    createStudy({
      payload,
      tenant: world.client.id,
      title: `Title of ${slug}`,
      slug,
      _status: 'published',
      ...more,
    })
  await study('open')
  await study('secret', { visibility: 'password', password: PASSWORD })
  await study('hidden', { visibility: 'private' })
  server = launch({
    env: {
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      HOST: '127.0.0.1',
      PAYLOAD_SECRET: process.env.PAYLOAD_SECRET ?? '',
    },
    port: await freePort(),
  })
  await untilReady(server)
}, 180_000)

afterAll(async () => {
  server?.child.kill('SIGTERM')
  await server?.exit
  await running?.stop()
  rmSync(dataDir, { force: true, recursive: true })
}, 60_000)

const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  ask({ url: server.url, host: '127.0.0.1', path, headers, method })

const PATHS = [
  '/client',
  '/client/',
  '/client//',
  '/client//work',
  '//client/work//open',
  '/client/work',
  '/client/work?_rsc=1',
  '/client/work/open',
  '/client/work/secret',
  '/client/work/hidden',
  '/client/work/nothing',
  '/client/%25',
  '/client/work/%25',
  '/client/work/%2525',
  '/client/work/%E0%A4%A',
  '/client/people/%25',
  '/client/people/%E0%A4%A',
  '/client/work/%00',
  '/client/work/%0d%0ax',
  '/client/work/a%2fb',
  '/client/unlocked/work/secret',
  '/client/refused/work/secret/wrong',
  '/client/moved?path=/x',
  '/client/feed.xml',
  '/client/sitemap.xml',
  '/client/robots.txt',
  '/client/theme.css',
  '/client/font.woff2?face=__proto__',
  '/client/opengraph.png',
  '/client/work/open/opengraph.png',
  '/client/work/hidden/opengraph.png',
  '/client/work/nothing/opengraph.png',
  '/client/work/%25/opengraph.png',
]

const HEADERS: Record<string, string>[] = [
  {},
  { rsc: '1' },
  { rsc: '1', 'next-router-prefetch': '1', 'next-url': '/client' },
  { rsc: '1', 'next-router-segment-prefetch': '/_tree' },
  { 'x-nextjs-data': '1' },
  { 'if-none-match': '*' },
  { cookie: `vitrine_unlock_x=9999999999.${'A'.repeat(43)}` },
]

describe('a tenant’s site', () => {
  it('says nothing of Next or its tree, fails over no path, and lets no cache keep it for a year', async () => {
    for (const path of PATHS) {
      for (const headers of HEADERS) {
        const { body, headers: said, status } = await get(path, headers)
        expect({
          path,
          headers,
          isFailure: status >= 500,
          tree: /\/sites\//.exec(`${String(said.location)} ${JSON.stringify(said)}`)?.[0],
          year: /stale-while-revalidate=3153/.exec(String(said['cache-control']))?.[0],
          vary: /rsc|next-/.exec(String(said.vary))?.[0],
          isRsc: String(said['content-type']).includes('x-component'),
          hasRequestId: typeof said['x-request-id'] === 'string',
          hasSecret: body.includes('Title of hidden'),
        }).toEqual({
          path,
          headers,
          isFailure: false,
          tree: undefined,
          year: undefined,
          vary: undefined,
          isRsc: false,
          hasRequestId: true,
          hasSecret: false,
        })
      }
    }
  }, 240_000)

  it('has its own page for what is not there, kept nowhere, for GET as for HEAD', async () => {
    for (const path of PATHS.filter((one) => /nothing|hidden|%|refused|unlocked/.test(one))) {
      const read = await get(path)
      const head = await get(path, {}, 'HEAD')
      expect({ path, status: read.status, caching: read.headers['cache-control'] }).toEqual({
        path,
        status: 404,
        caching: 'no-store',
      })
      expect(read.headers['content-type']).toMatch(/^text\/html/)
      expect([head.status, head.headers['content-length']]).toEqual([
        404,
        read.headers['content-length'],
      ])
    }
  }, 120_000)

  it('GET, HEAD and 304 have one policy', async () => {
    for (const path of [
      '/client',
      '/client/work/open',
      '/client/feed.xml',
      '/client/opengraph.png',
    ]) {
      const read = await get(path)
      const head = await get(path, {}, 'HEAD')
      const again = await get(path, { 'if-none-match': String(read.headers.etag) })
      expect([path, read.status, head.status, again.status]).toEqual([path, 200, 200, 304])
      for (const { headers } of [read, head, again]) {
        expect([path, headers['cache-control'], headers.etag]).toEqual([
          path,
          SHARED,
          read.headers.etag,
        ])
      }
      expect(head.headers['content-length']).toBe(read.headers['content-length'])
    }
    for (const method of ['GET', 'HEAD']) {
      for (const headers of [{}, { 'if-none-match': '*' }] as Record<string, string>[]) {
        const { headers: said, status } = await get('/client/work/secret', headers, method)
        expect([status, said['cache-control'], said.etag]).toEqual([
          200,
          'private, no-cache',
          undefined,
        ])
      }
    }
  }, 60_000)
})

describe('a protected study', () => {
  const post = (password: string, accept: string): Promise<Response> =>
    fetch(`${server.url}/client/work/secret/unlock`, {
      method: 'POST',
      redirect: 'manual',
      headers: { accept, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ password }),
    })

  it('says to people and to programs that the password is wrong', async () => {
    const page = await post('wrong', 'text/html')
    expect([page.status, page.headers.get('cache-control')]).toEqual([401, 'no-store'])
    expect(await page.text()).toContain('class="password-form"')
    const problem = await post('wrong', 'application/json')
    expect(problem.status).toBe(401)
    expect(await problem.json()).toMatchObject({
      code: 'password_wrong',
      requestId: problem.headers.get('x-request-id'),
    })
  })

  it('opens for the cookie of its password, and for no other', async () => {
    const opened = await post(PASSWORD, 'text/html')
    expect(opened.status).toBe(303)
    const [cookie = ''] = (opened.headers.get('set-cookie') ?? '').split(';')
    const own = await get('/client/work/secret', { cookie })
    expect(own.body).not.toContain('class="password-form"')
    expect(own.headers['cache-control']).toContain('no-store')
    const [name = ''] = cookie.split('=')
    const forged = await get('/client/work/secret', {
      cookie: `${name}=9999999999.${'A'.repeat(43)}`,
    })
    expect(forged.body).toContain('class="password-form"')
    expect(forged.headers['cache-control']).toBe('private, no-cache')
    const elsewhere = await get('/client/work/open', { cookie })
    expect(elsewhere.headers['cache-control']).toBe(SHARED)
  })
})
