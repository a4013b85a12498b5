// Domains whose DNS record is gone, the longest first.
import type { PayloadRequest } from 'payload'
import type { Domain } from '../../../../payload-types.ts'

export type MissingDomain = Pick<Domain, 'id' | 'host' | 'status' | 'tenant'> & {
  missingSince: string
}

export const findMissingDomains = async ({
  limit,
  req,
  tenants,
}: {
  limit: number
  req: PayloadRequest
  tenants: string[]
}): Promise<{ total: number; domains: MissingDomain[] }> => {
  const { docs, totalDocs } = await req.payload.find({
    collection: 'domains',
    depth: 0,
    disableErrors: true,
    limit,
    overrideAccess: false,
    req,
    select: { host: true, missingSince: true, status: true, tenant: true },
    sort: 'missingSince',
    user: req.user,
    where: { and: [{ tenant: { in: tenants } }, { missingSince: { exists: true } }] },
  })
  return {
    total: totalDocs,
    domains: docs.flatMap(({ missingSince, ...domain }) =>
      missingSince ? [{ ...domain, missingSince }] : [],
    ),
  }
}
