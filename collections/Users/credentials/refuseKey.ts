// An API key acts for its owner, and ends nothing that opens their account: a stolen key could lock its owner
// out.
import { APIError, type PayloadRequest } from 'payload'
import { keyOf } from '../sessionOf.ts'

const SENTENCES = {
  signOut: 'An API key cannot sign anybody out. Sign in to do so.',
  takeBackEmail: 'An API key cannot take back a change of email. Sign in to do so.',
} as const

/** @throws 403 `reauthentication_required` for a request that an API key signs. */
export const refuseKey = (req: PayloadRequest, event: keyof typeof SENTENCES): void => {
  if (keyOf(req) !== null) {
    throw new APIError(SENTENCES[event], 403, { code: 'reauthentication_required' }, true)
  }
}
