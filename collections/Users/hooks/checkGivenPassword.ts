// The current password that comes with a change is checked before anything of the account is held: a wrong one
// is counted outside of the transaction, which is rolled back, and would wait for it for ever. What comes of it
// counts once it is known that the change needs it (guardIdentity.ts).
import type { CollectionBeforeOperationHook } from 'payload'
import { isTrusted } from '../../shared/trusted.ts'
import { noteOf } from '../note.ts'
import { reauthenticate } from '../reauthenticate.ts'

export const checkGivenPassword: CollectionBeforeOperationHook = async ({
  args,
  operation,
  req,
}) => {
  if (operation !== 'update') {
    return args
  }
  const note = noteOf(req)
  note.given = undefined
  const { currentPassword } = ((args as { data?: unknown }).data ?? {}) as {
    currentPassword?: unknown
  }
  if (typeof currentPassword === 'string' && currentPassword !== '' && !isTrusted(req)) {
    const refusal = await reauthenticate({ currentPassword, req }).then(
      () => null,
      (err: Error) => err,
    )
    note.given = { currentPassword, refusal }
  }
  return args
}
