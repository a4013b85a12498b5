// Marks an invitation as accepted, if nobody did meanwhile: the row is locked until the end of the
// transaction, so that of two answers at once one waits and then finds it taken.
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '../../shared/sqlIn.ts'

/** @returns whether this call took it. Only within a transaction. */
export const takeInvitation = async ({
  id,
  req,
  tokenHash,
}: {
  id: string
  req: PayloadRequest
  tokenHash: string
}): Promise<boolean> => {
  const rows = await sqlIn(
    req,
    sql`
    update public.invitations set status = 'accepted', updated_at = now()
     where id = ${id}::uuid and token_hash = ${tokenHash} and status = 'pending' and expires_at > now()
    returning id`,
  )
  return rows.length === 1
}
