// Which host a request names, and whether it is the platform's own.
import { isIP } from 'node:net'

/**
 * The name in a `Host` header: without its port, lower case, without a trailing dot. Behind a proxy
 * of our own the header names what the visitor asked for; see incoming.ts.
 */
export const hostnameIn = (header: string | null | undefined): string =>
  (header ?? '').trim().toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '')

/** The host of SERVER_URL; without one, this machine by name or any address by number. */
export const isOwnHost = ({ host, serverUrl }: { host: string; serverUrl: string }): boolean => {
  if (serverUrl !== '') {
    return isThisMachine(host) || bareOf(host) === bareOf(new URL(serverUrl).hostname)
  }
  // No name that somebody else can register leads here, so no page of another site can pretend that
  // its own name is ours (DNS rebinding).
  return isThisMachine(host) || isIP(bareOf(host)) !== 0
}

/** As health checks and proxies on the same machine name it. */
export const isThisMachine = (host: string): boolean =>
  ['localhost', '127.0.0.1', '::1', ''].includes(bareOf(host))

const bareOf = (host: string): string => host.replace(/^\[|\]$/g, '')
