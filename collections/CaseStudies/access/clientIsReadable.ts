// The client's name of an anonymised study is for the tenant's own people only.
import type { FieldAccess } from 'payload'
import { can, principalOf } from '../../../access/principal.ts'

export const clientIsReadable: FieldAccess = ({ doc, req }) => {
  if (doc && doc.anonymous !== true) {
    return true
  }
  // Without a document Payload asks whether the field exists at all for this caller, as in filters.
  const principal = principalOf(req.user)
  return doc
    ? can(principal, 'case-studies.readDrafts', doc.tenant)
    : principal.isOperator || principal.reach.size > 0
}
