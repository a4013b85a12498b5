// Nobody becomes a member without accepting, whoever asks for it. Said before anything is looked up:
// the answer for a user who exists is the one for a user who does not.
import { APIError, type CollectionBeforeOperationHook } from 'payload'
import { isTrusted } from '../../shared/trusted.ts'

export const inviteInstead: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === 'create' && !isTrusted(req)) {
    throw new APIError(
      'People become members by accepting an invitation. Invite them instead.',
      403,
      { code: 'invite_instead' },
      true,
    )
  }
  return args
}
