// Who asks, for endpoints that are about one's own account.
import { APIError, type PayloadRequest } from 'payload'

/** @throws 401 for nobody. */
export const signedIn = (req: PayloadRequest): NonNullable<PayloadRequest['user']> => {
  if (!req.user) {
    throw new APIError('Sign in first.', 401, { code: 'not_signed_in' }, true)
  }
  return req.user
}
