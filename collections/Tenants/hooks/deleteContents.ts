// Deleting a tenant deletes all that is its own, files included. An agency goes after its clients.
import { APIError, type CollectionBeforeDeleteHook } from 'payload'
import { DELETED_TENANT } from '../../shared/hooks/keepUsedFile.ts'

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
  // Through the operation, which removes the files as well. All else goes with the tenant's row: the
  // keys of the database cascade, trash, versions and all.
  for (const collection of ['media', 'documents'] as const) {
    await payload.delete({
      collection,
      context: { [DELETED_TENANT]: String(id) },
      overrideAccess: true,
      req,
      where: { tenant: { equals: id } },
    })
  }
}
