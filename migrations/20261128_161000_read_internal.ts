import { sql, type MigrateUpArgs } from '@payloadcms/db-postgres'
import { readInternalUp } from './data/readInternal.ts'

export const up = async ({ db }: MigrateUpArgs): Promise<void> => {
  await db.execute(sql.raw(readInternalUp))
}
