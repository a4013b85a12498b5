// Operators open agencies; an agency's admins open its clients.
import type { Access } from 'payload'
import { can, principalOf, tenantsWith } from '../../../access/principal.ts'

export const canCreateTenant: Access = ({ data, req }) => {
  const principal = principalOf(req.user)
  if (principal.isOperator) {
    return true
  }
  const agency = (data as { agency?: unknown } | undefined)?.agency
  // Without data the admin asks whether to offer the button; checkAgency decides on the document.
  return agency === undefined || agency === null
    ? tenantsWith(principal, 'tenants.openClient').length > 0
    : can(principal, 'tenants.openClient', agency)
}
