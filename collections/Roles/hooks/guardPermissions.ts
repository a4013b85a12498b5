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

/** Whoever creates something has to be able to write it, and whoever trashes it to change it. */
const withNeeded = (permissions: Permission[]): Permission[] => {
  const needed = permissions.flatMap((permission): Permission[] => {
    const [collection, action] = permission.split('.') as [string, string]
    const own = `${collection}.updateOwn`
    const any = `${collection}.updateAny`
    if (action === 'create' && isPermission(own)) {
      return [own]
    }
    return ['trash', 'restore', 'publish', 'unpublish', 'schedule'].includes(action) &&
      isPermission(any)
      ? [any]
      : []
  })
  return [...new Set([...permissions, ...needed])].sort()
}

const refuse = (message: string): never => {
  throw new ValidationError({ collection: 'roles', errors: [{ path: 'permissions', message }] })
}
