// Who may see and change single fields of a tenant.
import type { FieldAccess } from 'payload'
import { hasRoleIn, principalOf } from '../../../access/principal.ts'
import type { Role } from '../../../access/roles.ts'

const withRole =
  (role: Role): FieldAccess =>
  ({ doc, id, req }) =>
    hasRoleIn(principalOf(req.user), doc?.id ?? id, role)

/** For reads: members of the tenant. Without a document, whether to know the field at all. */
export const memberOf: FieldAccess = ({ doc, req }) => {
  const principal = principalOf(req.user)
  return doc
    ? hasRoleIn(principal, doc.id, 'viewer')
    : principal.isOperator || principal.roles.size > 0
}

export const ownerOf: FieldAccess = withRole('owner')

/** Admins of the agency above a client; operators for agencies. The client's own people are not. */
export const agencyAdminOf: FieldAccess = ({ doc, req }) => {
  const principal = principalOf(req.user)
  return (
    principal.isOperator || (Boolean(doc?.agency) && hasRoleIn(principal, doc?.agency, 'admin'))
  )
}

export const operatorOnly: FieldAccess = ({ req }) => principalOf(req.user).isOperator
