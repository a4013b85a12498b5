// A contributor puts nothing online that an editor has not published: each collection that studies
// refer to, in every way there is over HTTP, and what nobody sees of it afterwards.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { startTarget, type Target } from '../support/attacks.ts'
import { createPicture, createStudy } from '../support/content.ts'
import { inShort } from '../support/inShort.ts'
import {
  createRecord,
  REVIEWED,
  waysToPublish,
  WRITTEN_BY_CONTRIBUTORS,
  type Attempt,
  type Reviewed,
} from '../support/reviewed.ts'

const AS = 'contributor@client.test'
const SECRET = 'unreviewed'

let target: Target
let owner: pg.Client
let author: string

beforeAll(async () => {
  target = await startTarget()
  owner = new pg.Client({ connectionString: target.databaseUrl })
  await owner.connect()
  author = (await target.world.user('contributor', 'client')).id
})

afterAll(async () => {
  await owner?.end()
  await target.stop()
})

it('covers every collection with drafts that contributors write, besides studies and pages', () => {
  expect(
    WRITTEN_BY_CONTRIBUTORS.filter((slug) => slug !== 'case-studies' && slug !== 'pages'),
  ).toEqual(expect.arrayContaining([...REVIEWED]))
  expect(WRITTEN_BY_CONTRIBUTORS).toHaveLength(REVIEWED.length + 2)
})

const own = async (
  collection: Reviewed,
  data: { status?: 'draft' | 'published'; words?: string } & Record<string, unknown> = {},
): Promise<string> => {
  const { id } = await createRecord({
    collection,
    payload: target.payload,
    status: 'draft',
    tenant: target.world.client.id,
    words: SECRET,
    ...data,
  })
  await owner.query(`update ${collection} set created_by_id = $1 where id = $2`, [author, id])
  await owner.query(`update _${collection}_v set version_created_by_id = $1 where parent_id = $2`, [
    author,
    id,
  ])
  return id
}

const records = (
  collection: Reviewed,
): Omit<Parameters<Attempt['run']>[0], 'api' | 'as' | 'collection' | 'tenant' | 'words'> => ({
  draft: () => own(collection),
  online: () => own(collection, { status: 'published', words: 'reviewed' }),
  trashed: () => own(collection, { deletedAt: new Date().toISOString() }),
  unpublished: async () => {
    const id = await own(collection)
    const change = (status: string) =>
      target.payload.update({ collection, id, data: { _status: status } as never })
    await change('published')
    const { docs } = await target.payload.findVersions({
      collection,
      where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
    })
    await change('draft')
    return { id, version: docs[0]!.id }
  },
})

/** Everything that nobody, and a member of another tenant, gets to see of the collection. */
const shown = async (collection: Reviewed): Promise<string> => {
  const paths = [
    `/api/${collection}?limit=25&depth=2`,
    `/api/${collection}?limit=100&draft=true&trash=true`,
    `/api/${collection}?limit=100&where[_status][equals]=draft`,
    `/api/${collection}/versions?limit=100&depth=1`,
    `/api/${collection}/versions?limit=100&where[latest][equals]=true&trash=true`,
  ]
  const answers = await Promise.all(
    [undefined, 'owner@stranger.test'].flatMap((as) =>
      paths.map(async (path) => (await target.api.call({ as, path })).body),
    ),
  )
  return JSON.stringify(answers)
}

describe.each(REVIEWED)('a contributor and %s', (collection) => {
  const ways = waysToPublish(SECRET)
  it.each(inShort(ways, REVIEWED.indexOf(collection), REVIEWED.length))(
    '$name makes nothing public',
    async ({ run }) => {
      const answer = await run({
        api: target.api,
        as: AS,
        collection,
        tenant: target.world.client.id,
        words: SECRET,
        ...records(collection),
      })
      expect(answer.status).toBeLessThan(500)
      // What was once published by an editor is the one version that may say so; it is not the latest.
      const { rows } = await owner.query(
        `select m._status::text from ${collection} m
        where m.created_by_id = $1 and m._status = 'published'
          and exists (select from _${collection}_v v where v.parent_id = m.id and v.latest and to_jsonb(v)::text like '%${SECRET}%')`,
        [author],
      )
      expect(rows).toEqual([])
      expect(await shown(collection)).not.toContain(SECRET)
    },
  )

  it('is still read by its tenant, and public once an editor published it', async () => {
    const id = await own(collection, { words: 'waiting' })
    const path = `/api/${collection}/${id}`
    expect((await target.api.call({ path })).status).toBe(404)
    expect((await target.api.call({ as: 'viewer@client.test', path })).status).toBe(200)
    const published = await target.api.call({
      as: 'editor@client.test',
      body: { _status: 'published' },
      method: 'PATCH',
      path,
    })
    expect(published.status).toBe(200)
    expect((await target.api.call({ path })).status).toBe(200)
    expect(
      (await target.api.call({ as: AS, body: { _status: 'draft' }, method: 'PATCH', path })).status,
    ).toBe(403)
    expect((await target.api.call({ as: AS, method: 'DELETE', path })).status).toBe(403)
    const trash = { as: 'editor@client.test', method: 'PATCH', path }
    await target.api.call({ ...trash, body: { deletedAt: new Date().toISOString() } })
    expect((await target.api.call({ path: `${path}?trash=true` })).status).toBe(404)
    expect(
      (await target.api.call({ path: `/api/${collection}?trash=true&where[id][equals]=${id}` }))
        .body.totalDocs,
    ).toBe(0)
  })

  it('trashes an own draft, and deletes nothing for good', async () => {
    const id = await own(collection)
    const path = `/api/${collection}/${id}`
    const trashed = await target.api.call({
      as: AS,
      body: { deletedAt: new Date().toISOString() },
      method: 'PATCH',
      path,
    })
    expect(trashed.status).toBe(200)
    expect(
      (await target.api.call({ as: AS, method: 'DELETE', path: `${path}?trash=true` })).status,
    ).toBe(403)
    expect(
      (
        await target.api.call({
          as: 'editor@client.test',
          method: 'DELETE',
          path: `${path}?trash=true`,
        })
      ).status,
    ).toBe(403)
    expect(
      (
        await target.api.call({
          as: 'admin@client.test',
          method: 'DELETE',
          path: `${path}?trash=true`,
        })
      ).status,
    ).toBe(200)
  })
})

it('asks in ways that do publish for an editor', async () => {
  const worked: string[] = []
  for (const { name, run } of waysToPublish('by an editor')) {
    const before = await countOnline()
    await run({
      api: target.api,
      as: 'editor@client.test',
      collection: 'people',
      tenant: target.world.client.id,
      words: 'by an editor',
      ...records('people'),
    })
    if ((await countOnline()) > before) {
      worked.push(name.trim())
    }
  }
  expect(worked).toEqual(
    expect.arrayContaining([
      'create',
      'create with draft=false',
      'change the status',
      'change the status with draft=true',
      'change the status as autosave',
      'publish one language',
      'bulk',
      'duplicate what is online',
      'out of the trash',
      'GraphQL update',
    ]),
  )
  // Without a word about publishing nobody publishes.
  expect(
    worked.filter((name) => /restore|change what is online|without a status/.test(name)),
  ).toEqual([])
})

const countOnline = async (): Promise<number> => {
  const { rows } = await owner.query<{ count: string }>(
    `select count(*) from people where _status = 'published' and deleted_at is null and (name like 'by an editor%' or name like '${SECRET}%')`,
  )
  return Number(rows[0]!.count)
}

it('shows nobody what is in the trash, in any collection that has one', async () => {
  const { payload, world } = target
  const gone = { deletedAt: new Date().toISOString() }
  const page = await payload.create({
    collection: 'pages',
    data: {
      tenant: world.client.id,
      title: 'Trashed page',
      _status: 'published',
      ...gone,
    } as never,
  })
  for (const { collection, id } of [
    { collection: 'pages', id: page.id },
    ...(await Promise.all(
      REVIEWED.map(async (collection) => ({
        collection,
        id: await own(collection, { status: 'published', ...gone }),
      })),
    )),
  ]) {
    const asked = [
      `/api/${collection}/${id}?trash=true`,
      `/api/${collection}/${id}?trash=true&draft=true`,
    ]
    for (const path of asked) {
      expect([path, (await target.api.call({ path })).status]).toEqual([path, 404])
    }
  }
})

describe('a file that a contributor added', () => {
  const change = (id: string, as = AS) =>
    target.api.call({ as, method: 'PATCH', path: `/api/media/${id}`, body: { alt: 'Defaced' } })
  const altOf = async (id: string): Promise<unknown> =>
    (await owner.query('select alt from media_locales where _parent_id = $1', [id])).rows[0]?.alt

  it.each(['public', 'unlisted'] as const)(
    'is theirs to change until a study that is %s shows it',
    async (visibility) => {
      const { payload, world } = target
      const tenant = world.client.id
      const { id } = await createPicture({ payload, tenant })
      await owner.query('update media set created_by_id = $1 where id = $2', [author, id])
      const mine = await target.api.call({
        as: AS,
        method: 'PATCH',
        path: `/api/media/${id}`,
        body: { alt: 'Mine' },
      })
      expect([mine.status, await altOf(id)]).toEqual([200, 'Mine'])

      await createStudy({ payload, tenant, title: `Shows it ${visibility}`, cover: id, visibility })
      const refused = await change(id)
      expect([refused.status, await altOf(id)]).toEqual([403, 'Mine'])
      expect((await change(id, 'editor@client.test')).status).toBe(200)
    },
  )
})
