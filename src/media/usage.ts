// What a tenant's files take.
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { withCapability } from '../../access/claims.ts'

type Row = { bytes: string; files: string }
type Executor = { drizzle: { execute: (query: unknown) => Promise<{ rows: Row[] }> } }

export const usageOf = async ({
  req,
  tenant,
}: {
  req: PayloadRequest
  tenant: string
}): Promise<{ bytes: number; files: number }> => {
  const { drizzle } = req.payload.db as unknown as Executor
  const { rows } = await withCapability('keepFiles', tenant, async () =>
    drizzle.execute(sql`
      select coalesce(sum(filesize), 0)::bigint as bytes, count(*)::bigint as files
        from (select filesize from media where tenant_id = ${tenant}::uuid
              union all
              select filesize from documents where tenant_id = ${tenant}::uuid) as file`),
  )
  return { bytes: Number(rows[0]?.bytes ?? 0), files: Number(rows[0]?.files ?? 0) }
}

type Session = { db: { execute: (query: unknown) => Promise<unknown> } }
type Sessions = { sessions: Record<string, Session | undefined> }

/** Held until the transaction of the request ends; without one there is nothing to hold. */
export const lockUsage = async ({
  req,
  tenant,
}: {
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  const transaction = await req.transactionID
  const { sessions } = req.payload.db as unknown as Sessions
  const session = transaction === undefined ? undefined : sessions[String(transaction)]
  await session?.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`files:${tenant}`}))`)
}
