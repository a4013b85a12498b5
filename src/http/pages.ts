// Hands a request to the site it is for, or to Next for the admin, the preview and assets.
import type { PageHandler } from './app.ts'
import { MISDIRECTED } from './followHost.ts'
import { hostnameIn, isOwnHost } from './host.ts'
import { presentRefusals } from './presentRefusals.ts'
import { problem, sendProblem, type Problem } from './problem.ts'
import type { SiteDirectory } from './sites.ts'
import { decodeSegments, MALFORMED_URL, splitTarget } from './urlPath.ts'
import type { IsOpened } from '../site/isOpened.ts'
import { asPlainPage } from '../site/plainPage.ts'
import { serveSite } from '../site/serve.ts'
import { publicQuery } from '../site/sitePath.ts'

type PagesArgs = {
  next: PageHandler
  directory: SiteDirectory
  serverUrl: string
  internalSecret: string
  /** Whether a visitor has opened a protected study. Default: nobody has. */
  isOpened?: IsOpened
}

/** Next's own assets and what lies in public/ are the same on every host. */
const SHARED = /^\/(_next\/|favicon\.|icon\.|apple-touch-icon|brand\/)/

/** Paths that belong to the platform on every host; the admin wears the brand of a tenant's own. */
const PLATFORM = /^\/(admin|preview)(\/|$|\?)/

const READS = ['GET', 'HEAD']

const isDevelopment = process.env.NODE_ENV === 'development'

/** Next runs its server functions wherever they are posted to; only the admin has any. */
const SERVER_FUNCTIONS = /^\/(admin(\/|$)|_next\/|__nextjs)/

export const createPages =
  ({
    directory,
    internalSecret,
    isOpened = () => Promise.resolve(false),
    next,
    serverUrl,
  }: PagesArgs): PageHandler =>
  async (req, res) => {
    const { pathname, search } = splitTarget(req.url ?? '/')
    // One clean address for each page; Next would name its internal tree when it cleans up.
    const clean = pathname.replace(/\/{2,}/g, '/')
    const refuse = (refused: Problem): void =>
      sendProblem({
        accept: req.headers.accept,
        isHead: req.method === 'HEAD',
        problem: refused,
        res,
      })
    const render = (handler: PageHandler): Promise<void> => {
      if (decodeSegments(pathname) === null) {
        refuse(problem({ code: 'malformed_url', detail: MALFORMED_URL }))
        return Promise.resolve()
      }
      // Calls of server functions have been let through by serverFunctions.ts, or not.
      const isCall = isDevelopment || req.headers['next-action'] !== undefined
      const allow = isCall && SERVER_FUNCTIONS.test(pathname) ? [...READS, 'POST'] : READS
      if (!allow.includes(req.method ?? '')) {
        refuse(problem({ code: 'method_not_allowed', allow }))
        return Promise.resolve()
      }
      presentRefusals({ req, res })
      return handler(req, res)
    }
    if (SHARED.test(pathname)) {
      return render(next)
    }
    if (clean === '/sites' || clean.startsWith('/sites/')) {
      // Next's internal tree: only our own calls may name it.
      return req.headers['x-vitrine-internal'] === internalSecret
        ? next(req, res)
        : refuse(problem({ code: 'not_found' }))
    }
    delete req.headers['x-vitrine-internal']
    const host = hostnameIn(req.headers.host)
    const isMain = isOwnHost({ host, serverUrl })
    if (!isMain && !(await directory.isTenantHost(host))) {
      return refuse(problem({ code: 'misdirected', detail: MISDIRECTED }))
    }
    if (PLATFORM.test(pathname) || (isMain && pathname === '/')) {
      return render(next)
    }
    const site = { host: isMain ? '' : host, path: clean }
    const [route, moved] = await Promise.all([directory.route(site), directory.movedTo(site)])
    const here = moved ?? (route === null ? pathname : clean)
    if (here !== pathname) {
      res.statusCode = 308
      res.setHeader('location', here + publicQuery(search))
      res.setHeader('cache-control', 'no-store')
      res.end()
      return
    }
    return route === null
      ? render(asPlainPage(next))
      : serveSite({ isOpened, next, req, res, site: route, path: route.path + search })
  }
