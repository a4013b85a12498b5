// `GET /api/tenants/:id/failed-schedules`: what did not go online or offline at its time, for its people.
import { NotFound, type Endpoint } from 'payload'
import { can, principalOf } from '../../../access/principal.ts'
import { findFailedSchedules } from '../queries/findFailedSchedules.ts'

/** Answers `{ schedules }` to the members of the tenant. */
export const failedSchedules: Omit<Endpoint, 'root'> = {
  path: '/:id/failed-schedules',
  method: 'get',
  handler: async (req) => {
    const tenant = String(req.routeParams?.id)
    // Not here and not theirs are one answer.
    if (!can(principalOf(req.user), 'case-studies.readInternal', tenant)) {
      throw new NotFound(req.t)
    }
    return Response.json({ schedules: await findFailedSchedules({ req, tenants: [tenant] }) })
  },
}
