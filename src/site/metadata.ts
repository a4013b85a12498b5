/** Titles, canonical address, languages, previews and robots of a page, for Next's metadata. */
import type { Metadata } from 'next'
import { absolute } from './data/addresses.ts'
import type { SiteView } from './model.ts'

export const metadataFor = ({
  site,
  path,
  title,
  description,
  image,
  canonical,
  isIndexed = true,
  type = 'website',
  published,
  alternates = site.locales,
}: {
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
  /** Languages that this page exists in. */
  alternates?: string[]
}): Metadata => {
  const url = canonical ?? canonicalUrl({ site, path, locale: site.locale })
  const full = title ?? [site.name, site.tagline].filter(Boolean).join('. ')
  const text = description ?? site.description ?? undefined
  const images = image
    ? [
        {
          url: absolute({ href: image.href, canonicalRoot: site.canonicalRoot }),
          alt: image.alt,
          width: image.width,
          height: image.height,
        },
      ]
    : site.image
      ? [
          {
            url: absolute({ href: site.image, canonicalRoot: site.canonicalRoot }),
            alt: site.name,
            width: 1200,
            height: 630,
          },
        ]
      : []
  return {
    title: title === null ? full : `${title} — ${site.name}`,
    description: text,
    alternates: {
      canonical: url,
      languages:
        alternates.length > 1
          ? Object.fromEntries([
              ...alternates.map((locale) => [locale, canonicalUrl({ site, path, locale })]),
              ['x-default', canonicalUrl({ site, path, locale: site.defaultLocale })],
            ])
          : undefined,
      types: {
        'application/rss+xml': `${canonicalUrl({ site, path: '/', locale: site.locale }).replace(/\/$/, '')}/feed.xml`,
      },
    },
    robots: site.isIndexed && isIndexed ? undefined : { index: false, follow: site.isIndexed },
    openGraph: {
      type,
      url,
      title: title ?? full,
      description: text,
      siteName: site.name,
      locale: site.locale,
      images,
      ...(type === 'article' && published ? { publishedTime: published } : {}),
    },
    twitter: {
      card: images.length > 0 ? 'summary_large_image' : 'summary',
      title: title ?? full,
      description: text,
      images,
    },
  }
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
