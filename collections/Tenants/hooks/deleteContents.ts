// Deleting a tenant deletes all that is its own, the trash and old versions included, before the
// database would set the tenant of orphans to nothing.
import { APIError, type CollectionBeforeDeleteHook, type CollectionSlug } from 'payload'
import { rules } from '../../../access/rules.ts'

export const deleteContents: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { payload } = req
  const clients = await payload.db.findOne({
    collection: 'tenants',
    req,
    where: { agency: { equals: id } },
  })
  if (clients) {
    throw new APIError(
      'This agency still has clients. Move or delete them first.',
      409,
      { code: 'agency_has_clients' },
      true,
    )
  }
  const ofTenant = { tenant: { equals: id } }
  for (const collection of Object.keys(rules) as (keyof typeof rules & CollectionSlug)[]) {
    const config = payload.collections[collection].config
    if (config.upload) {
      // Through the operation, which removes the files as well.
      await payload.delete({ collection, overrideAccess: true, req, where: ofTenant })
    } else {
      await payload.db.deleteMany({ collection, req, where: ofTenant })
    }
    if (config.versions) {
      await payload.db.deleteVersions({
        collection,
        req,
        where: { 'version.tenant': { equals: id } },
      })
    }
  }
}
