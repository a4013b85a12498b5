// Headers and paths that have opened other servers: none of them leads past src/http.
import { createServer, request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getSafeRedirect } from 'payload/shared'
import type { NextHandler } from '../../src/http/pages.ts'
import { startTarget, type Target } from '../support/attacks.ts'

const OWN = 'https://vitrine.test'

let target: Target
let port: number
let before: string | undefined
/** What reached Next: the path that it would render, and the headers that only we may send. */
const rendered: { url: string; ours: string[] }[] = []

const next: NextHandler = (req, res) => {
  const ours = Object.keys(req.headers).filter((name) => name.startsWith('x-vitrine-'))
  rendered.push({ url: req.url ?? '', ours })
  res.setHeader('content-type', 'text/plain')
  res.end('rendered')
  return Promise.resolve()
}

beforeAll(async () => {
  before = process.env.SERVER_URL
  process.env.SERVER_URL = OWN
  target = await startTarget({ next })
  port = Number(new URL(target.api.url).port)
})

afterAll(async () => {
  await target?.stop()
  if (before === undefined) {
    delete process.env.SERVER_URL
  } else {
    process.env.SERVER_URL = before
  }
})

type Sent = Record<string, string | string[]>
type Got = { status: number; headers: NodeJS.Dict<string | string[]>; body: string }

/** Sends the path as it is written: fetch would tidy it up. */
const get = (path: string, headers: Sent = {}, method = 'GET'): Promise<Got> =>
  new Promise((resolve, reject) => {
    request(
      { host: '127.0.0.1', port, path, method, headers: { host: 'vitrine.test', ...headers } },
      (response) => {
        let body = ''
        response.on('data', (chunk: Buffer) => (body += chunk.toString()))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        )
      },
    )
      .on('error', reject)
      .end()
  })

const SUBREQUESTS = [
  'middleware',
  'src/middleware',
  'middleware:middleware:middleware:middleware:middleware',
  'src/middleware:src/middleware:src/middleware:src/middleware:src/middleware',
  'proxy:proxy:proxy:proxy:proxy',
]

/** Where sites once lived inside. */
const INTERNAL = '/sites/path/client/en/unlocked/work/secret'

describe('Next.js header tricks', () => {
  it('CVE-2025-29927: x-middleware-subrequest opens neither the API nor a page', async () => {
    for (const value of SUBREQUESTS) {
      const headers = { 'x-middleware-subrequest': value }
      const study = await get(`/api/case-studies/${target.draft.id}?draft=true`, headers)
      expect(study.status).toBe(404)
      expect((await get('/api/users', headers)).status).toBe(403)
      expect((await get('/client/work/client-draft', headers)).status).toBe(404)
    }
  })

  it('CVE-2026-44573, 44574, 44575, 45109, 64642: nor do Next’s own routing headers', async () => {
    const tricks: Sent[] = [
      { 'x-matched-path': INTERNAL },
      { 'x-invoke-path': INTERNAL, 'x-invoke-query': '{}', 'x-invoke-status': '200' },
      { 'x-rewrite-url': INTERNAL, 'x-original-url': INTERNAL },
      { 'x-nextjs-data': '1', rsc: '1', 'next-router-prefetch': '1' },
      { 'x-now-route-matches': '1=unlocked', 'x-vercel-id': 'x' },
      { 'x-middleware-rewrite': INTERNAL, 'x-middleware-next': '1' },
    ]
    rendered.length = 0
    const home = await get('/client')
    for (const headers of tricks) {
      expect((await get(INTERNAL, headers)).status).toBe(404)
      expect((await get('/sites/revalidate', headers, 'POST')).status).toBe(405)
      const study = await get(`/api/case-studies/${target.draft.id}?draft=true`, headers)
      expect(study.status).toBe(404)
      const { body, status } = await get('/client', headers)
      expect({ headers, status, body }).toEqual({ headers, status: 200, body: home.body })
    }
    // Nobody asks Next for a page of a site.
    expect(rendered).toEqual([])
  })

  it('headers of our own reach no page from outside', async () => {
    rendered.length = 0
    await get('/admin', { 'x-vitrine-internal': 'forged', 'x-vitrine-anything': 'forged' })
    expect(rendered).toEqual([{ url: '/admin', ours: ['x-vitrine-ip'] }])
  })

  it('no way of writing /sites, or of leaving a site by dots, reaches anything but a 404', async () => {
    for (const path of [
      '/sites',
      '/sites/',
      INTERNAL,
      `/admin/..${INTERNAL}`,
      `/_next/..${INTERNAL}`,
      `/_next/%2e%2e${INTERNAL}`,
      `/brand/../${INTERNAL.slice(1)}`,
      `/client/..${INTERNAL}`,
      `/./${INTERNAL.slice(1)}`,
    ]) {
      rendered.length = 0
      const { status } = await get(path)
      expect({ path, status, rendered: rendered.length }).toEqual({
        path,
        status: 404,
        rendered: 0,
      })
    }
  })
})

describe('hosts', () => {
  it('CVE-2026-64648: a host that is nobody’s gets no page, so that none is kept under its name', async () => {
    for (const host of [
      'evil.test',
      'vitrine.test.evil.test',
      'client',
      'vitrine.test@evil.test',
    ]) {
      rendered.length = 0
      const { status } = await get('/client', { host })
      expect({ host, refused: status >= 400, rendered: rendered.length }).toEqual({
        host,
        refused: true,
        rendered: 0,
      })
    }
    expect((await get('/client')).status).toBe(200)
  })

  it('forwarded hosts and addresses do not count without a proxy of ours', async () => {
    const forwarded: Sent[] = [
      { host: 'evil.test', 'x-forwarded-host': 'vitrine.test' },
      { host: 'evil.test', forwarded: 'host=vitrine.test' },
      { host: 'evil.test', 'x-host': 'vitrine.test', 'x-forwarded-server': 'vitrine.test' },
    ]
    for (const headers of forwarded) {
      expect((await get('/client', headers)).status).toBe(421)
    }
  })

  it('CVE-2026-44578, 64645, 64649: an absolute address or an upgrade makes the server fetch nothing', async () => {
    let asked = 0
    const inside = createServer((_, res) => {
      asked += 1
      res.end()
    })
    await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve))
    const address = inside.address()
    const at = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/meta`
    await get(at, { host: 'vitrine.test' })
    await get(`/_next/image?url=${encodeURIComponent(at)}&w=64&q=75`, { host: 'evil.test' })
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(
          `GET ${at} HTTP/1.1\r\nHost: vitrine.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
        )
      })
      socket.on('data', () => socket.destroy()).on('close', () => resolve())
      socket.on('error', () => resolve())
    })
    inside.close()
    expect(asked).toBe(0)
  })
})

describe('answers', () => {
  it('Directus CVE-2026-35408: every answer isolates its window, and says what it may be used for', async () => {
    for (const path of [
      '/api/case-studies',
      '/api/nothing',
      '/admin',
      '/client',
      '/healthz',
      '/x',
    ]) {
      const { headers } = await get(path)
      expect(headers).toMatchObject({
        'cross-origin-opener-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'strict-transport-security': expect.stringContaining('max-age='),
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      })
    }
  })

  it('Strapi CVE-2025-53092: no foreign origin is echoed, with or without credentials', async () => {
    for (const origin of ['https://evil.test', 'null', 'https://vitrine.test.evil.test']) {
      const { headers } = await get('/api/case-studies', { origin })
      expect(headers['access-control-allow-origin'] ?? '').not.toMatch(/evil|null|\*/)
      expect(headers['access-control-allow-credentials']).not.toBe('true')
    }
  })

  it('Strapi CVE-2023-38507: another spelling of a path is not another way in', async () => {
    for (const path of [
      '/API/users',
      '/api/USERS',
      '/api//users',
      '/api/users/',
      '/api/./users',
      '/api/users%2f',
      '/api/%75sers',
      '/api/users;x',
    ]) {
      const { body, status } = await get(path)
      expect({ path, shown: status === 200 && body.includes('"docs"') }).toEqual({
        path,
        shown: false,
      })
    }
  })

  it('an id of a request is kept only if it looks like one', async () => {
    const kept = await get('/healthz', { 'x-request-id': 'abcdefgh-1234' })
    expect(kept.headers['x-request-id']).toBe('abcdefgh-1234')
    for (const id of ['<script>alert(1)</script>', 'a b c d e f g', 'x'.repeat(500), '${jndi:x}']) {
      expect((await get('/healthz', { 'x-request-id': id })).headers['x-request-id']).not.toBe(id)
    }
  })

  it('CVE-2026-105846 (GHSA-w84c-53h3-mc2g): a redirect after logging in stays on this site', async () => {
    const fallbackTo = '/admin'
    for (const redirectTo of [
      'https://evil.test',
      '//evil.test',
      '/\\evil.test',
      '\\\\evil.test',
      '/%2Fevil.test',
      '/%5cevil.test',
      '/\tevil.test',
      '/\n/evil.test',
      '/%09/evil.test',
      'javascript:alert(1)',
      '/javascript:alert(1)',
      '/http://evil.test',
    ]) {
      expect({ redirectTo, to: getSafeRedirect({ fallbackTo, redirectTo }) }).toEqual({
        redirectTo,
        to: fallbackTo,
      })
    }
    const own = '/admin/collections/case-studies'
    expect(getSafeRedirect({ fallbackTo, redirectTo: own })).toBe(own)
    const login = await get('/api/users/login?redirect=https://evil.test', {}, 'POST')
    expect(login.headers.location).toBeUndefined()
  })
})
