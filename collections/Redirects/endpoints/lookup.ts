// `GET /api/redirects/lookup?tenant=<slug>&path=/work/x`: where one old URL leads to, for fronts that
// render a site themselves. Nobody reads the list of redirects but the tenant's own people.
import { APIError, type Endpoint } from 'payload'
import { asPrincipal } from '../../../access/claims.ts'
import { ANONYMOUS } from '../../../access/principal.ts'
import { encodedUrl } from '../encodedUrl.ts'
import { normalisePath } from '../normalisePath.ts'
import { findSite } from '../queries/findTarget.ts'
import { followRedirect } from '../queries/followRedirect.ts'

const MOST = 500

/**
 * Query: `tenant`, the slug of an active tenant; `path`, below the site's root and without the
 * language. Answers `{ from, to, permanent }`, both percent-encoded, or 404: for a path that leads
 * nowhere, and for one that leads to what a visitor may not see.
 */
export const lookup: Omit<Endpoint, 'root'> = {
  path: '/lookup',
  method: 'get',
  handler: async ({ payload, query }) => {
    const { path, tenant } = query
    if (typeof tenant !== 'string' || typeof path !== 'string' || !path.startsWith('/')) {
      throw new APIError(
        'Name the site and the URL: ?tenant=<slug>&path=/work/old-name',
        400,
        { code: 'redirect_without_path' },
        true,
      )
    }
    const from = String(normalisePath(decoded(path)))
    const site =
      from.length > MOST
        ? null
        : await asPrincipal(ANONYMOUS, () =>
            findSite({ payload, where: { slug: { equals: tenant } } }),
          )
    const followed = site && (await followRedirect({ path: from, payload, tenant: site }))
    if (!followed) {
      throw new APIError(
        'No redirect leads from this path to a page. Check the tenant and the path.',
        404,
        { code: 'redirect_not_found' },
        true,
      )
    }
    return Response.json({ from: encodedUrl(from), ...followed })
  },
}

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
