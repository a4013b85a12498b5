/**
 * Tries the walls instead of reading them: as the role that statements run as, every table is read,
 * inserted into, updated and deleted from under contexts that have no right to anything. What comes
 * of it is a fault, however the policy is written.
 *
 * It runs in a transaction that the caller rolls back. Empty tables get a row first, for the length
 * of that transaction. Nothing waits for a lock, and a statement stops at the first row it reaches.
 */
import { randomUUID } from 'node:crypto'
import { PERMISSION_BITS, serialise, type Claims } from '../context/claims.ts'
import { signContext, type ContextKey } from '../context/signer.ts'
import type { Query } from './audit.ts'
import { fillEmptyTables } from './fill.ts'
import { probeFunctions } from './probeFunctions.ts'

export type Probe = { faults: string[]; notes: string[] }

export type ProbeArgs = {
  /** As the owner of the tables, in a transaction. */
  query: Query
  /** The role that statements run as. */
  role: string
  /** One that `rls.key` knows. */
  key: ContextKey
  /** Tables of which anybody may read some rows. Of others, nobody without a right sees one. */
  isPublic: (table: string) => boolean
  tenantsTable: string
  statementTimeoutMs?: number
}

/** Somebody who asks without any right to what there is. */
export type Stranger = { who: string; context: string; isValid: boolean }

const COMMANDS = ['select', 'insert', 'update', 'delete'] as const
type Command = (typeof COMMANDS)[number]

type Outcome = 'refused' | 'reached' | 'untried'

export const probeWalls = async ({
  isPublic,
  key,
  query,
  role,
  statementTimeoutMs = 10_000,
  tenantsTable,
}: ProbeArgs): Promise<Probe> => {
  const faults: string[] = []
  const notes: string[] = []
  await query(
    `select set_config('lock_timeout', '500ms', true), set_config('statement_timeout', $1, true)`,
    [`${statementTimeoutMs}ms`],
  )
  await becomeMember({ query, role })
  const { rows: tables } = await query<{ table: string; column: string }>(TABLES)
  const { failures } = await fillEmptyTables({
    query,
    tables: tables.map(({ table }) => table),
    tenantsTable,
  })
  for (const { reason, table } of failures) {
    notes.push(`${table} has no rows, and none could be made to try its policies with: ${reason}`)
  }
  const strangers = strangersFor(key)
  for (const { column, table } of tables) {
    const sample = await sampleOf({ query, table })
    let publicRows = 0
    for (const { context, isValid, who } of strangers) {
      for (const command of COMMANDS) {
        const asked = { column, command, context, query, role, sample, table }
        if (command === 'select' && isValid && isPublic(table)) {
          // What an anonymous visitor sees, anybody may; the first valid one is that visitor.
          const seen = await countVisible(asked)
          publicRows = who === ANONYMOUS ? seen : publicRows
          if (seen > publicRows) {
            faults.push(`${table}: ${who} reads ${seen - publicRows} rows that are not public.`)
          }
          continue
        }
        const outcome = await attempt(asked)
        if (outcome === 'reached') {
          faults.push(`${table}: ${who} reaches rows with ${command.toUpperCase()}.`)
        }
        if (outcome === 'untried') {
          notes.push(`${table}: ${command.toUpperCase()} by ${who} was not tried to the end.`)
        }
      }
    }
  }
  const functions = await probeFunctions({
    query,
    role,
    strangers: strangers.filter(({ isValid }) => !isValid),
    tables: tables.map(({ table }) => table),
  })
  return { faults: [...faults, ...functions.faults], notes: [...notes, ...functions.notes] }
}

/** Since Postgres 16, an owner that created a role may grant it, and not yet become it. */
const becomeMember = async ({ query, role }: { query: Query; role: string }): Promise<void> => {
  await query('savepoint membership')
  try {
    await query(`select set_config('role', $1, true)`, [role])
    await query('rollback to savepoint membership')
  } catch {
    await query('rollback to savepoint membership')
    await query(`grant "${role}" to current_user`)
  }
}

const TABLES = `
  select c.relname as "table",
         (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            and a.attgenerated = '' and a.attidentity <> 'a' order by a.attnum limit 1) as "column"
    from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
   order by c.relname`

const ANONYMOUS = 'an anonymous visitor'

/** Nobody, in several ways; then those whom the database knows and owes nothing. */
export const strangersFor = (key: ContextKey): Stranger[] => {
  const now = Math.floor(Date.now() / 1000)
  const sign = (claims: Claims, until = now + 300) =>
    signContext({ claims: serialise(claims), key, until })
  const everything: Claims = {
    userId: randomUUID(),
    caps: ['auth', 'operator', 'join', 'jobs', 'files'],
    grants: [{ permissions: ALL, tenants: '*' }],
  }
  return [
    { who: 'a statement without a context', context: '', isValid: false },
    {
      who: 'a forged context',
      context: `${sign(everything).slice(0, -64)}${'0'.repeat(64)}`,
      isValid: false,
    },
    { who: 'a context that has expired', context: sign(everything, now - 1), isValid: false },
    { who: ANONYMOUS, context: sign({ userId: null, caps: [], grants: [] }), isValid: true },
    {
      who: 'somebody of another tenant',
      context: sign({
        userId: randomUUID(),
        caps: [],
        grants: [{ permissions: ALL, tenants: [randomUUID()] }],
      }),
      isValid: true,
    },
  ]
}

const ALL = (1n << BigInt(PERMISSION_BITS)) - 1n

type Asked = {
  query: Query
  role: string
  context: string
  table: string
  column: string
  command: Command
  sample: Record<string, unknown> | undefined
}

const sampleOf = async ({
  query,
  table,
}: {
  query: Query
  table: string
}): Promise<Record<string, unknown> | undefined> => {
  const { rows } = await query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) as row from public."${table}" t limit 1`,
  )
  return rows[0]?.row
}

/**
 * No statement names a column, so only the policies of its own command hold it: a WHERE or RETURNING
 * over columns would ask those of SELECT as well. The division fails at the first row.
 */
const statementOf = ({ column, command, sample, table }: Asked): string => {
  const name = `public."${table}"`
  switch (command) {
    case 'select':
      return `select 1 / (random() * 0)::int from ${name}`
    case 'insert': {
      const names = Object.keys(sample ?? {})
        .map((one) => `"${one}"`)
        .join(', ')
      return sample
        ? `insert into ${name} (${names}) overriding system value select ${names} from jsonb_populate_record(null::${name}, $1)`
        : `insert into ${name} default values`
    }
    case 'update':
      return `update ${name} set "${column}" = null returning 1 / (random() * 0)::int`
    case 'delete':
      return `delete from ${name} returning 1 / (random() * 0)::int`
  }
}

const attempt = async (asked: Asked): Promise<Outcome> => {
  const { command, query, sample } = asked
  return within(asked, async () => {
    try {
      const { rowCount } = (await query(
        statementOf(asked),
        command === 'insert' && sample ? [sample] : [],
      )) as unknown as { rowCount: number }
      return rowCount === 0 ? 'refused' : 'reached'
    } catch (err) {
      return outcomeOf({ command, err })
    }
  })
}

/** By the place in Postgres that refused, which no translation of its messages changes. */
const outcomeOf = ({ command, err }: { command: Command; err: unknown }): Outcome => {
  const { code, routine } = err as { code?: string; routine?: string }
  if (code === '57014' || code === '55P03') {
    return 'untried'
  }
  const isDenied = code === '42501' && routine === 'aclcheck_error'
  // Of an update, the same answer tells that there was a row to update.
  const isHeld = code === '42501' && routine === 'ExecWithCheckOptions' && command === 'insert'
  return isDenied || isHeld ? 'refused' : 'reached'
}

const countVisible = (asked: Asked): Promise<number> =>
  within(asked, async () => {
    try {
      const { rows } = await asked.query<{ count: number }>(
        `select count(*)::int as count from public."${asked.table}"`,
      )
      return rows[0]!.count
    } catch {
      return 0
    }
  })

/** Runs `work` as the role and under the context, and takes back whatever it did. */
export const within = async <T>(
  { context, query, role }: Pick<Asked, 'context' | 'query' | 'role'>,
  work: () => Promise<T>,
): Promise<T> => {
  await query('savepoint attempt')
  try {
    await query(
      `select set_config('role', $1, true), set_config('rls.context', $2, true),
              set_config('row_security', 'on', true), set_config('search_path', 'public, pg_temp', true)`,
      [role, context],
    )
    return await work()
  } finally {
    await query('rollback to savepoint attempt')
    await query('release savepoint attempt')
  }
}
