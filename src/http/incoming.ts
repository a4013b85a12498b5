// The first thing that happens to a request: what only a proxy or we ourselves may say is taken out
// of its headers. Behind a proxy of our own, what it says is read here and nowhere else: `Host` then
// names the host that the visitor asked for, and everything behind reads `Host`.
import type { IncomingMessage } from 'node:http'

/**
 * Headers by which a proxy speaks of the visitor, in all their dialects.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7239
 */
const OF_PROXIES =
  /^(forwarded|x-forwarded(-.*)?|x-original-.*|x-rewrite-url|x-host|x-http-host-override|x-proxyuser-ip|x-real-ip|x-client-ip|x-cluster-client-ip|true-client-ip|cf-connecting-ip(v6)?|fastly-client-ip|x-appengine-.*)$/

/** Names of our own, and the policy from which Next takes the nonce of its scripts. */
const OURS = /^(x-vitrine-.*|content-security-policy(-report-only)?)$/

/** Written by every gateway, and no secret: it stays. https://www.rfc-editor.org/rfc/rfc9110#name-via */
const VIA = 'via'

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/

export type Visit = {
  /** Whether the visitor's connection is encrypted, by the word of our own proxy. */
  isHttps: boolean
  /**
   * Whether the visitor is on this machine. A proxy may be on it as well, so a request that came through one
   * is local only if the proxy is our own and says so.
   */
  isLocal: boolean
}

/**
 * Takes out of a request what its sender may not say, and notes where it comes from in
 * `x-vitrine-ip`. Of a list the last entry counts: the nearest proxy wrote it, and everything before
 * it may be the visitor's.
 *
 * @param trustProxy Whether `X-Forwarded-Host`, `-Proto` and `-For` come from a proxy of our own.
 */
export const takeIn = ({
  incoming,
  trustProxy,
}: {
  incoming: IncomingMessage
  trustProxy: boolean
}): Visit => {
  const { headers } = incoming
  const said = (name: string): string | undefined =>
    trustProxy ? lastOf(headers[`x-forwarded-${name}`]) : undefined
  const [host, proto, ip] = [said('host'), said('proto')?.toLowerCase(), said('for')]
  const keep = (name: string): boolean => !OF_PROXIES.test(name) && !OURS.test(name)
  const isHandedOn = Object.keys(headers).some((name) => name === VIA || OF_PROXIES.test(name))
  const address = ip ?? incoming.socket.remoteAddress ?? 'unknown'

  const raw = incoming.rawHeaders
  const kept: string[] = []
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = raw[at]!.toLowerCase()
    if (keep(name) && !(name === 'host' && host !== undefined)) {
      kept.push(raw[at]!, raw[at + 1]!)
    }
  }
  for (const name of Object.keys(headers)) {
    if (!keep(name)) {
      delete headers[name]
    }
  }
  const set = (name: string, value: string): void => {
    headers[name] = value
    kept.push(name, value)
  }
  if (host !== undefined) {
    set('host', host)
  }
  if (proto === 'https' || proto === 'http') {
    set('x-forwarded-proto', proto)
  }
  set('x-vitrine-ip', address)
  // Hono reads the raw ones.
  incoming.rawHeaders = kept
  return {
    isHttps: proto === 'https',
    isLocal: LOOPBACK.test(address) && (ip !== undefined || !isHandedOn),
  }
}

/** Replaces a header for everything that reads the request later, or removes it. */
export const setHeader = ({
  incoming,
  name,
  value,
}: {
  incoming: IncomingMessage
  name: string
  value: string | undefined
}): void => {
  const raw = incoming.rawHeaders
  const kept: string[] = []
  for (let at = 0; at + 1 < raw.length; at += 2) {
    if (raw[at]!.toLowerCase() !== name) {
      kept.push(raw[at]!, raw[at + 1]!)
    }
  }
  delete incoming.headers[name]
  if (value !== undefined) {
    incoming.headers[name] = value
    kept.push(name, value)
  }
  incoming.rawHeaders = kept
}

const lastOf = (value: string | string[] | undefined): string | undefined =>
  [value ?? []].flat().join(',').split(',').at(-1)?.trim() || undefined
