/**
 * Whether a browser has opened a protected study. Only then is its page rendered for that one visitor and kept nowhere,
 * so a cookie counts when its signature is right for this very study, and by no other sign.
 */
import type { Payload } from 'payload'
import { keyFor } from '../config/keys.ts'
import { findLock } from './data/findLock.ts'
import { checkUnlockValue, unlockCookieName, unlockCookiePrefix } from './unlock.ts'

export type IsOpened = (args: {
  /** The request's `Cookie`. */
  cookie: string
  tenantId: string
  slug: string
}) => Promise<boolean>

export const createIsOpened =
  ({ payload }: { payload: Payload }): IsOpened =>
  async ({ cookie, slug, tenantId }) => {
    const given = unlockCookies(cookie)
    if (given.size === 0) {
      return false
    }
    const lock = await findLock({ payload, slug, tenantId })
    return (
      lock !== null &&
      checkUnlockValue({
        value: given.get(unlockCookieName(lock.id)),
        studyId: lock.id,
        passwordHash: lock.hash,
        secret: keyFor('unlockCookies'),
      })
    )
  }

/** Those that look as we write them: anything else is not worth a question to the database. */
const unlockCookies = (cookie: string): Map<string, string> =>
  new Map(
    cookie.split(';').flatMap((pair) => {
      const [name = '', value = ''] = pair.trim().split('=')
      return name.startsWith(unlockCookiePrefix) && /^\d{1,12}\.[\w-]{43}$/.test(value)
        ? [[name, value] as const]
        : []
    }),
  )
