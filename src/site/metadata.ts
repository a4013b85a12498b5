/** What a page says about itself in its head: titles, canonical address, languages, previews, robots. */
import { absolute } from './data/addresses.ts'
import type { SiteView, StudyView, WrittenView } from './model.ts'

export type PreviewImage = {
  /** Absolute. */
  url: string
  alt: string
  width: number
  height: number
}

export type PageMetadata = {
  title: string
  description?: string | undefined
  /** Absolute; none for a page that lives at no address of its own. */
  canonical?: string
  /** The same page in other languages, `x-default` at the end; empty when there is one language. */
  languages: { code: string; href: string }[]
  /** Address of the feed. */
  feed?: string
  /** Content of the robots element; none when a robot may do everything. */
  robots?: string | undefined
  openGraph?: {
    type: 'website' | 'article'
    title: string
    siteName: string
    locale: string
    published: string | null
    image: PreviewImage | null
  }
}

type MetadataArgs = {
  site: SiteView
  /** Below the site and the language: '/', '/work'. */
  path: string
  /** Null for the home page, which has the site's own name. */
  title: string | null
  description?: string | null
  /** Address of the preview image, ours or absolute. */
  image?: { href: string; alt: string; width: number; height: number } | null
  canonical?: string | null
  isIndexed?: boolean
  type?: 'website' | 'article'
  published?: string | null
  /** What is read there, when that is written in some languages only. */
  text?: WrittenView
  /** Languages that this page exists in. Default: all in which `text` is written. */
  alternates?: readonly string[]
}

export const metadataFor = ({
  site,
  path,
  title,
  description,
  image,
  canonical,
  isIndexed = true,
  type = 'website',
  published = null,
  text,
  alternates = site.locales.filter((code) => text?.languages.includes(code) ?? true),
}: MetadataArgs): PageMetadata => {
  const full = title ?? [site.name, site.tagline].filter(Boolean).join('. ')
  const urlIn = (locale: string): string => canonicalUrl({ site, path, locale })
  return {
    title: title === null ? full : `${title} — ${site.name}`,
    description: description ?? site.description ?? undefined,
    // What is shown in another language is that language's page.
    canonical: canonical ?? urlIn(text?.foreign?.code ?? site.locale),
    languages:
      alternates.length > 1
        ? [
            ...alternates.map((code) => ({ code, href: urlIn(code) })),
            { code: 'x-default', href: urlIn(site.defaultLocale) },
          ]
        : [],
    feed: `${canonicalUrl({ site, path: '/', locale: site.locale }).replace(/\/$/, '')}/feed.xml`,
    robots:
      site.isIndexed && isIndexed
        ? undefined
        : `noindex, ${site.isIndexed ? 'follow' : 'nofollow'}`,
    openGraph: {
      type,
      title: title ?? full,
      siteName: site.name,
      locale: site.locale,
      published: type === 'article' ? published : null,
      image: previewImage({ site, image }),
    },
  }
}

/** Of a study: its preview image is drawn from its own data unless the editor chose one. */
export const studyMetadata = ({
  site,
  study,
}: {
  site: SiteView
  study: StudyView
}): PageMetadata =>
  metadataFor({
    site,
    path: study.path,
    title: study.seo.title,
    description: study.seo.description,
    canonical: study.seo.canonical,
    isIndexed: study.seo.isIndexed,
    text: study,
    type: 'article',
    published: study.publishedAt,
    image: {
      href: study.seo.image ?? `${site.base}${study.path}/opengraph.png`,
      alt: [study.title, study.outcomes[0]?.sentence].filter(Boolean).join('. '),
      width: 1200,
      height: 630,
    },
  })

const previewImage = ({
  image,
  site,
}: Pick<MetadataArgs, 'image' | 'site'>): PreviewImage | null => {
  const { canonicalRoot, image: ofSite, name } = site
  if (image) {
    const { href, ...rest } = image
    return { url: absolute({ href, canonicalRoot }), ...rest }
  }
  return ofSite
    ? { url: absolute({ href: ofSite, canonicalRoot }), alt: name, width: 1200, height: 630 }
    : null
}

/** The one address of a page in one language, on the tenant's canonical home. */
export const canonicalUrl = ({
  site,
  path,
  locale,
}: {
  site: Pick<SiteView, 'canonicalRoot' | 'defaultLocale'>
  path: string
  locale: string
}): string => {
  const language = locale === site.defaultLocale ? '' : `/${locale}`
  const below = path === '/' ? '' : path
  return `${site.canonicalRoot}${language}${below}` || '/'
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
