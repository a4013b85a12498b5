// The preview image of a site's home page.
import { notFound } from 'next/navigation'
import { listCards } from '../../../../../../../site/data/listCards.ts'
import { getSite, type SiteParams } from '../../../../../../../site/data/site.ts'
import { ogResponse } from '../../../../../../../site/og/respond.ts'

export const generateStaticParams = () => []

export const GET = async (
  _: Request,
  { params }: { params: Promise<SiteParams> },
): Promise<Response> => {
  const { mode, tenant, locale } = await params
  const site = await getSite(mode, tenant, locale)
  if (!site) {
    notFound()
  }
  const lead = (await listCards({ site })).find((card) => card.isFeatured)
  return ogResponse({
    site: site.view,
    kicker: null,
    title: site.view.tagline ?? site.view.name,
    claim: site.view.introduction,
    outcome: null,
    palette: lead?.palette ?? null,
    image: lead?.cover ?? null,
  })
}
