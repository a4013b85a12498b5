// Reset tokens are stored as their hashes: who reads the table, or a copy of it, sets nobody's
// password.
import type { CollectionBeforeOperationHook, CollectionBeforeValidateHook } from 'payload'
import { hashOf } from '../../shared/token.ts'
import { noteOf } from '../note.ts'

/** On its way into the table. */
export const hashStoredToken: CollectionBeforeValidateHook = ({ data, originalDoc }) => {
  const token: unknown = data?.resetPasswordToken
  return data &&
    originalDoc &&
    typeof token === 'string' &&
    token !== originalDoc.resetPasswordToken
    ? { ...data, resetPasswordToken: hashOf(token) }
    : data
}

type ResetData = { password?: unknown; token?: unknown }

/** On its way into the query. In place: Payload took the data out of its arguments already. */
export const hashGivenToken: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const data = (args as { data?: ResetData }).data
  if ((operation as string) === 'resetPassword' && data) {
    const tokenHash = typeof data.token === 'string' ? hashOf(data.token) : ''
    noteOf(req).reset = { password: data.password, tokenHash }
    data.token = tokenHash
  }
  return args
}
