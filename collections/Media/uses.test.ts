// Which documents use each file: online, in drafts, in earlier versions and in the trash, in every
// language; kept by every save, and found again for a database that never kept it.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import type { Payload } from 'payload'
import { capabilityPermissions } from '../../access/capabilities.ts'
import {
  blockNode,
  createPicture,
  createStudy,
  richText,
  uploadNode,
} from '../../test/support/content.ts'
import { startApi, type Api } from '../../test/support/http.ts'
import { startPayload, type TestPayload } from '../../test/support/payload.ts'
import { createWorld, PASSWORD, type World } from '../../test/support/tenants.ts'
import { recordAllUses, trackedCollections } from '../shared/recordAllUses.ts'

let running: TestPayload
let payload: Payload
let api: Api
let world: World
let tenant: string
let owner: pg.Client

beforeAll(async () => {
  running = await startPayload()
  payload = running.payload
  world = await createWorld({ payload })
  api = await startApi({ payload, password: PASSWORD })
  tenant = world.client.id
  owner = new pg.Client({ connectionString: running.databaseUrl })
  await owner.connect()
})

afterAll(async () => {
  await owner?.end()
  await api?.stop()
  await running.stop()
})

const as = 'editor@client.test'

const picture = async (): Promise<string> => (await createPicture({ payload, tenant })).id

const paper = async (): Promise<string> => {
  const data = Buffer.from('a,b\n1,2\n')
  const { id } = await payload.create({
    collection: 'documents',
    data: { tenant, title: 'Figures' } as never,
    file: { data, mimetype: 'text/csv', name: 'figures.csv', size: data.length },
    overrideAccess: true,
  })
  return id
}

/** A study with a file in each kind of field. */
const studyWith = (data: { title: string } & Record<string, unknown>) =>
  createStudy({ payload, tenant, _status: 'draft', ...data })

const patch = (id: string, body: Record<string, unknown>, query = '') =>
  api.call({ as, method: 'PATCH', path: `/api/case-studies/${id}${query}`, body })

const DRAFT = '?draft=true'
const AUTOSAVE = '?draft=true&autosave=true'

/** The rows of a file as the database has them, `state exposure`, sorted. */
const rowsOf = async (file: string, collection = 'media'): Promise<string[]> => {
  const { rows } = await owner.query<{ row: string }>(
    `select state || ' ' || exposure as row from media_references where target = $1 order by 1`,
    [`${collection}:${file}`],
  )
  return rows.map(({ row }) => row)
}

const countOf = async (file: string, collection: 'media' | 'documents' = 'media') =>
  (await payload.findByID({ collection, id: file, depth: 0 })).uses

describe('a draft', () => {
  it('uses the files of its cover, texts, blocks, rows and groups, each once', async () => {
    const [cover, inText, inBlock, inGroup] = [
      await picture(),
      await picture(),
      await picture(),
      await picture(),
    ]
    const download = await paper()
    await studyWith({
      title: 'Everything',
      cover,
      seo: { image: inGroup },
      chapters: [
        { kind: 'challenge', body: richText('One', uploadNode(inText), uploadNode(cover)) },
        {
          kind: 'approach',
          body: richText(
            'Two',
            blockNode({
              blockType: 'gallery',
              layout: 'grid',
              images: [{ image: inBlock }, { image: inText }],
            }),
            blockNode({ blockType: 'downloads', items: [{ document: download }] }),
          ),
        },
      ],
    })
    const rows = await Promise.all([
      rowsOf(cover),
      rowsOf(inText),
      rowsOf(inBlock),
      rowsOf(inGroup),
      rowsOf(download, 'documents'),
    ])
    expect(rows).toEqual(rows.map(() => ['draft none']))
    expect([await countOf(cover), await countOf(download, 'documents')]).toEqual([1, 1])
  })

  it('is followed by autosave, and what it lets go of stays an earlier use', async () => {
    const [first, second] = [await picture(), await picture()]
    const study = await studyWith({ title: 'Autosaved', cover: first })
    expect((await patch(study.id, { cover: second }, AUTOSAVE)).status).toBe(200)
    expect([await rowsOf(first), await rowsOf(second)]).toEqual([['earlier none'], ['draft none']])
    expect([await countOf(first), await countOf(second)]).toEqual([0, 1])
  })

  it('keeps what another language uses', async () => {
    const [english, german] = [await picture(), await picture()]
    const text = (file: string) => [{ kind: 'challenge', body: richText('Text', uploadNode(file)) }]
    const study = await studyWith({ title: 'Two languages', chapters: text(english) })
    const { id } = study.chapters![0]!
    const inGerman = [{ ...text(german)[0], id }]
    await patch(study.id, { title: 'Zwei', chapters: inGerman }, `${DRAFT}&locale=de`)
    await patch(study.id, { title: 'Two again' }, AUTOSAVE)
    expect([await rowsOf(english), await rowsOf(german)]).toEqual([['draft none'], ['draft none']])
  })

  it('writes nothing when a save leaves its files as they are', async () => {
    const cover = await picture()
    const study = await studyWith({ title: 'Steady', cover })
    const ids = async () =>
      (await owner.query('select id from media_references where target = $1', [`media:${cover}`]))
        .rows
    const before = await ids()
    await patch(study.id, { title: 'Steadier' }, AUTOSAVE)
    expect(await ids()).toEqual(before)
  })

  it('counts one document once, and every document', async () => {
    const cover = await picture()
    await studyWith({ title: 'One', cover, seo: { image: cover } })
    await studyWith({ title: 'Two', cover, _status: 'published' })
    expect(await countOf(cover)).toBe(2)
  })
})

describe('a published document', () => {
  it('uses a file online until a draft without it is published', async () => {
    const [first, second] = [await picture(), await picture()]
    const study = await studyWith({ title: 'Online', cover: first, _status: 'published' })
    expect(await rowsOf(first)).toEqual(['draft none', 'online public'])
    await patch(study.id, { cover: second }, AUTOSAVE)
    expect([await rowsOf(first), await rowsOf(second)]).toEqual([['online public'], ['draft none']])
    await patch(study.id, { cover: second, _status: 'published' })
    expect([await rowsOf(first), await rowsOf(second)]).toEqual([
      ['earlier none'],
      ['draft none', 'online public'],
    ])
  })

  it('uses its files as a draft once it is taken offline', async () => {
    const cover = await picture()
    const study = await studyWith({ title: 'Taken down', cover, _status: 'published' })
    await patch(study.id, { _status: 'draft' })
    expect(await rowsOf(cover)).toEqual(['draft none'])
    const { exposure } = await payload.findByID({ collection: 'media', id: cover })
    expect(exposure).toBe('none')
  })

  it('uses its files in the trash, and shows them again once it is published', async () => {
    const cover = await picture()
    const study = await studyWith({ title: 'Thrown away', cover, _status: 'published' })
    await patch(study.id, { deletedAt: new Date().toISOString() })
    expect(await rowsOf(cover)).toEqual(['draft none'])
    await patch(study.id, { deletedAt: null }, '?trash=true')
    expect(await rowsOf(cover)).toEqual(['draft none'])
    await patch(study.id, { _status: 'published' })
    expect(await rowsOf(cover)).toEqual(['draft none', 'online public'])
  })

  it('uses its files when it is private, though it shows them to nobody', async () => {
    const [cover, next] = [await picture(), await picture()]
    const study = await studyWith({
      title: 'Private',
      cover,
      visibility: 'private',
      _status: 'published',
    })
    await patch(study.id, { cover: next }, AUTOSAVE)
    expect([await rowsOf(cover), await rowsOf(next)]).toEqual([['draft none'], ['draft none']])
  })
})

describe('a person, an organisation or a testimonial', () => {
  it('shows its picture publicly only while it is published', async () => {
    const [first, second] = [await picture(), await picture()]
    const { id } = await payload.create({
      collection: 'people',
      data: { tenant, name: 'Ada', portrait: first } as never,
    })
    const change = (data: object) => payload.update({ collection: 'people', id, data, trash: true })
    expect(await rowsOf(first)).toEqual(['draft none'])
    await change({ _status: 'published' })
    expect(await rowsOf(first)).toEqual(['draft none', 'online public'])
    await payload.update({ collection: 'people', id, data: { portrait: second }, draft: true })
    expect([await rowsOf(first), await rowsOf(second)]).toEqual([['online public'], ['draft none']])
    await change({ portrait: second, _status: 'published' })
    expect([await rowsOf(first), await rowsOf(second)]).toEqual([
      ['earlier none'],
      ['draft none', 'online public'],
    ])
    await change({ deletedAt: new Date().toISOString() })
    expect(await rowsOf(second)).toEqual(['draft none'])
    await change({ deletedAt: null, _status: 'published' })
    expect(await rowsOf(second)).toEqual(['draft none', 'online public'])
    await change({ _status: 'draft' })
    expect(await rowsOf(second)).toEqual(['draft none'])
  })

  it('use what they hold though it is not shown', async () => {
    const portrait = await picture()
    await payload.create({
      collection: 'testimonials',
      data: {
        tenant,
        quote: 'Good.',
        attribution: 'Ben',
        portrait,
        consent: 'pending',
        _status: 'published',
      } as never,
    })
    expect(await rowsOf(portrait)).toEqual(['draft none'])
  })
})

describe('a document that is deleted for good', () => {
  it('leaves no use behind, whatever the answer selects', async () => {
    const [first, second] = [await picture(), await picture()]
    const study = await studyWith({ title: 'Gone', cover: first, _status: 'published' })
    await patch(study.id, { cover: second }, DRAFT)
    await payload.delete({ collection: 'case-studies', id: study.id, select: { title: true } })
    expect([await rowsOf(first), await rowsOf(second)]).toEqual([[], []])
    expect(await countOf(second)).toBe(0)
  })
})

describe('recordAllUses', () => {
  it('finds again everything that the hooks recorded', async () => {
    const rows = async () =>
      (
        await owner.query(
          'select source, target, state, exposure from media_references order by 1, 2, 3',
        )
      ).rows
    const files = async () =>
      (await owner.query('select id, exposure, uses from media order by 1')).rows
    const [before, filesBefore] = [await rows(), await files()]
    await owner.query('delete from media_references')
    await owner.query(`update media set uses = 0, exposure = 'none'`)
    const { documents } = await recordAllUses({ payload })
    expect(documents).toBeGreaterThan(10)
    expect(await files()).toEqual(filesBefore)
    // What autosave wrote over is in no version; everything else is found.
    const found = await rows()
    expect(before).toEqual(expect.arrayContaining(found))
    expect(found.filter(({ state }) => state !== 'earlier')).toEqual(
      before.filter(({ state }) => state !== 'earlier'),
    )
  })

  it('reaches every collection whose files are tracked, under the capability', () => {
    const permissions: readonly string[] = capabilityPermissions('trackMediaUse')
    const needed = trackedCollections(payload).flatMap(({ slug }) => [
      `${slug}.readInternal`,
      ...(payload.collections[slug].config.versions ? [`${slug}.readVersions`] : []),
    ])
    expect(needed).toContain('people.readInternal')
    expect(needed.filter((permission) => !permissions.includes(permission))).toEqual([])
  })
})
