// Holds the rows of files until the transaction ends, so that whoever notes a use of a file and
// whoever deletes it wait for each other, and two who count its uses do not count past each other.
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import type { Exposure, FileCollection } from './files.ts'

type LockedFile = { id: string; exposure: Exposure; uses: number }

type Row = Omit<LockedFile, 'uses'> & { uses: string | null }
type Session = { db: { execute: (query: unknown) => Promise<{ rows: Row[] }> } }
type PostgresAdapter = { drizzle: Session['db']; sessions: Record<string, Session | undefined> }

/**
 * Run it under the capability `trackMediaUse`; rows that the context may not change are left out.
 *
 * @param forDeletion Also waits for those whose own reference to the file is not committed yet.
 * @returns the files that are there, as they are once the lock is held.
 * @see https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-ROWS
 */
export const lockFiles = async ({
  collection,
  forDeletion = false,
  ids,
  req,
}: {
  collection: FileCollection
  forDeletion?: boolean
  ids: string[]
  req: PayloadRequest
}): Promise<LockedFile[]> => {
  if (ids.length === 0) {
    return []
  }
  const adapter = req.payload.db as unknown as PostgresAdapter
  const transaction = await req.transactionID
  const session = transaction === undefined ? undefined : adapter.sessions[String(transaction)]
  const db = session?.db ?? adapter.drizzle
  const strength = forDeletion ? sql`for update` : sql`for no key update`
  // By id, so that two transactions with the same files take them in the same order.
  const { rows } = await db.execute(
    sql`select id, exposure, uses from ${sql.identifier(collection)} where id in ${ids} order by id ${strength}`,
  )
  return rows.map(({ exposure, id, uses }) => ({ id, exposure, uses: Number(uses ?? 0) }))
}
