// Hands a request to the site it is for, or to Next for the admin, the preview and assets.
import type { ServerResponse } from 'node:http'
import type { PageHandler } from './app.ts'
import { MISDIRECTED } from './followHost.ts'
import { hostnameIn, isOwnHost } from './host.ts'
import type { SiteDirectory } from './sites.ts'
import { asPlainPage } from '../site/plainPage.ts'
import { serveSite } from '../site/serve.ts'

type PagesArgs = {
  next: PageHandler
  directory: SiteDirectory
  serverUrl: string
  internalSecret: string
}

/** Next's own assets and what lies in public/ are the same on every host. */
const SHARED = /^\/(_next\/|favicon\.|icon\.|apple-touch-icon|brand\/)/

/** Paths that belong to the platform on every host; the admin wears the brand of a tenant's own. */
const PLATFORM = /^\/(admin|preview)(\/|$|\?)/

export const createPages =
  ({ directory, internalSecret, next, serverUrl }: PagesArgs): PageHandler =>
  async (req, res) => {
    const { pathname, search } = new URL(req.url ?? '/', 'http://internal')
    if (SHARED.test(pathname)) {
      return next(req, res)
    }
    if (pathname === '/sites' || pathname.startsWith('/sites/')) {
      // Next's internal tree: only our own calls may name it.
      return req.headers['x-vitrine-internal'] === internalSecret ? next(req, res) : notFound(res)
    }
    delete req.headers['x-vitrine-internal']
    const host = hostnameIn(req.headers.host)
    const isMain = isOwnHost({ host, serverUrl })
    if (!isMain && !(await directory.isTenantHost(host))) {
      return misdirected(res)
    }
    if (PLATFORM.test(pathname) || (isMain && pathname === '/')) {
      return next(req, res)
    }
    const route = await directory.route({ host: isMain ? '' : host, path: pathname })
    return route === null
      ? asPlainPage(next)(req, res)
      : serveSite({ next, req, res, site: route, path: route.path + search })
  }

const notFound = (res: ServerResponse): void => {
  res.statusCode = 404
  res.setHeader('content-type', 'text/plain; charset=utf-8')
  res.end('Not found.')
}

/** RFC 9110 §15.5.20: this server does not answer for that host. */
const misdirected = (res: ServerResponse): void => {
  res.statusCode = 421
  res.setHeader('content-type', 'text/plain; charset=utf-8')
  res.end(MISDIRECTED)
}
