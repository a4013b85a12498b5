// Who holds a lock, by name. Those who may see a lock may know that name, also where the rest of the
// holder's account is not theirs to read: an operator's, or that of an agency's member.
import type { CollectionAfterReadHook, CollectionBeforeChangeHook, Payload } from 'payload'
import { asPrincipal } from '../../access/claims.ts'
import { ANONYMOUS } from '../../access/principal.ts'

/** @returns `null` for an account that is gone. */
export const nameOfHolder = async ({
  payload,
  userId,
}: {
  payload: Payload
  userId: string
}): Promise<string | null> => {
  // Read as the holder, to whom their own name always shows.
  const user = await asPrincipal({ ...ANONYMOUS, userId }, () =>
    payload.db.findOne<{ id: string; name?: string }>({
      collection: 'users',
      select: { name: true },
      where: { id: { equals: userId } },
    }),
  )
  return user?.name ?? null
}

/** Fills in the holder where Payload found no account that the reader may read. */
export const showHolder: CollectionAfterReadHook = async ({ doc, req }) => {
  const { user } = doc as { user?: { relationTo: string; value: unknown } }
  const wantsAccount = req.query?.depth !== 0 && req.query?.depth !== '0'
  if (!user || typeof user.value !== 'string' || !wantsAccount) {
    return doc
  }
  const name = await nameOfHolder({ payload: req.payload, userId: user.value })
  return name === null
    ? doc
    : // Payload's dialog and tooltip call a holder by their email, which is not told here.
      { ...doc, user: { ...user, value: { id: user.value, name, email: name } } }
}

/** Who takes a lock over starts now. */
export const noteTakeOver: CollectionBeforeChangeHook = ({ data, operation, originalDoc }) => {
  const before = holderOf(originalDoc)
  const after = holderOf(data)
  return operation === 'update' && after !== null && after !== before
    ? { ...data, createdAt: new Date().toISOString() }
    : data
}

const holderOf = (doc: unknown): string | null => {
  const value = (doc as { user?: { value?: unknown } } | undefined)?.user?.value
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value
  return typeof id === 'string' ? id : null
}
