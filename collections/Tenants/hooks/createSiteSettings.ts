// A new tenant starts with site settings, so that its site has a look from the first minute.
import type { CollectionAfterChangeHook } from 'payload'

export const createSiteSettings: CollectionAfterChangeHook = async ({
  context,
  doc,
  operation,
  req,
}) => {
  if (operation === 'create' && context.seeding !== true) {
    await req.payload.create({
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
      req: { ...req, user: null, payloadAPI: 'local' },
    })
  }
  return doc
}
