// Before Payload and Next see a request: the host decides who may act through its cookies, who may
// read across origins, and whether anybody answers at all.
import type { HttpBindings } from '@hono/node-server'
import type { Context, MiddlewareHandler } from 'hono'
import { hostnameIn, isOwnHost as isOwn } from './host.ts'
import { hostnameOf, mayUseCookies, originOf } from './origins.ts'
import { refusal } from './problem.ts'
import { dropCookies } from './sessionCookie.ts'
import type { SiteDirectory } from './sites.ts'
import { isApiPath } from './urlPath.ts'

type FollowHostArgs = {
  directory: Pick<SiteDirectory, 'isTenantHost'>
  serverUrl: string
}

type Env = { Bindings: HttpBindings }

export const MISDIRECTED =
  'No site is served at this host. Check how it is spelt, or verify the domain first.'

export const followHost =
  <E extends Env>({ directory, serverUrl }: FollowHostArgs): MiddlewareHandler<E> =>
  async (c, next) => {
    const { incoming, outgoing } = c.env
    const host = hostnameIn(incoming.headers.host)
    const isOwnHost = isOwn({ host, serverUrl })
    const isApi = isApiPath(c.req.path)
    // Asked for whatever the answer is: it also brings Payload's list of origins up to date.
    const isTenantHost = !isOwnHost && (await directory.isTenantHost(host))
    if (isApi && !isOwnHost && !isTenantHost) {
      throw refusal({ code: 'misdirected', detail: MISDIRECTED })
    }
    const origin = c.req.header('origin')
    const name = hostnameOf(origin)
    const isTenantOrigin =
      name !== null && (name === host ? isTenantHost : await directory.isTenantHost(name))
    const asking = {
      method: c.req.method,
      origin,
      fetchDest: c.req.header('sec-fetch-dest'),
      fetchMode: c.req.header('sec-fetch-mode'),
      fetchSite: c.req.header('sec-fetch-site'),
    }
    if (!mayUseCookies({ asking, hostHeader: incoming.headers.host, isOwnHost, serverUrl })) {
      // From what Next reads and from what our own routes read.
      dropCookies({ incoming, outgoing })
      c.req.raw.headers.delete('cookie')
    }
    if (!isApi || serverUrl === '' || !isOwnHost) {
      return next()
    }
    return isTenantOrigin && origin === originOf({ host: name, serverUrl })
      ? shareReads({ c, next, origin })
      : next().then(() => c.header('vary', 'Origin', { append: true }))
  }

/**
 * A tenant's own site may read what anybody may read. Without Access-Control-Allow-Credentials, and
 * with no header by which one could sign in.
 *
 * @see https://fetch.spec.whatwg.org/#http-cors-protocol
 */
const shareReads = async ({
  c,
  next,
  origin,
}: {
  c: Context
  next: () => Promise<void>
  origin: string
}): Promise<Response | void> => {
  const headers = {
    'access-control-allow-headers': 'Accept, Content-Type',
    'access-control-allow-methods': 'GET, HEAD',
    'access-control-allow-origin': origin,
  }
  if (c.req.method === 'OPTIONS') {
    return c.body(null, 204, { ...headers, 'access-control-max-age': '600', vary: 'Origin' })
  }
  await next()
  if (c.req.method === 'GET' || c.req.method === 'HEAD') {
    for (const [name, value] of Object.entries(headers)) {
      c.header(name, value)
    }
    c.res.headers.delete('access-control-allow-credentials')
  }
  c.header('vary', 'Origin', { append: true })
}
