/** Where a URL of a site that no longer exists leads, by the tenant's own redirects. */
import { canonicalPath } from '../../../collections/Redirects/canonicalPath.ts'
import { encodedUrl } from '../../../collections/Redirects/encodedUrl.ts'
import { followRedirect } from '../../../collections/Redirects/queries/followRedirect.ts'
import type { Site } from './site.ts'
import { tenantTag } from '../../../collections/shared/invalidation.ts'
import { shared } from '../publication.ts'
import { payloadOf } from './payload.ts'

export type Redirect = { location: string; status: 301 | 302 }

const longest = 500

/**
 * The redirect of one URL, if it leads to something its visitor may see.
 *
 * @param path Below the tenant's root, without the language, as it came; begins with a slash.
 */
export const findRedirect = async ({
  site,
  path: given,
}: {
  site: Site
  path: string
}): Promise<Redirect | null> => {
  const path = canonicalPath(given)
  if (path === null || path.length > longest) {
    return null
  }
  const { locale, root } = site.context
  const followed = await shared({
    key: ['redirect', site.tenant.id, locale, path],
    tags: [tenantTag(site.tenant.id)],
    read: async () => {
      const { id, slug, locales, defaultLocale } = site.tenant
      return followRedirect({
        payload: await payloadOf(),
        place: { locale, path },
        tenant: {
          id,
          slug: slug ?? '',
          locales: locales ?? [],
          defaultLocale: defaultLocale ?? 'en',
        },
      })
    },
  })
  return (
    followed && {
      location: followed.to.startsWith('/')
        ? encodedUrl(followed.to === '/' ? root || '/' : `${root}${followed.to}`)
        : followed.to,
      status: followed.permanent ? 301 : 302,
    }
  )
}
