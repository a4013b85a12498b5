// Files of the versions before there were stores: `DATA_DIR/media/<filename>`, and a row that knows nothing
// else about them. They are taken over once, before the server starts.
import pg from 'pg'

/** Collections that had files then. */
export const HAD_FILES = ['media', 'documents'] as const

/** How many rows have a file by its name alone. @param url As the owner of the tables. */
export const countOldFiles = async (url: string): Promise<number> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const counts = HAD_FILES.map(
      (table) =>
        `(select count(*) from public.${table}
           where asset_public_id is null and asset_problem is null and filename is not null)`,
    )
    const { rows } = await client.query<{ count: number }>(
      `select (${counts.join(' + ')})::int as count`,
    )
    return rows[0]!.count
  } finally {
    await client.end()
  }
}
