// What many test files put into their database is made once in a run; the others are given its rows and files.
import { randomBytes } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import type { Payload } from 'payload'

type Row = Record<string, unknown>
type Remembered<Made> = { made: Made; tables: { columns: string[]; name: string; rows: Row[] }[] }

type Args<Made> = {
  /** Of what is made. */
  name: string
  payload: Payload
  /** Makes it through Payload. What it returns is handed on as JSON. */
  make: () => Promise<Made>
  /** A table that is empty before. Where something else was made already, this is made on top of it. */
  table?: 'media' | 'users'
}

/** The rows of all that is there afterwards, and the files in DATA_DIR. */
export const remembered = async <Made>({
  make,
  name,
  payload,
  table = 'users',
}: Args<Made>): Promise<Made> => {
  const owner = new pg.Client({ connectionString: ownerUrl(payload) })
  await owner.connect()
  try {
    if ((await owner.query(`select from ${table} limit 1`)).rowCount) {
      return await make()
    }
    const folder = path.join(process.env.VITRINE_TEST_SHARED ?? '', name)
    if (existsSync(folder)) {
      const { made, tables } = JSON.parse(
        readFileSync(path.join(folder, 'rows.json'), 'utf8'),
      ) as Remembered<Made>
      await insert(owner, tables)
      cpSync(path.join(folder, 'files'), dataDir(), { recursive: true })
      return made
    }
    const made = await make()
    const tables = await read(owner)
    // Whole, or not there: another worker may be looking, or doing the same.
    const draft = `${folder}.${randomBytes(4).toString('hex')}`
    mkdirSync(draft)
    cpSync(dataDir(), path.join(draft, 'files'), { recursive: true })
    writeFileSync(
      path.join(draft, 'rows.json'),
      JSON.stringify({ made, tables } satisfies Remembered<Made>),
    )
    try {
      renameSync(draft, folder)
    } catch {
      rmSync(draft, { force: true, recursive: true })
    }
    return made
  } finally {
    await owner.end()
  }
}

const dataDir = (): string => process.env.DATA_DIR ?? ''

const ownerUrl = ({ db }: Payload): string => {
  const { pool } = db as unknown as { pool: pg.Pool }
  const url = new URL(process.env.VITRINE_TEST_DATABASE ?? '')
  url.pathname = new URL(pool.options.connectionString ?? '').pathname
  return url.href
}

/** Those with rows. */
export const filledTables = async (owner: pg.Client): Promise<string[]> => {
  const { rows } = await owner.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class
      where relkind = 'r' and relnamespace in ('public'::regnamespace, 'rls'::regnamespace)`,
  )
  const questions = rows.map(
    ({ name }) => `select ${pg.escapeLiteral(name)} as name where exists (select from ${name})`,
  )
  const filled = await owner.query<{ name: string }>(questions.join(' union all '))
  return filled.rows.map(({ name }) => name)
}

const read = async (owner: pg.Client): Promise<Remembered<unknown>['tables']> => {
  const ofTemplate = (process.env.VITRINE_TEST_FILLED ?? '').split(',')
  const tables = []
  for (const name of await filledTables(owner)) {
    if (ofTemplate.includes(name)) {
      continue
    }
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
    await owner.query(`delete from ${name}`)
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
