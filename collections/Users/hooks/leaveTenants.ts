// A user's memberships go with him; the database could not keep them without a user.
import type { CollectionBeforeDeleteHook } from 'payload'

export const leaveTenants: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await req.payload.db.deleteMany({
    collection: 'memberships',
    req,
    where: { user: { equals: id } },
  })
}
