// The second wall stands around every table: as committed, as generated, and as Postgres has it.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { auditWalls } from '../../plugins/row-level-security/index.ts'
import { wallsOf } from '../../src/walls/build.ts'
import { RUNTIME_GROUP } from '../../src/walls/group.ts'
import { committedWalls, readWall } from '../../src/walls/migration.ts'
import { startPayload, type TestPayload } from '../support/payload.ts'

const root = process.env.VITRINE_ROOT ?? process.cwd()

let running: TestPayload
let owner: pg.Client

beforeAll(async () => {
  running = await startPayload()
  owner = new pg.Client({ connectionString: running.databaseUrl })
  await owner.connect()
})

afterAll(async () => {
  await owner.end()
  await running.stop()
})

const audit = ({ runtime = new URL(running.runtimeUrl).username } = {}) =>
  auditWalls({
    query: (text, values) => owner.query(text, values) as never,
    role: RUNTIME_GROUP,
    runtime,
  })

describe('the wall', () => {
  it('is committed as the rule table has it now', () => {
    const name = committedWalls({ root }).at(-1)!
    // When this fails: npm run migrate:walls -- <what changed>
    expect(readWall({ name, root })).toBe(`${wallsOf(running.payload).up}\n`)
  })

  it('stands around every table, with no grant that a policy does not hold', async () => {
    const { faults, notes, tables } = await audit()
    expect({ faults, notes }).toEqual({ faults: [], notes: [] })
    expect(tables.length).toBeGreaterThan(60)
  })

  it('is found wanting where it is', async () => {
    const faultsAfter = async (sql: string, as?: { runtime: string }): Promise<string[]> => {
      await owner.query('begin')
      try {
        await owner.query(sql)
        return (await audit(as)).faults
      } finally {
        await owner.query('rollback')
      }
    }
    expect(await faultsAfter('create table forgotten (id int, tenant_id uuid)')).toEqual([
      expect.stringContaining('forgotten: row-level security is off'),
    ])
    expect(await faultsAfter('alter table case_studies no force row level security')).toEqual([
      expect.stringContaining('case_studies: row-level security is not forced'),
    ])
    expect(await faultsAfter('grant select on leads to public')).toEqual([
      expect.stringContaining('leads: public may select'),
    ])
    expect(await faultsAfter(`grant truncate on leads to ${RUNTIME_GROUP}`)).toEqual([
      expect.stringContaining('may truncate'),
    ])
    expect(await faultsAfter(`create policy open on leads using (true)`)).toEqual([
      expect.stringContaining('“open” is not ours'),
    ])
    expect(
      await faultsAfter(`create role heir; grant ${RUNTIME_GROUP} to heir`, { runtime: 'heir' }),
    ).toEqual([expect.stringContaining('heir inherits')])
    expect(await faultsAfter(`grant select on rls.key to ${RUNTIME_GROUP}`)).toEqual([
      expect.stringContaining('rls.key'),
    ])
  })

  it('can be taken away, and is the same when it is built again', async () => {
    const state = async () => {
      const { rows } = await owner.query(
        `select tablename, policyname, qual, with_check from pg_policies where schemaname = 'public' order by 1, 2`,
      )
      const { rows: triggers } = await owner.query(
        `select tgrelid::regclass::text as name, tgname from pg_trigger where tgname like 'rls%' order by 1, 2`,
      )
      const { rows: keys } = await owner.query(
        `select conrelid::regclass::text as name, conname from pg_constraint where conname like 'rls%' order by 1, 2`,
      )
      return { rows, triggers, keys }
    }
    const before = await state()
    await owner.query('begin')
    await owner.query(wallsOf(running.payload).down)
    expect(await state()).toEqual({ rows: [], triggers: [], keys: [] })
    await owner.query(readWall({ name: committedWalls({ root }).at(-1)!, root }))
    expect(await state()).toEqual(before)
    await owner.query('rollback')
  })

  it('gives Supabase’s roles nothing, though they were given all', async () => {
    await owner.query('begin')
    try {
      for (const role of ['anon', 'authenticated', 'service_role']) {
        await owner.query(
          `do $$ begin create role ${role} nologin; exception when duplicate_object then null; end $$`,
        )
        await owner.query(`grant ${role} to current_user`)
        await owner.query(`grant all on all tables in schema public to ${role}`)
        await owner.query(`grant usage on schema public to ${role}`)
        await owner.query(
          `alter default privileges in schema public grant all on tables to ${role}`,
        )
      }
      const name = committedWalls({ root }).at(-1)!
      await owner.query(readWall({ name, root }))
      await owner.query('create table later (id int)')
      for (const role of ['anon', 'authenticated']) {
        await owner.query(`set local role ${role}`)
        for (const table of ['case_studies', 'users', 'leads', 'later']) {
          await owner.query('savepoint attempt')
          await expect(owner.query(`select * from ${table}`)).rejects.toMatchObject({
            code: '42501',
          })
          await owner.query('rollback to attempt')
        }
        await owner.query('reset role')
      }
    } finally {
      await owner.query('rollback')
    }
  })
})
