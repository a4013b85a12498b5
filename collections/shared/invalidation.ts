// Tells every running server that what readers see of a tenant has changed. The notice travels as
// a Postgres notification inside the same transaction, so it arrives exactly when the change does,
// and not at all when the transaction rolls back.
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

export const INVALIDATION_CHANNEL = 'vitrine_invalidate'

/** The cache tag of everything that a tenant's site shows. */
export const tenantTag = (tenant: string): string => `tenant:${tenant}`

/** The cache tag of the list of tenants and their domains. */
export const TENANTS_TAG = 'tenants'

/** Sent when jobs about files were queued: whoever hears it runs them. */
export const FILES_TAG = 'files'

/** The cache tag of the accounts that tenants keep files in. */
export const ACCOUNTS_TAG = 'accounts'

type Session = { db: { execute: (query: unknown) => Promise<unknown> } }
type PostgresAdapter = { drizzle: Session['db']; sessions: Record<string, Session | undefined> }

/**
 * Queues a notice of the given cache tags, delivered to all listening processes at commit.
 *
 * @see https://www.postgresql.org/docs/current/sql-notify.html
 */
export const invalidate = async ({
  req,
  tags,
}: {
  req: PayloadRequest
  tags: string[]
}): Promise<void> => {
  const adapter = req.payload.db as unknown as PostgresAdapter
  const transaction = await req.transactionID
  const session = transaction === undefined ? undefined : adapter.sessions[String(transaction)]
  const db = session?.db ?? adapter.drizzle
  await db.execute(sql`select pg_notify(${INVALIDATION_CHANNEL}, ${JSON.stringify(tags)})`)
}
