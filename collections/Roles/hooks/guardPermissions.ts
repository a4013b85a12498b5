// A custom role holds permissions that exist, that a person may hold, and that its author has.
import { ValidationError, type CollectionBeforeValidateHook } from 'payload'
import {
  GRANTABLE,
  includesAll,
  isPermission,
  permissionSet,
  type Permission,
} from '../../../access/permissions.ts'
import { heldIn, principalOf, tenantIdOf } from '../../../access/principal.ts'
import { isTrusted } from '../../shared/trusted.ts'
import { withNeeded } from '../neededPermissions.ts'

export const guardPermissions: CollectionBeforeValidateHook = ({ data, originalDoc, req }) => {
  const wanted: unknown = data?.permissions ?? originalDoc?.permissions ?? []
  const list = Array.isArray(wanted) ? wanted : [wanted]
  const unknown = list.find((one) => !isPermission(one) || !GRANTABLE.includes(one))
  if (unknown !== undefined) {
    refuse(`“${String(unknown)}” is not a permission that a role can hold. Take it out.`)
  }
  const permissions = withNeeded(list as Permission[])
  const tenant = tenantIdOf(data?.tenant ?? originalDoc?.tenant)
  const own = tenant === null ? 0n : heldIn(principalOf(req.user), tenant)
  if (!isTrusted(req) && !includesAll(own, permissionSet(permissions))) {
    refuse('A role cannot hold more than you do yourself. Take out what you do not have.')
  }
  return { ...data, permissions }
}

const refuse = (message: string): never => {
  throw new ValidationError({ collection: 'roles', errors: [{ path: 'permissions', message }] })
}
