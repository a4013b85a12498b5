// What the link in an invitation carries, and what the database keeps of it.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const BYTES = 32
const DAYS = 7

export const createToken = (): string => randomBytes(BYTES).toString('base64url')

/** SHA-256, in hexadecimal. A token has 256 random bits, so it needs neither salt nor stretching. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Whether a value could be a token at all. */
export const isToken = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z0-9_-]{43}$/.test(value)

/** In constant time. */
export const isTokenOf = ({ hash, token }: { hash: unknown; token: string }): boolean => {
  const given = Buffer.from(hashOf(token))
  const kept = Buffer.from(typeof hash === 'string' ? hash : '')
  return kept.length === given.length && timingSafeEqual(kept, given)
}

/** When an invitation that is sent now stops being good. */
export const expiryFrom = (now: Date): Date => new Date(now.getTime() + DAYS * 24 * 60 * 60 * 1000)

/** The address in the mail. The tenant stands in it because nobody is known yet who could name it. */
export const linkOf = ({ tenant, token }: { tenant: string; token: string }): string => {
  const base = process.env.SERVER_URL || `http://localhost:${process.env.PORT || 3000}`
  const url = new URL('/admin/accept-invitation', base)
  url.search = new URLSearchParams({ tenant, token }).toString()
  return url.href
}
