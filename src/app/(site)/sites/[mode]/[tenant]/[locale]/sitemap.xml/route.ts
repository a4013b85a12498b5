// Every page that search engines may list, in every language of the tenant.
import { notFound } from 'next/navigation'
import { getAbout, listPages } from '../../../../../../../site/data/getPage.ts'
import { listCards } from '../../../../../../../site/data/listCards.ts'
import { listPeople } from '../../../../../../../site/data/people.ts'
import { getSite, type SiteParams } from '../../../../../../../site/data/site.ts'
import { canonicalUrl } from '../../../../../../../site/metadata.ts'
import { sitemap } from '../../../../../../../site/xml.ts'

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
  const { view } = site
  const [cards, people, pages, about] = await Promise.all([
    listCards({ site }),
    listPeople({ site }),
    listPages({ site }),
    getAbout({ site }),
  ])
  const paths: { path: string; updated: string | null }[] = view.isIndexed
    ? [
        { path: '/', updated: null },
        { path: '/work', updated: null },
        ...cards.map((card) => ({
          path: `/work/${encodeURIComponent(card.slug)}`,
          updated: card.publishedAt,
        })),
        ...(people.length > 0 ? [{ path: '/people', updated: null }] : []),
        ...people.map((person) => ({
          path: `/people/${encodeURIComponent(person.slug)}`,
          updated: null,
        })),
        ...(about?.seo.isIndexed ? [{ path: '/about', updated: about.updatedAt }] : []),
        ...pages
          .filter((page) => page.slug !== about?.slug)
          .map((page) => ({ path: `/${encodeURIComponent(page.slug)}`, updated: page.updatedAt })),
        { path: '/contact', updated: null },
      ]
    : []
  const body = sitemap(
    paths.map(({ path, updated }) => ({
      href: canonicalUrl({ site: view, path, locale: view.locale }),
      updated,
      alternates: view.locales.map((code) => ({
        locale: code,
        href: canonicalUrl({ site: view, path, locale: code }),
      })),
    })),
  )
  return new Response(body, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}
