// Who may see and change single fields of a tenant.
import type { FieldAccess } from 'payload'
import { can, principalOf } from '../../../access/principal.ts'
import type { Permission } from '../../../access/permissions.ts'

const holding =
  (permission: Permission): FieldAccess =>
  ({ doc, id, req }) =>
    can(principalOf(req.user), permission, doc?.id ?? id)

/** For reads: members of the tenant. Without a document, whether to know the field at all. */
export const memberOf: FieldAccess = ({ doc, req }) => {
  const principal = principalOf(req.user)
  return doc
    ? can(principal, 'tenants.readDrafts', doc.id)
    : principal.isOperator || principal.reach.size > 0
}

export const ownerOf: FieldAccess = holding('tenants.manageDomains')

/** Admins of the agency above a client; operators for agencies. The client's own people are not. */
export const agencyAdminOf: FieldAccess = ({ doc, req }) => {
  const principal = principalOf(req.user)
  return (
    principal.isOperator ||
    (Boolean(doc?.agency) && can(principal, 'tenants.manageClient', doc?.agency))
  )
}

export const operatorOnly: FieldAccess = ({ req }) => principalOf(req.user).isOperator
