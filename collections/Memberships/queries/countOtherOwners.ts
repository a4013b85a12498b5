// How many active owners a tenant has besides some memberships.
import type { PayloadRequest } from 'payload'

export const countOtherOwners = async ({
  ids,
  req,
  tenant,
}: {
  ids: string[]
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
        { id: { not_in: ids } },
      ],
    },
  })
  return totalDocs
}
