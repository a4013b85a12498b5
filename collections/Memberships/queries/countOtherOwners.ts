// How many active owners a tenant has besides one membership.
import type { PayloadRequest } from 'payload'

export const countOtherOwners = async ({
  id,
  req,
  tenant,
}: {
  id: string
  req: PayloadRequest
  tenant: string
}): Promise<number> => {
  const { totalDocs } = await req.payload.db.count({
    collection: 'memberships',
    req,
    where: {
      and: [
        { tenant: { equals: tenant } },
        { role: { equals: 'owner' } },
        { status: { equals: 'active' } },
        { id: { not_equals: id } },
      ],
    },
  })
  return totalDocs
}
