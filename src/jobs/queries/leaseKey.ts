import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { queueSql } from '../asQueue.ts'

/** No runner takes from it: a lease is held by whoever does the work already. */
const QUEUE = 'leases'

/**
 * Takes or renews the lease of what only one process may do at a time.
 *
 * @param holder Who has it already takes it again.
 * @returns false while somebody else has it.
 */
export const leaseKey = async ({
  holder,
  key,
  payload,
  seconds,
}: {
  holder: string
  key: string
  payload: Payload
  seconds: number
}): Promise<boolean> => {
  const rows = await queueSql(
    { payload },
    sql`insert into payload_jobs (id, key, queue, input, processing, has_error, total_tried, leased_by, lease_until)
        values (${randomUUID()}, ${key}, ${QUEUE}, '{}'::jsonb, true, false, 0, ${holder},
                now() + make_interval(secs => ${seconds}))
        on conflict (key) do update
           set leased_by = excluded.leased_by, lease_until = excluded.lease_until
         where payload_jobs.leased_by = excluded.leased_by or payload_jobs.lease_until < now()
     returning id`,
  )
  return rows.length > 0
}

/** Gives back everything that `holder` has leased. */
export const endLeases = async ({
  holder,
  payload,
}: {
  holder: string
  payload: Payload
}): Promise<void> => {
  await queueSql(
    { payload },
    sql`delete from payload_jobs where queue = ${QUEUE} and leased_by = ${holder}`,
  )
}
