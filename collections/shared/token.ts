// Secrets that a link or a key carries: what they look like, what is stored of them, and the URL that
// brings one back.
import { createHash, randomBytes } from 'node:crypto'

const BYTES = 32

/** 256 random bits, in base64url. */
export const createToken = (): string => randomBytes(BYTES).toString('base64url')

/** SHA-256, in hexadecimal. A token has 256 random bits, so it needs neither salt nor stretching. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Whether a value could be a token at all. */
export const isToken = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z0-9_-]{43}$/.test(value)

/**
 * An absolute URL in the admin, for a mail.
 *
 * @param path e.g. `/admin/confirm-email`.
 */
export const adminUrl = (path: string, query: Record<string, string> = {}): string => {
  const base = process.env.SERVER_URL || `http://localhost:${process.env.PORT || 3000}`
  const url = new URL(path, base)
  url.search = new URLSearchParams(query).toString()
  return url.href
}
