// What the hooks of one operation on a user tell each other.
import type { PayloadRequest } from 'payload'

type IdentityChange = {
  hasPassword: boolean
  /** A new email, which waits for its mailbox. */
  email: string | null
}

type Note = {
  /** By user, from before the write until after it. */
  changes: Map<string, IdentityChange>
  /** A current password that came with a change, and what is against it; `null` when it is the right one. */
  given?: { currentPassword: string; refusal: Error | null } | undefined
  /** A reset that is going on: `userId` once its link was found to be good. */
  reset?: { password: unknown; tokenHash: string; userId?: string }
}

const KEY = 'vitrineIdentity'

export const noteOf = (req: Pick<PayloadRequest, 'context'>): Note =>
  (req.context[KEY] ??= { changes: new Map() }) as Note
