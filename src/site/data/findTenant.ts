/** The active tenant behind an address, or null. */
import { findProvenHosts } from '../../../collections/Domains/queries/findProvenHosts.ts'
import { TENANTS_TAG } from '../../../collections/shared/invalidation.ts'
import type { TenantDoc } from '../documents.ts'
import { shared } from '../publication.ts'
import { payloadOf } from './payload.ts'

export const findTenant = ({ slug }: { slug: string }): Promise<TenantDoc | null> =>
  shared({
    key: ['tenant', slug],
    tags: [TENANTS_TAG],
    read: async () => {
      const payload = await payloadOf()
      const { docs } = await payload.find({
        collection: 'tenants',
        where: { and: [{ slug: { equals: slug } }, { status: { equals: 'active' } }] },
        depth: 0,
        limit: 1,
        pagination: false,
        // Our own code decides which site answers; the fields that the site needs are picked below.
        overrideAccess: true,
      })
      const tenant = docs[0] as TenantDoc | undefined
      if (!tenant) {
        return null
      }
      const hosts = (await findProvenHosts({ payload, tenant: tenant.id })).get(tenant.id) ?? []
      return { ...pick(tenant), domains: hosts.map((host) => ({ host })) }
    },
  })

/** Only what the site needs is remembered. */
const pick = ({
  id,
  name,
  slug,
  status,
  locales,
  defaultLocale,
  visibility,
}: TenantDoc): TenantDoc => ({
  id,
  name,
  slug,
  status,
  locales,
  defaultLocale,
  visibility,
})
