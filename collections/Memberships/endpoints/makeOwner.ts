// `POST /api/memberships/:id/make-owner`, with `{ "step_down": true }` to hand over: an owner makes
// another active member an owner too, and becomes an admin himself, both or neither.
import {
  addDataAndFileToRequest,
  APIError,
  Forbidden,
  NotFound,
  type Endpoint,
  type PayloadRequest,
} from 'payload'
import { asPrincipal, withCapability } from '../../../access/claims.ts'
import { ANONYMOUS, can, principalOf, tenantIdOf } from '../../../access/principal.ts'
import { withFreshRequest } from '../../../plugins/row-level-security/index.ts'
import { inTransaction } from '../../shared/inTransaction.ts'

type Membership = { id: string; role: string; status: string; tenant: string; user: string }

export const makeOwnerEndpoint: Omit<Endpoint, 'root'> = {
  path: '/:id/make-owner',
  method: 'post',
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    const isSteppingDown = (req.data as { step_down?: unknown } | undefined)?.step_down === true
    const principal = principalOf(req.user)
    const { id, status, ...target } = await req.payload.findByID({
      collection: 'memberships',
      id: String(req.routeParams?.id),
      depth: 0,
      overrideAccess: false,
      req,
      user: req.user,
    })
    const tenant = tenantIdOf(target.tenant)
    if (principal.userId === null || tenant === null) {
      throw new NotFound(req.t)
    }
    if (!can(principal, 'memberships.grantOwner', tenant)) {
      throw new Forbidden(req.t)
    }
    if (tenantIdOf(target.user) === principal.userId) {
      refuse(
        'This is your own membership. Open that of the person who is to be an owner.',
        'ownership_own',
      )
    }
    if (status !== 'active') {
      refuse('Only an active member can become an owner.', 'ownership_not_active')
    }
    const own = isSteppingDown
      ? await ownMembership({ req, tenant, userId: principal.userId })
      : null
    await inTransaction(withFreshRequest(req), async (fresh) => {
      await setRole({ id, req: fresh, role: 'owner' })
      if (own) {
        // As nobody: nobody changes his own membership, and this is the one exception.
        await asPrincipal(ANONYMOUS, () =>
          withCapability('transferOwnership', tenant, () =>
            setRole({ id: own.id, req: fresh, role: 'admin' }),
          ),
        )
      }
    })
    return Response.json({
      message: own ? 'Handed over. You are an admin now.' : 'There is another owner now.',
    })
  },
}

/** Whoever hands over has to be an owner here, not one of the agency or an operator. */
const ownMembership = async ({
  req,
  tenant,
  userId,
}: {
  req: PayloadRequest
  tenant: string
  userId: string
}): Promise<Membership> => {
  const own = await req.payload.db.findOne<Membership>({
    collection: 'memberships',
    req,
    where: { and: [{ tenant: { equals: tenant } }, { user: { equals: userId } }] },
  })
  return own?.role === 'owner'
    ? own
    : refuse(
        'You are not an owner of this tenant yourself, so you cannot step down.',
        'ownership_no_owner',
      )
}

const setRole = ({ id, req, role }: { id: string; req: PayloadRequest; role: 'admin' | 'owner' }) =>
  req.payload.update({
    collection: 'memberships',
    id,
    data: { role, customRole: null },
    depth: 0,
    overrideAccess: true,
    req,
  })

const refuse = (
  sentence: string,
  code: 'ownership_no_owner' | 'ownership_not_active' | 'ownership_own',
): never => {
  throw new APIError(sentence, 409, { code }, true)
}
