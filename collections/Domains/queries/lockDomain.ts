// Holds a domain's row until the transaction ends, so that two servers which look at the same domain
// write down what they found one after the other.
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

export type LockedDomain = {
  status: 'pending' | 'verified'
  /** ISO 8601. */
  checkedAt: string | null
  missingSince: string | null
}

type Row = { status: LockedDomain['status']; checked: string | null; missing: string | null }
type Session = { db: { execute: (query: unknown) => Promise<{ rows: Row[] }> } }
type PostgresAdapter = { sessions: Record<string, Session | undefined> }

/**
 * Run it under the capability `proveDomain`, in a transaction of `req`.
 *
 * @returns the domain as it is once the row is held, `null` when it is gone.
 */
export const lockDomain = async ({
  id,
  req,
}: {
  id: string
  req: PayloadRequest
}): Promise<LockedDomain | null> => {
  const adapter = req.payload.db as unknown as PostgresAdapter
  const session = adapter.sessions[String(await req.transactionID)]
  if (!session) {
    throw new Error('lockDomain needs a transaction.')
  }
  const { rows } = await session.db.execute(
    sql`select status, checked_at::text as checked, missing_since::text as missing
          from domains where id = ${id} for no key update`,
  )
  const [row] = rows
  return row
    ? { status: row.status, checkedAt: iso(row.checked), missingSince: iso(row.missing) }
    : null
}

const iso = (value: string | null): string | null =>
  value === null ? null : new Date(value).toISOString()
