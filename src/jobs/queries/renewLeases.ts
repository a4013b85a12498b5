import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { queueSql } from '../asQueue.ts'
import { LEASE_SECONDS } from '../job.ts'

/** Says that these jobs are still being worked on. */
export const renewLeases = async ({
  ids,
  payload,
  runner,
}: {
  ids: readonly string[]
  payload: Payload
  runner: string
}): Promise<void> => {
  await queueSql(
    { payload },
    sql`update payload_jobs
           set lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
         where leased_by = ${runner} and id in ${ids}`,
  )
}
