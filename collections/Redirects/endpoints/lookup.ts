// `GET /api/redirects/lookup?tenant=<slug>&path=/work/x`: where one old URL leads to, for fronts that
// render a site themselves. Nobody reads the list of redirects but the tenant's own people.
import { APIError, type Endpoint, type Payload } from 'payload'
import { asPrincipal } from '../../../access/claims.ts'
import { ANONYMOUS } from '../../../access/principal.ts'
import { encodedUrl } from '../encodedUrl.ts'
import { canonicalPath, pathOf } from '../canonicalPath.ts'
import { placeOf } from '../languages.ts'
import { withQuery } from '../withQuery.ts'
import { findSite, type SiteTenant } from '../queries/findTarget.ts'
import { followRedirect, type Followed } from '../queries/followRedirect.ts'

const MOST = 500

/**
 * Query: `tenant`, the slug of an active tenant, or one that it had; `path`, below the site's root, with a language or in
 * the main one, and perhaps with a query, which goes along. Answers `{ from, to, permanent }`, both
 * percent-encoded, or 404: for a path that leads nowhere, and for one that leads to what a visitor may
 * not see.
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
    const from = canonicalPath(pathOf(path)) ?? path
    const site =
      from.length > MOST
        ? null
        : await asPrincipal(ANONYMOUS, () => findSite({ payload, where: { slug: tenant } }))
    const followed = site && (await followFrom({ from, payload, site }))
    if (!followed) {
      throw new APIError(
        'No redirect leads from this path to a page. Check the tenant and the path.',
        404,
        { code: 'redirect_not_found' },
        true,
      )
    }
    const to = withQuery(followed.to, path.slice(pathOf(path).length).split('#', 1)[0] ?? '')
    return Response.json({ from: encodedUrl(from), ...followed, to })
  },
}

const followFrom = ({
  from,
  payload,
  site,
}: {
  from: string
  payload: Payload
  site: SiteTenant
}): Promise<Followed | null> =>
  followRedirect({
    payload,
    place: placeOf({ locale: site.defaultLocale, path: from, tenant: site }),
    tenant: site,
  })
