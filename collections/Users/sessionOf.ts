// The session or the key behind a request, as the strategy that found it notes it on the user.
import type { PayloadRequest } from 'payload'

/** @returns its id; `null` for API keys and for nobody. */
export const sessionOf = ({ user }: Pick<PayloadRequest, 'user'>): string | null => {
  const id: unknown = (user as { _sid?: unknown } | null)?._sid
  return typeof id === 'string' ? id : null
}

/** @returns the id of the API key that signs the request; `null` for sessions and for nobody. */
export const keyOf = ({ user }: Pick<PayloadRequest, 'user'>): string | null => {
  const id: unknown = (user as { _keyId?: unknown } | null)?._keyId
  return typeof id === 'string' ? id : null
}

/** From now on, the request belongs to another session of the same user. */
export const setSession = (user: NonNullable<PayloadRequest['user']>, id: string): void => {
  Object.assign(user, { _sid: id })
}
