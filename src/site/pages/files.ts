/** What a site has beside pages: feed, sitemap, robots.txt. */
import { getAbout, listPages } from '../data/getPage.ts'
import { listCards } from '../data/listCards.ts'
import { listPeople } from '../data/people.ts'
import { listWritten } from '../data/listWritten.ts'
import type { Site } from '../data/site.ts'
import { canonicalUrl } from '../metadata.ts'
import { rss, sitemap } from '../xml.ts'

export type SiteFile = { type: string; body: string }

export type LoadFile = (args: { site: Site }) => Promise<SiteFile>

const MOST_IN_FEED = 50

/** The studies as RSS 2.0. */
export const feed: LoadFile = async ({ site: { view }, site }) => {
  const cards = await listCards({ site })
  const url = (path: string) => canonicalUrl({ site: view, path, locale: view.locale })
  return {
    type: 'application/rss+xml; charset=utf-8',
    body: rss({
      title: view.name,
      link: url('/'),
      self: `${url('/').replace(/\/$/, '')}/feed.xml`,
      description: view.description ?? view.tagline ?? view.name,
      language: view.locale,
      items: cards
        .filter(({ foreign }) => foreign === null)
        .sort((a, b) => (b.publishedAt ?? '').localeCompare(a.publishedAt ?? ''))
        .slice(0, MOST_IN_FEED)
        .map((card) => ({
          title: card.title,
          link: url(`/work/${encodeURIComponent(card.slug)}`),
          description:
            [card.headline ?? card.outcome?.sentence, card.summary].filter(Boolean).join(' ') ||
            null,
          published: card.publishedAt,
        })),
    }),
  }
}

/** Every page that search engines may list, in every language of the tenant. */
export const sitemapFile: LoadFile = async ({ site: { view }, site }) => {
  const urlIn = (path: string, locale: string) => canonicalUrl({ site: view, path, locale })
  const entries = view.isIndexed ? await listIndexed({ site }) : []
  return {
    type: 'application/xml; charset=utf-8',
    body: sitemap(
      entries.map(({ languages, path, updated }) => ({
        href: urlIn(path, view.locale),
        updated,
        alternates: view.locales
          .filter((locale) => languages?.includes(locale) ?? true)
          .map((locale) => ({ locale, href: urlIn(path, locale) })),
      })),
    ),
  }
}

type Indexed = {
  path: string
  updated: string | null
  /** Those that it is written in. Default: all. */
  languages?: readonly string[] | undefined
}

const listIndexed = async ({ site }: { site: Site }): Promise<Indexed[]> => {
  const [cards, people, pages, about, ofStudies, ofPages] = await Promise.all([
    listCards({ site }),
    listPeople({ site }),
    listPages({ site }),
    getAbout({ site }),
    listWritten({ collection: 'case-studies', site }),
    listWritten({ collection: 'pages', site }),
  ])
  const below = (folder: string, slug: string) => `${folder}/${encodeURIComponent(slug)}`
  const entries: Indexed[] = [
    { path: '/', updated: null },
    { path: '/work', updated: null },
    ...cards.map(({ id, publishedAt, slug }) => ({
      path: below('/work', slug),
      updated: publishedAt,
      languages: ofStudies.get(id),
    })),
    ...(people.length > 0 ? [{ path: '/people', updated: null }] : []),
    ...people.map(({ slug }) => ({ path: below('/people', slug), updated: null })),
    ...(about?.seo.isIndexed
      ? [{ path: '/about', updated: about.updatedAt, languages: about.languages }]
      : []),
    ...pages
      .filter(({ slug }) => slug !== about?.slug)
      .map(({ id, slug, updatedAt }) => ({
        path: below('', slug),
        updated: updatedAt,
        languages: ofPages.get(id),
      })),
    { path: '/contact', updated: null },
  ]
  return entries.filter(({ languages }) => languages?.includes(site.view.locale) ?? true)
}

/** On a tenant's own domain this is the file that robots read. */
export const robots: LoadFile = ({ site: { view } }) => {
  const root = canonicalUrl({ site: view, path: '/', locale: view.defaultLocale })
  // A hidden site is kept out by noindex, which a robot must be let in to read.
  const lines = ['User-agent: *', 'Allow: /', '', `Sitemap: ${root.replace(/\/$/, '')}/sitemap.xml`]
  return Promise.resolve({
    type: 'text/plain; charset=utf-8',
    body: `${lines.join('\n')}\n`,
  })
}
