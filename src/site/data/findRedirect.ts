/** Where a URL of a site that no longer exists leads, by the tenant's own redirects. */
import { followRedirect } from '../../../collections/Redirects/queries/followRedirect.ts'
import { encodedUrl } from '../../../collections/Redirects/encodedUrl.ts'
import type { Site } from './site.ts'
import { cached, tenantTag } from './cached.ts'
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
  const path = safeDecode(given)
  if (path.length > longest) {
    return null
  }
  const followed = await cached({
    key: ['redirect', site.tenant.id, path],
    tags: [tenantTag(site.tenant.id)],
    read: async () => {
      const { id, slug, locales, defaultLocale } = site.tenant
      return followRedirect({
        path,
        payload: await payloadOf(),
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
        ? encodedUrl(`${site.view.base}${followed.to}`)
        : followed.to,
      status: followed.permanent ? 301 : 302,
    }
  )
}

const safeDecode = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
