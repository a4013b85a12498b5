import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { queueSql } from '../asQueue.ts'

/** Gives jobs back that were not done, through no fault of theirs: anybody may take them again. */
export const releaseJobs = async ({
  afterSeconds = 0,
  ids,
  payload,
  runner,
}: {
  afterSeconds?: number
  ids: readonly string[]
  payload: Payload
  runner: string
}): Promise<void> => {
  await queueSql(
    { payload },
    sql`update payload_jobs
           set processing = false, leased_by = null, lease_until = null, updated_at = now(),
               wait_until = now() + make_interval(secs => ${afterSeconds})
         where leased_by = ${runner} and id in ${ids}`,
  )
}

/**
 * Gives back what this runner has claimed without knowing it: the answer to a claim, or to giving a job back,
 * was lost with its connection.
 *
 * @param running The jobs that it works on.
 */
export const releaseStrays = async ({
  payload,
  runner,
  running,
}: {
  payload: Payload
  runner: string
  running: readonly string[]
}): Promise<void> => {
  await queueSql(
    { payload },
    sql`update payload_jobs
           set processing = false, leased_by = null, lease_until = null, updated_at = now()
         where leased_by = ${runner}
           ${running.length > 0 ? sql`and id not in ${running}` : sql``}`,
  )
}
