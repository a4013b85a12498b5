// `GET /api/tenants/:id/broken-links`: what points at what is no longer there, for the tenant's people.
import { NotFound, type Endpoint } from 'payload'
import { can, principalOf } from '../../../access/principal.ts'
import { findBrokenLinks } from '../queries/findBrokenLinks.ts'

/** Answers `{ documents }` to the members of the tenant. */
export const brokenLinks: Omit<Endpoint, 'root'> = {
  path: '/:id/broken-links',
  method: 'get',
  handler: async (req) => {
    const tenant = String(req.routeParams?.id)
    // Not here and not theirs are one answer.
    if (!can(principalOf(req.user), 'case-studies.readInternal', tenant)) {
      throw new NotFound(req.t)
    }
    return Response.json({ documents: await findBrokenLinks({ req, tenant }) })
  },
}
