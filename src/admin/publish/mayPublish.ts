// Whether somebody may publish, schedule or take offline, as the rule table says; for the browser.
import { isPermission } from '../../../access/permissions.ts'
import { can, principalOf, tenantsWith } from '../../../access/principal.ts'

export const mayPublish = ({
  action = 'publish',
  collection,
  tenant,
  user,
}: {
  action?: 'publish' | 'schedule' | 'unpublish'
  collection: string
  /** `null` before a new document has one. */
  tenant: string | null
  user: unknown
}): boolean => {
  const permission = `${collection}.${action}`
  const principal = principalOf(user)
  if (!isPermission(permission)) {
    return false
  }
  return tenant === null
    ? principal.isOperator || tenantsWith(principal, permission).length > 0
    : can(principal, permission, tenant)
}
