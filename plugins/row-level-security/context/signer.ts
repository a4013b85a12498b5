/** Signs the context of a statement, so that whoever can run SQL still cannot claim anything. */
import { createHash, createHmac, hkdfSync } from 'node:crypto'

export type ContextKey = {
  /** Eight hexadecimal digits that name the key in the database. */
  id: string
  /** 32 bytes. */
  secret: Buffer
}

/** How long a signature holds. Clocks of application and database may differ by less than this. */
const LIFETIME_S = 300
const RENEW_S = 120
const MOST_CACHED = 5_000

/** Derives the key from a secret of the application (RFC 5869). */
export const deriveKey = (secret: string): ContextKey => {
  const bytes = Buffer.from(hkdfSync('sha256', secret, '', 'row-level-security context v1', 32))
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 8), secret: bytes }
}

/** The two padded keys of RFC 2104, as the database keeps them: inner, then outer. */
export const paddedKeys = ({ secret }: ContextKey): { inner: Buffer; outer: Buffer } => {
  const block = Buffer.concat([secret, Buffer.alloc(64 - secret.length)])
  return {
    inner: Buffer.from(block.map((byte) => byte ^ 0x36)),
    outer: Buffer.from(block.map((byte) => byte ^ 0x5c)),
  }
}

/**
 * @param claims As `serialise` writes them.
 * @param until Seconds since 1970.
 * @returns `key|expiry|claims|signature`
 */
export const signContext = ({
  claims,
  key,
  until,
}: {
  claims: string
  key: ContextKey
  until: number
}): string => {
  const body = `${key.id}|${until}|${claims}`
  return `${body}|${createHmac('sha256', key.secret).update(body).digest('hex')}`
}

export type Signer = (message: string) => string

/**
 * @returns a function from serialised claims to a signed context. Signatures are kept until they are
 *   about to expire.
 */
export const createSigner = (key: ContextKey): Signer => {
  const cache = new Map<string, { context: string; until: number }>()
  return (message) => {
    const now = Math.floor(Date.now() / 1000)
    const known = cache.get(message)
    if (known && known.until - now > RENEW_S) {
      return known.context
    }
    const until = now + LIFETIME_S
    if (cache.size >= MOST_CACHED) {
      cache.clear()
    }
    const context = signContext({ claims: message, key, until })
    cache.set(message, { context, until })
    return context
  }
}
