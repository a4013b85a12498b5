// The proven domains of all sites, or of one, by tenant, the canonical one first.
import type { Payload } from 'payload'
import { withCapability } from '../../../access/claims.ts'

export const findProvenHosts = async ({
  payload,
  tenant,
}: {
  payload: Payload
  /** @default all of them */
  tenant?: string
}): Promise<Map<string, string[]>> => {
  const { docs } = await withCapability('routeHosts', tenant ?? '*', () =>
    payload.db.find<{ host: string; tenant: string }>({
      collection: 'domains',
      limit: 0,
      pagination: false,
      // Proving another one does not move a site.
      sort: ['verifiedAt', 'createdAt'],
      where: {
        and: [
          { status: { equals: 'verified' } },
          ...(tenant === undefined ? [] : [{ tenant: { equals: tenant } }]),
        ],
      },
    }),
  )
  const hosts = new Map<string, string[]>()
  for (const { host, tenant } of docs) {
    hosts.set(tenant, [...(hosts.get(tenant) ?? []), host])
  }
  return hosts
}
