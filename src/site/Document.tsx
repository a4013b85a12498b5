/** The HTML document of a site's page: head, language, theme, its rules and the faces of its one type pairing. */
import type { ReactNode } from 'react'
import { grounds } from './color.ts'
import { preloadKeys } from './fonts/faces.ts'
import { fontHref } from './fonts/files.ts'
import type { PageMetadata } from './metadata.ts'
import type { SiteView } from './model.ts'

type DocumentProps = {
  site: SiteView
  metadata: PageMetadata
  /** The rules of its style element. */
  css: string
  children: ReactNode
}

export const SiteDocument = ({ site, metadata, css, children }: DocumentProps) => {
  const { root, pairing, theme } = site
  return (
    <html lang={site.locale} dir={site.direction} data-theme={theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {preloadKeys(pairing).map((key) => (
          <link
            key={key}
            rel="preload"
            as="font"
            type="font/woff2"
            href={fontHref({ root, key })}
            crossOrigin="anonymous"
          />
        ))}
        <Metadata {...metadata} />
        <meta
          name="theme-color"
          content={grounds[theme].light}
          media="(prefers-color-scheme: light)"
        />
        <meta
          name="theme-color"
          content={grounds[theme].dark}
          media="(prefers-color-scheme: dark)"
        />
        <link rel="icon" href={iconFor(site)} />
        <style dangerouslySetInnerHTML={{ __html: css }} />
      </head>
      <body>{children}</body>
    </html>
  )
}

const Metadata = ({
  canonical,
  description,
  feed,
  languages,
  openGraph,
  robots,
  title,
}: PageMetadata) => (
  <>
    <title>{title}</title>
    {description && <meta name="description" content={description} />}
    {robots && <meta name="robots" content={robots} />}
    {canonical && <link rel="canonical" href={canonical} />}
    {languages.map(({ code, href }) => (
      <link key={code} rel="alternate" hrefLang={code} href={href} />
    ))}
    {feed && <link rel="alternate" type="application/rss+xml" href={feed} />}
    {openGraph && <OpenGraph {...openGraph} canonical={canonical} description={description} />}
  </>
)

/** @see https://ogp.me/ */
const OpenGraph = ({
  canonical,
  description,
  image,
  locale,
  published,
  siteName,
  title,
  type,
}: NonNullable<PageMetadata['openGraph']> & {
  canonical: string | undefined
  description: string | undefined
}) => (
  <>
    <meta property="og:title" content={title} />
    {description && <meta property="og:description" content={description} />}
    {canonical && <meta property="og:url" content={canonical} />}
    <meta property="og:site_name" content={siteName} />
    <meta property="og:locale" content={locale} />
    {image && (
      <>
        <meta property="og:image" content={image.url} />
        <meta property="og:image:width" content={String(image.width)} />
        <meta property="og:image:height" content={String(image.height)} />
        <meta property="og:image:alt" content={image.alt} />
      </>
    )}
    <meta property="og:type" content={type} />
    {published && <meta property="article:published_time" content={published} />}
    <meta name="twitter:card" content={image ? 'summary_large_image' : 'summary'} />
    <meta name="twitter:title" content={title} />
    {description && <meta name="twitter:description" content={description} />}
    {image && (
      <>
        <meta name="twitter:image" content={image.url} />
        <meta name="twitter:image:alt" content={image.alt} />
      </>
    )}
  </>
)

/** A mark for the browser's tab: the first letter on the tenant's colour. */
const iconFor = (site: Pick<SiteView, 'name' | 'brand'>): string => {
  const letter = [...site.name][0]?.toUpperCase() ?? ''
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="${site.brand.primary.light}"/><text x="16" y="23" font-family="Georgia,serif" font-size="21" text-anchor="middle" fill="${site.brand.onPrimary.light}">${letter.replace(/[<&>]/g, '')}</text></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
