// The last owner of a tenant cannot be removed, and nobody removes somebody above himself.
import { APIError, type CollectionBeforeDeleteHook } from 'payload'
import { principalOf, tenantIdOf } from '../../../access/principal.ts'
import { isTrusted } from '../../shared/trusted.ts'
import { keepOwner } from '../keepOwner.ts'
import { mayGrant } from '../mayGrant.ts'

export const keepLastOwner: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const membership = await req.payload.db.findOne<{
    id: string
    role: string
    status: string
    tenant: unknown
    user: unknown
  }>({ collection: 'memberships', req, where: { id: { equals: id } } })
  const tenant = tenantIdOf(membership?.tenant)
  if (!membership || tenant === null) {
    return
  }
  const principal = principalOf(req.user)
  const isLeaving = tenantIdOf(membership.user) === principal.userId
  if (!isTrusted(req) && !isLeaving && !mayGrant({ principal, role: membership.role, tenant })) {
    throw new APIError(
      'You cannot remove somebody whose role is above yours.',
      403,
      { code: 'role_above_own' },
      true,
    )
  }
  if (membership.role === 'owner' && membership.status === 'active') {
    await keepOwner({ id: membership.id, req, tenant })
  }
}
