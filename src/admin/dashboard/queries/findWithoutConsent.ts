// Testimonials whose author has not agreed yet.
import type { PayloadRequest } from 'payload'
import { editPath, idOf, type Queue } from '../rows.ts'

export const findWithoutConsent = async ({
  limit,
  req,
  tenants,
}: {
  limit: number
  req: PayloadRequest
  tenants: string[]
}): Promise<Queue> => {
  const { docs, totalDocs } = await req.payload.find({
    collection: 'testimonials',
    depth: 0,
    limit,
    overrideAccess: false,
    req,
    select: { attribution: true, quote: true, tenant: true, updatedAt: true },
    sort: '-updatedAt',
    user: req.user,
    where: { and: [{ tenant: { in: tenants } }, { consent: { equals: 'pending' } }] },
  })
  return {
    total: totalDocs,
    rows: docs.map(({ attribution, id, quote, tenant }) => ({
      id,
      href: editPath('testimonials', id),
      title: attribution,
      detail: quote,
      tenant: idOf(tenant) ?? undefined,
    })),
  }
}
