// What the server signs in as, and what its statements run as: neither creates anything, alters
// itself, or leaves something on a connection for the next statement.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { claimsOf } from '../../access/claims.ts'
import { principalOf } from '../../access/principal.ts'
import { guardedPg } from '../../plugins/row-level-security/context/pool.ts'
import { createSigner } from '../../plugins/row-level-security/context/signer.ts'
import { deriveKey, withClaims } from '../../plugins/row-level-security/index.ts'
import { checkRuntimeRole, ensureRuntimeRole } from '../../src/database/runtimeRole.ts'
import { RUNTIME_GROUP } from '../../src/walls/group.ts'
import { createStudy } from '../support/content.ts'
import { startPayload, type TestPayload } from '../support/payload.ts'
import { createWorld, type World } from '../support/tenants.ts'

let running: TestPayload
let world: World
let owner: pg.Client
/** One connection, so that the next statement finds what the last one left. */
let pool: pg.Pool
let login: pg.Client
let study: string

beforeAll(async () => {
  running = await startPayload()
  world = await createWorld({ payload: running.payload })
  study = (await createStudy({ payload: running.payload, tenant: world.client.id, title: 'Draft' }))
    .id
  owner = new pg.Client({ connectionString: running.databaseUrl })
  await owner.connect()
  const { Pool } = guardedPg({
    role: RUNTIME_GROUP,
    sign: createSigner(deriveKey(process.env.PAYLOAD_SECRET!)),
    statementTimeoutMs: 10_000,
  })
  pool = new Pool({ connectionString: running.runtimeUrl, max: 1 })
  login = new pg.Client({ connectionString: running.runtimeUrl })
  await login.connect()
})

afterAll(async () => {
  await pool?.end()
  await login?.end()
  await owner?.end()
  await running.stop()
})

const LOGIN = () => new URL(running.runtimeUrl).username
const asEditor = async <T>(work: () => Promise<T>): Promise<T> =>
  withClaims(claimsOf(principalOf(await world.user('editor', 'client'))), work)

describe('statements', () => {
  it('run as a role without log-in', async () => {
    const { rows } = await pool.query(
      `select current_user as role, session_user as login, rolcanlogin as "canLogin"
         from pg_roles where rolname = current_user`,
    )
    expect(rows).toEqual([{ role: RUNTIME_GROUP, login: LOGIN(), canLogin: false }])
  })

  it.each([
    `do $$ begin raise notice 'x'; end $$`,
    `alter role ${RUNTIME_GROUP} password 'x'`,
    'set default_transaction_read_only = on',
    'reset role',
    'discard all',
    'prepare x as select 1',
    'deallocate all',
    'listen vitrine_invalidate',
    'lock table case_studies',
    'copy tenants to stdout',
    'explain select * from users',
    'declare c cursor with hold for select 1',
    'begin; reset role',
    'commit; select 1',
    '/* a comment */ reset role',
  ])('are queries and nothing else: %s', async (statement) => {
    await expect(pool.query(statement)).rejects.toMatchObject({ code: '42501' })
  })
})

describe('the log-in role', () => {
  it('holds nothing by itself', async () => {
    const { rows } = await owner.query<{ table: string }>(
      `select c.oid::regclass::text as "table" from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
    )
    for (const { table } of rows) {
      await expect(login.query(`select 1 from ${table}`)).rejects.toMatchObject({ code: '42501' })
    }
    await expect(login.query('select rls.uid()')).rejects.toMatchObject({ code: '42501' })
  })

  const becomes = async (statement: string): Promise<string> => {
    await login.query('begin')
    try {
      await login.query(`set local role ${RUNTIME_GROUP}`)
      // The extended protocol, as the server speaks it.
      await login.query({ text: statement, queryMode: 'extended' } as pg.QueryConfig)
      return 'done'
    } catch (err) {
      return (err as { code: string }).code
    } finally {
      await login.query('rollback')
    }
  }

  it.each([
    ['alter the log-in role', () => `alter role ${LOGIN()} password 'taken'`],
    ['change its settings', () => `alter role ${LOGIN()} set default_transaction_read_only = on`],
    ['run a block that resets the role', () => 'do $$ begin reset role; end $$'],
    ['create a table', () => 'create table public.mine (id int)'],
    ['create a temporary table', () => 'create temporary table mine (id int)'],
    ['select into a table', () => 'select 1 as id into temporary mine'],
    ['create a schema', () => 'create schema mine'],
    [
      'create a function',
      () => `create function pg_temp.f() returns int language sql as 'select 1'`,
    ],
    ['create a type', () => 'create type public.mine as (id int)'],
    ['create a role', () => 'create role mine'],
    ['create a large object', () => 'select lo_create(0)'],
    ['create a large object of bytes', () => `select lo_from_bytea(0, 'x')`],
    ['import a file', () => `select lo_import('/etc/hostname')`],
    ['write a file', () => `copy (select 1) to '/tmp/mine'`],
    ['run a program', () => `copy tenants from program 'true'`],
    ['hold a session lock', () => 'select pg_advisory_lock(1)'],
    ['count rows by statistics', () => 'select n_live_tup from pg_stat_user_tables'],
    ['count rows by the planner’s estimate', () => 'select reltuples from pg_class'],
    ['count rows by size', () => `select pg_relation_size('leads')`],
    [
      'end the server’s own connections',
      () => `select pg_terminate_backend(pid) from pg_stat_activity where usename = '${LOGIN()}'`,
    ],
  ])('cannot %s', async (_, statement) => {
    expect(await becomes(statement())).toMatch(/^(42501|0LP01)$/)
  })

  it('is put right at the next start, whatever was made of it', async () => {
    const url = await ensureRuntimeRole({ ownerUrl: running.databaseUrl, secret: 'x'.repeat(32) })
    const role = new URL(url).username
    await owner.query(`alter role ${role} set default_transaction_read_only = on`)
    await owner.query(`alter role ${role} password 'taken'`)
    expect(await ensureRuntimeRole({ ownerUrl: running.databaseUrl, secret: 'x'.repeat(32) })).toBe(
      url,
    )
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query('show default_transaction_read_only')
    expect(rows).toEqual([{ default_transaction_read_only: 'off' }])
    await client.end()
    await owner.query(`drop owned by ${role}; drop role ${role}`)
  })

  it('of an older installation inherits no longer', async () => {
    const role = `older_${randomBytes(4).toString('hex')}`
    await owner.query(`create role ${role} login password 'older'`)
    await owner.query(`grant ${RUNTIME_GROUP} to ${role}`)
    const url = new URL(running.databaseUrl)
    url.username = role
    url.password = 'older'
    const inherits = async () =>
      (await owner.query(`select pg_has_role($1, $2, 'usage') as yes`, [role, RUNTIME_GROUP])).rows
    expect(await inherits()).toEqual([{ yes: true }])
    await checkRuntimeRole({ ownerUrl: running.databaseUrl, url: url.href })
    expect(await inherits()).toEqual([{ yes: false }])
    await owner.query(`drop role ${role}`)
  })
})

describe('a statement leaves nothing on its connection', () => {
  const settings = async () =>
    (
      await pool.query<{ name: string; setting: string }>(
        `select name, setting from pg_settings where name not in ('rls.context') order by name`,
      )
    ).rows

  /** Every setting that a role may change, with a value that it does not have. */
  const changes = async (): Promise<{ name: string; value: string }[]> => {
    const { rows } = await owner.query<{ name: string; value: string | null }>(
      `select name, case
          when vartype = 'bool' then case setting when 'on' then 'off' else 'on' end
          when vartype = 'enum' then (select v from unnest(enumvals) v where v <> setting limit 1)
          when vartype in ('integer', 'real') then case when setting = min_val then max_val else min_val end
          else case name
            when 'role' then 'none'
            when 'TimeZone' then 'Asia/Tokyo'
            when 'DateStyle' then 'German'
            when 'client_encoding' then 'LATIN1'
            else 'x' end end as value
         from pg_settings where context = 'user'`,
    )
    return rows.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]))
  }

  it('by any setting there is, in a transaction or outside', async () => {
    const before = await settings()
    const tried = await changes()
    let taken = 0
    for (const { name, value } of tried) {
      const inject = (run: pg.Pool | pg.PoolClient) =>
        run.query('select set_config($1, $2, false)', [name, value]).then(
          () => (taken += 1),
          () => undefined,
        )
      await inject(pool)
      expect({ name, settings: await settings() }).toEqual({ name, settings: before })
      const client = await pool.connect()
      await client.query('begin')
      await inject(client)
      // Refused where the statement before was: nothing is committed then.
      await client.query('commit').catch(() => undefined)
      client.release()
      expect({ name, settings: await settings() }).toEqual({ name, settings: before })
    }
    // Most of them are there to be changed, so the test did something.
    expect(taken).toBeGreaterThan(tried.length)
  })

  it('so the next one can still write', async () => {
    for (const setting of ['default_transaction_read_only', 'transaction_read_only']) {
      await pool.query('select set_config($1, $2, false)', [setting, 'on']).catch(() => undefined)
      const { rowCount } = await asEditor(() =>
        pool.query('update case_studies set year = 2001 where id = $1', [study]),
      )
      expect({ setting, rowCount }).toEqual({ setting, rowCount: 1 })
    }
  })

  it('nor by a lock, where the database does not let us revoke it, even if it fails', async () => {
    await owner.query('grant execute on function pg_advisory_lock(bigint) to public')
    await pool.query('select pg_advisory_lock(7), 1 / (random() * 0)::int').catch(() => undefined)
    await pool.query('select 1')
    const { rows } = await owner.query(
      `select 1 from pg_locks l join pg_database d on d.oid = l.database
        where d.datname = current_database() and l.locktype = 'advisory'`,
    )
    expect(rows).toEqual([])
  })
})
