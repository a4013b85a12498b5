// Files of the versions before there were stores: `DATA_DIR/media/<filename>`, and a row that knows nothing
// else about them. They are taken over once, before the server starts.
import { existsSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'

/** Collections that had files then. */
export const HAD_FILES = ['media', 'documents'] as const

/** Where that version kept a file. */
export const oldFilePath = ({
  collection,
  dataDir,
  filename,
}: {
  collection: string
  dataDir: string
  filename: string
}): string => path.join(dataDir, collection, path.basename(filename))

type Row = { collection: string; filename: string }

/**
 * @param url As the owner of the tables.
 * @returns how many can be taken over, and which cannot because they are not there.
 */
export const findOldFiles = async ({
  dataDir,
  url,
}: {
  dataDir: string
  url: string
}): Promise<{ missing: string[]; present: number }> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<Row>(
      HAD_FILES.map(
        (table) =>
          `select '${table}' as collection, filename from public.${table}
            where asset_public_id is null and asset_problem is null and filename is not null`,
      ).join(' union all '),
    )
    const paths = rows.map((row) => oldFilePath({ ...row, dataDir }))
    const missing = paths.filter((file) => !existsSync(file))
    return { missing, present: paths.length - missing.length }
  } finally {
    await client.end()
  }
}
