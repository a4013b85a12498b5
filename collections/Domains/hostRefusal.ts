// Host names that are no tenant's to have, whatever their DNS says.
import { isIP } from 'node:net'
import { parseUrl } from '../shared/parseUrl.ts'

/** The longest name that DNS carries, RFC 1035 §2.3.4, without its final dot. */
const MAX_LENGTH = 253

/** RFC 6761 and RFC 8375: names that never leave a machine or a home. */
const LOCAL = /(^|\.)(localhost|local|internal|home\.arpa)$/

/**
 * Says in a sentence why a host cannot be a tenant's domain.
 *
 * @param host As `normaliseHost` leaves it.
 * @param serverUrl The platform's own address; empty when there is none.
 * @returns `null` when nothing speaks against it.
 */
export const hostRefusal = ({
  host,
  serverUrl,
}: {
  host: string
  serverUrl: string
}): string | null => {
  // The platform's address as a number has no port left here, but an IPv6 one its brackets.
  if (isIP(host.replace(/^\[|\]$/g, '')) !== 0 || host.startsWith('[')) {
    return 'This is an IP address. Give a host name such as work.example.com.'
  }
  if (LOCAL.test(host)) {
    return 'This name means the machine itself. Give a host name that others can reach, such as work.example.com.'
  }
  if (host === parseUrl(serverUrl)?.hostname) {
    return 'This is the address of this installation itself. Choose one of your own.'
  }
  return host.length > MAX_LENGTH
    ? 'This name is longer than DNS allows. Choose a shorter one.'
    : null
}
