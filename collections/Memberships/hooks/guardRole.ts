// Nobody grants more than they have, touches those above them, or changes their own membership; the
// status “invited” is left by accepting alone; and a tenant keeps at least one owner.
import {
  APIError,
  ValidationError,
  type CollectionBeforeChangeHook,
  type PayloadRequest,
} from 'payload'
import { principalOf, tenantIdOf } from '../../../access/principal.ts'
import { keepOwner } from '../keepOwner.ts'
import { mayGrant } from '../mayGrant.ts'
import { isTrusted } from '../../shared/trusted.ts'

export const guardRole: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const tenant = tenantIdOf(data.tenant ?? originalDoc?.tenant)
  if (!isTrusted(req)) {
    const principal = principalOf(req.user)
    const touched = [data.role, originalDoc?.role].filter((role) => role !== undefined)
    if (touched.some((role) => !mayGrant({ principal, role, tenant }))) {
      refuse('You cannot give or change a role above your own. Ask an owner.', 'role_above_own')
    }
    const user = tenantIdOf(data.user ?? originalDoc?.user)
    if (!principal.isOperator && user === principal.userId) {
      refuse('You cannot change your own membership. Ask another admin.', 'own_membership')
    }
    const [before, after] = [originalDoc?.status, data.status ?? originalDoc?.status]
    if ((before === 'invited') !== (after === 'invited')) {
      refuse(
        'People become members by accepting an invitation. Invite them instead.',
        'invite_instead',
      )
    }
  }
  if (data.role === 'custom' || (data.role === undefined && originalDoc?.role === 'custom')) {
    await checkCustomRole({ customRole: data.customRole ?? originalDoc?.customRole, req, tenant })
  } else {
    data.customRole = null
  }
  const wasActiveOwner = originalDoc?.role === 'owner' && originalDoc.status === 'active'
  const staysActiveOwner =
    (data.role ?? originalDoc?.role) === 'owner' &&
    (data.status ?? originalDoc?.status) === 'active'
  if (wasActiveOwner && !staysActiveOwner && tenant !== null) {
    await keepOwner({ id: String(originalDoc.id), req, tenant })
  }
  return data
}

/** The role has to be one of the tenant's own: a membership is not guarded like a document. */
const checkCustomRole = async ({
  customRole,
  req,
  tenant,
}: {
  customRole: unknown
  req: PayloadRequest
  tenant: string | null
}): Promise<void> => {
  const id = tenantIdOf(customRole)
  const role =
    id === null
      ? null
      : await req.payload.db.findOne({
          collection: 'roles',
          req,
          where: { and: [{ id: { equals: id } }, { tenant: { equals: tenant } }] },
        })
  if (!role) {
    throw new ValidationError({
      collection: 'memberships',
      errors: [{ path: 'customRole', message: 'Choose one of the roles of this tenant.' }],
    })
  }
}

const refuse = (sentence: string, code: string): never => {
  throw new APIError(sentence, 403, { code }, true)
}
