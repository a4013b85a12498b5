// Where there is a trash, deleting for good is a right of its own.
import { APIError, type CollectionBeforeDeleteHook } from 'payload'
import { canInTenant } from '../../../access/compile.ts'
import { principalOf } from '../../../access/principal.ts'
import type { TenantCollection } from '../../../access/rules.ts'
import { isTrusted } from '../trusted.ts'

export const guardPurge: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  if (isTrusted(req) || !collection.trash) {
    return
  }
  const doc = await req.payload.db.findOne<{ id: string; tenant?: unknown }>({
    collection: collection.slug,
    req,
    where: { id: { equals: id } },
  })
  const principal = principalOf(req.user)
  const slug = collection.slug as TenantCollection
  if (!canInTenant({ principal, collection: slug, action: 'purge', tenant: doc?.tenant })) {
    throw new APIError(
      'Only an admin deletes for good. Move it to the trash instead.',
      403,
      { code: 'purge_not_allowed' },
      true,
    )
  }
}
