// What the migration “import_sources” makes of studies that were imported, and copied, before.
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import pg from 'pg'
import { startPayload, type TestPayload } from '../../test/support/payload.ts'
import { createWorld, type World } from '../../test/support/tenants.ts'
import { importSourcesUp } from './importSources.ts'

let running: TestPayload
let owner: pg.Client
let world: World

beforeAll(async () => {
  running = await startPayload()
  world = await createWorld({ payload: running.payload })
  owner = new pg.Client({ connectionString: running.databaseUrl })
  await owner.connect()
})

afterAll(async () => {
  await owner?.end()
  await running?.stop()
})

/** As imported by an earlier version: a row and its version, without a source. */
const imported = async (title: string, tenant: string, key: string, day: number) => {
  const { id } = await running.payload.create({
    collection: 'case-studies',
    data: { tenant, title },
    draft: true,
  })
  await owner.query(
    `update case_studies set origin_key = $2, origin_hash = 'h', created_at = $3 where id = $1`,
    [id, key, `2026-01-0${day}`],
  )
  await owner.query(`update _case_studies_v set version_origin_key = $2 where parent_id = $1`, [
    id,
    key,
  ])
}

it('gives each a source, and leaves a copy without an origin', async () => {
  await imported('Copy', world.client.id, 'a.md', 2)
  await imported('Original', world.client.id, 'a.md', 1)
  await imported('Elsewhere', world.stranger.id, 'a.md', 3)
  await running.payload.create({
    collection: 'case-studies',
    data: { tenant: world.client.id, title: 'Written here' },
    draft: true,
  })
  await owner.query(importSourcesUp)
  const { rows } = await owner.query(
    `select l.title, s.origin_source as source, s.origin_key as key, s.origin_hash as hash,
            v.version_origin_source as "versionSource", v.version_origin_key as "versionKey"
       from case_studies s join case_studies_locales l on l._parent_id = s.id
       join _case_studies_v v on v.parent_id = s.id order by l.title`,
  )
  const none = { source: null, key: null, hash: null, versionSource: null, versionKey: null }
  const earlier = {
    source: 'earlier-imports',
    key: 'a.md',
    hash: 'h',
    versionSource: 'earlier-imports',
    versionKey: 'a.md',
  }
  expect(rows).toEqual([
    { title: 'Copy', ...none },
    { title: 'Elsewhere', ...earlier },
    { title: 'Original', ...earlier },
    { title: 'Written here', ...none },
  ])
})
