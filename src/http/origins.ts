// Whose pages may act through a browser's cookies, and whose may read. Pure: the request's headers
// and the verified hosts decide.
import { hostnameIn, isThisMachine } from './host.ts'
import { parseUrl } from '../../collections/shared/parseUrl.ts'

type Site = { host: string; serverUrl: string }

/** A tenant's domain is reached as the platform is: by the same scheme, on the same port. */
export const originOf = ({ host, serverUrl }: Site): string => {
  const { port, protocol } = new URL(serverUrl)
  return `${protocol}//${host}${port === '' ? '' : `:${port}`}`
}

/** A tenant's domain may have a certificate even where the platform has none. */
const originsOf = (site: Site): string[] => [...new Set([originOf(site), `https://${site.host}`])]

/**
 * What Payload's `csrf` holds: the platform and every verified domain. It knows no hosts, so each is
 * good on each of them; `mayUseCookies` is what ties one to its own.
 *
 * @returns nothing without SERVER_URL, which to Payload means that nothing is checked.
 */
export const trustedOrigins = ({
  hosts,
  serverUrl,
}: {
  hosts: readonly string[]
  serverUrl: string
}): string[] =>
  serverUrl === '' ? [] : [serverUrl, ...hosts.flatMap((host) => originsOf({ host, serverUrl }))]

export type Asking = {
  method: string
  /** The `Origin` header; browsers send it with all but same-origin GETs and navigations. */
  origin: string | undefined
  /** `Sec-Fetch-Site`, `-Mode` and `-Dest`, which no script can set. */
  fetchSite: string | undefined
  fetchMode: string | undefined
  fetchDest: string | undefined
}

/**
 * Whether a request's cookies count. They do for the pages of the host itself and for nobody else's,
 * with or without SERVER_URL: no other site, no neighbouring name and no other port of this machine
 * acts through them.
 *
 * @param hostHeader `Host`, with its port.
 * @param isOwnHost Whether the request is for the platform itself.
 */
export const mayUseCookies = ({
  asking,
  hostHeader,
  isOwnHost,
  serverUrl,
}: {
  asking: Asking
  hostHeader: string | undefined
  isOwnHost: boolean
  serverUrl: string
}): boolean => {
  const { fetchSite, origin } = asking
  const isForeign = fetchSite !== undefined && !['same-origin', 'none'].includes(fetchSite)
  if (isForeign && !isFollowingALink(asking)) {
    return false
  }
  return origin === undefined || isOwnOrigin({ hostHeader, isOwnHost, origin, serverUrl })
}

/** A page in a tab of its own, which nobody frames and which sends nothing. */
const isFollowingALink = ({ fetchDest, fetchMode, method }: Asking): boolean =>
  fetchMode === 'navigate' &&
  (method === 'GET' || method === 'HEAD') &&
  (fetchDest === undefined || fetchDest === 'document')

const isOwnOrigin = ({
  hostHeader,
  isOwnHost,
  origin,
  serverUrl,
}: {
  hostHeader: string | undefined
  isOwnHost: boolean
  origin: string
  serverUrl: string
}): boolean => {
  const host = hostnameIn(hostHeader)
  if (serverUrl === '') {
    return isOfHost({ hostHeader, origin })
  }
  if (!isOwnHost) {
    return originsOf({ host, serverUrl }).includes(origin)
  }
  // Behind a proxy that renames the host the platform is asked for under a local name.
  return origin === serverUrl || (isThisMachine(host) && isOfHost({ hostHeader, origin }))
}

/** Whether an origin is the very host and port that was asked; the scheme is not known here. */
export const isOfHost = ({
  hostHeader,
  origin,
}: {
  hostHeader: string | null | undefined
  origin: string
}): boolean => {
  const asked = parseUrl(origin)
  return (
    asked !== null &&
    Boolean(hostHeader) &&
    /^https?:$/.test(asked.protocol) &&
    parseUrl(`${asked.protocol}//${hostHeader}`)?.host === asked.host
  )
}

/** The name in an origin; `null` for `null` and whatever is no origin. */
export const hostnameOf = (origin: string | undefined): string | null =>
  origin === undefined ? null : (parseUrl(origin)?.hostname ?? null)
