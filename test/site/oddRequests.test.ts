// Whatever paths, queries, headers and methods a visitor sends to a site: there are pages, redirects, forms and one 404
// page in the tenant's theme, and nothing behind them.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { askBytes, type BytesAnswer } from '../support/askBytes.ts'
import { slugOf } from '../support/siteMatrix/addresses.ts'
import { differing, lastingHeaders } from '../support/siteMatrix/expectations.ts'
import { directivesOf, inlineCodeIn, styleHashesIn } from '../support/siteMatrix/html.ts'
import { createMatrixWorld, OWN, type MatrixWorld } from '../support/siteMatrix/world.ts'

let world: MatrixWorld
const before = process.env.SERVER_URL

beforeAll(async () => {
  process.env.SERVER_URL = 'http://cms.vitrine.test'
  world = await createMatrixWorld()
}, 120_000)

afterAll(async () => {
  await world?.stop()
  if (before === undefined) {
    delete process.env.SERVER_URL
  } else {
    process.env.SERVER_URL = before
  }
})

const BROWSER = { accept: 'text/html,*/*;q=0.8' }

const get = (
  path: string,
  headers: Record<string, string> = {},
  {
    body,
    host = 'localhost',
    method = 'GET',
  }: { body?: string; host?: string; method?: string } = {},
): Promise<BytesAnswer> =>
  askBytes({
    url: world.target.api.url,
    host,
    path,
    headers: { ...BROWSER, ...headers },
    method,
    ...(body === undefined ? {} : { body }),
  })

/** Nothing lives at any of them. Names that only the server once used are addresses like all others. */
const NOWHERE = [
  '/nothing',
  '/work/nothing',
  '/%25',
  '/work/%25',
  '/work/%2525',
  '/work/%E0%A4%A',
  '/work/%',
  '/work/%00',
  '/work/%0d%0aset-cookie:a=b',
  '/work/a%2fb',
  '/work/..%5c..',
  `/unlocked/work/${slugOf('study', 'password')}`,
  `/refused/work/${slugOf('study', 'password')}/wrong`,
  '/refused/contact/1',
  '/missing',
  '/moved',
  '/moved?path=/old',
  '/%75nlocked/work/x',
  '/sites/path/client/en',
  '/sites/revalidate',
  '/__proto__',
  '/constructor',
  '/work/__proto__',
  '/about/more',
  '/work/study-public/more',
  '/contact/sent/more',
  '/nothing/opengraph.png',
  '/opengraph.png/x',
  '/theme.css?theme=__proto__&type=constructor',
  '/font.woff2?face=../../../etc/passwd',
  `/${'x'.repeat(8_000)}`,
]

const ODD_PATHS = [
  ...NOWHERE,
  '',
  '/',
  '//',
  '//work',
  '/work//study-public',
  '/work/',
  '/work?_rsc=1',
  '/work?a=1&_rsc=x&nxtPslug=secret',
  '/work?page=-1&page=99999999999999999999&service=%00&industry=%E0%A4%A',
  '/work/study-password',
  '/work/study-unlisted',
  '/work/study-moved',
  '/en',
  '/en/work',
  '/en//old?a=b',
  '/de/de',
  '/fr/work',
  '/feed.xml',
  '/opengraph.png',
  '/contact/send',
  '/work/study-password/unlock',
  '/work/study-private/unlock',
]

/** Of Next's own client and of its proxies, of other servers, and forged cookies. None says anything to a site. */
const ODD_HEADERS: Record<string, string>[] = [
  { rsc: '1' },
  { rsc: '1', 'next-router-prefetch': '1', 'next-router-state-tree': '%5B%5D', 'next-url': '/x' },
  { 'next-router-segment-prefetch': '/_tree', rsc: '1' },
  { 'x-nextjs-data': '1', 'x-middleware-prefetch': '1', purpose: 'prefetch' },
  { 'x-matched-path': '/unlocked/work/secret', 'x-invoke-path': '/', 'x-rewrite-url': '/' },
  { cookie: 'vitrine_unlock_s1=9999999999.x; payload-token=x; =; ;;' },
  { 'x-http-method-override': 'DELETE', 'x-forwarded-host': 'evil.test' },
  { range: 'bytes=0-0', 'if-range': '"x"' },
  { 'if-modified-since': 'Fri, 01 Jan 2100 00:00:00 GMT' },
]

describe('whatever path and headers a visitor sends', () => {
  it('the answer is that of the path alone; it fails never, sets no cookie, and HEAD says the same', async () => {
    for (const path of ODD_PATHS) {
      const plain = await get(`/client${path}`)
      expect({ path, isFailure: plain.status >= 500 }).toEqual({ path, isFailure: false })
      expect({ path, cookie: plain.headers['set-cookie'] }).toEqual({ path, cookie: undefined })
      expect([undefined, 'accept-encoding', 'Accept']).toContain(plain.headers.vary)
      const head = await get(`/client${path}`, {}, { method: 'HEAD' })
      expect({ path, status: head.status, bytes: head.bytes.byteLength }).toEqual({
        path,
        status: plain.status,
        bytes: 0,
      })
      expect({ path, differing: differing(head, plain) }).toEqual({ path, differing: [] })
      for (const headers of ODD_HEADERS) {
        const odd = await get(`/client${path}`, headers)
        expect({
          path,
          headers,
          status: odd.status,
          differing: differing(odd, plain),
          isSame: odd.bytes.equals(plain.bytes),
        }).toEqual({ path, headers, status: plain.status, differing: [], isSame: true })
      }
    }
  })

  it('where nothing is, the site’s own 404 says so and nothing else', async () => {
    const missing = (await get('/client/nothing')).bytes.toString()
    expect(missing).toMatch(/ data-theme="\w+".* — Client<\/title>/s)
    for (const path of NOWHERE) {
      const { bytes, headers, status } = await get(`/client${path}`)
      expect({ path, status, isSame: bytes.toString() === missing }).toEqual({
        path,
        status: 404,
        isSame: true,
      })
      expect(headers['cache-control']).toBe('no-store')
    }
  })

  it('a program gets a problem instead of the page, with the same status', async () => {
    for (const accept of ['application/json', 'application/problem+json']) {
      const { bytes, headers, status } = await get('/client/nothing', { accept })
      expect([status, headers['content-type']]).toEqual([404, 'application/problem+json'])
      expect(JSON.parse(bytes.toString())).toMatchObject({ code: 'not_found', status: 404 })
    }
  })

  it('a query that no page reads makes no other answer', async () => {
    for (const path of [
      '',
      '/work',
      '/about',
      '/feed.xml',
      '/opengraph.png',
      '/work/study-public',
    ]) {
      const plain = await get(`/client${path}`)
      for (const query of ['?', '?a=b', '?_rsc=1', '?page=', `?${'x'.repeat(10_000)}`]) {
        const other = await get(`/client${path}${query}`)
        expect([path, query, other.status, other.headers.etag]).toEqual([
          path,
          query,
          200,
          plain.headers.etag,
        ])
      }
    }
  })

  it('a request longer than headers may be is refused with what they may be', async () => {
    const { bytes, status } = await get(`/client/work?${'x'.repeat(1_000_000)}`).catch(() => ({
      bytes: Buffer.from(''),
      status: 431,
    }))
    expect([status, bytes.includes('<html')]).toEqual([431, false])
  })

  it('a host that is nobody’s has no page', async () => {
    for (const host of ['evil.test', `${OWN}.evil.test`, 'client', '%00', 'a..b', '*']) {
      const { bytes, headers, status } = await get('/client', {}, { host })
      expect({ host, isRefused: [400, 421].includes(status) }).toEqual({ host, isRefused: true })
      expect(bytes.toString()).not.toContain('data-theme')
      expect(headers['cache-control']).toBe('no-store')
    }
  })

  it('a coding that we do not have is refused in a sentence', async () => {
    const { bytes, headers, status } = await get('/client', {
      'accept-encoding': 'identity;q=0, *;q=0',
    })
    expect([status, headers['cache-control']]).toEqual([406, 'no-store'])
    expect(bytes.toString()).toContain('Accept-Encoding')
    for (const odd of ['', 'zstd', 'br;q=2', ';;', 'identity;q=0.0, br', 'x'.repeat(5_000)]) {
      expect([odd, (await get('/client', { 'accept-encoding': odd })).status]).toEqual([odd, 200])
    }
  })
})

describe('redirects', () => {
  const led = async (path: string, host = 'localhost') => {
    const { headers, status } = await get(path, {}, { host })
    return { path, status, location: headers.location, caching: headers['cache-control'] }
  }

  it('a doubled slash is one redirect to the clean URL', async () => {
    for (const [path, to] of [
      ['/client//work', '/client/work'],
      ['//client/work?a=//b', '/client/work?a=//b'],
      ['/client///', '/client'],
      ['//client//work///study-public', '/client/work/study-public'],
    ] as const) {
      const location = to
      expect(await led(path)).toEqual({ path, status: 308, location, caching: 'no-store' })
    }
  })

  it('the main language is one redirect to the URL without it, with its query', async () => {
    for (const [path, location] of [
      ['/client/en/work?a=b', '/client/work?a=b'],
      ['/client/en', '/client'],
      ['//client//en//work', '/client/work'],
    ] as const) {
      expect(await led(path)).toEqual({ path, status: 308, location, caching: 'no-store' })
    }
  })

  it('what moved keeps the query that it was asked with', async () => {
    const path = '/client/work/study-moved?a=b&c=%C3%BC'
    const location = '/client/work/study-public?a=b&c=%C3%BC'
    expect(await led(path)).toEqual({ path, status: 301, location, caching: 'no-store' })
  })

  it('none leads to another host', async () => {
    for (const path of ['//evil.test', '//evil.test/%2e%2e', '/\\evil.test', '///evil.test//x']) {
      for (const host of ['localhost', OWN]) {
        const { location = '/' } = await led(path, host)
        expect({ path, host, to: new URL(location, `http://${host}`).hostname }).toEqual({
          path,
          host,
          to: host,
        })
      }
    }
  })
})

describe('methods', () => {
  const FORMS = ['/contact/send', '/work/study-password/unlock', '/work/nothing/unlock']

  it('forms are taken where there are any, and other methods nowhere', async () => {
    for (const path of ['', '/work', '/work/study-public', '/contact', '/nothing', ...FORMS]) {
      const allow = FORMS.includes(path) ? 'GET, HEAD, OPTIONS, POST' : 'GET, HEAD, OPTIONS'
      for (const method of ['PUT', 'DELETE', 'PATCH', 'PROPFIND', 'POST']) {
        if (!allow.includes(method)) {
          const { headers, status } = await get(`/client${path}`, {}, { method })
          expect([path, method, status, headers.allow]).toEqual([path, method, 405, allow])
        }
      }
      const { headers, status } = await get(`/client${path}`, {}, { method: 'OPTIONS' })
      expect([path, status, headers.allow]).toEqual([path, 204, allow])
    }
  })

  it('the URL of a form that somebody opens leads to where the form is', async () => {
    for (const [path, location] of [
      ['/client/contact/send', '/client/contact'],
      ['/client/de/contact/send', '/client/de/contact'],
      ['/client/work/study-password/unlock', '/client/work/study-password'],
    ] as const) {
      const { headers, status } = await get(path)
      expect([path, status, headers.location]).toEqual([path, 303, location])
    }
  })
})

describe('pages of the installation', () => {
  it('the front page may be kept for a minute, a URL that is no tenant’s by nobody; nothing in them runs', async () => {
    for (const [path, status, caching] of [
      ['/', 200, 'public, max-age=0, s-maxage=60, stale-while-revalidate=86400'],
      ['/nobody', 404, 'no-store'],
      ['/nobody/work', 404, 'no-store'],
      ['/sites/path/client/en', 404, 'no-store'],
    ] as const) {
      const page = await get(path)
      const { headers } = page
      expect([path, page.status, headers['cache-control']]).toEqual([path, status, caching])
      const html = page.bytes.toString()
      const policy = directivesOf(String(headers['content-security-policy']))
      expect(inlineCodeIn(html)).toEqual([])
      expect(policy).toMatchObject({
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src-elem': ["'self'", ...styleHashesIn(html)],
      })
      expect(differing(await get(path, {}, { method: 'HEAD' }), page)).toEqual([])
    }
  })

  it('the front page is confirmed when it is unchanged', async () => {
    const { etag } = (await get('/')).headers
    expect((await get('/', { 'if-none-match': etag! })).status).toBe(304)
  })
})

describe('a page that cannot be made', () => {
  it('is an accident that says nothing of its reason and is kept by nobody, and is made at the next request', async () => {
    const find = jest.spyOn(world.target.payload.db, 'find')
    find.mockRejectedValue(new Error('secret at /srv/app.js:1'))
    const broken = await get('/client/de/people')
    find.mockRestore()
    expect(broken.status).toBe(500)
    expect(JSON.stringify([lastingHeaders(broken), broken.bytes.toString()])).not.toContain(
      'secret',
    )
    expect([broken.headers['cache-control'], broken.headers.etag]).toEqual(['no-store', undefined])
    expect((await get('/client/de/people')).status).toBe(200)
  })
})
