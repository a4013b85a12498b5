// A new tenant starts with site settings, so that its site has a look from the first minute.
import type { CollectionAfterChangeHook } from 'payload'
import { withCapability } from '../../../access/claims.ts'
import { withFreshRequest } from '../../../plugins/row-level-security/index.ts'

export const createSiteSettings: CollectionAfterChangeHook = async ({
  context,
  doc,
  operation,
  req,
}) => {
  if (operation === 'create' && context.seeding !== true) {
    await withCapability('setUpTenant', doc.id, () =>
      req.payload.create({
        collection: 'site-settings',
        data: {
          tenant: doc.id,
          theme: 'broadsheet',
          typePairing: 'editorial',
          colors: { primary: '#1d4e5f', accent: '#c8553d' },
          wordmark: doc.name,
          _status: 'published',
        },
        overrideAccess: true,
        // Without the user: the tenant did not exist when his reach was read.
        req: withFreshRequest(req),
      }),
    )
  }
  return doc
}
