// What the link in an invitation carries, and how long it is good.
import { timingSafeEqual } from 'node:crypto'
import { adminUrl, hashOf } from '../shared/token.ts'

const DAYS = 7

/** In constant time. */
export const isTokenOf = ({ hash, token }: { hash: unknown; token: string }): boolean => {
  const given = Buffer.from(hashOf(token))
  const kept = Buffer.from(typeof hash === 'string' ? hash : '')
  return kept.length === given.length && timingSafeEqual(kept, given)
}

/** When an invitation that is sent now stops being good. */
export const expiryFrom = (now: Date): Date => new Date(now.getTime() + DAYS * 24 * 60 * 60 * 1000)

/** The address in the mail. The tenant stands in it because nobody is known yet who could name it. */
export const linkOf = ({ tenant, token }: { tenant: string; token: string }): string =>
  adminUrl('/admin/accept-invitation', { tenant, token })
