// What many test files put into their empty database is made once in a run; the others are given its rows.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import pg from 'pg'
import type { Payload } from 'payload'

type Row = Record<string, unknown>
type Remembered<Made> = { made: Made; tables: { columns: string[]; name: string; rows: Row[] }[] }

/**
 * @param name Of what is made.
 * @param make Makes it through Payload. What it returns is handed on as JSON.
 */
export const remembered = async <Made>(
  name: string,
  payload: Payload,
  make: () => Promise<Made>,
): Promise<Made> => {
  const owner = new pg.Client({ connectionString: ownerUrl(payload) })
  await owner.connect()
  try {
    if ((await owner.query('select from users limit 1')).rowCount) {
      return await make()
    }
    const file = path.join(process.env.VITRINE_TEST_SHARED ?? '', `${name}.json`)
    if (existsSync(file)) {
      const { made, tables } = JSON.parse(readFileSync(file, 'utf8')) as Remembered<Made>
      await insert(owner, tables)
      return made
    }
    const empty = (await countRows(owner)).filter(({ count }) => count === 0)
    const made = await make()
    const tables = await read(
      owner,
      empty.map((table) => table.name),
    )
    // Whole, or not there: another worker may be looking.
    const written = `${file}.${randomBytes(4).toString('hex')}`
    writeFileSync(written, JSON.stringify({ made, tables } satisfies Remembered<Made>))
    renameSync(written, file)
    return made
  } finally {
    await owner.end()
  }
}

const ownerUrl = ({ db }: Payload): string => {
  const { pool } = db as unknown as { pool: pg.Pool }
  const url = new URL(process.env.VITRINE_TEST_DATABASE ?? '')
  url.pathname = new URL(pool.options.connectionString ?? '').pathname
  return url.href
}

const countRows = async (owner: pg.Client): Promise<{ count: number; name: string }[]> => {
  const { rows } = await owner.query<{ name: string }>(
    `select quote_ident(table_name) as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  const counts = rows.map(
    ({ name }) =>
      `select ${pg.escapeLiteral(name)} as name, (select count(*)::int from ${name}) as count`,
  )
  return (await owner.query<{ count: number; name: string }>(counts.join(' union all '))).rows
}

const read = async (owner: pg.Client, names: string[]): Promise<Remembered<unknown>['tables']> => {
  const counts = await countRows(owner)
  const filled = counts.filter(({ count, name }) => count > 0 && names.includes(name))
  const tables = []
  for (const { name } of filled) {
    const { rows: columns } = await owner.query<{ name: string }>(
      `select quote_ident(attname) as name from pg_attribute
        where attrelid = $1::regclass and attnum > 0 and attgenerated = '' and not attisdropped`,
      [name],
    )
    const { rows } = await owner.query<{ row: Row }>(`select to_json(t) as row from ${name} t`)
    tables.push({
      columns: columns.map((column) => column.name),
      name,
      rows: rows.map(({ row }) => row),
    })
  }
  return tables
}

const insert = async (owner: pg.Client, tables: Remembered<unknown>['tables']): Promise<void> => {
  await owner.query('begin')
  // In any order, and nothing else happens because of it.
  await owner.query('set local session_replication_role = replica')
  for (const { columns, name, rows } of tables) {
    await owner.query(
      `insert into ${name} (${columns.join(', ')})
        select ${columns.join(', ')} from json_populate_recordset(null::${name}, $1)`,
      [JSON.stringify(rows)],
    )
  }
  await owner.query(
    `select setval(sequence, greatest(1, (xpath('/row/max/text()', query_to_xml(
        format('select max(%I) from %s', attname, attrelid::regclass), false, true, '')))[1]::text::bigint))
       from (select attname, attrelid, pg_get_serial_sequence(attrelid::regclass::text, attname) as sequence
               from pg_attribute where attrelid = any ($1::regclass[]) and attnum > 0 and not attisdropped) columns
      where sequence is not null`,
    [tables.map(({ name }) => name)],
  )
  await owner.query('commit')
}
