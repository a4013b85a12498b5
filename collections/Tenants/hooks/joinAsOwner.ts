// Whoever opens a tenant without reaching it through an agency becomes its owner.
import type { CollectionAfterChangeHook } from 'payload'
import { withCapability } from '../../../access/claims.ts'
import { principalOf } from '../../../access/principal.ts'

export const joinAsOwner: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  const principal = principalOf(req.user)
  if (operation === 'create' && principal.userId !== null && doc.kind === 'agency') {
    await withCapability('setUpTenant', doc.id, () =>
      req.payload.db.create({
        collection: 'memberships',
        data: { tenant: doc.id, user: principal.userId, role: 'owner', status: 'active' },
        req,
      }),
    )
  }
  return doc
}
