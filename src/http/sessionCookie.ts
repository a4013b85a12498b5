// The session cookie on encrypted connections: `__Host-payload-token` to the browser, and
// `payload-token` to Payload and Next. A name that begins with `__Host-` can be set by this very host
// only, over HTTPS; the plain one also by every neighbouring subdomain.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setHeader } from './incoming.ts'

/** As Payload calls it: `cookiePrefix` and `-token`. */
const PLAIN = 'payload-token'
/** @see https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#name-the-__host-prefix */
const PREFIXED = `__Host-${PLAIN}`

const FIXED = 'Path=/; HttpOnly; Secure; SameSite=Lax'
const EXPIRED = `${PLAIN}=; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; ${FIXED}`

/** Answers to requests that may not act through cookies; they set no session either. */
const foreign = new WeakSet<ServerResponse>()

/**
 * Renames the session cookie of a request and of its answer, whoever writes that: Payload, Next or an
 * endpoint of ours.
 *
 * @param isHttps Whether the browser's connection is encrypted; otherwise both keep the plain name.
 */
export const followSession = ({
  incoming,
  isHttps,
  outgoing,
}: {
  incoming: IncomingMessage
  isHttps: boolean
  outgoing: ServerResponse
}): void => {
  const cookies = pairsOf(incoming.headers.cookie)
  const hadPlain = cookies.some(([name]) => name === PLAIN)
  if (isHttps && cookies.some(([name]) => name === PLAIN || name === PREFIXED)) {
    const sessions = cookies.filter(([name]) => name === PREFIXED)
    const others = cookies.filter(([name]) => name !== PLAIN && name !== PREFIXED)
    // Browsers send one. Two were not both set by us, and nobody can say which was.
    const own = sessions.length === 1 ? [[PLAIN, sessions[0]![1]] as const] : []
    const value = [...others, ...own].map((pair) => pair.join('=')).join('; ')
    setHeader({ incoming, name: 'cookie', value: value === '' ? undefined : value })
  }
  // Pages that shared caches may keep carry no cookie, not even one that ends.
  const isPrivate = /^\/(api|admin)(\/|\?|$)/.test(incoming.url ?? '')
  rewriteSetCookie({
    outgoing,
    rewrite: (set) => {
      const kept = foreign.has(outgoing) ? set.filter((cookie) => !isSession(cookie)) : set
      return isHttps ? [...kept.map(toPrefixed), ...(hadPlain && isPrivate ? [EXPIRED] : [])] : kept
    },
  })
}

/** From here on the request is nobody's: its cookies are gone, and its answer begins no session. */
export const dropCookies = ({
  incoming,
  outgoing,
}: {
  incoming: IncomingMessage
  outgoing: ServerResponse
}): void => {
  foreign.add(outgoing)
  setHeader({ incoming, name: 'cookie', value: undefined })
}

/** Names as Payload reads them: up to the first `=`, trimmed. */
const pairsOf = (header: string | undefined): (readonly [name: string, value: string])[] =>
  (header ?? '')
    .split(';')
    .filter((pair) => pair.trim() !== '')
    .map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return [name.trim(), value.join('=').trim()] as const
    })

const isSession = (cookie: string): boolean => pairsOf(cookie)[0]?.[0] === PLAIN

const toPrefixed = (cookie: string): string => {
  if (!isSession(cookie)) {
    return cookie
  }
  const [[, value] = [], ...attributes] = pairsOf(cookie)
  const lasting = attributes
    .filter(([name]) => /^(expires|max-age)$/i.test(name))
    .map((attribute) => attribute.join('='))
  return [`${PREFIXED}=${value}`, ...lasting, FIXED].join('; ')
}

/** What is set in whatever way goes through `writeHead` at the end. */
const rewriteSetCookie = ({
  outgoing,
  rewrite,
}: {
  outgoing: ServerResponse
  rewrite: (set: string[]) => string[]
}): void => {
  const writeHead = outgoing.writeHead.bind(outgoing) as (...args: unknown[]) => ServerResponse
  outgoing.writeHead = (...args: unknown[]) => {
    const given = args.at(-1)
    const [named, rest] = Array.isArray(given)
      ? takeFromList(given as unknown[])
      : given !== null && typeof given === 'object'
        ? takeFromRecord(given as Record<string, unknown>)
        : [undefined, given]
    // Headers of `writeHead` stand in for those of the same name that were set before.
    const set = named ?? listOf(outgoing.getHeader('set-cookie'))
    const rewritten = rewrite(set)
    if (rewritten.length > 0) {
      outgoing.setHeader('set-cookie', rewritten)
    } else {
      outgoing.removeHeader('set-cookie')
    }
    return writeHead(...args.slice(0, -1), rest)
  }
}

const listOf = (value: unknown): string[] =>
  value === undefined ? [] : [value as string | string[]].flat().map(String)

const isName = (name: unknown): boolean => String(name).toLowerCase() === 'set-cookie'

const takeFromRecord = (
  headers: Record<string, unknown>,
): [named: string[] | undefined, rest: unknown] => {
  const entries = Object.entries(headers)
  const own = entries.filter(([name]) => isName(name))
  return own.length === 0
    ? [undefined, headers]
    : [
        own.flatMap(([, value]) => listOf(value)),
        Object.fromEntries(entries.filter(([name]) => !isName(name))),
      ]
}

/** Names and values in turn, as `rawHeaders` has them, or pairs. */
const takeFromList = (headers: unknown[]): [named: string[] | undefined, rest: unknown] => {
  const pairs = headers.every(Array.isArray)
    ? (headers as unknown[][])
    : headers.flatMap((name, at) => (at % 2 === 0 ? [[name, headers[at + 1]]] : []))
  const own = pairs.filter(([name]) => isName(name))
  return own.length === 0
    ? [undefined, headers]
    : [own.flatMap(([, value]) => listOf(value)), pairs.filter(([name]) => !isName(name)).flat()]
}
