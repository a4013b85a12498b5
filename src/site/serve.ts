/**
 * Hands a site's request to Next's internal tree and finishes what Next cannot: a page that is not there gets the
 * tenant's redirect or the tenant's own 404 page (Next's answer to `notFound()` has the status but, without
 * JavaScript, an empty body), a visitor who has opened a protected study gets the study, and a page that has nothing
 * to run is sent without scripts.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { SiteRoute } from '../http/sites.ts'
import { policyForSite } from '../http/securityHeaders.ts'
import { compress } from './compress.ts'
import { firstExpiry, isExpiring } from './expiry.ts'
import { unlockCookiePrefix } from './unlock.ts'
import { withoutScripts } from './withoutScripts.ts'

/** In development the scripts bring the hot reload. */
const isProduction = process.env.NODE_ENV === 'production'

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
    return answerMissing({
      req,
      res,
      root,
      pathname,
      real: realOf(res),
      accepted: String(req.headers['accept-encoding'] ?? ''),
    })
  }
  const isOpened = isStudy(pathname) && (req.headers.cookie ?? '').includes(unlockCookiePrefix)
  req.url = `${root}${isOpened ? '/unlocked' : ''}${pathname === '/' ? '' : pathname.replace(/\/+$/, '')}${query}`
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

/**
 * Watches the response. What is no page passes through; a page is held until it is whole, then sent without scripts
 * that it does not need, or, when it is an empty 404, replaced by the tenant's own.
 */
const intercept = ({
  req,
  res,
  root,
  pathname,
}: {
  req: IncomingMessage
  res: ServerResponse
  root: string
  pathname: string
}): void => {
  const real = realOf(res)
  const accepted = String(req.headers['accept-encoding'] ?? '')
  const parts: Buffer[] = []
  let kind: 'page' | 'missing' | 'other' | undefined
  let isDone = false
  const decide = () => {
    kind ??= !isHtml(res)
      ? 'other'
      : res.statusCode === 404
        ? 'missing'
        : res.statusCode === 200 && !isData(req)
          ? 'page'
          : 'other'
    return kind
  }
  res.writeHead = (status: number, ...rest: unknown[]) => {
    res.statusCode = status
    return decide() === 'other'
      ? (real.writeHead as (...args: unknown[]) => ServerResponse)(status, ...rest)
      : res
  }
  res.write = ((...args: unknown[]) => {
    if (decide() === 'other') {
      return (real.write as (...all: unknown[]) => boolean)(...args)
    }
    keep({ parts, chunk: args[0] })
    return true
  }) as ServerResponse['write']
  res.end = ((...args: unknown[]) => {
    if (decide() === 'other') {
      return (real.end as (...all: unknown[]) => ServerResponse)(...args)
    }
    if (!isDone) {
      isDone = true
      keep({ parts, chunk: args[0] })
      if (kind === 'missing') {
        void answerMissing({ req, res, root, pathname, real, accepted })
      } else {
        const html = Buffer.concat(parts).toString('utf8')
        void answerPage({ req, res, root, pathname, real, accepted, html })
      }
    }
    return res
  }) as ServerResponse['end']
  // A page is compressed here, after its scripts are out; Next must not do it before. Files have a dot in their name.
  if (!/\.\w+$/.test(pathname)) {
    delete req.headers['accept-encoding']
  }
}

const keep = ({ parts, chunk }: { parts: Buffer[]; chunk: unknown }): void => {
  if (typeof chunk === 'string') {
    parts.push(Buffer.from(chunk))
  } else if (chunk instanceof Uint8Array) {
    parts.push(Buffer.from(chunk))
  }
}

/** Next's own client asks for a page as data; that has no scripts in it. */
const isData = (req: IncomingMessage): boolean => req.headers.rsc !== undefined

const sendPage = ({
  req,
  res,
  real,
  accepted,
  html,
  status = 200,
}: {
  req: IncomingMessage
  res: ServerResponse
  real: Real
  accepted: string
  html: string
  status?: number
}): void => {
  const text = isProduction ? withoutScripts(html) : html
  const { body, encoding } = compress({ text, accepted })
  res.setHeader('content-security-policy', policyForSite(text))
  // The admin asks browsers for their colour scheme, and `Critical-CH` makes them ask for the page a second time.
  for (const name of ['transfer-encoding', 'accept-ch', 'critical-ch']) {
    res.removeHeader(name)
  }
  res.setHeader('vary', 'accept-encoding')
  if (encoding) {
    res.setHeader('content-encoding', encoding)
  }
  res.setHeader('content-length', body.length)
  real.writeHead(status)
  real.end(req.method === 'HEAD' ? undefined : body)
}

const isHtml = (res: ServerResponse): boolean =>
  String(res.getHeader('content-type') ?? '').startsWith('text/html')

const isStudy = (pathname: string): boolean => /^\/work\/[^/]+\/?$/.test(pathname)

/** A study whose files' addresses are about to end is asked for again where nothing is kept. */
const answerPage = async ({
  html: kept,
  pathname,
  root,
  ...answer
}: {
  req: IncomingMessage
  res: ServerResponse
  root: string
  pathname: string
  real: Real
  accepted: string
  html: string
}): Promise<void> => {
  const isOld = isStudy(pathname) && isExpiring(kept)
  const html = (isOld ? await renderAnew({ root, pathname }) : null) ?? kept
  setCaching({ html, res: answer.res })
  sendPage({ ...answer, html })
}

/** Null when that fails: an old page is better than none. */
const renderAnew = async ({
  root,
  pathname,
}: {
  root: string
  pathname: string
}): Promise<string | null> => {
  try {
    const page = await fetchInternal(`${root}/unlocked${pathname.replace(/\/+$/, '')}`)
    return page.ok ? await page.text() : null
  } catch {
    return null
  }
}

/**
 * Next lets shared caches keep a page for a year; ours is refreshed by notices that a CDN does not hear. No shared
 * cache keeps a page whose files are not public, nor the form that stands where the study is once it is opened.
 */
const setCaching = ({ html, res }: { html: string; res: ServerResponse }): void => {
  const isForSome = firstExpiry(html) !== null || html.includes('class="password-form"')
  if (isForSome) {
    // Who asks whether the page is still the same has to get it anew, addresses included.
    res.removeHeader('etag')
  }
  if (String(res.getHeader('cache-control') ?? '').includes('s-maxage')) {
    res.setHeader(
      'cache-control',
      isForSome
        ? 'private, no-cache'
        : 'public, max-age=0, s-maxage=60, stale-while-revalidate=86400',
    )
  }
}

const answerMissing = async ({
  req,
  res,
  root,
  pathname,
  real,
  accepted,
}: {
  req: IncomingMessage
  res: ServerResponse
  root: string
  pathname: string
  real: Real
  accepted: string
}): Promise<void> => {
  for (const name of [
    'content-length',
    'content-encoding',
    'transfer-encoding',
    'etag',
    'x-nextjs-cache',
  ]) {
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
    sendPage({ req, res, real, accepted, html: await page.text(), status: 404 })
  } catch {
    res.setHeader('content-type', 'text/plain; charset=utf-8')
    real.writeHead(404)
    real.end('This page is not here.')
  }
}

/** Our own pages, from this process. */
export const fetchInternal = (path: string): Promise<Response> => {
  const host =
    process.env.HOST && process.env.HOST !== '0.0.0.0' && process.env.HOST !== '::'
      ? process.env.HOST
      : '127.0.0.1'
  const secret = (globalThis as { __vitrineInternalSecret?: string }).__vitrineInternalSecret ?? ''
  return fetch(`http://${host}:${process.env.PORT}${path}`, {
    headers: { 'x-vitrine-internal': secret, accept: 'text/html' },
    redirect: 'manual',
  })
}

const split = (path: string): [string, string] => {
  const at = path.indexOf('?')
  return at < 0 ? [path, ''] : [path.slice(0, at), path.slice(at)]
}
