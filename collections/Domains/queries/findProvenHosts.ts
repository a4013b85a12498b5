// The proven domains of all sites, by tenant, the canonical one first.
import type { Payload } from 'payload'
import { withCapability } from '../../../access/claims.ts'

export const findProvenHosts = async ({
  payload,
}: {
  payload: Payload
}): Promise<Map<string, string[]>> => {
  const { docs } = await withCapability('routeHosts', '*', () =>
    payload.db.find<{ host: string; tenant: string }>({
      collection: 'domains',
      limit: 0,
      pagination: false,
      sort: 'createdAt',
      where: { status: { equals: 'verified' } },
    }),
  )
  const hosts = new Map<string, string[]>()
  for (const { host, tenant } of docs) {
    hosts.set(tenant, [...(hosts.get(tenant) ?? []), host])
  }
  return hosts
}
