// A client belongs to an agency that the author runs; an agency belongs to nobody.
import { APIError, Forbidden, ValidationError, type CollectionBeforeValidateHook } from 'payload'
import { can, principalOf, tenantIdOf, tenantsWith } from '../../../access/principal.ts'
import { isTrusted } from '../../shared/trusted.ts'

export const checkAgency: CollectionBeforeValidateHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (!data || operation === 'update') {
    return data && originalDoc ? { ...data, kind: data.kind ?? originalDoc.kind } : data
  }
  const principal = principalOf(req.user)
  const mayAnything = principal.isOperator || isTrusted(req)
  if (data.kind === 'agency') {
    if (!mayAnything) {
      throw new APIError(
        'Only the operator of this installation opens agencies.',
        403,
        { code: 'agency_not_allowed' },
        true,
      )
    }
    return { ...data, agency: null }
  }
  const own = tenantsWith(principal, 'tenants.openClient')
  const agencies = await req.payload.db.find<{ id: string }>({
    collection: 'tenants',
    limit: 2,
    pagination: false,
    req,
    where: { and: [{ kind: { equals: 'agency' } }, { id: { in: own } }] },
  })
  const agency =
    tenantIdOf(data.agency) ?? (agencies.docs.length === 1 ? agencies.docs[0]!.id : null)
  if (agency === null) {
    if (mayAnything) {
      return data
    }
    throw new ValidationError({
      collection: 'tenants',
      errors: [{ path: 'agency', message: 'Choose the agency that runs this client.' }],
    })
  }
  if (!mayAnything && !can(principal, 'tenants.openClient', agency)) {
    throw new Forbidden(req.t)
  }
  const isAgency = await req.payload.db.findOne({
    collection: 'tenants',
    req,
    where: { and: [{ id: { equals: agency } }, { kind: { equals: 'agency' } }] },
  })
  if (!isAgency) {
    throw new ValidationError({
      collection: 'tenants',
      errors: [{ path: 'agency', message: 'This is not an agency. Choose one that is.' }],
    })
  }
  return { ...data, agency }
}
