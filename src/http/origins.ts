// Whose pages may act through a browser's cookies, and whose may read. Pure: the request's headers
// and the proven hosts decide.

type Site = { host: string; serverUrl: string }

/** A tenant's domain is reached as the platform is: by the same scheme, on the same port. */
export const originOf = ({ host, serverUrl }: Site): string => {
  const { port, protocol } = new URL(serverUrl)
  return `${protocol}//${host}${port === '' ? '' : `:${port}`}`
}

/**
 * What Payload's `csrf` holds: the platform and every proven domain. It knows no hosts, so each is
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
  serverUrl === '' ? [] : [serverUrl, ...hosts.map((host) => originOf({ host, serverUrl }))]

export type Asking = {
  /** The `Origin` header; browsers send it with all but same-origin GETs and navigations. */
  origin: string | undefined
  /** `Sec-Fetch-Site` and `Sec-Fetch-Mode`, which no script can set. */
  fetchSite: string | undefined
  fetchMode: string | undefined
}

/**
 * Whether a request's cookies count. They do for the pages of the host itself, and nobody else's:
 * neither another tenant's domain nor the platform acts through them.
 *
 * @param isOwnHost Whether the request is for the platform itself.
 * @param isTenantOrigin Whether `origin` is on a tenant's proven domain.
 */
export const mayUseCookies = ({
  asking: { fetchMode, fetchSite, origin },
  host,
  isOwnHost,
  isTenantOrigin,
  serverUrl,
}: Site & { asking: Asking; isOwnHost: boolean; isTenantOrigin: boolean }): boolean => {
  if (serverUrl === '') {
    // On a machine without an address there is nothing to compare with, but for other tenants.
    return !isTenantOrigin || hostnameOf(origin) === host
  }
  if (origin === undefined) {
    // A page of a neighbouring name (“same-site”) is a stranger as well. Following a link is not acting.
    return (
      fetchSite === undefined || !/^(cross|same)-site$/.test(fetchSite) || fetchMode === 'navigate'
    )
  }
  // Behind a proxy that renames the host the platform is asked for under a local name.
  return isOwnHost && origin === serverUrl ? true : hostnameOf(origin) === host
}

/** The name in an origin; `null` for `null` and whatever is no origin. */
export const hostnameOf = (origin: string | undefined): string | null =>
  origin !== undefined && URL.canParse(origin) ? new URL(origin).hostname : null
