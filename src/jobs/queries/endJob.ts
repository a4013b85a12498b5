import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { queueSql } from '../asQueue.ts'

/**
 * Deletes a job whose work is done.
 *
 * @returns false when the job is not this runner’s any more: somebody else does it, or has done it.
 */
export const endJob = async ({
  id,
  req,
  runner,
}: {
  id: string
  req: PayloadRequest
  runner: string
}): Promise<boolean> => {
  const rows = await queueSql(
    req,
    sql`delete from payload_jobs where id = ${id} and leased_by = ${runner} returning id`,
  )
  return rows.length > 0
}
