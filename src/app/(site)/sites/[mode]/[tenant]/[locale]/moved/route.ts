// Where an address has moved to. Only our own server asks, when a page is not there.
import { findRedirect } from '../../../../../../../site/data/findRedirect.ts'
import { getSite, type SiteParams } from '../../../../../../../site/data/site.ts'

export const GET = async (
  request: Request,
  { params }: { params: Promise<SiteParams> },
): Promise<Response> => {
  const { mode, tenant, locale } = await params
  const site = await getSite(mode, tenant, locale)
  const path = new URL(request.url).searchParams.get('path') ?? ''
  const redirect = site && (await findRedirect({ site, path }))
  return redirect
    ? new Response(null, { status: redirect.status, headers: { location: redirect.location } })
    : new Response(null, { status: 204 })
}
