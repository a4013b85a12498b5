/** What every route of the sites does first. */
import { notFound } from 'next/navigation'
import { absolute } from './data/addresses.ts'
import { getSite, type Site, type SiteParams } from './data/site.ts'
import type { SiteView } from './model.ts'

export type RouteProps<Params = SiteParams> = { params: Promise<Params> }

/** The site that a page belongs to; there is no page without one. */
export const requireSite = async (params: Promise<SiteParams>): Promise<Site> => {
  const { mode, tenant, locale } = await params
  return (await getSite(mode, tenant, locale)) ?? notFound()
}

/** The canonical, absolute form of an address on a site, wherever the reader is looking at it. */
export const canonicalHref = ({
  site,
  href,
}: {
  site: Pick<SiteView, 'root' | 'canonicalRoot'>
  href: string
}): string =>
  href === site.root || href.startsWith(`${site.root}/`) || (site.root === '' && href === '/')
    ? `${site.canonicalRoot}${href.slice(site.root.length).replace(/^\/$/, '')}` || '/'
    : absolute({ href, canonicalRoot: site.canonicalRoot })
