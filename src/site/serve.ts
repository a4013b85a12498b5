/**
 * Hands a site's request to Next's internal tree and finishes what Next cannot: a page that is not there gets the
 * tenant's redirect or the tenant's own 404 page (Next's answer to `notFound()` has the status but, without
 * JavaScript, an empty body), and a visitor who has opened a protected study gets the study.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { SiteRoute } from '../http/sites.ts'
import { unlockCookiePrefix } from './unlock.ts'

type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>

export type ServeArgs = {
  next: Handler
  req: IncomingMessage
  res: ServerResponse
  site: SiteRoute
  /** Below the tenant and the language, with its query. */
  path: string
}

export const serveSite = async ({ next, req, res, site, path }: ServeArgs): Promise<void> => {
  const root = `/sites/${site.mode}/${encodeURIComponent(site.tenant)}/${encodeURIComponent(site.locale)}`
  const [pathname = '/', query] = split(path)
  // Names that only we may use inside the tree.
  if (/^\/(unlocked|missing|refused|moved)(\/|$)/.test(pathname)) {
    return answerMissing({ req, res, root, pathname, real: realOf(res) })
  }
  const isOpened = /^\/work\/[^/]+\/?$/.test(pathname) && (req.headers.cookie ?? '').includes(unlockCookiePrefix)
  req.url = `${root}${isOpened ? '/unlocked' : ''}${pathname === '/' ? '' : pathname.replace(/\/+$/, '')}${query}`
  req.headers['x-vitrine-ip'] = callerOf({ req })
  if (req.method === 'GET' || req.method === 'HEAD') {
    intercept({ req, res, root, pathname })
  }
  return next(req, res)
}

type Real = Pick<ServerResponse, 'writeHead' | 'write' | 'end'>

const realOf = (res: ServerResponse): Real => ({
  writeHead: res.writeHead.bind(res),
  write: res.write.bind(res),
  end: res.end.bind(res),
})

/** Watches the response: passes it on, unless it turns out to be an empty 404 page. */
const intercept = ({ req, res, root, pathname }: { req: IncomingMessage; res: ServerResponse; root: string; pathname: string }): void => {
  const real = realOf(res)
  let isMissing: boolean | undefined
  let isAnswered = false
  const decide = (): boolean => {
    if (isMissing === undefined) {
      isMissing = res.statusCode === 404 && isHtml(res)
      if (!isMissing && res.statusCode === 200 && isHtml(res)) {
        setCaching(res)
      }
    }
    return isMissing
  }
  res.writeHead = ((status: number, ...rest: unknown[]) => {
    res.statusCode = status
    return decide() ? res : (real.writeHead as (...args: unknown[]) => ServerResponse)(status, ...rest)
  }) as ServerResponse['writeHead']
  res.write = ((...args: unknown[]) =>
    decide() ? true : (real.write as (...all: unknown[]) => boolean)(...args)) as ServerResponse['write']
  res.end = ((...args: unknown[]) => {
    if (!decide()) {
      return (real.end as (...all: unknown[]) => ServerResponse)(...args)
    }
    if (!isAnswered) {
      isAnswered = true
      void answerMissing({ req, res, root, pathname, real })
    }
    return res
  }) as ServerResponse['end']
}

const isHtml = (res: ServerResponse): boolean => String(res.getHeader('content-type') ?? '').startsWith('text/html')

/** Next lets shared caches keep a page for a year; ours is refreshed by notices that a CDN does not hear. */
const setCaching = (res: ServerResponse): void => {
  if (String(res.getHeader('cache-control') ?? '').includes('s-maxage')) {
    res.setHeader('cache-control', 'public, max-age=0, s-maxage=60, stale-while-revalidate=86400')
  }
}

const answerMissing = async ({
  req,
  res,
  root,
  pathname,
  real,
}: {
  req: IncomingMessage
  res: ServerResponse
  root: string
  pathname: string
  real: Real
}): Promise<void> => {
  for (const name of ['content-length', 'content-encoding', 'transfer-encoding', 'etag', 'x-nextjs-cache']) {
    res.removeHeader(name)
  }
  res.setHeader('cache-control', 'no-store')
  try {
    const moved = await fetchInternal(`${root}/moved?path=${encodeURIComponent(pathname)}`)
    const location = moved.headers.get('location')
    if (location) {
      res.setHeader('location', location)
      real.writeHead(moved.status === 302 ? 302 : 301)
      real.end()
      return
    }
    const page = await fetchInternal(`${root}/missing`)
    res.setHeader('content-type', 'text/html; charset=utf-8')
    real.writeHead(404)
    real.end(req.method === 'HEAD' ? undefined : await page.text())
  } catch {
    res.setHeader('content-type', 'text/plain; charset=utf-8')
    real.writeHead(404)
    real.end('This page is not here.')
  }
}

/** Our own pages, from this process. */
export const fetchInternal = (path: string): Promise<Response> => {
  const host = process.env.HOST && process.env.HOST !== '0.0.0.0' && process.env.HOST !== '::' ? process.env.HOST : '127.0.0.1'
  const secret = (globalThis as { __vitrineInternalSecret?: string }).__vitrineInternalSecret ?? ''
  return fetch(`http://${host}:${process.env.PORT}${path}`, {
    headers: { 'x-vitrine-internal': secret, accept: 'text/html' },
    redirect: 'manual',
  })
}

/** Behind a proxy of our own the server has noted the visitor's address; otherwise it is the connection's. */
const callerOf = ({ req }: { req: IncomingMessage }): string => {
  const forwarded = process.env.TRUST_PROXY === '1' ? req.headers['x-forwarded-for'] : undefined
  const last = String(forwarded ?? '').split(',').at(-1)?.trim()
  return last || req.socket.remoteAddress || 'unknown'
}

const split = (path: string): [string, string] => {
  const at = path.indexOf('?')
  return at < 0 ? [path, ''] : [path.slice(0, at), path.slice(at)]
}
