// Which host a request names, and whether it is the platform's own.
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

/** The host without its port, lower case. `X-Forwarded-Host` counts only behind our own proxy. */
export const hostOf = ({
  req,
  trustProxy,
}: {
  req: IncomingMessage
  trustProxy: boolean
}): string => {
  const forwarded = trustProxy ? req.headers['x-forwarded-host'] : undefined
  const value = (Array.isArray(forwarded) ? forwarded[0] : forwarded) ?? req.headers.host ?? ''
  return (value.split(',')[0] ?? '').trim().toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '')
}

/** The host of SERVER_URL; without one, this machine by name or any address by number. */
export const isOwnHost = ({ host, serverUrl }: { host: string; serverUrl: string }): boolean => {
  const bare = host.replace(/^\[|\]$/g, '')
  const isLocal = bare === 'localhost' || bare === '127.0.0.1' || bare === '::1' || bare === ''
  if (serverUrl !== '') {
    return isLocal || bare === new URL(serverUrl).hostname
  }
  return isLocal || isIP(bare) !== 0
}
