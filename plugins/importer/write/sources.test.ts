/** Two sources in one tenant never take each other's documents for their own, and no copy takes an original's place. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { strToU8, zipSync } from 'fflate'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'

import type { ImportWorld } from './testSupport.ts'

import { EARLIER_SOURCE } from './known.ts'
import { startImportWorld } from './testSupport.ts'

let { databaseUrl, payload, run, stop, world }: ImportWorld = {} as ImportWorld
let root: string
let owner: pg.Client

beforeAll(async () => {
  ;({ databaseUrl, payload, run, stop, world } = await startImportWorld())
  owner = new pg.Client({ connectionString: databaseUrl })
  await owner.connect()
})
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'importer-sources-'))
  await owner.query('delete from _case_studies_v')
  await owner.query('delete from case_studies')
  await owner.query('delete from redirects')
})
afterAll(async () => {
  await rm(root, { force: true, recursive: true })
  await owner?.end()
  await stop()
})

const page = (title: string, body: string, more = ''): string =>
  `---\ntitle: ${title}\n${more}---\n${body}\n`

const folder = async (name: string, files: Record<string, string>): Promise<string> => {
  for (const [file, text] of Object.entries(files)) {
    const target = path.join(root, name, file)
    await mkdir(path.dirname(target), { recursive: true })
    await writeFile(target, text)
  }
  return path.join(root, name)
}

const zip = (files: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))

const studies = async () => {
  const { docs } = await payload.find({
    collection: 'case-studies',
    depth: 0,
    draft: true,
    pagination: false,
    sort: 'title',
    where: { tenant: { equals: world.client.id } },
  })
  return docs
}
const titles = async () => (await studies()).map(({ title }) => title)

describe('two sites with equal paths', () => {
  it.each([
    ['site-a', 'site-b'],
    ['a/content', 'b/content'],
    ['a/src/posts', 'b/src/posts'],
  ])('%s and %s are four studies, on every run', async (a, b) => {
    const first = await folder(a, {
      'about.md': page('About A', 'Text of A', 'redirect_from: /old\n'),
      'work/x.md': page('X of A', 'See [about](../about.md).'),
    })
    const second = await folder(b, {
      'about.md': page('About B', 'Text of B', 'redirect_from: /old\n'),
      'work/x.md': page('X of B', 'See [about](../about.md).'),
    })
    for (const status of ['created', 'unchanged']) {
      for (const source of [first, second]) {
        expect((await run({ source: { folder: source } })).totals).toMatchObject({ [status]: 2 })
      }
    }
    expect(await titles()).toEqual(['About A', 'About B', 'X of A', 'X of B'])
    const all = await studies()
    const idOf = (title: string) => all.find((study) => study.title === title)!.id
    expect(JSON.stringify(all.find(({ title }) => title === 'X of B')!.chapters)).toContain(
      idOf('About B'),
    )
    const { docs } = await payload.find({ collection: 'redirects', depth: 0 })
    expect(docs.map(({ from, to }) => [from, to])).toEqual([['/old', '/work/about']])
  })

  it('under one name are refused before anything is written, until each has its own', async () => {
    const upload = (title: string, sourceName?: string) =>
      run({ source: { bytes: strToU8(page(title, title)), name: 'about.md' }, sourceName })
    await upload('About A')
    await expect(upload('About B')).rejects.toMatchObject({ code: 'SOURCE_LOOKS_DIFFERENT' })
    expect(await titles()).toEqual(['About A'])
    expect((await upload('About B', 'Site B')).totals).toMatchObject({ created: 1 })
    expect((await upload('About B, changed', 'Site B')).totals).toMatchObject({ updated: 1 })
    expect(await titles()).toEqual(['About A', 'About B, changed'])
  })

  it.each(['', '  \n', 'x'.repeat(201)])('a name %j is refused', async (sourceName) => {
    await expect(
      run({ source: { bytes: strToU8(page('A', 'A')), name: 'a.md' }, sourceName }),
    ).rejects.toMatchObject({ code: 'BAD_SOURCE_NAME' })
  })
})

const entry = (title: string, guid: string, id: number): string =>
  `<item><title>${title}</title><guid>${guid}</guid><content:encoded><![CDATA[Text of ${title}]]></content:encoded><wp:post_id>${id}</wp:post_id><wp:post_name>${title.toLowerCase()}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>`
const wxr = (site: string, ...items: string[]): string =>
  `<?xml version="1.0"?><rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><link>${site}</link><wp:base_blog_url>${site}</wp:base_blog_url>${items.join('')}</channel></rss>`
const sendExport = (xml: string, name = 'export.xml') =>
  run({ source: { bytes: strToU8(xml), name } })

describe('exports of WordPress', () => {
  const GUID = 'https://w.example/?p=1'

  it('with one guid for two entries are two studies, on every run and when one of them goes', async () => {
    const [a, b] = [entry('Guid A', GUID, 70_000), entry('Guid B', GUID, 70_001)]
    expect((await sendExport(wxr('https://w.example', a, b))).totals).toMatchObject({ created: 2 })
    for (const items of [
      [a, b],
      [b, a],
    ]) {
      const { totals } = await sendExport(wxr('https://w.example', ...items))
      expect(totals).toMatchObject({ created: 0, unchanged: 2, updated: 0 })
    }
    const { totals } = await sendExport(wxr('https://w.example', b))
    expect(totals).toMatchObject({ created: 0, unchanged: 1 })
    expect(await titles()).toEqual(['Guid A', 'Guid B'])
  })

  it('with one entry twice, and two with one title, count each', async () => {
    const twice = entry('Same', GUID, 1)
    const report = await sendExport(wxr('https://w.example', twice, twice, entry('Same', 'g', 2)))
    expect(report.totals).toMatchObject({ created: 3 })
    const again = await sendExport(wxr('https://w.example', twice, twice, entry('Same', 'g', 2)))
    expect(again.totals).toMatchObject({ created: 0, unchanged: 3 })
  })

  it('of two sites with one guid are two studies; the same site in a .zip is the same', async () => {
    await sendExport(wxr('https://one.example', entry('One', GUID, 1)))
    await sendExport(wxr('https://two.example/blog/', entry('Two', GUID, 1)))
    expect(await titles()).toEqual(['One', 'Two'])
    const bytes = zip({ 'dump/export.xml': wxr('http://www.one.example/', entry('One', GUID, 1)) })
    const { totals } = await run({ source: { bytes, name: 'x (1).zip' } })
    expect(totals).toMatchObject({ created: 0, failed: 0 })
    expect((await studies()).map(({ origin }) => origin?.source)).toEqual([
      'one.example',
      'two.example/blog',
    ])
  })
})

it('the database keeps source and key unique in a tenant', async () => {
  await sendExport(wxr('https://w.example', entry('A', 'a', 1), entry('B', 'b', 2)))
  await expect(
    owner.query(`update case_studies set origin_key = 'a' where origin_key = 'b'`),
  ).rejects.toMatchObject({ code: '23505' })
})

describe('what was imported before sources had names', () => {
  const forgetSource = async () => {
    await owner.query('update case_studies set origin_source = $1', [EARLIER_SOURCE])
    await owner.query('update _case_studies_v set version_origin_source = $1', [EARLIER_SOURCE])
  }
  const files = (site: string) => ({
    'a.md': page('A', `Text of ${site}`),
    'b.md': page('B', `More of ${site}`),
  })

  it('is found again by the source that it is of', async () => {
    const source = await folder('mine', files('mine'))
    await run({ source: { folder: source } })
    await forgetSource()
    await writeFile(path.join(source, 'a.md'), page('A', 'Changed'))
    expect((await run({ source: { folder: source } })).totals).toMatchObject({
      created: 0,
      unchanged: 1,
      updated: 1,
    })
    expect(await titles()).toEqual(['A', 'B'])
  })

  it('is not taken by another one with equal paths and titles', async () => {
    await run({ source: { folder: await folder('mine', files('mine')) } })
    await forgetSource()
    const { totals } = await run({ source: { folder: await folder('theirs', files('theirs')) } })
    expect(totals).toMatchObject({ created: 2, updated: 0 })
    expect(await titles()).toEqual(['A', 'A', 'B', 'B'])
  })
})

describe('a copy', () => {
  const COPIES = {
    duplicate: (id: string) => payload.duplicate({ collection: 'case-studies', id }),
    'posted again by a client': async (id: string) => {
      const user = await world.user('admin', 'client')
      const read = await payload.findByID({ collection: 'case-studies', depth: 0, id, user })
      const { id: _, ...rest } = read
      return payload.create({
        collection: 'case-studies',
        data: { ...rest, chapters: [], credits: [], slug: 'copy', title: 'Copy' },
        overrideAccess: false,
        user,
      })
    },
  }

  it.each(Object.entries(COPIES))('%s has no origin and no publication date', async (_, copy) => {
    const source = await folder('site', {
      'a.md': page('Original', 'Text', 'date: 2019-05-06\n'),
    })
    await run({ mode: 'publish', source: { folder: source } })
    const [original] = await studies()
    expect(original).toMatchObject({ publishedAt: '2019-05-06T00:00:00.000Z' })
    const { id } = await copy(original!.id)
    const copied = await payload.findByID({ collection: 'case-studies', depth: 0, draft: true, id })
    expect(copied.origin?.key ?? null).toBeNull()
    expect(copied.publishedAt ?? null).not.toBe(original!.publishedAt)

    await writeFile(path.join(source, 'a.md'), page('Original', 'Changed', 'date: 2019-05-06\n'))
    const report = await run({ mode: 'publish', source: { folder: source } })
    expect(report.documents).toMatchObject([{ id: original!.id, status: 'updated' }])
  })

  it('takes nobody’s origin by a change either', async () => {
    await run({ source: { folder: await folder('site', { 'a.md': page('Original', 'Text') }) } })
    const [original] = await studies()
    const other = await payload.create({
      collection: 'case-studies',
      data: { origin: { key: 'b.md', source: 'site' }, tenant: world.client.id, title: 'Other' },
      draft: true,
    })
    expect(other.origin?.key ?? null).toBeNull()
    const changed = await payload.update({
      collection: 'case-studies',
      data: { origin: { hash: 'x', key: 'b.md' }, title: 'Renamed' },
      draft: true,
      id: original!.id,
    })
    expect(changed.origin).toMatchObject({ key: 'a.md', hash: original!.origin!.hash })
  })
})
