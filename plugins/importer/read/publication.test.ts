/** What a source must say for a page to go online, in every way in which sources say otherwise. */
import { describe, expect, it } from '@jest/globals'

import { strToU8 } from 'fflate'

import { DEFAULT_LIMITS } from '../options.ts'
import { openMemory } from './files.ts'
import { readFolder } from './folder.ts'
import { publicationOf } from './publication.ts'
import { readWordPress } from './wordpress.ts'

const NOW = Date.parse('2026-06-15T12:00:00Z')
const isDraft = (fields: Record<string, unknown>, file = 'a.md', more: object = {}): boolean =>
  publicationOf({ fields, file, now: NOW, ...more }).isDraft

describe('front matter', () => {
  it.each<Record<string, unknown>>([
    {},
    { title: 'Only a title' },
    { draft: false },
    { draft: 'no' },
    { Draft: 'FALSE' },
    { draft: 0 },
    { published: true },
    { published: 'Yes' },
    { published: '2019-03-01' },
    { status: 'Published' },
    { status: ['published'] },
    { status: { label: 'Public', id: 3 } },
    { visibility: 'public' },
    { hidden: false, private: 'off' },
    { date: '2020-01-01', publishDate: '2020-02-01' },
    { date: '12.03.2014' },
    { date: 'Spring 2019' },
    { expiryDate: '2030-01-01' },
    { expires: 'never', expiration_date: null },
    { password: '' },
    { live: 'https://example.com', type: 'post', layout: 'work', tags: ['drafting', 'design'] },
    { permalink: '/a/', output: 'web', hide: ['toc'] },
    { completed: 'ongoing', launched: 2019 },
    { params: { draft: false } },
  ])('%j is published', (fields) => {
    expect(isDraft(fields)).toBe(false)
  })

  it.each<Record<string, unknown>>([
    ...[
      true,
      'true',
      'True',
      'yes',
      'on',
      'ON',
      1,
      '1',
      'ja',
      'maybe',
      null,
      '',
      {},
      ['a', 'b'],
    ].map((draft) => ({ draft })),
    ...[
      'Draft',
      'DRAFT',
      'isDraft',
      'is_draft',
      'is-draft',
      'unlisted',
      'wip',
      'hidden',
      'private',
    ].map((key) => ({ [key]: true })),
    ...[false, 'false', 'no', 'off', 0, 'soon', null, '2099-01-01', 'x'].map((published) => ({
      published,
    })),
    ...['Draft', 'draft', 'pending', 'in review', 'scheduled', 'Entwurf', 'ongoing', '', null].map(
      (status) => ({ status }),
    ),
    ...['private', 'hidden', 'unlisted', 'password', 'members'].map((visibility) => ({
      visibility,
    })),
    { public: false },
    { visible: 'no' },
    { listed: false },
    { permalink: false },
    { build: { render: 'never' } },
    { eleventyExcludeFromCollections: true },
    { headless: true },
    { password: 'sesame' },
    { members_only: 'yes' },
    { tags: ['web', 'Draft'] },
    { categories: 'news, drafts' },
    { type: 'draft' },
    { date: '2020-01-01', publishDate: '2099-01-01' },
    { date: '2099-01-01' },
    { pubDate: 'soon' },
    { publishedAt: null },
    { publishedAt: Math.floor(NOW / 1000) + 86_400 },
    { date: 'when it is done' },
    { date: '31.12.2099' },
    // 7 November or 11 July: one of the two is ahead.
    { date: '07.11.2026' },
    { embargo: '2026-07-01' },
    { date: '2015-01-01', expiryDate: '2016-01-01' },
    { expires: 'last year' },
    { unpublish_on: '01/01/2020' },
    { draft: false, Published: 'no' },
    { params: { private: true } },
    { extra: { status: 'draft' } },
  ])('%j stays a draft', (fields) => {
    expect(isDraft(fields)).toBe(true)
  })

  it('that only its own people could read is private here', () => {
    for (const fields of [{ private: true }, { visibility: 'private' }, { password: 'x' }]) {
      expect(publicationOf({ fields, now: NOW })).toMatchObject({ isDraft: true, isPrivate: true })
    }
    expect(publicationOf({ fields: { draft: true }, now: NOW }).isPrivate).toBe(false)
  })
})

it.each([
  'drafts/a.md',
  'content/Drafts/a.md',
  '_drafts/a.md',
  'blog/unpublished/a/index.md',
  'Entwürfe/a.md',
  'work/a.draft.md',
  'work/_a.md',
  '_posts/2099-01-01-a.md',
])('the path %s keeps a page a draft', (file) => {
  expect(isDraft({}, file)).toBe(true)
})

const readFiles = async (texts: Record<string, string>) => {
  const entries = Object.entries(texts).map(([name, text]): [string, Uint8Array] => [
    name,
    strToU8(text),
  ])
  const { documents } = await readFolder({
    files: openMemory({ entries }),
    from: 'site',
    limits: DEFAULT_LIMITS,
  })
  return documents
}

describe('a file', () => {
  it.each([
    ['whose front matter does not end', 'a.md', '---\ntitle: A\ndraft: true\n\nText'],
    ['whose front matter is broken', 'a.md', '---\ntitle: A: b: [\ndraft: "true\n---\nText'],
    ['in another language', 'a.md', '---toml\ndraft = true\n---\nText'],
    ['with broken JSON', 'a.md', '{\n"title": "A",\n"draft": true,\n}\nText'],
    ['that says two things', 'a.md', '---\ntitle: A\ndraft: true\ndraft: false\n---\nText'],
    [
      'of MDX that exports it',
      'a.mdx',
      'export const metadata = {\n  title: "A",\n  draft: true,\n}\n\nText',
    ],
  ])('%s stays a draft', async (_, name, text) => {
    const [document] = await readFiles({ [name]: text })
    expect(document?.isDraft).toBe(true)
    expect(document?.remarks.map(({ code }) => code)).toContain('STAYS_DRAFT')
  })

  it.each([
    ['cascade', 'content/work/_index.md', '---\ntitle: W\ncascade:\n  draft: true\n---\n'],
    ['data of its folder', 'content/work/work.json', '{"draft": "yes"}'],
    [
      'defaults of its site',
      '_config.yml',
      'defaults:\n- scope: {path: ""}\n  values: {published: false}\n',
    ],
  ])('takes it from the %s, and its own word counts more', async (_, name, text) => {
    const documents = await readFiles({
      [name]: text,
      'content/work/a.md': '---\ntitle: A\n---\nText',
      'content/work/b.md': '---\ntitle: B\ndraft: false\npublished: true\n---\nText',
    })
    expect(documents.map(({ isDraft: stays, title }) => [title, stays])).toEqual([
      ['A', true],
      ['B', false],
    ])
  })

  it('names the sign', async () => {
    const [document] = await readFiles({ 'a.md': '---\ntitle: A\nhidden: true\n---\nText' })
    expect(document?.remarks).toEqual([{ code: 'STAYS_DRAFT', detail: 'hidden: true' }])
  })
})

describe('an entry of WordPress', () => {
  const item = (parts: string): string =>
    `<?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><link>https://w.example</link>
    <item><title>A</title><guid>https://w.example/?p=1</guid><wp:post_id>1</wp:post_id><wp:post_type>post</wp:post_type>${parts}</item></channel></rss>`
  const read = async (parts: string) => {
    const files = openMemory({ entries: [['e.xml', strToU8(item(parts))]] })
    const { documents } = await readWordPress({
      encoding: 'utf-8',
      files,
      limits: DEFAULT_LIMITS,
      name: 'e.xml',
      pieces: () => files.pieces('e.xml'),
    })
    return documents[0]
  }
  const meta = (key: string, value: string): string =>
    `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value>${value}</wp:meta_value></wp:postmeta>`
  const PUBLISH = '<wp:status>publish</wp:status>'

  it.each([
    PUBLISH,
    `${PUBLISH}<wp:post_date_gmt>2020-01-01 10:00:00</wp:post_date_gmt>`,
    `${PUBLISH}${meta('status', 'Completed')}`,
    `${PUBLISH}${meta('_expiration-date', '4102444800')}`,
  ])('%s is published', async (parts) => {
    expect(await read(parts)).toMatchObject({ isDraft: false, isPrivate: false })
  })

  it.each([
    '',
    ...['draft', 'pending', 'private', 'future', 'inherit', 'Publish!', 'expired'].map(
      (status) => `<wp:status>${status}</wp:status>`,
    ),
    `${PUBLISH}<wp:post_password>x</wp:post_password>`,
    `${PUBLISH}<wp:post_date_gmt>2099-01-01 10:00:00</wp:post_date_gmt>`,
    `${PUBLISH}${meta('_expiration-date', '1500000000')}`,
    `${PUBLISH}${meta('hidden', '1')}`,
  ])('%s stays a draft', async (parts) => {
    expect((await read(parts))?.isDraft).toBe(true)
  })

  it.each([`${PUBLISH}<wp:post_password>x</wp:post_password>`, '<wp:status>private</wp:status>'])(
    '%s is private here',
    async (parts) => {
      expect((await read(parts))?.isPrivate).toBe(true)
    },
  )
})
