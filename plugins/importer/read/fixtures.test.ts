/** Whole small sites of other generators, read from disk. */
import { describe, expect, it } from '@jest/globals'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { DEFAULT_LIMITS } from '../options.ts'
import { readSource } from './source.ts'

const fixture = (name: string): string =>
  path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'fixtures', name)
const read = (name: string) =>
  readSource({ limits: DEFAULT_LIMITS, location: { folder: fixture(name) } })

describe('a Jekyll site', () => {
  it('brings collections, posts and drafts; leaves layouts and the readme', async () => {
    const source = await read('jekyll')
    expect(source.documents.map(({ isDraft, slug }) => [slug, isDraft])).toEqual([
      ['cranes', true],
      ['listening-first', false],
      ['ferries', false],
    ])
    expect(source.leftOut).toEqual([{ code: 'NOT_A_DOCUMENT', path: 'README.md' }])
    expect(source.hosts).toEqual(['fathomreed.example'])
  })

  it('reads client, people, terms, results and old addresses', async () => {
    const study = (await read('jekyll')).documents.find(({ slug }) => slug === 'ferries')
    expect(study).toMatchObject({
      client: 'Saltmarsh Ferries',
      cover: { alt: 'Passengers read the new timetable on the pier', ref: 'assets/img/pier.png' },
      headline: 'Boarding mistakes fell by half in one season',
      industries: ['Transport'],
      oldAddresses: ['/work/ferries', '/projects/ferry', '/case/7'],
      outcomes: [
        { label: 'boarding mistakes', unit: '%', value: -52 },
        { after: 2, before: 14, label: 'printed sheets', value: 2 },
        { label: 'Nobody asked at the counter any more' },
      ],
      services: ['Service design', 'Wayfinding', 'Accessibility'],
      technologies: ['Jekyll'],
    })
    expect(study?.people.map(({ name }) => name)).toEqual(['Inês Ferraz', 'Tomás Quill'])
    expect(study?.remarks).toEqual(
      expect.arrayContaining([
        { code: 'UNKNOWN_INCLUDE', detail: 'hologram.html' },
        { code: 'TAG_WITHOUT_PLACE', detail: 'slow travel' },
        { code: 'UNKNOWN_FIELD', detail: 'mood' },
      ]),
    )
  })

  it('gives dated posts the addresses that the site gave them', async () => {
    const post = (await read('jekyll')).documents.find(({ slug }) => slug === 'listening-first')
    expect(post?.oldAddresses).toEqual(['/journal/2022/03/listening-first'])
    expect(post?.date).toBe('2022-03-02T00:00:00.000Z')
  })
})

describe('a Hugo site', () => {
  it('reads TOML and JSON front matter, bundles and aliases', async () => {
    const source = await read('hugo')
    expect(source.leftOut).toEqual([{ code: 'SECTION_INDEX', path: 'content/_index.md' }])
    expect(source.documents.map(({ slug }) => slug)).toEqual(['wet-hands', 'tidal-charts'])
    expect(source.documents[1]).toMatchObject({
      client: 'Coastwatch',
      date: '2023-06-14T07:30:00.000Z',
      oldAddresses: ['/old/tides', '/t/12'],
    })
  })
})

describe('an Astro collection', () => {
  it('reads its front matter and keeps drafts drafts', async () => {
    const [study] = (await read('astro')).documents
    expect(study).toMatchObject({
      client: 'Pomona Trust',
      cover: { ref: '../../assets/orchard.png' },
      isDraft: true,
      year: 2024,
    })
  })
})

describe('a WordPress export', () => {
  it('reads posts, pages and custom types; says what is no content', async () => {
    const source = await read('wordpress')
    expect(source.documents.map(({ isDraft, kind, slug }) => [slug, kind, isDraft])).toEqual([
      ['baeckerei', 'study', false],
      ['flour', 'study', true],
      ['about', 'page', false],
    ])
    expect(source.leftOut.map(({ detail }) => detail)).toEqual(['1 × nav_menu_item', '1 × trash'])
  })

  it('reads featured image, terms, author and custom fields', async () => {
    const [bakery] = (await read('wordpress')).documents
    expect(bakery).toMatchObject({
      client: 'Bäckerei Brandt',
      cover: { alt: 'A brick oven at night' },
      links: [{ label: 'brandt.example', url: 'https://brandt.example' }],
      oldAddresses: ['/projekte/baeckerei'],
      people: [{ name: 'Greta Halm' }],
      services: ['Branding'],
      title: 'Bakery & café, rebuilt',
    })
    expect(bakery?.remarks).toEqual(
      expect.arrayContaining([
        { code: 'UNKNOWN_FIELD', detail: 'oven_model' },
        { code: 'DYNAMIC_BLOCK', detail: 'latest-posts' },
      ]),
    )
  })
})

describe('awkward files', () => {
  it('lets none of them harm the others', async () => {
    const source = await read('awkward')
    expect(source.documents.map(({ title }) => title)).toEqual([
      'With a mark',
      'Broken: but not lost',
      'alert(1)Hostile',
      'Café crème',
      'Twin',
      'A title in the text',
      'Twin',
    ])
    expect(source.leftOut).toEqual([
      { code: 'NOT_TEXT', path: 'binary.md' },
      { code: 'EMPTY_FILE', path: 'blank.md' },
      { code: 'EMPTY_FILE', path: 'empty.md' },
    ])
  })

  it('refuses a file that is larger than the limit with its size', async () => {
    const source = await readSource({
      limits: { ...DEFAULT_LIMITS, documentBytes: 40 },
      location: { folder: fixture('awkward') },
    })
    expect(source.leftOut).toEqual(
      expect.arrayContaining([{ code: 'FILE_TOO_LARGE', detail: '1 KB', path: 'hostile.md' }]),
    )
  })

  it('refuses what is no source with one sentence', async () => {
    await expect(
      readSource({ limits: DEFAULT_LIMITS, location: { folder: '/nowhere/at/all' } }),
    ).rejects.toMatchObject({ code: 'SOURCE_NOT_FOUND' })
    await expect(
      readSource({
        limits: DEFAULT_LIMITS,
        location: { bytes: new TextEncoder().encode('<rss/>'), name: 'feed.xml' },
      }),
    ).rejects.toMatchObject({ code: 'UNSUPPORTED_FILE' })
  })
})
