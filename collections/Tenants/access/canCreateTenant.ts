// Operators open agencies; an agency's admins open its clients.
import type { Access, PayloadRequest } from 'payload'
import { can, principalOf, tenantsWith } from '../../../access/principal.ts'

export const canCreateTenant: Access = async ({ data, req }) => {
  const principal = principalOf(req.user)
  if (principal.isOperator) {
    return true
  }
  const agency = (data as { agency?: unknown } | undefined)?.agency
  if (agency !== undefined && agency !== null) {
    return can(principal, 'tenants.openClient', agency)
  }
  // Without data the admin asks whether to offer the button; checkAgency decides on the document. A client's admins
  // hold the right too, and no client has clients.
  const own = tenantsWith(principal, 'tenants.openClient')
  return own.length > 0 && (await hasAgency({ among: own, req }))
}

const hasAgency = async ({
  among,
  req,
}: {
  among: string[]
  req: PayloadRequest
}): Promise<boolean> => {
  const agency = await req.payload.db.findOne<{ id: string }>({
    collection: 'tenants',
    req,
    select: {},
    where: { and: [{ id: { in: among } }, { kind: { equals: 'agency' } }] },
  })
  return agency !== null
}
