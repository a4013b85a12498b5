/**
 * What a visitor can make Next say: nothing of its own. Next is played by a server that speaks as Next does, with its
 * redirects, its protocol for its own client, its conditions and its year-long caching.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { ask, type Answer } from '../../test/support/ask.ts'
import { createPages } from '../http/pages.ts'

const YEAR = 's-maxage=300, stale-while-revalidate=31535700'
const SHARED = 'public, max-age=0, s-maxage=60, stale-while-revalidate=86400'
const ROOT = '/sites/path/harbor/en'
const MISSING = '<!doctype html><title>Not here</title>'
const LONG = `<!doctype html><p>${'A long page. '.repeat(500)}</p>`

const PAGES: Record<string, { body: string; type: string }> = {
  '': { body: LONG, type: 'text/html; charset=utf-8' },
  '/work': { body: '<p>Work</p>', type: 'text/html' },
  '/work/open': { body: '<p>Open</p>', type: 'text/html' },
  '/work/secret': { body: '<form class="password-form" method="post"></form>', type: 'text/html' },
  '/feed.xml': { body: '<rss/>', type: 'application/rss+xml' },
  '/opengraph.png': { body: 'png', type: 'image/png' },
}

/** What reached it. */
const seen: { method: string | undefined; url: string; headers: IncomingMessage['headers'] }[] = []

const next = (req: IncomingMessage, res: ServerResponse): Promise<void> => {
  const { headers, method, url = '' } = req
  seen.push({ method, url, headers: { ...headers } })
  const { pathname, search, searchParams } = new URL(url, 'http://next')
  res.setHeader('vary', 'rsc, next-router-state-tree, next-router-prefetch')
  res.setHeader('cache-control', YEAR)
  res.setHeader('x-nextjs-cache', 'HIT')
  res.setHeader('etag', '"next"')
  const answer = (status: number, body = '', type = 'text/html'): Promise<void> => {
    res.statusCode = status
    if (body !== '') {
      res.setHeader('content-type', type)
    }
    res.end(method === 'HEAD' ? undefined : body)
    return Promise.resolve()
  }
  if (pathname.includes('//')) {
    res.setHeader('location', pathname.replace(/\/+/g, '/') + search)
    return answer(308)
  }
  if (headers.rsc !== undefined) {
    res.setHeader('location', `${pathname}?_rsc`)
    return searchParams.has('_rsc') ? answer(200, '0:{"tree":1}', 'text/x-component') : answer(307)
  }
  if (headers['if-none-match'] !== undefined) {
    return answer(304)
  }
  if (pathname === `${ROOT}/moved`) {
    const isMoved = searchParams.get('path') === '/old'
    if (isMoved) {
      res.setHeader('location', '/harbor/new')
    }
    return answer(isMoved ? 301 : 204)
  }
  if (pathname === `${ROOT}/missing`) {
    return answer(200, MISSING)
  }
  if (pathname === `${ROOT}/broken`) {
    return answer(500, 'Error: secret at /srv/app.js:1', 'text/plain')
  }
  const page = PAGES[pathname.slice(ROOT.length)]
  return page ? answer(200, page.body, page.type) : answer(404)
}

let server: Server
let url: string
const port = process.env.PORT

const directory = {
  route: ({ path }: { path: string }) => {
    const [, slug, ...rest] = path.split('/')
    const below = `/${rest.join('/')}`
    return Promise.resolve(
      slug === 'harbor'
        ? ({ mode: 'path', tenant: slug, tenantId: 't1', locale: 'en', path: below } as const)
        : null,
    )
  },
  movedTo: ({ path }: { path: string }) =>
    Promise.resolve(/^\/harbor\/en(\/|$)/.test(path) ? path.replace('/en', '') : null),
  isTenantHost: () => Promise.resolve(false),
  isActive: () => Promise.resolve(true),
  refresh: () => undefined,
}

beforeAll(async () => {
  const handle = createPages({
    directory,
    internalSecret: 'secret',
    next,
    serverUrl: '',
  })
  server = createServer((req, res) => void handle(req, res))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  process.env.PORT = String((server.address() as AddressInfo).port)
  Object.assign(globalThis, { __vitrineInternalSecret: 'secret' })
  url = `http://127.0.0.1:${process.env.PORT}`
})

afterAll(async () => {
  process.env.PORT = port
  await new Promise((resolve) => server.close(resolve))
})

beforeEach(() => {
  seen.length = 0
})

const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  ask({ url, host: 'localhost', path, headers, method })

/** Nothing lives at any of them, and nothing is asked of Next about them. */
const MALFORMED = [
  '/%25',
  '/work/%25',
  '/work/%2525',
  '/work/%E0%A4%A',
  '/work/%',
  '/work/%00',
  '/work/%0d%0aset-cookie:a=b',
  '/work/a%2fb',
  '/work/..%5c..',
  '/unlocked/work/secret',
  '/refused/work/secret/wrong',
  '/missing',
  '/moved',
  '/moved?path=/old',
  '/%75nlocked/work/secret',
]

const ODD_PATHS = [
  ...MALFORMED,
  '',
  '/',
  '//',
  '//work',
  '/work//open',
  '/work/',
  '/work?_rsc=1',
  '/work?a=1&_rsc=x&nxtPslug=secret',
  '/nothing',
  '/old',
  '/en',
  '/en/work',
  '/en//old?a=b',
  '/broken',
  '/feed.xml',
  '/opengraph.png',
  '/nothing/opengraph.png',
]

const ODD_HEADERS: Record<string, string>[] = [
  {},
  { rsc: '1' },
  { rsc: '1', 'next-router-prefetch': '1', 'next-router-state-tree': '%5B%5D', 'next-url': ROOT },
  { 'next-router-segment-prefetch': '/_tree', rsc: '1' },
  { 'x-nextjs-data': '1' },
  { 'x-matched-path': `${ROOT}/unlocked/work/secret`, 'x-invoke-path': ROOT },
  { 'x-middleware-prefetch': '1', purpose: 'prefetch' },
  { 'if-none-match': '"next"' },
  { 'if-none-match': '*' },
  { cookie: 'vitrine_unlock_s1=9999999999.x' },
  { accept: 'text/x-component' },
  { accept: 'application/json' },
]

describe('whatever path and headers a visitor sends', () => {
  it('no answer names the internal tree, keeps Next’s caching or fails', async () => {
    for (const path of ODD_PATHS) {
      for (const headers of ODD_HEADERS) {
        for (const method of ['GET', 'HEAD']) {
          const answer = await get(`/harbor${path}`, headers, method)
          const said = JSON.stringify([answer.headers, answer.body])
          expect({
            path,
            headers,
            tree: /\/sites\/|\/srv\/|x-nextjs|31535700|_rsc|x-component/.exec(said)?.[0],
            isFailure: answer.status >= 500 && path !== '/broken',
            isCookieSet: 'set-cookie' in answer.headers,
            isVaried: /rsc|next-/.test(String(answer.headers.vary ?? '')),
          }).toEqual({
            path,
            headers,
            tree: undefined,
            isFailure: false,
            isCookieSet: false,
            isVaried: false,
          })
        }
      }
    }
    // What we ask ourselves is not a visitor’s.
    const asked = seen.filter(({ headers }) => headers['x-vitrine-internal'] === undefined)
    expect(asked.length).toBeGreaterThan(0)
    const names = [...new Set(asked.flatMap(({ headers }) => Object.keys(headers)))]
    expect(names.filter((name) => /^(rsc|next-|x-nextjs|x-matched|x-invoke)/.test(name))).toEqual(
      [],
    )
    expect(asked.filter(({ url: to }) => /_rsc|nxtP|unlocked|refused/.test(to))).toEqual([])
  })

  it('a doubled slash is one redirect to the clean URL', async () => {
    for (const [path, to] of [
      ['/harbor//work', '/harbor/work'],
      ['//harbor/work?a=//b', '/harbor/work?a=//b'],
      ['/harbor///', '/harbor/'],
      ['//harbor//work///open', '/harbor/work/open'],
    ] as const) {
      const { headers, status } = await get(path)
      expect({ path, status, location: headers.location }).toEqual({
        path,
        status: 308,
        location: to,
      })
    }
    expect(seen).toEqual([])
  })

  it('the main language is one redirect to the URL without it, with its query', async () => {
    for (const [path, to] of [
      ['/harbor/en/work?a=b&_rsc=1', '/harbor/work?a=b'],
      ['/harbor/en', '/harbor'],
      ['//harbor//en//work', '/harbor/work'],
    ] as const) {
      for (const method of ['GET', 'HEAD']) {
        const { headers, status } = await get(path, { rsc: '1' }, method)
        expect({ path, status, location: headers.location }).toEqual({
          path,
          status: 308,
          location: to,
        })
      }
    }
  })

  it('what moved keeps the query that it was asked with', async () => {
    const { headers, status } = await get('/harbor/old?a=b&_rsc=x&c=%C3%BC')
    expect([status, headers.location]).toEqual([301, '/harbor/new?a=b&c=%C3%BC'])
  })

  it('malformed and reserved paths are the site’s own 404', async () => {
    for (const path of MALFORMED) {
      const { body, headers, status } = await get(`/harbor${path}`)
      expect({ path, status, body }).toEqual({ path, status: 404, body: MISSING })
      expect(headers['cache-control']).toBe('no-store')
    }
  })

  it('a program gets a problem instead of the page, with the same status', async () => {
    const { body, headers, status } = await get('/harbor/nothing', { accept: 'application/json' })
    expect([status, headers['content-type']]).toEqual([404, 'application/problem+json'])
    expect(JSON.parse(body)).toMatchObject({ code: 'not_found', status: 404 })
  })

  it('a failure of Next is a page that says nothing of it', async () => {
    const { body, headers, status } = await get('/harbor/broken', { accept: 'text/html' })
    expect(status).toBe(500)
    expect(body).not.toContain('secret')
    expect(headers['cache-control']).toBe('no-store')
  })

  it('forms are taken where there are any, and other methods nowhere', async () => {
    for (const path of ['/harbor', '/harbor/work', '/harbor/work/open', '/harbor/contact']) {
      for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
        const { headers, status } = await get(path, { 'next-action': 'abc' }, method)
        expect([path, method, status, headers.allow]).toEqual([path, method, 405, 'GET, HEAD'])
      }
    }
    await get('/harbor/work/secret/unlock', { 'next-action': 'abc' }, 'POST')
    const [form] = seen.filter(({ method }) => method === 'POST')
    expect([form?.url, form?.headers['next-action']]).toEqual([
      `${ROOT}/work/secret/unlock`,
      undefined,
    ])
  })
})

describe('GET, HEAD and 304', () => {
  it('say the same of every kind of answer', async () => {
    for (const path of Object.keys(PAGES)) {
      const [read, head] = [await get(`/harbor${path}`), await get(`/harbor${path}`, {}, 'HEAD')]
      const { date: _, ...headers } = read.headers
      const { date: __, ...ofHead } = head.headers
      expect({ path, status: head.status, headers: ofHead, body: head.body }).toEqual({
        path,
        status: 200,
        headers,
        body: '',
      })
      expect(headers['content-length']).toBe(String(Buffer.byteLength(read.body)))
    }
  })

  it('a page that is unchanged is said to be, with the policy of the page', async () => {
    for (const path of ['', '/work', '/feed.xml', '/opengraph.png']) {
      const { headers } = await get(`/harbor${path}`)
      const etag = String(headers.etag)
      expect(headers['cache-control']).toBe(SHARED)
      for (const asked of [etag, etag.replace('W/', ''), `"other", ${etag}`, '*']) {
        for (const method of ['GET', 'HEAD']) {
          const again = await get(`/harbor${path}`, { 'if-none-match': asked }, method)
          expect([asked, again.status, again.body]).toEqual([asked, 304, ''])
          expect([again.headers['cache-control'], again.headers.etag]).toEqual([SHARED, etag])
        }
      }
      expect((await get(`/harbor${path}`, { 'if-none-match': '"next"' })).status).toBe(200)
    }
  })

  it('a password form is never said to be unchanged, and is kept by no shared cache', async () => {
    for (const headers of [{}, { 'if-none-match': '*' }, { rsc: '1' }] as Record<
      string,
      string
    >[]) {
      for (const method of ['GET', 'HEAD']) {
        const answer = await get('/harbor/work/secret', headers, method)
        expect([answer.status, answer.headers['cache-control'], answer.headers.etag]).toEqual([
          200,
          'private, no-cache',
          undefined,
        ])
      }
    }
  })

  it('what encodings an answer depends on is said, and the tag holds for all of them', async () => {
    const plain = await get('/harbor')
    const coded = await get('/harbor', { 'accept-encoding': 'br' }, 'HEAD')
    expect(coded.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' })
    expect(coded.headers.etag).toBe(plain.headers.etag)
    const response = await fetch(`${url}/harbor`, { headers: { 'accept-encoding': 'br' } })
    expect(await response.text()).toBe(LONG)
  })
})
