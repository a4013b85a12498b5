/** Where an address that no longer exists leads, by the tenant's own redirects. */
import type { Site } from './site.ts'
import { cached, tenantTag } from './cached.ts'
import { payloadOf } from './payload.ts'

export type Redirect = { to: string; status: 301 | 302 }

/** @param path Below the tenant's root, without the language; begins with a slash. */
export const findRedirect = ({
  site,
  path,
}: {
  site: Site
  path: string
}): Promise<Redirect | null> =>
  cached({
    key: ['redirect', site.tenant.id, path],
    tags: [tenantTag(site.tenant.id)],
    read: async () => {
      const payload = await payloadOf()
      const { docs } = await payload.find({
        collection: 'redirects',
        where: {
          and: [{ tenant: { equals: site.tenant.id } }, { from: { in: candidates(path) } }],
        },
        depth: 0,
        limit: 1,
        pagination: false,
        overrideAccess: false,
      })
      const redirect = docs[0]
      return redirect ? { to: redirect.to, status: redirect.permanent ? 301 : 302 } : null
    },
  })

/** With and without a trailing slash: people type both. */
const candidates = (path: string): string[] => {
  const bare = path.replace(/\/+$/, '') || '/'
  return [bare, `${bare}/`]
}
