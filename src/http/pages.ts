// Hands a request to the site that it is for, or to Next for the admin, the preview and their assets.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerAsset } from '../site/assets.ts'
import { answerFrontPage, answerNowhere } from '../site/platform/pages.tsx'
import type { Sites } from '../site/router.ts'
import { MISDIRECTED } from './followHost.ts'
import { hostnameIn, isOwnHost } from './host.ts'
import { presentRefusals } from './presentRefusals.ts'
import { presentProblem, problem, type Problem } from './problem.ts'
import type { SiteDirectory, SiteRoute } from './sites.ts'
import { decodeSegments, MALFORMED_URL, splitTarget } from './urlPath.ts'

/** Answers on the raw response. */
export type NextHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void>

export type PageRequest = {
  /** With the cookies that count; see followHost.ts. */
  request: Request
  incoming: IncomingMessage
  outgoing: ServerResponse
  /** Whether the visitor's connection is encrypted. */
  isHttps: boolean
}

/** Null once Next has answered. */
export type PageHandler = (args: PageRequest) => Promise<Response | null>

type PagesArgs = {
  next: NextHandler
  directory: SiteDirectory
  serverUrl: string
  sites: Pick<Sites, 'fetch'>
}

/** Next's own assets, and what the admin shows of public/, are the same on every host. */
const SHARED = /^\/(_next|brand)\//

/** Paths that belong to the platform on every host; the admin wears the brand of a tenant's own. */
const PLATFORM = /^\/(admin|preview)(\/|$|\?)/

/** What a preview loads is what a site loads; it is not below any. */
const PREVIEW_ASSET = /^\/preview\/([a-z0-9]+\.[a-z0-9]+)$/

const READS = ['GET', 'HEAD']

const isDevelopment = process.env.NODE_ENV === 'development'

/** Next runs its server functions wherever they are posted to; only the admin has any. */
const SERVER_FUNCTIONS = /^\/(admin(\/|$)|_next\/|__nextjs)/

export const createPages =
  ({ directory, next, serverUrl, sites }: PagesArgs): PageHandler =>
  async ({ incoming, isHttps, outgoing, request }) => {
    const { pathname, search } = splitTarget(incoming.url ?? '/')
    const method = incoming.method ?? ''
    const { accept } = incoming.headers
    const isHead = method === 'HEAD'
    const refuse = (refused: Problem): Response =>
      presentProblem({ accept, isHead, problem: refused })
    /** What is wrong with a request for a page of ours. */
    const refusalOf = (allow: readonly string[]): Response | null =>
      decodeSegments(pathname) === null
        ? refuse(problem({ code: 'malformed_url', detail: MALFORMED_URL }))
        : allow.includes(method)
          ? null
          : refuse(problem({ code: 'method_not_allowed', allow }))
    const renderInNext = async (): Promise<Response | null> => {
      // Calls of server functions have been let through by serverFunctions.ts, or not.
      const isCall = isDevelopment || incoming.headers['next-action'] !== undefined
      const allow = isCall && SERVER_FUNCTIONS.test(pathname) ? [...READS, 'POST'] : READS
      const refused = refusalOf(allow)
      if (refused) {
        return refused
      }
      presentRefusals({ req: incoming, res: outgoing })
      await next(incoming, outgoing)
      return null
    }
    if (SHARED.test(pathname)) {
      return renderInNext()
    }
    // One clean address for each page.
    const clean = pathname.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1')
    const host = hostnameIn(incoming.headers.host)
    const isMain = isOwnHost({ host, serverUrl })
    if (!isMain && !(await directory.isTenantHost(host))) {
      return refuse(problem({ code: 'misdirected', detail: MISDIRECTED }))
    }
    if (PLATFORM.test(pathname)) {
      const [, asset] = PREVIEW_ASSET.exec(pathname) ?? []
      const answered =
        asset && READS.includes(method) ? await answerAsset(asset, { incoming, outgoing }) : null
      return answered ?? renderInNext()
    }
    if (isMain && pathname === '/') {
      return refusalOf(READS) ?? answerFrontPage({ incoming, outgoing })
    }
    const asked = { host: isMain ? '' : host, path: clean }
    const [route, moved] = await Promise.all([directory.route(asked), directory.movedTo(asked)])
    const here = moved ?? (route === null ? pathname : clean)
    if (here !== pathname) {
      return redirect(here + search)
    }
    if (route === null) {
      return refusalOf(READS) ?? answerNowhere({ accept: accept ?? null, isHead })
    }
    return sites.fetch(request, { ...withoutSlashes(route), incoming, isHttps, outgoing, search })
  }

const redirect = (location: string): Response =>
  new Response(null, { status: 308, headers: { location, 'cache-control': 'no-store' } })

/** `/` stays what it is. */
const withoutSlashes = (route: SiteRoute): SiteRoute => ({
  ...route,
  path: route.path.replace(/(.)\/+$/, '$1'),
})
