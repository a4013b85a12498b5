// What robots may visit. On a tenant's own domain this is the file they read.
import { notFound } from 'next/navigation'
import { getSite, type SiteParams } from '../../../../../../../site/data/site.ts'
import { canonicalUrl } from '../../../../../../../site/metadata.ts'

// Next would draw a file of this name at build time, before there is a database.
export const dynamic = 'force-dynamic'

export const GET = async (
  _: Request,
  { params }: { params: Promise<SiteParams> },
): Promise<Response> => {
  const { mode, tenant, locale } = await params
  const site = await getSite(mode, tenant, locale)
  if (!site) {
    notFound()
  }
  const root = canonicalUrl({
    site: site.view,
    path: '/',
    locale: site.view.defaultLocale,
  }).replace(/\/$/, '')
  // A hidden site is kept out by noindex, which a robot must be let in to read.
  const body = ['User-agent: *', 'Allow: /', '', `Sitemap: ${root}/sitemap.xml`, ''].join('\n')
  return new Response(body, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
