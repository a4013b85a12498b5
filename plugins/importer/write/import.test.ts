/** Whole imports into a real database: what arrives, and what a second run does. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { strToU8 } from 'fflate'
import { cp, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

import type { ImportWorld } from './testSupport.ts'

import { fixtures, startImportWorld } from './testSupport.ts'

let { databaseUrl, folder, payload, run, stop, world }: ImportWorld = {} as ImportWorld

beforeAll(async () => {
  ;({ databaseUrl, folder, payload, run, stop, world } = await startImportWorld())
})
afterAll(() => stop())

const COLLECTIONS = [
  'case-studies',
  'pages',
  'media',
  'organisations',
  'people',
  'testimonials',
  'services',
  'industries',
  'technologies',
  'redirects',
] as const
const counts = async (tenant = world.client.id) =>
  Object.fromEntries(
    await Promise.all(
      COLLECTIONS.map(
        async (collection) =>
          [
            collection,
            (await payload.count({ collection, where: { tenant: { equals: tenant } } })).totalDocs,
          ] as const,
      ),
    ),
  )
const study = async (slug: string, tenant = world.client.id) => {
  const { docs } = await payload.find({
    collection: 'case-studies',
    depth: 1,
    draft: true,
    where: { and: [{ slug: { equals: slug } }, { tenant: { equals: tenant } }] },
  })
  return docs[0] as unknown as Record<string, never> & {
    id: string
    chapters: Array<{ kind: string; title?: string; body: unknown }>
    _status: string
  }
}

/** Of everything that a study refers to. */
const statusesOf = async (slug: string): Promise<(string | undefined)[]> => {
  const { client, credits, industries, services, technologies, testimonials } = (await study(
    slug,
  )) as unknown as Record<string, { _status?: string; person?: { _status?: string } }[]>
  return [
    client,
    ...credits!.map(({ person }) => person),
    ...[industries, services, technologies, testimonials].flat(),
  ].map((record) => (record as { _status?: string } | undefined)?._status)
}

describe('a folder of Markdown', () => {
  it('writes nothing on a trial run, and says what it would', async () => {
    const report = await run({ mode: 'dry-run' })
    expect(report.totals).toMatchObject({ created: 3, failed: 0, 'left-out': 1 })
    expect(report.records['media']).toMatchObject({ created: 3 })
    expect(Object.values(await counts()).every((count) => count === 0)).toBe(true)
  })

  it('brings every document with all that belongs to it', async () => {
    const report = await run()
    expect(report.totals).toMatchObject({ created: 3, failed: 0, 'left-out': 1 })
    const ferry = await study('ferries')
    expect(ferry).toMatchObject({
      _status: 'draft',
      client: { acronym: 'SMF', name: 'Saltmarsh Ferries', url: 'https://saltmarsh.example' },
      cover: { alt: expect.stringMatching(/pier/), mimeType: 'image/png' },
      headline: 'Boarding mistakes fell by half in one season',
      outcomes: [
        { label: 'boarding mistakes', unit: '%', value: -52 },
        { after: 2, before: 14, label: 'printed sheets', value: 2 },
      ],
      testimonials: [
        {
          attribution: 'Maud Ellery',
          consent: 'granted',
          quote: 'I stopped carrying a magnifying glass.',
        },
      ],
      title: 'A timetable that people can read',
    })
    expect(ferry.chapters.map(({ kind }) => kind)).toEqual([
      'story',
      'challenge',
      'approach',
      'outcome',
    ])
    expect(JSON.stringify(ferry.chapters)).toContain('https://saltmarsh.example/timetable')
  })

  it('turns a drawing into pixels', async () => {
    const { docs } = await payload.find({
      collection: 'media',
      where: { filename: { contains: 'saltmarsh' } },
    })
    expect(docs.map(({ mimeType }) => mimeType)).toEqual(['image/png'])
  })

  it('joins links between documents in both directions', async () => {
    const [ferry, post] = [await study('ferries'), await study('listening-first')]
    const linkTo = (id: string) =>
      expect.stringMatching(new RegExp(`"linkType":"internal"[^}]*|"value":(\\{"id":)?"${id}"`))
    expect(JSON.stringify(ferry.chapters)).toEqual(linkTo(post.id))
    expect(JSON.stringify(ferry.chapters)).toContain(post.id)
    expect(JSON.stringify(post.chapters)).toContain(ferry.id)
  })

  it('leads old addresses to the new ones', async () => {
    const { docs } = await payload.find({
      collection: 'redirects',
      sort: 'from',
      where: { tenant: { equals: world.client.id } },
    })
    expect(docs.map(({ from, to }) => `${from} → ${to}`)).toEqual([
      '/case/7 → /work/ferries',
      '/journal/2022/03/listening-first → /work/listening-first',
      '/projects/ferry → /work/ferries',
    ])
  })

  it('reports what could not come: missing, remote and forbidden pictures, unknown includes', async () => {
    const { remarks } = await run({ mode: 'dry-run', overwrite: true })
    const details = Object.fromEntries(
      remarks.map(({ code, items }) => [code, items.map(({ detail }) => detail)]),
    )
    expect(details).toMatchObject({
      MISSING_IMAGE: ['/assets/img/not-there.jpg'],
      OUTSIDE_FOLDER: ['../../../../../../etc/passwd'],
      REMOTE_IMAGE: ['https://cdn.elsewhere.example/x.png'],
      UNKNOWN_INCLUDE: ['hologram.html'],
    })
  })

  it('doubles nothing on a second run', async () => {
    const before = await counts()
    const report = await run()
    expect(report.totals).toMatchObject({ created: 0, unchanged: 3, updated: 0 })
    expect(report.remarks.map(({ code }) => code)).toContain('MISSING_IMAGE')
    expect(await counts()).toEqual(before)
  })

  it('adds the redirects that a run which was ended did not come to', async () => {
    const before = await counts()
    await payload.delete({
      collection: 'redirects',
      where: { tenant: { equals: world.client.id } },
    })
    expect((await run()).totals).toMatchObject({ unchanged: 3 })
    expect(await counts()).toEqual(before)
  })

  it('updates what changed in the source', async () => {
    const file = path.join(folder, '_posts', '2022-03-02-listening-first.md')
    await writeFile(file, `${await readFile(file, 'utf8')}\nA new last line.\n`)
    const report = await run()
    expect(report.totals).toMatchObject({ unchanged: 2, updated: 1 })
    expect(JSON.stringify((await study('listening-first')).chapters)).toContain('A new last line.')
  })

  it('brings a picture that was missing the first time', async () => {
    await cp(
      path.join(folder, 'assets', 'img', 'ines.png'),
      path.join(folder, 'assets', 'img', 'not-there.jpg'),
    )
    const report = await run()
    expect(report.totals).toMatchObject({ unchanged: 2, updated: 1 })
    expect(report.remarks.map(({ code }) => code)).not.toContain('MISSING_IMAGE')
  })

  it('keeps what an editor changed since, until it is told to overwrite', async () => {
    const { id } = await study('listening-first')
    await payload.update({
      collection: 'case-studies',
      data: { headline: 'Edited by hand' },
      draft: true,
      id,
    })
    const file = path.join(folder, '_posts', '2022-03-02-listening-first.md')
    await writeFile(
      file,
      (await readFile(file, 'utf8')).replace('A new last line.', 'Another one.'),
    )
    const kept = await run()
    expect(kept.totals).toMatchObject({ kept: 1, unchanged: 2 })
    expect(await study('listening-first')).toMatchObject({ headline: 'Edited by hand' })

    const replaced = await run({ overwrite: true })
    expect(replaced.totals).toMatchObject({ created: 0, updated: 3 })
    expect((await study('listening-first'))['headline']).toBeNull()
  })

  it('leaves in the bin what an editor put there', async () => {
    const { id } = await study('cranes')
    await payload.update({
      collection: 'case-studies',
      data: { deletedAt: new Date().toISOString() },
      id,
    })
    expect((await run()).totals).toMatchObject({ created: 0, kept: 1 })
  })

  it('publishes drafts of an earlier run when asked to, but not what the source calls a draft', async () => {
    expect(new Set(await statusesOf('ferries'))).toEqual(new Set(['draft']))
    const editor = await world.user('editor', 'client')
    const [foreign] = (await study('ferries')).services as unknown as { id: string }[]
    // Nobody changes an author but the owner of the tables.
    const owner = new pg.Client({ connectionString: databaseUrl })
    await owner.connect()
    const by = [editor.id, foreign!.id]
    await owner.query('update services set created_by_id = $1 where id = $2', by)
    // The importer reads drafts, which are versions.
    await owner.query('update _services_v set version_created_by_id = $1 where parent_id = $2', by)
    await owner.end()
    const report = await run({ mode: 'publish', overwrite: true })
    expect(report.totals).toMatchObject({ failed: 0, updated: 3 })
    expect([(await study('ferries'))._status, (await study('cranes'))._status]).toEqual([
      'published',
      'draft',
    ])
    // With the study, what it refers to; not what somebody else wrote and nobody has published.
    const statuses = await statusesOf('ferries')
    expect(statuses.length).toBeGreaterThan(4)
    expect(statuses.filter((status) => status !== 'published')).toEqual(['draft'])
    expect(await payload.findByID({ collection: 'services', id: foreign!.id })).toMatchObject({
      _status: 'draft',
    })
    expect((await run({ mode: 'publish' })).totals).toMatchObject({ unchanged: 3 })
  })
})

describe('a WordPress export', () => {
  it('brings entries, pages, pictures by their old addresses, and drafts', async () => {
    const report = await run({
      mode: 'publish',
      source: { folder: path.join(fixtures, 'wordpress', 'export.xml') },
      tenant: 'stranger',
    })
    expect(report.totals).toMatchObject({ created: 3, failed: 0 })
    expect(report.records['media']).toMatchObject({ created: 2 })
    const bakery = await study('baeckerei', world.stranger.id)
    expect(bakery).toMatchObject({
      _status: 'published',
      client: { name: 'Bäckerei Brandt' },
      cover: { alt: 'A brick oven at night' },
      publishedAt: '2021-05-04T08:00:00.000Z',
    })
    expect(JSON.stringify(bakery.chapters)).toContain('"blockType":"gallery"')
    expect((await study('flour', world.stranger.id))._status).toBe('draft')
    const again = await run({
      mode: 'publish',
      source: { folder: path.join(fixtures, 'wordpress', 'export.xml') },
      tenant: 'stranger',
    })
    expect(again.totals).toMatchObject({ created: 0, unchanged: 3 })
  })
})

describe('trouble', () => {
  it('harms only the document that has it', async () => {
    const hooks = payload.collections.pages.config.hooks.beforeValidate
    hooks.push(() => {
      throw new Error('The disk is full.')
    })
    const report = await run({
      source: { folder: path.join(fixtures, 'wordpress', 'export.xml') },
      tenant: 'agency',
    })
    hooks.pop()
    expect(report.totals).toMatchObject({ created: 2, failed: 1 })
    expect(report.documents.find(({ status }) => status === 'failed')).toMatchObject({
      path: 'About us',
      reason: expect.stringContaining('The disk is full.'),
    })
  })

  it('brings awkward files, each with its remark', async () => {
    const report = await run({
      source: { folder: path.join(fixtures, 'awkward') },
      tenant: 'agency',
    })
    expect(report.totals).toMatchObject({ created: 7, failed: 1, 'left-out': 2 })
    expect(report.remarks.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        'BAD_FRONT_MATTER',
        'ENCODING',
        'NO_FRONT_MATTER',
        'SLUG_TAKEN',
        'UNSAFE_LINK',
        'OUTSIDE_FOLDER',
      ]),
    )
    expect(report.remarks.find(({ code }) => code === 'PASSED_OVER')?.items).toEqual([
      expect.objectContaining({ detail: '.notes' }),
    ])
    expect(
      JSON.stringify(
        (
          await payload.find({
            collection: 'case-studies',
            draft: true,
            where: { tenant: { equals: world.agency.id } },
          })
        ).docs,
      ),
    ).not.toContain('javascript:')
  })

  it('publishes what it brought: nothing is longer than its field', async () => {
    const long = 'word '.repeat(400)
    const bytes = strToU8(
      `---\ntitle: "${long}"\nsubtitle: "${long}"\nexcerpt: "${long}"\nclient: "${long}"\nauthor: "${long}"\ntags: ["${long}"]\nimage_caption: "${long}"\nresults:\n  - { label: "${long}", value: 3 }\n---\n## ${long}\n\n<blockquote class="testimonial">${long}<cite>${long}</cite></blockquote>\n\n### Approach\n\n### ${long}\n\n{% include quote.html quote="${long}" author="Ada" %}\n`,
    )
    const report = await run({
      mode: 'publish',
      source: { bytes, name: 'long.md' },
      tenant: 'agency',
    })
    expect(report.documents.map(({ reason, status }) => reason ?? status)).toEqual(['created'])
  })
})
