// Whether the database has what this version of the code reads and writes, and lets the server do so.
import { getTableName, getTableColumns, sql, type Table } from 'drizzle-orm'
import type { Payload } from 'payload'

type Adapter = {
  drizzle: { execute: (query: unknown) => Promise<{ rows: { fault: string }[] }> }
  tables: Record<string, Table>
}

/** Closed to the server: one is the owner’s, the other nobody’s. */
const NOT_OURS = new Set(['payload_migrations', 'payload_kv'])

/**
 * Compares the tables and columns that Payload knows with those that are there, and asks for the right to
 * read them.
 *
 * @returns the first difference, `null` when there is none.
 */
export const findSchemaFault = async ({
  payload,
}: {
  payload: Payload
}): Promise<string | null> => {
  const { drizzle, tables } = payload.db as unknown as Adapter
  const columns = Object.values(tables)
    .filter((table) => !NOT_OURS.has(getTableName(table)))
    .flatMap((table) =>
      Object.values(getTableColumns(table)).map(({ name }) => [getTableName(table), name]),
    )
  const { rows } = await drizzle.execute(sql`
    select case when a.attname is null then w.tab || '.' || w.col || ' is not there'
                else w.tab || ' may not be read' end as fault
      from jsonb_to_recordset(${JSON.stringify(columns.map(([tab, col]) => ({ tab, col })))}::jsonb)
             as w(tab text, col text)
      left join pg_catalog.pg_class c on c.relname = w.tab and c.relnamespace = 'public'::regnamespace
      left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname = w.col and not a.attisdropped
     where a.attname is null or not has_table_privilege(c.oid, 'select')
     limit 1`)
  return rows[0]?.fault ?? null
}
