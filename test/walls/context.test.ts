// Who asks reaches every statement, and lives for exactly that statement. Whoever can make the server
// run SQL of his own gains nothing by it.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'
import pg from 'pg'
import type { Payload } from 'payload'
import { claimsOf, withCapability } from '../../access/claims.ts'
import { ANONYMOUS, principalOf, type Principal } from '../../access/principal.ts'
import {
  forRequest,
  setFallbackClaims,
  withClaims,
} from '../../plugins/row-level-security/index.ts'
import { actAsPlatform } from '../../access/claims.ts'
import { createStudy } from '../support/content.ts'
import { startPayload, type TestPayload } from '../support/payload.ts'
import { createWorld, type World } from '../support/tenants.ts'

let running: TestPayload
let payload: Payload
let world: World
let owner: pg.Client
let client: Principal
let stranger: Principal

beforeAll(async () => {
  running = await startPayload()
  payload = running.payload
  world = await createWorld({ payload })
  for (const tenant of [world.client.id, world.stranger.id]) {
    for (let index = 0; index < 5; index += 1) {
      await createStudy({ payload, tenant, title: `Draft ${index}`, _status: 'draft' })
    }
  }
  client = principalOf(await world.user('editor', 'client'))
  stranger = principalOf(await world.user('owner', 'stranger'))
  owner = new pg.Client({ connectionString: running.databaseUrl })
  await owner.connect()
})

afterAll(async () => {
  await owner?.end()
  await running.stop()
})

type Row = { tenant_id: string }
type Guarded = {
  drizzle: { execute: (query: unknown) => Promise<{ rows: Row[] }> }
  pool: { connect: () => Promise<pg.PoolClient>; query: (text: string) => Promise<{ rows: Row[] }> }
}
const db = () => payload.db as unknown as Guarded
const tenantsSeen = (rows: Row[]) => [...new Set(rows.map(({ tenant_id }) => tenant_id))]
const ask = async (query: string) => tenantsSeen((await db().drizzle.execute(sql.raw(query))).rows)
const ALL = 'select tenant_id from case_studies'
const causeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing was refused',
    (err: { code?: string; cause?: { code?: string; message?: string } }) =>
      err.cause?.message ?? err.code ?? 'refused without a word',
  )

describe('without anybody', () => {
  it('shows no row of any table, and takes none', async () => {
    setFallbackClaims(undefined)
    try {
      const { rows: tables } = await owner.query<{ name: string }>(
        `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
      )
      for (const { name } of tables) {
        const result = await db()
          .drizzle.execute(sql.raw(`select * from "${name}"`))
          .catch(() => ({ rows: [] }))
        expect({ name, rows: result.rows.length }).toEqual({ name, rows: 0 })
      }
      expect(await payload.count({ collection: 'case-studies' })).toEqual({ totalDocs: 0 })
      await expect(
        payload.create({
          collection: 'services',
          data: { tenant: world.client.id, name: 'X' } as never,
        }),
      ).rejects.toThrow()
    } finally {
      actAsPlatform()
    }
  })

  it('shows a request that nobody has authenticated what is public, and no more', async () => {
    expect(await forRequest(() => ask(ALL))).toEqual([])
    expect(await forRequest(() => ask('select id as tenant_id from tenants'))).toHaveLength(3)
  })
})

describe('each statement is its own principal’s', () => {
  it('in parallel over few connections', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const [principal, tenant] =
          index % 2 === 0 ? [client, world.client.id] : [stranger, world.stranger.id]
        return { tenant, seen: await withClaims(claimsOf(principal), () => ask(ALL)) }
      }),
    )
    expect(answers.filter(({ seen, tenant }) => seen.join() !== tenant)).toEqual([])
  })

  it('inside one transaction', async () => {
    const connection = await db().pool.connect()
    const look = async () => tenantsSeen((await connection.query<Row>(ALL)).rows)
    setFallbackClaims(undefined)
    try {
      await connection.query('begin')
      expect(await withClaims(claimsOf(client), look)).toEqual([world.client.id])
      expect(await withClaims(claimsOf(stranger), look)).toEqual([world.stranger.id])
      expect(await look()).toEqual([])
      await connection.query('rollback')
    } finally {
      connection.release()
      actAsPlatform()
    }
  })

  it('after an error, and on the same connections', async () => {
    for (let index = 0; index < 20; index += 1) {
      await withClaims(claimsOf(client), () => ask('select 1/0')).catch(() => undefined)
    }
    expect(await withClaims(claimsOf(stranger), () => ask(ALL))).toEqual([world.stranger.id])
  })

  it('with a capability, which ends with its call and is no other’s', async () => {
    const leads = `insert into leads (id, tenant_id, name, email, message, status) values (gen_random_uuid(), '${world.client.id}', 'a', 'a@b.test', 'm', 'new') returning tenant_id`
    const take = (tenant: string) =>
      withClaims(claimsOf(ANONYMOUS), () => withCapability('takeLead', tenant, () => ask(leads)))
    expect(await take(world.client.id)).toEqual([world.client.id])
    expect(await causeOf(take(world.stranger.id))).toContain('row-level security')
    expect(await causeOf(withClaims(claimsOf(ANONYMOUS), () => ask(leads)))).toContain(
      'row-level security',
    )
    const reading = withClaims(claimsOf(ANONYMOUS), () =>
      withCapability('takeLead', world.client.id, () => ask(ALL)),
    )
    expect(await reading).toEqual([])
  })
})

describe('SQL of somebody else’s making', () => {
  const asStranger = (query: string) => withClaims(claimsOf(stranger), () => ask(query))
  const forged = (user: string, caps: string) =>
    `00000000|9999999999|${user}|${caps}|${'ff'.repeat(32)}:*|${'0'.repeat(64)}`

  it.each([
    [
      'a context of its own',
      `with x as materialized (select set_config('rls.context', '${forged('', 'operator')}', true)) select tenant_id from case_studies, x`,
    ],
    [
      'a union that sets it first',
      `select set_config('rls.context', '${forged('', 'auth,operator,join,jobs')}', true)::text as tenant_id union all (select tenant_id::text from case_studies)`,
    ],
    [
      'an altered signature',
      `with x as materialized (select set_config('rls.context', overlay(current_setting('rls.context') placing '*' from 60), true)) select tenant_id from case_studies, x`,
    ],
    [
      'no context at all',
      `with x as materialized (select set_config('rls.context', '', true)) select tenant_id from case_studies, x`,
    ],
    [
      'row security off',
      `with x as materialized (select set_config('row_security', 'off', true)) select tenant_id from case_studies, x`,
    ],
  ])('gains nothing with %s', async (_, query) => {
    const seen = await asStranger(query).catch(() => [])
    expect(seen.filter((tenant) => tenant === world.client.id)).toEqual([])
  })

  it.each([
    ['read the key', 'select * from rls.key'],
    ['become the owner', `set role ${new URL(process.env.VITRINE_TEST_DATABASE!).username}`],
    ['change a table', 'alter table case_studies disable row level security'],
    ['drop a policy', 'drop policy rls_select on case_studies'],
    ['empty a table', 'truncate case_studies'],
    ['make a temporary table', 'create temporary table case_studies (id int)'],
    ['make a function', `create function public.evil() returns int language sql as 'select 1'`],
    ['ask whose a document is', `select rls.tenant_of('case-studies', gen_random_uuid())`],
    ['read the passwords of roles', 'select * from pg_authid'],
    ['read migrations', 'select * from payload_migrations'],
    ['run two statements', 'select 1; select 2'],
    ['turn off triggers', 'set session_replication_role = replica'],
  ])('cannot %s', async (_, query) => {
    expect(await causeOf(asStranger(query))).toMatch(
      /permission denied|must be owner|cannot insert multiple commands|not supported/,
    )
  })

  it('leaves nothing on the connection for the next', async () => {
    for (const setting of [
      `set_config('row_security', 'off', false)`,
      `set_config('search_path', 'pg_catalog', false)`,
      `set_config('rls.context', '${forged('', 'operator')}', false)`,
      `set_config('statement_timeout', '1', false)`,
    ]) {
      // The statement that sets it may well fall to it itself.
      await Promise.allSettled(Array.from({ length: 12 }, () => asStranger(`select ${setting}`)))
      const after = await Promise.all(
        Array.from({ length: 24 }, () => withClaims(claimsOf(client), () => ask(ALL))),
      )
      expect({ setting, after: [...new Set(after.flat())] }).toEqual({
        setting,
        after: [world.client.id],
      })
    }
  })

  it('cannot use a context that has expired, or one signed with a retired key', async () => {
    const { rows } = await withClaims(claimsOf(client), async () =>
      db().drizzle.execute(sql.raw(`select current_setting('rls.context') as tenant_id`)),
    )
    const valid = rows[0]!.tenant_id
    const replay = (context: string) =>
      owner.query('select set_config($1, $2, false)', ['rls.context', context])
    const reach = async () => {
      const found = await owner.query<{ reached: string[] }>('select rls.tenants(9) as reached')
      return found.rows[0]!.reached
    }
    await replay(valid)
    expect(await reach()).toEqual([world.client.id])
    const [key, , ...rest] = valid.split('|')
    await replay([key, '1000000000', ...rest].join('|'))
    expect(await reach()).toEqual([])
    await replay(valid)
    await owner.query('begin')
    await owner.query('delete from rls.key')
    expect(await reach()).toEqual([])
    await owner.query('rollback')
  })
})

describe('rows of one tenant', () => {
  it('point at no other’s, through any column', async () => {
    const foreign = await createStudy({ payload, tenant: world.stranger.id, title: 'Foreign' })
    const own = await createStudy({ payload, tenant: world.client.id, title: 'Own' })
    const { rows: keys } = await owner.query<{ table: string; column: string; target: string }>(
      `select k.conrelid::regclass::text as "table", a.attname as "column", k.confrelid::regclass::text as target
         from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[2]
        where k.conname like 'rls\\_%' and k.contype = 'f'`,
    )
    expect(keys.length).toBeGreaterThan(30)
    // Even as the owner of the tables, past every policy.
    await expect(
      owner.query(
        `insert into case_studies_rels (parent_id, path, case_studies_id) values ($1, 'related', $2)`,
        [own.id, foreign.id],
      ),
    ).rejects.toMatchObject({ code: '23503' })
    const { rows } = await owner.query<{ id: string }>(
      'select id from tenants where id = any ($1)',
      [[world.client.id, world.stranger.id]],
    )
    expect(rows).toHaveLength(2)
  })

  it('never move, not even their versions', async () => {
    const study = await createStudy({ payload, tenant: world.client.id, title: 'Staying' })
    const move = (table: string, column: string, id: string) =>
      withClaims(
        claimsOf(principalOf({ id: study.id, collection: 'users', operator: true, tenants: [] })),
        () =>
          ask(
            `update ${table} set ${column} = '${world.stranger.id}' where id = '${id}' returning ${column} as tenant_id`,
          ),
      )
    expect(await causeOf(move('case_studies', 'tenant_id', study.id))).toContain('fixed')
    const { rows } = await owner.query<{ id: string }>(
      'select id from _case_studies_v where parent_id = $1',
      [study.id],
    )
    expect(await causeOf(move('_case_studies_v', 'version_tenant_id', rows[0]!.id))).toContain(
      'violates',
    )
  })
})
