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
import { serialise } from '../../plugins/row-level-security/context/claims.ts'
import { deriveKey, signContext, withClaims } from '../../plugins/row-level-security/index.ts'
import { RUNTIME_GROUP } from '../../src/walls/group.ts'
import { inShort } from '../support/inShort.ts'
import { startApi, type Api } from '../support/http.ts'
import { startPayload, type TestPayload } from '../support/payload.ts'
import { createWorld, PASSWORD, type World } from '../support/tenants.ts'
import { openFirstWall, type OpenWall } from './support/openFirstWall.ts'
import { raceOwners, takeAllOwners } from './support/ownerRaces.ts'
import { assault, build, fingerprint, MARK, pry, type Fortress } from './support/siege.ts'

let running: TestPayload
let api: Api
let world: World
let owner: pg.Client
let opened: OpenWall
let fortress: Fortress

const collections = TENANT_COLLECTIONS.filter((slug) => slug !== 'media-references')
const attackers = [undefined, ...inShort(ROLES, 2, 4).map((role) => `${role}@stranger.test`)]

beforeAll(async () => {
  running = await startPayload()
  const { payload } = running
  world = await createWorld({ payload })
  fortress = await build({ payload, world })
  opened = openFirstWall(payload)
  expect(opened.taken).toBeGreaterThan(20)
  api = await startApi({ payload, password: PASSWORD })
  owner = new pg.Client({ connectionString: running.databaseUrl })
  await owner.connect()
})

afterAll(async () => {
  opened?.close()
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
  expect(attempts).toBeGreaterThan(100 * attackers.length)
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

it('keeps an owner of each tenant when all of them go at once', async () => {
  const { databaseUrl } = running
  await raceOwners({ api, databaseUrl, world })
  await takeAllOwners({ api, databaseUrl, world })
})

const waitsForOthers = async (): Promise<void> => {
  for (let tries = 0; tries < 1000; tries += 1) {
    const { rowCount } = await owner.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    if (rowCount) {
      return
    }
  }
}

it('keeps an owner in SQL, of two transactions at once and of one statement', async () => {
  const { rows: owners } = await owner.query<{ id: string; user_id: string }>(
    `update memberships set role = 'owner', status = 'active'
      where tenant_id = $1 and role in ('admin', 'owner') returning id, user_id`,
    [world.agency.id],
  )
  expect(owners).toHaveLength(2)
  const [one, other] = await Promise.all(
    ['owner', 'admin'].map(async (role) => {
      const client = new pg.Client({ connectionString: running.runtimeUrl })
      await client.connect()
      const { id } = await world.user(role as 'admin' | 'owner', 'agency')
      const { grants } = claimsOf(principalOf(await world.user('owner', 'agency')))
      const context = signContext({
        claims: serialise({ userId: id, grants, caps: [] }),
        key: deriveKey(process.env.PAYLOAD_SECRET!),
        until: Math.floor(Date.now() / 1000) + 300,
      })
      await client.query('begin')
      await client.query(
        `select set_config('role', $1, true), set_config('rls.context', $2, true)`,
        [RUNTIME_GROUP, context],
      )
      const leave = () => client.query('delete from memberships where user_id = $1', [id])
      return { client, leave }
    }),
  )
  try {
    await one!.client.query('savepoint attempt')
    await expect(
      one!.client.query(`delete from memberships where tenant_id = $1 and role = 'owner'`, [
        world.agency.id,
      ]),
    ).rejects.toMatchObject({ code: '42501', message: 'a tenant needs an owner' })
    await one!.client.query('rollback to attempt')
    expect((await one!.leave()).rowCount).toBe(1)
    const leaving = other!.leave()
    await Promise.race([leaving, waitsForOthers()])
    await one!.client.query('commit')
    await expect(leaving).rejects.toMatchObject({
      code: '42501',
      message: 'a tenant needs an owner',
    })
    await other!.client.query('rollback')
  } finally {
    await one!.client.end()
    await other!.client.end()
  }
})
