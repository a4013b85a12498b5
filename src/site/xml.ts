/** The feed and the sitemap, as text. Everything that comes from a tenant is escaped. */

export type FeedItem = {
  title: string
  link: string
  description: string | null
  published: string | null
}

export const rss = ({
  title,
  link,
  self,
  description,
  language,
  items,
}: {
  title: string
  link: string
  self: string
  description: string
  language: string
  items: FeedItem[]
}): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">',
    '<channel>',
    tag('title', title),
    tag('link', link),
    `<atom:link href="${escapeXml(self)}" rel="self" type="application/rss+xml"/>`,
    tag('description', description),
    tag('language', language),
    ...items.flatMap((item) => [
      '<item>',
      tag('title', item.title),
      tag('link', item.link),
      `<guid isPermaLink="true">${escapeXml(item.link)}</guid>`,
      item.description ? tag('description', item.description) : '',
      // RFC 822 dates, as RSS 2.0 asks.
      item.published ? tag('pubDate', new Date(item.published).toUTCString()) : '',
      '</item>',
    ]),
    '</channel>',
    '</rss>',
  ]
    .filter(Boolean)
    .join('\n')

export type SitemapEntry = {
  href: string
  updated: string | null
  alternates: { locale: string; href: string }[]
}

/** @see https://www.sitemaps.org/protocol.html */
export const sitemap = (entries: SitemapEntry[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...entries.flatMap((entry) => [
      '<url>',
      tag('loc', entry.href),
      entry.updated ? tag('lastmod', new Date(entry.updated).toISOString()) : '',
      ...(entry.alternates.length > 1
        ? entry.alternates.map(
            ({ locale, href }) =>
              `<xhtml:link rel="alternate" hreflang="${escapeXml(locale)}" href="${escapeXml(href)}"/>`,
          )
        : []),
      '</url>',
    ]),
    '</urlset>',
  ]
    .filter(Boolean)
    .join('\n')

export const escapeXml = (text: string): string =>
  text
    // Characters that XML 1.0 does not allow at all.

    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&apos;')

const tag = (name: string, content: string): string => `<${name}>${escapeXml(content)}</${name}>`
