// `GET /api/<collection>/:id/referrers`: what points at a document, for whoever is about to delete it.
import { Forbidden, type CollectionSlug, type Endpoint } from 'payload'
import { canInTenant } from '../../../access/compile.ts'
import { principalOf, tenantIdOf } from '../../../access/principal.ts'
import type { TenantCollection } from '../../../access/rules.ts'
import { findReferrers } from '../referrers/findReferrers.ts'

/** Answers `{ referrers, hidden }` to the people of the document's tenant. */
export const referrersEndpoint = (
  collection: CollectionSlug & TenantCollection,
): Omit<Endpoint, 'root'> => ({
  path: '/:id/referrers',
  method: 'get',
  handler: async (req) => {
    const doc = await req.payload.findByID({
      collection,
      depth: 0,
      draft: true,
      id: String(req.routeParams?.id),
      overrideAccess: false,
      req,
      trash: true,
    })
    const tenant = tenantIdOf((doc as { tenant?: unknown }).tenant)
    const principal = principalOf(req.user)
    if (!tenant || !canInTenant({ action: 'readInternal', collection, principal, tenant })) {
      throw new Forbidden(req.t)
    }
    return Response.json(await findReferrers({ collection, id: String(doc.id), req, tenant }))
  },
})
