/** The sites that the platform's own front page names. */
import type { TenantDoc } from '../documents.ts'
import { TENANTS_TAG } from '../../../collections/shared/invalidation.ts'
import { shared } from '../publication.ts'
import { payloadOf } from './payload.ts'

export type ListedTenant = {
  name: string
  slug: string
  tagline: string | null
  theme: string | null
}

export const listTenants = (): Promise<ListedTenant[]> =>
  shared({
    key: ['listed-tenants'],
    tags: [TENANTS_TAG],
    read: async () => {
      const payload = await payloadOf()
      const { docs } = await payload.find({
        collection: 'tenants',
        depth: 0,
        limit: 60,
        pagination: false,
        sort: 'name',
        overrideAccess: false,
      })
      const tenants = docs as TenantDoc[]
      const { docs: settings } = await payload.find({
        collection: 'site-settings',
        where: { tenant: { in: tenants.map((tenant) => tenant.id) } },
        depth: 0,
        limit: 60,
        pagination: false,
        overrideAccess: false,
        select: { tenant: true, tagline: true, wordmark: true, theme: true },
      })
      return tenants.flatMap((tenant) => {
        const own = settings.find((doc) => doc.tenant === tenant.id)
        return own && tenant.slug
          ? [
              {
                name: own.wordmark ?? tenant.name ?? tenant.slug,
                slug: tenant.slug,
                tagline: own.tagline ?? null,
                theme: own.theme ?? null,
              },
            ]
          : []
      })
    },
  })
