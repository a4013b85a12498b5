/** In which languages a tenant's studies or pages are written: those in which they have a title of their own. */
import { withCapability } from '../../../access/claims.ts'
import { tenantTag } from '../../../collections/shared/invalidation.ts'
import { shared } from '../publication.ts'
import { payloadOf } from './payload.ts'
import type { Site } from './site.ts'

type Titled = { id: string; title?: Record<string, string | null> | null }

/** By id, of those that are online, whoever may read them. */
export const listWritten = ({
  collection,
  site,
}: {
  collection: 'case-studies' | 'pages'
  site: Pick<Site, 'tenant'>
}): Promise<ReadonlyMap<string, readonly string[]>> => {
  const tenant = site.tenant.id
  return shared({
    key: ['written', collection, tenant],
    tags: [tenantTag(tenant)],
    read: async () => {
      const payload = await payloadOf()
      const { docs } = await withCapability('readSharedStudy', tenant, () =>
        payload.find({
          collection,
          depth: 0,
          limit: 0,
          locale: 'all',
          // Only which languages there are leaves this function.
          overrideAccess: true,
          pagination: false,
          select: { title: true },
          where: { and: [{ tenant: { equals: tenant } }, { _status: { equals: 'published' } }] },
        }),
      )
      return new Map(
        (docs as unknown as Titled[]).map(({ id, title }) => [id, languagesIn(title)] as const),
      )
    },
  })
}

const languagesIn = (title: Titled['title']): string[] =>
  Object.entries(title ?? {}).flatMap(([locale, text]) => (text?.trim() ? [locale] : []))
