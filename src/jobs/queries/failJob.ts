import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { queueSql } from '../asQueue.ts'

/**
 * Notes that the task of a job failed.
 *
 * @param retryInMs When it is tried again; `null` when it is not. A job that has failed for good stays, with
 *   what was wrong.
 */
export const failJob = async ({
  error,
  id,
  payload,
  retryInMs,
  runner,
}: {
  /** `reason` is for people, and says nothing but what a refusal would. */
  error: { message: string; name: string; reason: string }
  id: string
  payload: Payload
  retryInMs: number | null
  runner: string
}): Promise<void> => {
  await queueSql(
    { payload },
    sql`update payload_jobs
           set processing = false, leased_by = null, lease_until = null, updated_at = now(),
               total_tried = coalesce(total_tried, 0) + 1,
               error = ${JSON.stringify(error)}::jsonb,
               has_error = ${retryInMs === null},
               wait_until = now() + make_interval(secs => ${(retryInMs ?? 0) / 1000})
         where id = ${id} and leased_by = ${runner}`,
  )
}
