// Every table there is, with a row in each, shows nothing and takes nothing without a right: read,
// inserted into, updated and deleted from as the role that the server's statements run as. Tables are
// found in the catalogue, so a new one is tried here without anybody thinking of it.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { claimsOf } from '../../access/claims.ts'
import { ANONYMOUS, principalOf } from '../../access/principal.ts'
import { ROLES } from '../../access/roles.ts'
import { serialise } from '../../plugins/row-level-security/context/claims.ts'
import {
  deriveKey,
  fillEmptyTables,
  signContext,
  type Claims,
} from '../../plugins/row-level-security/index.ts'
import { RUNTIME_GROUP } from '../../src/walls/group.ts'
import { asRuntime, copyTemplate } from '../support/payload.ts'

let owner: pg.Client
/** The log-in role; statements become the group first, as the server's pipeline does. */
let server: pg.Client
const samples = new Map<string, Record<string, unknown>>()
let failures: { table: string; reason: string }[]
let tenant: string
/** A tenant that has nothing here. */
const other = randomUUID()

beforeAll(async () => {
  const databaseUrl = await copyTemplate()
  owner = new pg.Client({ connectionString: databaseUrl })
  await owner.connect()
  const { rows: tables } = await owner.query<{ table: string }>(
    `select relname as "table" from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
  )
  await owner.query('begin')
  ;({ failures } = await fillEmptyTables({
    query: (text, values) => owner.query(text, values) as never,
    tables: tables.map(({ table }) => table),
    tenantsTable: 'tenants',
  }))
  // Nothing of a tenant that is not active is anybody's to read.
  await owner.query(`update tenants set status = 'suspended'`)
  tenant = (await owner.query<{ id: string }>('select id from tenants')).rows[0]!.id
  await owner.query('commit')
  for (const { table } of tables) {
    const { rows } = await owner.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from public."${table}" t limit 1`,
    )
    if (rows[0]) {
      samples.set(table, rows[0].row)
    } else {
      failures.push({ table, reason: 'It has no row.' })
    }
  }
  server = new pg.Client({ connectionString: asRuntime(databaseUrl) })
  await server.connect()
})

afterAll(async () => {
  await server?.end()
  await owner?.end()
})

const key = () => deriveKey(process.env.PAYLOAD_SECRET!)
const now = () => Math.floor(Date.now() / 1000)
const sign = (claims: Claims, until = now() + 300) =>
  signContext({ claims: serialise(claims), key: key(), until })
const member = (role: (typeof ROLES)[number], of: string): Claims =>
  claimsOf(principalOf({ id: randomUUID(), collection: 'users', tenants: [{ tenant: of, role }] }))
const operator = (): Claims =>
  claimsOf(principalOf({ id: randomUUID(), collection: 'users', operator: true, tenants: [] }))

const CONTEXTS: [string, () => string][] = [
  ['no context', () => ''],
  ['an anonymous visitor', () => sign(claimsOf(ANONYMOUS))],
  ['somebody who belongs nowhere', () => sign({ userId: randomUUID(), grants: [], caps: [] })],
  ...ROLES.map((role): [string, () => string] => [
    `the ${role} of another tenant`,
    () => sign(member(role, other)),
  ]),
  ['an operator’s context that has expired', () => sign(operator(), now() - 1)],
  [
    'an operator’s context with another key',
    () =>
      signContext({
        claims: serialise(operator()),
        key: deriveKey('another secret of somebody else’s'),
        until: now() + 300,
      }),
  ],
  [
    'a context whose tenant was exchanged',
    () => sign(member('owner', other)).replace(other, tenant),
  ],
  [
    'an operator’s context without its signature',
    () => `${sign(operator()).slice(0, -64)}${'0'.repeat(64)}`,
  ],
]

const statementOf = (command: string, table: string): { text: string; values: unknown[] } => {
  const name = `public."${table}"`
  const sample = samples.get(table)!
  const columns = Object.keys(sample)
  const [first = ''] = columns
  switch (command) {
    case 'SELECT':
      return { text: `select * from ${name}`, values: [] }
    case 'UPDATE':
      return { text: `update ${name} set "${first}" = null`, values: [] }
    case 'DELETE':
      return { text: `delete from ${name}`, values: [] }
    default: {
      const list = columns.map((column) => `"${column}"`).join(', ')
      // A row like the one that is there, under an id of its own.
      const id = typeof sample.id === 'string' ? { id: randomUUID() } : {}
      return {
        text: `insert into ${name} (${list}) select ${list} from jsonb_populate_record(null::${name}, $1)`,
        values: [{ ...sample, ...id }],
      }
    }
  }
}

/** @returns the rows that were read or changed, or the reason of a refusal. */
const attempt = async ({
  command,
  context,
  table,
}: {
  command: string
  context: string
  table: string
}): Promise<number | string> => {
  await server.query('begin')
  try {
    await server.query(`select set_config('role', $1, true), set_config('rls.context', $2, true)`, [
      RUNTIME_GROUP,
      context,
    ])
    const { text, values } = statementOf(command, table)
    const { rowCount } = await server.query(text, values)
    return rowCount ?? 0
  } catch (err) {
    const { code, message } = err as { code: string; message: string }
    const isRefused = /^permission denied|violates row-level security policy/.test(message)
    return code === '42501' && isRefused ? 'refused' : `${code} ${message}`
  } finally {
    await server.query('rollback')
  }
}

it('has a row in every table', () => {
  expect(failures).toEqual([])
  expect(samples.size).toBeGreaterThan(70)
})

describe.each(['SELECT', 'INSERT', 'UPDATE', 'DELETE'])('%s of every table', (command) => {
  it.each(CONTEXTS)('gets nothing with %s', async (_, contextOf) => {
    const wrong: unknown[] = []
    for (const table of samples.keys()) {
      const outcome = await attempt({ command, context: contextOf(), table })
      if (outcome !== 'refused' && !(outcome === 0 && command !== 'INSERT')) {
        wrong.push({ table, outcome })
      }
    }
    expect(wrong).toEqual([])
  })

  it('gets what is there with a right to it, so that nothing is only missing', async () => {
    let reached = 0
    for (const table of samples.keys()) {
      const outcome = await attempt({
        command,
        context: sign({
          ...claimsOf({ isOperator: true, userId: null, reach: new Map() }),
          caps: ['operator', 'jobs', 'auth', 'join', 'files'],
        }),
        table,
      })
      reached += outcome === 'refused' || outcome === 0 ? 0 : 1
    }
    expect(reached).toBeGreaterThan(50)
  })
})
