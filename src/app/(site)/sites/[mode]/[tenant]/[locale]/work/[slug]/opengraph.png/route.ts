// The preview image of a study, drawn from its title, its first outcome and its cover's colour.
import { notFound } from 'next/navigation'
import { getStudy } from '../../../../../../../../../site/data/getStudy.ts'
import { getSite, type SiteParams } from '../../../../../../../../../site/data/site.ts'
import { ogResponse } from '../../../../../../../../../site/og/respond.ts'
import { slugOf } from '../../../../../../../../../site/sitePath.ts'

export const generateStaticParams = () => []

export const GET = async (
  _: Request,
  { params }: { params: Promise<SiteParams & { slug: string }> },
): Promise<Response> => {
  const { mode, tenant, locale, slug } = await params
  const site = await getSite(mode, tenant, locale)
  const found = site && (await getStudy({ site, slug: slugOf(slug) }))
  if (!site || !found) {
    notFound()
  }
  if (found.kind === 'password') {
    return ogResponse({
      isPrivate: true,
      site: site.view,
      kicker: found.client,
      title: found.title,
      claim: null,
      outcome: null,
      palette: null,
      image: null,
    })
  }
  const { study } = found
  return ogResponse({
    site: site.view,
    kicker: [study.client?.label, study.year].filter(Boolean).join(', ') || null,
    title: study.title,
    claim: study.headline ?? study.summary,
    outcome: study.outcomes[0] ?? null,
    palette: study.palette,
    image: study.cover,
  })
}
