// The session behind a request, as Payload's JWT strategy notes it on the user.
import type { PayloadRequest } from 'payload'

/** @returns its id; `null` for API keys and for nobody. */
export const sessionOf = ({ user }: Pick<PayloadRequest, 'user'>): string | null => {
  const id: unknown = (user as { _sid?: unknown } | null)?._sid
  return typeof id === 'string' ? id : null
}

/** From now on, the request belongs to another session of the same user. */
export const setSession = (user: NonNullable<PayloadRequest['user']>, id: string): void => {
  Object.assign(user, { _sid: id })
}
