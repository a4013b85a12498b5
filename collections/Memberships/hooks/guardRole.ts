// Nobody grants more than he has, touches those above him, or changes his own membership; and a
// tenant keeps at least one owner.
import { APIError, type CollectionBeforeChangeHook } from 'payload'
import { hasRoleIn, principalOf, tenantIdOf } from '../../../access/principal.ts'
import { isRole, type Role } from '../../../access/roles.ts'
import { isTrusted } from '../../shared/trusted.ts'
import { countOtherOwners } from '../queries/countOtherOwners.ts'

export const guardRole: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const tenant = tenantIdOf(data.tenant ?? originalDoc?.tenant)
  if (!isTrusted(req)) {
    const principal = principalOf(req.user)
    const touched = [data.role, originalDoc?.role].filter(isRole)
    if (touched.some((role: Role) => !hasRoleIn(principal, tenant, role))) {
      refuse('You cannot give or change a role above your own. Ask an owner.', 'role_above_own')
    }
    const user = tenantIdOf(data.user ?? originalDoc?.user)
    if (!principal.isOperator && user === principal.userId) {
      refuse('You cannot change your own membership. Ask another admin.', 'own_membership')
    }
  }
  const wasActiveOwner = originalDoc?.role === 'owner' && originalDoc.status === 'active'
  const staysActiveOwner =
    (data.role ?? originalDoc?.role) === 'owner' &&
    (data.status ?? originalDoc?.status) === 'active'
  if (wasActiveOwner && !staysActiveOwner && tenant !== null) {
    if ((await countOtherOwners({ id: originalDoc.id, req, tenant })) === 0) {
      refuse('A tenant needs an owner. Make somebody else an owner first.', 'last_owner')
    }
  }
  return data
}

const refuse = (sentence: string, code: string): never => {
  throw new APIError(sentence, 403, { code }, true)
}
