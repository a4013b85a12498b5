// With the first wall switched off, the database alone keeps a contributor's records from the public:
// over HTTP in every way there is, and in SQL.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { claimsOf } from '../../access/claims.ts'
import { ANONYMOUS, principalOf } from '../../access/principal.ts'
import { withClaims } from '../../plugins/row-level-security/index.ts'
import { startApi, type Api } from '../support/http.ts'
import { startPayload, type TestPayload } from '../support/payload.ts'
import { createRecord, REVIEWED, waysToPublish, type Reviewed } from '../support/reviewed.ts'
import { createWorld, PASSWORD, type World } from '../support/tenants.ts'
import { openFirstWall, type OpenWall } from './support/openFirstWall.ts'

const AS = 'contributor@client.test'
const SECRET = 'unreviewed'

let running: TestPayload
let api: Api
let world: World
let owner: pg.Client
let opened: OpenWall
let contributor: Awaited<ReturnType<World['user']>>

beforeAll(async () => {
  running = await startPayload()
  world = await createWorld({ payload: running.payload })
  contributor = await world.user('contributor', 'client')
  opened = openFirstWall(running.payload)
  expect(opened.taken).toBeGreaterThan(20)
  api = await startApi({ payload: running.payload, password: PASSWORD })
  owner = new pg.Client({ connectionString: running.databaseUrl })
  await owner.connect()
})

afterAll(async () => {
  opened?.close()
  await api?.stop()
  await owner?.end()
  await running.stop()
})

const own = async (
  collection: Reviewed,
  data: { status?: 'draft' | 'published'; words?: string } & Record<string, unknown> = {},
): Promise<string> => {
  const { id } = await createRecord({
    collection,
    payload: running.payload,
    status: 'draft',
    tenant: world.client.id,
    words: SECRET,
    ...data,
  })
  await owner.query(`update ${collection} set created_by_id = $1 where id = $2`, [
    contributor.id,
    id,
  ])
  await owner.query(`update _${collection}_v set version_created_by_id = $1 where parent_id = $2`, [
    contributor.id,
    id,
  ])
  return id
}

const versionsOf = async (collection: Reviewed, id: string) =>
  (
    await owner.query<{ id: string }>(
      `select id from _${collection}_v where parent_id = $1 order by updated_at`,
      [id],
    )
  ).rows

/** Rows that nobody sees through the database, by what they say. */
const shown = (collection: Reviewed): Promise<number> =>
  withClaims(claimsOf(ANONYMOUS), async () => {
    const { rows } = await sql(
      `select t::text as line from ${collection} t union all select t::text from _${collection}_v t`,
    )
    return rows.filter(({ line }) => (line as string).includes(SECRET)).length
  })

type Guarded = { pool: { connect: () => Promise<pg.PoolClient> } }

const sql = async (text: string, values: unknown[] = []) => {
  const client = await (running.payload.db as unknown as Guarded).pool.connect()
  try {
    return await client.query<Record<string, unknown>>(text, values)
  } finally {
    client.release()
  }
}

describe.each(REVIEWED)('the second wall alone, for %s', (collection) => {
  it.each(waysToPublish(SECRET))('holds against: $name', async ({ run }) => {
    await run({
      api,
      as: AS,
      collection,
      tenant: world.client.id,
      words: SECRET,
      draft: () => own(collection),
      online: () => own(collection, { status: 'published', words: 'reviewed' }),
      trashed: () => own(collection, { deletedAt: new Date().toISOString() }),
      unpublished: async () => {
        const id = await own(collection)
        await running.payload.update({ collection, id, data: { _status: 'published' } as never })
        const version = (await versionsOf(collection, id)).at(-1)!.id
        await running.payload.update({ collection, id, data: { _status: 'draft' } as never })
        return { id, version }
      },
    })
    expect(await shown(collection)).toBe(0)
  })

  it('holds in SQL: neither the row nor a version of it says that it is published', async () => {
    const id = await own(collection)
    const [version] = await versionsOf(collection, id)
    const asContributor = (text: string, values: unknown[]) =>
      withClaims(claimsOf(principalOf(contributor)), () => sql(text, values)).then(
        ({ rowCount }) => rowCount,
        (err: { code?: string }) => err.code,
      )
    expect(
      await asContributor(`update ${collection} set _status = 'published' where id = $1`, [id]),
    ).toBe('42501')
    expect(
      await asContributor(
        `update _${collection}_v set version__status = 'published' where id = $1`,
        [version!.id],
      ),
    ).toBe('42501')
    // The same statements without the status go through, so they were refused for it.
    expect(
      await asContributor(`update ${collection} set updated_at = now() where id = $1`, [id]),
    ).toBe(1)
    expect(
      await asContributor(`update _${collection}_v set updated_at = now() where id = $1`, [
        version!.id,
      ]),
    ).toBe(1)
    expect(await shown(collection)).toBe(0)
  })
})
