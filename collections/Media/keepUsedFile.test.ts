// A file that anything uses is not deleted, and one that nothing uses is; a tenant goes with all.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import type { Payload } from 'payload'
import { createPicture, createStudy, richText, uploadNode } from '../../test/support/content.ts'
import { startApi, type Api } from '../../test/support/http.ts'
import { startPayload, type TestPayload } from '../../test/support/payload.ts'
import { createWorld, PASSWORD, type World } from '../../test/support/tenants.ts'

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

const study = (title: string, data: Record<string, unknown>) =>
  createStudy({ payload, tenant, title, _status: 'draft', ...data })

const remove = (file: string, who = as) =>
  api.call({ as: who, method: 'DELETE', path: `/api/media/${file}` })

const messageOf = ({ body }: Awaited<ReturnType<typeof remove>>): string =>
  body.errors?.[0]?.message

const isThere = async (file: string): Promise<boolean> =>
  (await owner.query('select from media where id = $1', [file])).rowCount === 1

describe('deleting a file', () => {
  it('is refused while something shows it, with where and what to do', async () => {
    const cover = await picture()
    const { id } = await study('Harbour study', { cover, _status: 'published' })
    const answer = await remove(cover)
    expect(answer.status).toBe(409)
    expect(answer.body.errors[0]).toMatchObject({
      message: '“Harbour study” shows this file. Take it out there first.',
      data: { code: 'file_in_use', hidden: 0, places: [{ id, state: 'online' }] },
    })
    expect(await isThere(cover)).toBe(true)
    const { url } = await payload.findByID({ collection: 'media', id: cover })
    expect((await api.call({ path: String(url) })).status).toBe(200)
  })

  it('is refused for a draft, its text and the trash, and names no more than three places', async () => {
    const cover = await picture()
    const inText = [{ kind: 'story', body: richText('Text', uploadNode(cover)) }]
    await study('Alpha', { cover })
    await study('Beta', { chapters: inText })
    expect(messageOf(await remove(cover))).toBe(
      '“Alpha” and “Beta” show this file. Take it out there first.',
    )
    await study('Gamma', { cover, deletedAt: new Date().toISOString() })
    expect(messageOf(await remove(cover))).toBe(
      '“Alpha”, “Beta” and “Gamma” in the trash show this file. Take it out there first.',
    )
    await study('Delta', { cover })
    await study('Omega', { cover })
    expect(messageOf(await remove(cover))).toBe(
      '“Alpha”, “Beta”, “Delta” and 2 more show this file. Take it out there first.',
    )
  })

  it('is refused for an earlier version, which is restored without a gap', async () => {
    const cover = await picture()
    const { id } = await study('Restored', { cover })
    await payload.update({ collection: 'case-studies', id, draft: true, data: { cover: null } })
    const answer = await remove(cover)
    expect(answer.status).toBe(409)
    expect(messageOf(answer)).toBe(
      'An earlier version of “Restored” shows this file, and restoring it would show a gap. Keep the file, or delete “Restored” for good first.',
    )
    const { docs } = await payload.findVersions({
      collection: 'case-studies',
      sort: 'updatedAt',
      where: { parent: { equals: id } },
    })
    const path = `/api/case-studies/versions/${docs[0]!.id}?draft=true`
    expect((await api.call({ as, method: 'POST', path })).status).toBe(200)
    const { body } = await api.call({ as, path: `/api/case-studies/${id}?draft=true&depth=1` })
    expect(body.cover.id).toBe(cover)
    expect(messageOf(await remove(cover))).toContain('“Restored” shows this file.')
  })

  it('is refused for a version in another language', async () => {
    const inGerman = await picture()
    const { id } = await study('Sprachen', {})
    const write = (body: unknown) =>
      payload.update({
        collection: 'case-studies',
        id,
        draft: true,
        locale: 'de',
        data: { chapters: [{ kind: 'story', body }] } as never,
      })
    await write(richText('Text', uploadNode(inGerman)))
    await write(richText('Text'))
    expect((await remove(inGerman)).status).toBe(409)
  })

  it('is possible once no version holds it any more', async () => {
    const logo = await picture()
    const { docs } = await payload.find({
      collection: 'site-settings',
      where: { tenant: { equals: tenant } },
    })
    const save = (data: Record<string, unknown>) =>
      payload.update({ collection: 'site-settings', id: docs[0]!.id, data, depth: 0 })
    await save({ logo })
    await save({ logo: null })
    expect((await remove(logo)).status).toBe(409)
    // Site settings keep fifty versions.
    for (let count = 0; count < 50; count += 1) {
      await save({ footer: `Footer ${count}` })
    }
    expect((await remove(logo)).status).toBe(200)
    expect(await isThere(logo)).toBe(false)
  })

  it('is possible for a file that autosave wrote over, and for one that nothing used', async () => {
    const [passing, unused] = [await picture(), await picture()]
    const { id } = await study('Typing', {})
    for (const cover of [passing, null]) {
      await api.call({
        as,
        method: 'PATCH',
        path: `/api/case-studies/${id}?draft=true&autosave=true`,
        body: { cover },
      })
    }
    expect([(await remove(passing)).status, (await remove(unused)).status]).toEqual([200, 200])
  })

  it('of many takes those that nothing uses', async () => {
    const [used, unused] = [await picture(), await picture()]
    await study('Keeps one', { cover: used })
    const { body } = await api.call({
      as,
      method: 'DELETE',
      path: `/api/media?where[id][in]=${used},${unused}`,
    })
    expect(body.errors).toHaveLength(1)
    expect([await isThere(used), await isThere(unused)]).toEqual([true, false])
  })

  it('waits for whoever is just beginning to use it', async () => {
    const cover = await picture()
    const { id } = await study('Meanwhile', {})
    const other = new pg.Client({ connectionString: running.databaseUrl })
    await other.connect()
    try {
      await other.query('begin')
      await other.query('select from media where id = $1 for no key update', [cover])
      await other.query(
        `insert into media_references (id, tenant_id, source, target, exposure, state)
         values (gen_random_uuid(), $1, $2, $3, 'none', 'draft')`,
        [tenant, `case-studies:${id}`, `media:${cover}`],
      )
      const answer = remove(cover)
      await waiting()
      await other.query('commit')
      expect(messageOf(await answer)).toContain('“Meanwhile”')
    } finally {
      await other.end()
    }
  })
})

/** Until some statement waits for a lock. */
const waiting = async (): Promise<void> => {
  for (;;) {
    const { rowCount } = await owner.query('select from pg_locks where not granted')
    if (rowCount) {
      return
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

describe('saving a document', () => {
  it('is refused when a file in its text was deleted in between', async () => {
    const inText = await picture()
    const other = new pg.Client({ connectionString: running.databaseUrl })
    await other.connect()
    try {
      await other.query('begin')
      await other.query('delete from media where id = $1', [inText])
      const answer = api.call({
        as,
        method: 'POST',
        path: '/api/case-studies?draft=true',
        body: {
          tenant,
          title: 'Too late',
          chapters: [{ kind: 'story', body: richText('Text', uploadNode(inText)) }],
        },
      })
      await waiting()
      await other.query('commit')
      const { body, status } = await answer
      expect({ status, code: body.errors?.[0]?.data?.code }).toEqual({
        status: 409,
        code: 'file_gone',
      })
    } finally {
      await other.end()
    }
  })
})

describe('deleting a tenant', () => {
  it('takes its used files with it', async () => {
    const { id: stranger } = world.stranger
    const cover = (await createPicture({ payload, tenant: stranger })).id
    await createStudy({ payload, tenant: stranger, title: 'Theirs', cover })
    const { status } = await api.call({
      as: 'owner@stranger.test',
      method: 'DELETE',
      path: `/api/tenants/${stranger}`,
    })
    expect(status).toBe(200)
    expect(await isThere(cover)).toBe(false)
    const { rowCount } = await owner.query('select from media_references where target = $1', [
      `media:${cover}`,
    ])
    expect(rowCount).toBe(0)
  })
})
