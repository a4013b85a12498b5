// What an answer says, by who may read it: RFC 9110 and 9111, and what each reader may keep.
import type { BytesAnswer } from '../askBytes.ts'
import type { Address, Kind, Readers } from './addresses.ts'

type Rule = {
  status: number
  cacheControl: string
  /** Whether caches may keep it for others: then it has a validator, and CDNs are told what it is made of. */
  isShared: boolean
}

/** @see https://www.rfc-editor.org/rfc/rfc9111#name-cache-control */
export const RULES: Readonly<Record<Readers, Rule>> = {
  everybody: {
    status: 200,
    cacheControl: 'public, max-age=0, s-maxage=60, stale-while-revalidate=86400',
    isShared: true,
  },
  'everybody for ever': {
    status: 200,
    cacheControl: 'public, max-age=31536000, immutable',
    isShared: true,
  },
  'whoever has the address': { status: 200, cacheControl: 'private, no-cache', isShared: false },
  'one visitor': { status: 200, cacheControl: 'no-store', isShared: false },
  moved: { status: 301, cacheControl: 'no-store', isShared: false },
  nobody: { status: 404, cacheControl: 'no-store', isShared: false },
}

export const TYPES: Readonly<Record<Kind, RegExp>> = {
  page: /^text\/html; charset=utf-8$/,
  picture: /^image\/png$/,
  'style sheet': /^text\/css; charset=utf-8$/,
  script: /^text\/javascript; charset=utf-8$/,
  font: /^font\/woff2$/,
  XML: /^application\/(rss\+)?xml; charset=utf-8$/,
  text: /^text\/plain; charset=utf-8$/,
}

/** Pictures and fonts are compressed already. */
export const isCompressible = ({ kind }: Address): boolean => kind !== 'picture' && kind !== 'font'

/** Whether there is a representation: what is below 300. */
export const isThere = ({ readers }: Address): boolean => RULES[readers].status === 200

/** Whether it is made of the tenant's content; assets are the same for all tenants. */
export const isOfTenant = ({ kind }: Address): boolean =>
  kind !== 'font' && kind !== 'script' && kind !== 'style sheet'

/** Headers that belong to one answer or one connection. */
const OF_ONE_ANSWER = ['connection', 'date', 'keep-alive', 'transfer-encoding', 'x-request-id']

/** Names of headers that two answers do not have alike. */
export const differing = (one: BytesAnswer, other: BytesAnswer): string[] => {
  const [a, b] = [lastingHeaders(one), lastingHeaders(other)]
  return Object.keys({ ...a, ...b }).filter((name) => a[name] !== b[name])
}

export const lastingHeaders = ({ headers }: BytesAnswer): Record<string, unknown> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_ONE_ANSWER.includes(name)))

export const STRONG_ETAG = /^"[\x21\x23-\x7e]+"$/
