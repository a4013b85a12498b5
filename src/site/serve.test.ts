/** What a page's files allow: how long it may be kept, and by whom. Next is played by a plain server. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { IsOpened } from './isOpened.ts'
import { serveSite } from './serve.ts'

const inHours = (hours: number) => Math.floor(Date.now() / 1000) + hours * 60 * 60
const picture = (expires: number) =>
  `<img src="/media/image/authenticated/s--x--/v1/t/a?e=${expires}&amp;a=link">`

/** Next's pages by their internal path, and its caching header. */
let pages: Record<string, { body: string; caching: string }>
const site = { mode: 'path', tenant: 'harbor', tenantId: 't1', locale: 'en', path: '' } as const
const isOpened: IsOpened = ({ cookie, slug }) => Promise.resolve(cookie === `opened=${slug}`)
const root = '/sites/path/harbor/en'
const kept = 's-maxage=300, stale-while-revalidate=31535700'

const next = (req: IncomingMessage, res: ServerResponse): Promise<void> => {
  const page = pages[req.url ?? '']
  res.statusCode = page ? 200 : 404
  res.setHeader('content-type', 'text/html; charset=utf-8')
  res.setHeader('cache-control', page?.caching ?? 'no-store')
  res.setHeader('etag', '"as-next-had-it"')
  res.end(page?.body)
  return Promise.resolve()
}

let server: Server
let origin: string
const port = process.env.PORT

beforeAll(async () => {
  server = createServer((req, res) => {
    const path = req.url ?? '/'
    void (path.startsWith('/sites/')
      ? next(req, res)
      : serveSite({ isOpened, next, req, res, site, path }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  process.env.PORT = String((server.address() as AddressInfo).port)
  origin = `http://127.0.0.1:${process.env.PORT}`
})

afterAll(async () => {
  process.env.PORT = port
  await new Promise((resolve) => server.close(resolve))
})

beforeEach(() => {
  pages = {}
})

describe('a page of public files', () => {
  it('may be kept by shared caches for a minute', async () => {
    pages[root + '/work/open'] = { body: '<img src="/media/image/upload/v1/t/a">', caching: kept }
    const response = await fetch(`${origin}/work/open`)
    expect(response.headers.get('cache-control')).toBe(
      'public, max-age=0, s-maxage=60, stale-while-revalidate=86400',
    )
  })
})

describe('a page of files that are not public', () => {
  it('is kept by no shared cache', async () => {
    pages[root + '/work/unlisted'] = { body: picture(inHours(24)), caching: kept }
    const { headers } = await fetch(`${origin}/work/unlisted`)
    expect(headers.get('cache-control')).toBe('private, no-cache')
  })

  it('is never said to be unchanged', async () => {
    pages[root + '/work/unlisted'] = { body: picture(inHours(24)), caching: kept }
    expect((await fetch(`${origin}/work/unlisted`)).headers.has('etag')).toBe(false)
  })

  it('is sent as it was kept while its addresses last', async () => {
    pages[root + '/work/unlisted'] = { body: picture(inHours(20)), caching: kept }
    pages[root + '/unlocked/work/unlisted'] = { body: 'anew', caching: 'no-store' }
    expect(await (await fetch(`${origin}/work/unlisted`)).text()).toBe(
      pages[root + '/work/unlisted']?.body,
    )
  })

  it('is rendered anew when they are about to end', async () => {
    const body = picture(inHours(26))
    pages[root + '/work/unlisted'] = { body: picture(inHours(2)), caching: kept }
    pages[root + '/unlocked/work/unlisted'] = { body, caching: 'no-store' }
    expect(await (await fetch(`${origin}/work/unlisted`)).text()).toBe(body)
  })

  it('is sent as it was kept when rendering fails', async () => {
    const body = picture(inHours(2))
    pages[root + '/work/unlisted'] = { body, caching: kept }
    expect(await (await fetch(`${origin}/work/unlisted`)).text()).toBe(body)
  })
})

describe('a protected study', () => {
  it('leaves its password form in no shared cache', async () => {
    const body = '<form class="password-form" method="post"></form>'
    pages[root + '/work/secret'] = { body, caching: kept }
    const { headers } = await fetch(`${origin}/work/secret`)
    expect(headers.get('cache-control')).toBe('private, no-cache')
  })

  it('is stored nowhere once it is opened', async () => {
    const caching = 'private, no-cache, no-store, max-age=0, must-revalidate'
    pages[root + '/unlocked/work/secret'] = { body: '<p>Told in private.</p>', caching }
    const { headers } = await fetch(`${origin}/work/secret`, {
      headers: { cookie: 'opened=secret' },
    })
    expect(headers.get('cache-control')).toBe(caching)
  })

  it('is stored nowhere even when its files have addresses that end', async () => {
    const caching = 'private, no-cache, no-store, max-age=0, must-revalidate'
    pages[root + '/unlocked/work/secret'] = { body: picture(inHours(24)), caching }
    const { headers } = await fetch(`${origin}/work/secret`, {
      headers: { cookie: 'opened=secret' },
    })
    expect(headers.get('cache-control')).toBe(caching)
  })
})
