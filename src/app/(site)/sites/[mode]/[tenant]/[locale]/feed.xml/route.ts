// The studies as RSS 2.0.
import { notFound } from 'next/navigation'
import { listCards } from '../../../../../../../site/data/listCards.ts'
import { getSite, type SiteParams } from '../../../../../../../site/data/site.ts'
import { canonicalUrl } from '../../../../../../../site/metadata.ts'
import { rss } from '../../../../../../../site/xml.ts'

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
  const { view } = site
  const cards = await listCards({ site })
  const url = (path: string) => canonicalUrl({ site: view, path, locale: view.locale })
  const body = rss({
    title: view.name,
    link: url('/'),
    self: `${url('/').replace(/\/$/, '')}/feed.xml`,
    description: view.description ?? view.tagline ?? view.name,
    language: view.locale,
    items: [...cards]
      .sort((a, b) => (b.publishedAt ?? '').localeCompare(a.publishedAt ?? ''))
      .slice(0, 50)
      .map((card) => ({
        title: card.title,
        link: url(`/work/${encodeURIComponent(card.slug)}`),
        description:
          [card.headline ?? card.outcome?.sentence, card.summary].filter(Boolean).join(' ') || null,
        published: card.publishedAt,
      })),
  })
  return new Response(body, { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } })
}
