// An invitation that waits can be revoked, and nothing else: it is accepted through its link alone.
import { APIError, type CollectionBeforeChangeHook } from 'payload'
import { isTrusted } from '../../shared/trusted.ts'

export const guardStatus: CollectionBeforeChangeHook = ({ data, operation, originalDoc, req }) => {
  const before: unknown = originalDoc?.status
  const after: unknown = data.status ?? before
  if (operation !== 'update' || isTrusted(req) || after === before) {
    return data
  }
  if (before !== 'pending' || after !== 'revoked') {
    throw new APIError(
      before === 'pending'
        ? 'An invitation is accepted by whoever gets the mail. You can revoke it.'
        : 'This invitation was answered or revoked already. Invite the person again.',
      409,
      { code: 'invitation_closed' },
      true,
    )
  }
  return data
}
