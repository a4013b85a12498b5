// What was made, with all that its readers are told about it, whoever they are.
import { createHash } from 'node:crypto'
import { createCodings, type Codings } from './codings.ts'
import { chooseCoding, isTextType } from './encodings.ts'
import type { Made, Policy } from './options.ts'
import { surrogateHeaders } from './surrogateKeys.ts'

/** For `respond`, and for whoever counts. */
export type Answer = {
  readonly status: number
  readonly policy: Policy
  /** All but those that a coding decides: `content-encoding`, `content-length`, `etag`. */
  readonly headers: Readonly<Record<string, string>>
  readonly tags: readonly string[]
  /** When it ends, in milliseconds since 1970; `Infinity` for never. */
  readonly until: number
  /** What the ETags of all codings have in common; `null` when there is none. */
  readonly etag: string | null
  readonly isText: boolean
  readonly codings: Codings
}

/** A CDN does not hear our notices, so it asks again after a minute. */
const CACHE_CONTROL: Record<Policy, string> = {
  shared: 'public, max-age=0, s-maxage=60, stale-while-revalidate=86400',
  immutable: 'public, max-age=31536000, immutable',
  private: 'private, no-cache',
  none: 'no-store',
}

export const toAnswer = ({
  isPublicTag = () => true,
  made,
  tags,
  until,
}: {
  isPublicTag?: ((tag: string) => boolean) | undefined
  made: Made
  tags: readonly string[]
  until: number
}): Answer => {
  const { policy, status } = made
  // A copy, for it is kept; a view into a larger buffer would keep that as well.
  const body = typeof made.body === 'string' ? Buffer.from(made.body) : Buffer.from(made.body)
  const headers = ofEverybody(made.headers)
  const isText = isTextType(headers['content-type'] ?? '') && !('content-encoding' in headers)
  const isPublic = policy === 'shared' || policy === 'immutable'
  return {
    status,
    policy,
    tags,
    until,
    isText,
    headers: {
      ...headers,
      'cache-control': CACHE_CONTROL[policy],
      ...(isText ? { vary: addVary(headers.vary) } : {}),
      ...(isPublic ? surrogateHeaders(tags.filter(isPublicTag)) : {}),
    },
    etag: isPublic && status >= 200 && status < 300 ? hashOf(body) : null,
    codings: createCodings(body),
  }
}

/** Resolves when the bytes that a reader will get are at hand. */
export const prepare = async (answer: Answer, accepts: string | null): Promise<void> => {
  const { codings, isText } = answer
  const coding = chooseCoding({ accepts, bytes: codings.identity.byteLength, isText })
  if (coding !== null && !codings.peek(coding)) {
    await codings.ready(coding)
  }
}

/** Decided here, whatever `make` says of them. */
const OURS = new Set([
  'cache-control',
  'cache-tag',
  'connection',
  'content-length',
  'date',
  'etag',
  'surrogate-key',
  'transfer-encoding',
])

const ofEverybody = (headers: Record<string, string>): Record<string, string> => {
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    const lower = name.toLowerCase()
    if (lower === 'set-cookie') {
      throw new Error(
        'An answer for everybody cannot set a cookie. Send it with a response of its own.',
      )
    }
    if (!OURS.has(lower)) {
      kept[lower] = value
    }
  }
  return kept
}

const addVary = (vary: string | undefined): string =>
  !vary
    ? 'accept-encoding'
    : /(^|,)\s*(accept-encoding|\*)\s*(,|$)/i.test(vary)
      ? vary
      : `${vary}, accept-encoding`

const hashOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
