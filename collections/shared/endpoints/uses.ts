// `GET /api/media/:id/uses` and `/api/documents/:id/uses`: where a file is used.
import { Forbidden, type Endpoint } from 'payload'
import { canInTenant } from '../../../access/compile.ts'
import { principalOf } from '../../../access/principal.ts'
import { findUses } from '../../Media/queries/findUses.ts'
import type { FileCollection } from '../files.ts'

/**
 * Answers `{ uses, hidden }` to the people of the file's tenant. Readers, who see the file because
 * something shows it, do not learn what else does.
 */
export const usesEndpoint = (collection: FileCollection): Omit<Endpoint, 'root'> => ({
  path: '/:id/uses',
  method: 'get',
  handler: async (req) => {
    const { id, tenant } = await req.payload.findByID({
      collection,
      depth: 0,
      id: String(req.routeParams?.id),
      overrideAccess: false,
      req,
    })
    if (
      !canInTenant({ action: 'readInternal', collection, principal: principalOf(req.user), tenant })
    ) {
      throw new Forbidden(req.t)
    }
    return Response.json(await findUses({ collection, id, req }))
  },
})
