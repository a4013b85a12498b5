// `npm run walls` tries the walls instead of reading them: it finds what is planted, by what it does.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { deriveKey, probeWalls } from '../../plugins/row-level-security/index.ts'
import { RUNTIME_GROUP } from '../../src/walls/group.ts'
import { isPublicTable } from '../../src/walls/publicTables.ts'
import { createStudy } from '../support/content.ts'
import { inShort } from '../support/inShort.ts'
import { startPayload, type TestPayload } from '../support/payload.ts'
import { createWorld } from '../support/tenants.ts'

let running: TestPayload
let owner: pg.Client

beforeAll(async () => {
  running = await startPayload()
  const world = await createWorld({ payload: running.payload })
  await createStudy({ payload: running.payload, tenant: world.client.id, title: 'Public' })
  owner = new pg.Client({ connectionString: running.databaseUrl })
  await owner.connect()
})

afterAll(async () => {
  await owner?.end()
  await running.stop()
})

const probe = async (plant: string) => {
  await owner.query('begin')
  try {
    await owner.query(plant)
    return await probeWalls({
      query: (text, values) => owner.query(text, values) as never,
      role: RUNTIME_GROUP,
      key: deriveKey(process.env.PAYLOAD_SECRET!),
      isPublic: isPublicTable,
      tenantsTable: 'tenants',
    })
  } finally {
    await owner.query('rollback')
  }
}

const policy = (table: string, command: string, clause: string) =>
  `drop policy if exists rls_${command} on ${table};
   create policy rls_${command} on ${table} for ${command} to ${RUNTIME_GROUP} ${clause};
   grant ${command} on ${table} to ${RUNTIME_GROUP}`

const peek = (body: string, args = 'this uuid') => `
  create function rls.peek(${args}) returns boolean language sql security definer set search_path = pg_catalog as $$ ${body} $$;
  revoke all on function rls.peek from public; grant execute on function rls.peek to ${RUNTIME_GROUP}`

/** What a policy asks; how it is planted; the table and the words of the fault. */
const POLICIES: [string, string, string, string][] = [
  ['a constant', policy('redirects', 'delete', 'using (true)'), 'redirects', 'DELETE'],
  [
    'what is always so without being written as a constant',
    policy('payload_preferences_rels', 'delete', 'using (parent_id is not null)'),
    'payload_preferences_rels',
    'DELETE',
  ],
  [
    'a question about something else',
    policy('leads', 'select', 'using (exists (select 1))'),
    'leads',
    'SELECT',
  ],
  [
    'what the row says about itself',
    policy('services', 'insert', 'with check (tenant_id is not null)'),
    'services',
    'INSERT',
  ],
  [
    'a row that may only be left as another’s',
    policy('roles', 'update', `using (true) with check (tenant_id = any (rls.tenants(0)))`),
    'roles',
    'UPDATE',
  ],
  [
    'only whether there is a context',
    policy('leads', 'select', 'using (rls.is_known())'),
    'leads',
    'an anonymous visitor',
  ],
  [
    'only whether somebody is signed in',
    policy('case_studies', 'select', `using (rls.uid() is not null)`),
    'case_studies',
    'somebody of another tenant reads',
  ],
  [
    'nothing, on a table without rows',
    policy('payload_locked_documents_rels', 'update', 'using (true)'),
    'payload_locked_documents_rels',
    'UPDATE',
  ],
  [
    'nothing, on a table that was forgotten',
    `create table forgotten (id int, tenant_id uuid); grant select, insert on forgotten to ${RUNTIME_GROUP}`,
    'forgotten',
    'SELECT',
  ],
]

const FUNCTIONS: [string, string][] = [
  ['which ids exist', peek('select exists (select from public.users where id = this)')],
  ['how it is, to everybody', peek('select exists (select from public.users)', '')],
  ['the same to everybody', peek('select this is not null')],
  [
    'which ids exist, by refusing them',
    `create function rls.peek(this uuid) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
       begin
         if exists (select from public.users where id = this) then
           raise exception 'no' using errcode = '42501';
         end if;
         return null;
       end $$;
       revoke all on function rls.peek from public; grant execute on function rls.peek to ${RUNTIME_GROUP}`,
  ],
]

describe('trying the walls', () => {
  it('finds nothing in ours, tries every table, and changes none', async () => {
    const fingerprint = async () =>
      (
        await owner.query(
          `select c.relname, (xpath('/row/c/text()', query_to_xml('select count(*) as c from public.' || quote_ident(c.relname), false, true, '')))[1]::text as count
             from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`,
        )
      ).rows
    const before = await fingerprint()
    expect(await probe('select 1')).toEqual({ faults: [], notes: [] })
    expect(await fingerprint()).toEqual(before)
  })

  it.each(inShort(POLICIES, 0, 3))('names a policy that asks %s', async (_, plant, table, what) => {
    const { faults } = await probe(plant)
    expect(faults).toContainEqual(
      expect.stringMatching(new RegExp(`^${table}: .*${what}|^${table}: ${what}`)),
    )
    expect(faults.filter((fault) => !fault.startsWith(`${table}: `))).toEqual([])
  })

  it.each(inShort(FUNCTIONS, 2, 3))('names a function that tells %s', async (_, plant) => {
    const { faults } = await probe(plant)
    expect(faults.length).toBeGreaterThan(0)
    expect(faults.every((fault) => fault.includes('rls.peek('))).toBe(true)
  })
})
