// With the first wall switched off, the database alone lets nothing through: over REST and GraphQL,
// through the Local API with overrideAccess, and in SQL.
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'
import pg from 'pg'
import type { CollectionSlug } from 'payload'
import { claimsOf } from '../../access/claims.ts'
import { ANONYMOUS, principalOf } from '../../access/principal.ts'
import { ROLES } from '../../access/roles.ts'
import { TENANT_COLLECTIONS } from '../../access/permissions.ts'
import { withClaims } from '../../plugins/row-level-security/index.ts'
import { startApi, type Api } from '../support/http.ts'
import { startPayload, type TestPayload } from '../support/payload.ts'
import { createWorld, PASSWORD, type World } from '../support/tenants.ts'
import { openFirstWall } from './support/openFirstWall.ts'
import { assault, build, fingerprint, MARK, pry, type Fortress } from './support/siege.ts'

let running: TestPayload
let api: Api
let world: World
let owner: pg.Client
let fortress: Fortress

const collections = TENANT_COLLECTIONS.filter((slug) => slug !== 'media-references')
const attackers = [undefined, ...ROLES.map((role) => `${role}@stranger.test`)]

beforeAll(async () => {
  running = await startPayload()
  const { payload } = running
  world = await createWorld({ payload })
  fortress = await build({ payload, world })
  expect(openFirstWall(payload)).toBeGreaterThan(20)
  api = await startApi({ payload, password: PASSWORD })
  owner = new pg.Client({ connectionString: running.databaseUrl })
  await owner.connect()
})

afterAll(async () => {
  await api?.stop()
  await owner?.end()
  await running.stop()
})

it('shows members what is theirs, so the first wall is off and the second lets through', async () => {
  const mine = await api.call({
    as: 'viewer@client.test',
    path: '/api/case-studies?limit=100&trash=true&draft=true',
  })
  expect(JSON.stringify(mine.body)).toContain(MARK)
})

it('shows strangers nothing and changes nothing, over REST and GraphQL', async () => {
  const before = await fingerprint({ owner, world })
  let attempts = 0
  for (const as of attackers) {
    expect(await pry({ api, as, collections, fortress, world })).toEqual([])
    attempts += await assault({ api, as, collections, fortress, world })
  }
  expect(await fingerprint({ owner, world })).toEqual(before)
  expect(attempts).toBeGreaterThan(500)
}, 600_000)

it('shows strangers nothing through the Local API with overrideAccess', async () => {
  const { payload } = running
  const before = await fingerprint({ owner, world })
  for (const role of ROLES) {
    const user = await world.user(role, 'stranger')
    for (const slug of collections as CollectionSlug[]) {
      const common = { collection: slug, overrideAccess: true, user } as const
      const list = await payload.find({ ...common, limit: 0, depth: 2, trash: true, draft: true })
      expect(JSON.stringify(list)).not.toContain(MARK)
      for (const id of fortress.ids.get(slug) ?? []) {
        const one = await payload.findByID({ ...common, id, disableErrors: true, trash: true })
        expect(JSON.stringify(one)).not.toContain(MARK)
        await expect(
          payload.update({ ...common, id, data: { name: 'taken' }, trash: true }),
        ).rejects.toThrow()
        await expect(payload.delete({ ...common, id, trash: true })).rejects.toThrow()
      }
    }
  }
  expect(await fingerprint({ owner, world })).toEqual(before)
}, 600_000)

it('shows strangers nothing in SQL, table by table', async () => {
  const { rows: tables } = await owner.query<{ table: string }>(
    `select distinct table_name as "table" from information_schema.columns where table_schema = 'public'
      and column_name in ('tenant_id', 'version_tenant_id', 'rls_tenant')`,
  )
  type Executor = { drizzle: { execute: (query: unknown) => Promise<{ rows: unknown[] }> } }
  const { drizzle } = running.payload.db as unknown as Executor
  const principals = [
    ANONYMOUS,
    ...(await Promise.all(
      ROLES.map(async (role) => principalOf(await world.user(role, 'stranger'))),
    )),
  ]
  let seen = 0
  for (const principal of principals) {
    for (const { table } of tables) {
      const { rows } = await withClaims(claimsOf(principal), async () =>
        drizzle
          .execute(sql.raw(`select t::text as line from "${table}" t`))
          .catch((err: { cause?: { code?: string } }) => {
            // Tables without any grant are closed to everybody.
            expect(err.cause?.code).toBe('42501')
            return { rows: [] }
          }),
      )
      expect({ table, leaks: JSON.stringify(rows).includes(MARK) }).toEqual({ table, leaks: false })
      seen += rows.length
    }
  }
  expect(seen).toBeGreaterThan(0)
})
