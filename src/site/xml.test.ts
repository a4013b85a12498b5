/** Feeds and sitemaps stay well-formed whatever a tenant writes. */
import { describe, expect, it } from '@jest/globals'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { serializeJsonLd } from './jsonLd.ts'
import { rss, sitemap } from './xml.ts'

const nasty = `Tom & Jerry's "<script>alert(1)</script>" ]]> \u0000\u0008 é`

describe('rss', () => {
  const feed = rss({
    title: nasty,
    link: 'https://x.test/?a=1&b=2',
    self: 'https://x.test/feed.xml',
    description: nasty,
    language: 'en',
    items: [
      {
        title: nasty,
        link: 'https://x.test/work/a&b',
        description: nasty,
        published: '2026-02-03T09:00:00.000Z',
      },
    ],
  })

  it('is well-formed with every character that could break it', () => {
    expect(XMLValidator.validate(feed)).toBe(true)
    const parsed = new XMLParser().parse(feed) as {
      rss: { channel: { item: { title: string; pubDate: string } } }
    }
    expect(parsed.rss.channel.item.title).toContain(`<script>alert(1)</script>`)
    expect(parsed.rss.channel.item.pubDate).toBe('Tue, 03 Feb 2026 09:00:00 GMT')
  })

  it('holds no character that XML forbids', () => {
    expect(feed).not.toMatch(/[\u0000-\u0008]/)
  })
})

describe('sitemap', () => {
  it('names every language of a page and escapes its address', () => {
    const xml = sitemap([
      {
        href: 'https://x.test/work/a&b',
        updated: '2026-02-03T09:00:00.000Z',
        alternates: [
          { locale: 'en', href: 'https://x.test/work/a&b' },
          { locale: 'de', href: 'https://x.test/de/work/a&b' },
        ],
      },
    ])
    expect(XMLValidator.validate(xml)).toBe(true)
    expect(xml).toContain('hreflang="de" href="https://x.test/de/work/a&amp;b"')
  })
})

describe('serializeJsonLd', () => {
  it('cannot end the script element it stands in', () => {
    const text = serializeJsonLd([{ name: '</script><script>alert(1)</script>\u2028' }])
    expect(text).not.toContain('<')
    expect(JSON.parse(text)).toEqual({ name: '</script><script>alert(1)</script>\u2028' })
  })
})
