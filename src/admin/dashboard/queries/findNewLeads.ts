// Messages that nobody has taken up. Whoever may not read leads gets none, not an error.
import type { PayloadRequest } from 'payload'
import { editPath, idOf, type Queue } from '../rows.ts'

export const findNewLeads = async ({
  limit,
  req,
  tenants,
}: {
  limit: number
  req: PayloadRequest
  tenants: string[]
}): Promise<Queue> => {
  const { docs, totalDocs } = await req.payload.find({
    collection: 'leads',
    depth: 0,
    disableErrors: true,
    limit,
    overrideAccess: false,
    req,
    select: { company: true, createdAt: true, message: true, name: true, tenant: true },
    sort: '-createdAt',
    user: req.user,
    where: { and: [{ tenant: { in: tenants } }, { status: { equals: 'new' } }] },
  })
  return {
    total: totalDocs,
    rows: docs.map(({ company, createdAt, id, message, name, tenant }) => ({
      id,
      href: editPath('leads', id),
      title: company ? `${name}, ${company}` : name,
      detail: message,
      when: createdAt,
      tenant: idOf(tenant) ?? undefined,
    })),
  }
}
