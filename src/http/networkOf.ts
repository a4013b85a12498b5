// Whose address it is, for what is counted by caller.
import { isIPv6 } from 'node:net'

/**
 * The address itself for IPv4. For IPv6 the first 64 bits: one visitor has all the addresses behind
 * them, and would otherwise be a new caller with each.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4291#section-2.5.1
 */
export const networkOf = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped) {
    return mapped[1]!
  }
  const [bare = ''] = address.split('%')
  if (!isIPv6(bare)) {
    return address
  }
  // As WHATWG URLs write it: shortest form, embedded IPv4 in hexadecimal.
  const [head = '', tail] = new URL(`http://[${bare}]`).hostname.slice(1, -1).split('::')
  const before = groupsOf(head)
  const after = groupsOf(tail ?? '')
  const zeros = Array<string>(8 - before.length - after.length).fill('0')
  return `${[...before, ...zeros, ...after].slice(0, 4).join(':')}::/64`
}

const groupsOf = (text: string): string[] => (text === '' ? [] : text.split(':'))
