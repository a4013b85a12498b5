/**
 * Whether a browser has opened a protected study. Only then is its page rendered for that one visitor and kept nowhere,
 * so a cookie counts when its signature is right for this very study, and by no other sign.
 */
import { keyFor } from '../config/keys.ts'
import { payloadOf } from './data/payload.ts'
import { findLock } from './data/findLock.ts'
import type { SiteContext } from './request.ts'
import { checkUnlockValue, unlockCookieName, unlockCookiePrefix } from './unlock.ts'

/** Of a request for a study: what tells the visitor who opened it from all others, or null. */
export const openedBy = async (c: SiteContext): Promise<string | null> => {
  const given = unlockCookies(c.env.incoming.headers.cookie ?? '')
  if (given.size === 0) {
    return null
  }
  const { tenantId } = c.env
  const lock = await findLock({
    payload: await payloadOf(),
    slug: c.req.param('slug') ?? '',
    tenantId,
  })
  const value = lock ? given.get(unlockCookieName(lock.id)) : undefined
  const isOpened =
    lock !== null &&
    checkUnlockValue({
      value,
      studyId: lock.id,
      passwordHash: lock.hash,
      secret: keyFor('unlockCookies'),
    })
  return isOpened ? (value ?? null) : null
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
