/**
 * Puts a row into every table that has none, from what the catalogue says about its columns. As the
 * owner, in a transaction that the caller rolls back: a policy without rows cannot be tried.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import type { Query } from './audit.ts'

type Column = {
  name: string
  type: string
  /** `S` text, `N` number, `B` boolean, `D` date, `E` enum, `A` array, `U` others. */
  category: string
  isRequired: boolean
  firstLabel: string | null
  target: string | null
  targetColumn: string | null
}

type Row = Record<string, unknown>

/** Columns that say whose a row is; filled even where they may be null. */
const BELONGS = /^(tenant_id|version_tenant_id|_?parent_id)$/
const TENANT = ['tenant_id', 'version_tenant_id', 'rls_tenant']
/** Columns of the walls' own that no trigger fills for the owner. */
const OWNER_OF_ROW = /^rls_(owner|document)$/

export type Filled = { failures: { table: string; reason: string }[] }

/**
 * @param tables Names of tables in `public`.
 * @param tenantsTable Where the tenants are.
 */
export const fillEmptyTables = async ({
  query,
  tables,
  tenantsTable,
}: {
  query: Query
  tables: readonly string[]
  tenantsTable: string
}): Promise<Filled> => {
  const columns = await readColumns(query)
  const failures: Filled['failures'] = []
  const visited = new Set<string>()

  const rowOf = async (table: string, tenant?: unknown): Promise<Row | undefined> => {
    const column = columns.get(table)?.find(({ name }) => TENANT.includes(name))?.name
    const wanted = column && tenant ? `where "${column}" = $1` : ''
    const { rows } = await query<{ row: Row }>(
      `select to_jsonb(t) as row from public."${table}" t ${wanted} limit 1`,
      wanted ? [tenant] : [],
    )
    return rows[0]?.row
  }

  const fill = async (table: string): Promise<void> => {
    if (visited.has(table) || (await rowOf(table))) {
      return
    }
    visited.add(table)
    const known = columns.get(table) ?? []
    const row: Row = {}
    const wanted = known.filter(
      ({ isRequired, name }) => isRequired || BELONGS.test(name) || OWNER_OF_ROW.test(name),
    )
    // The parent decides about the tenant, so it comes first.
    const ordered = wanted.toSorted((a, b) => rank(a.name) - rank(b.name))
    let tenant: unknown
    for (const column of ordered) {
      if (!column.target || !column.targetColumn) {
        row[column.name] = valueFor(column)
        continue
      }
      await fill(column.target)
      if (column.target === tenantsTable && tenant !== undefined) {
        row[column.name] = tenant
        continue
      }
      const found = await rowOf(column.target, tenant)
      row[column.name] = found?.[column.targetColumn] ?? null
      tenant ??= column.target === tenantsTable ? found?.id : tenantIn(found)
    }
    const names = Object.keys(row)
      .map((name) => `"${name}"`)
      .join(', ')
    await query('savepoint fill')
    try {
      await query(
        names === ''
          ? `insert into public."${table}" default values`
          : `insert into public."${table}" (${names}) select ${names} from jsonb_populate_record(null::public."${table}", $1)`,
        names === '' ? [] : [row],
      )
    } catch (err) {
      await query('rollback to savepoint fill')
      failures.push({ table, reason: (err as Error).message })
    }
  }

  for (const table of tables) {
    await fill(table)
  }
  return { failures }
}

const rank = (name: string): number => (/^_?parent_id$/.test(name) ? 0 : BELONGS.test(name) ? 1 : 2)

const tenantIn = (row: Row | undefined): unknown =>
  TENANT.map((name) => row?.[name]).find((tenant) => tenant !== undefined && tenant !== null)

const valueFor = ({ category, firstLabel, type }: Column): unknown => {
  switch (category) {
    case 'S':
      return `row-${randomBytes(6).toString('hex')}`
    case 'N':
      return 1
    case 'B':
      return false
    case 'D':
      return new Date().toISOString()
    case 'E':
      return firstLabel
    case 'A':
      return []
    default:
      return type === 'uuid' ? randomUUID() : {}
  }
}

const readColumns = async (query: Query): Promise<Map<string, Column[]>> => {
  const { rows } = await query<Column & { table: string }>(
    `select c.relname as "table", a.attname as name, t.typname as type, t.typcategory as category,
            a.attnotnull and not a.atthasdef and a.attidentity = '' as "isRequired",
            (select enumlabel from pg_enum e where e.enumtypid = t.oid order by enumsortorder limit 1) as "firstLabel",
            f.relname as target, fa.attname as "targetColumn"
       from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       join pg_type t on t.oid = a.atttypid
       left join lateral (select * from pg_constraint k
          where k.conrelid = c.oid and k.contype = 'f' and k.conkey = array[a.attnum] limit 1) k on true
       left join pg_class f on f.oid = k.confrelid
       left join pg_attribute fa on fa.attrelid = k.confrelid and fa.attnum = k.confkey[1]
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      order by c.relname, a.attnum`,
  )
  const columns = new Map<string, Column[]>()
  for (const { table, ...column } of rows) {
    columns.set(table, [...(columns.get(table) ?? []), column])
  }
  return columns
}
