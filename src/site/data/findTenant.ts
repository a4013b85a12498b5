/** The active tenant behind an address, or null. */
import { findProvenHosts } from '../../../collections/Domains/queries/findProvenHosts.ts'
import { TENANTS_TAG, tenantTag } from '../../../collections/shared/invalidation.ts'
import { noteTags } from '../../../plugins/publication/index.ts'
import type { TenantDoc } from '../documents.ts'
import { shared } from '../publication.ts'
import { payloadOf } from './payload.ts'

export const findTenant = async ({ slug }: { slug: string }): Promise<TenantDoc | null> => {
  const tenant = await readTenant(slug)
  // Which tenant has this slug is asked of all of them; what is shown of it is its own.
  noteTags([tenant ? tenantTag(tenant.id) : TENANTS_TAG])
  return tenant
}

const readTenant = (slug: string): Promise<TenantDoc | null> =>
  shared({
    key: ['tenant', slug],
    tags: [TENANTS_TAG],
    isPassedOn: false,
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
