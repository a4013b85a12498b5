import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { queueSql } from '../asQueue.ts'
import { LEASE_SECONDS, type Job } from '../job.ts'
import type { QueueName } from '../queues.ts'

/**
 * Takes jobs that are due, the oldest first, in one statement: a job that somebody else is taking at the
 * same moment is passed over. One whose lease has run out is due again.
 *
 * @param runner Who takes them.
 * @see https://www.postgresql.org/docs/current/sql-select.html#SQL-FOR-UPDATE-SHARE
 */
export const claimJobs = ({
  limit,
  payload,
  queue,
  runner,
}: {
  limit: number
  payload: Payload
  queue: QueueName
  runner: string
}): Promise<Job[]> =>
  queueSql<Job>(
    { payload },
    sql`
      with due as (
        select id, processing from payload_jobs
         where queue = ${queue}
           and completed_at is null
           and has_error is not true
           and (wait_until is null or wait_until <= now())
           and (processing is not true or lease_until is null or lease_until < now())
         order by created_at
         limit ${limit}
           for update skip locked
      )
      update payload_jobs j
         set processing = true,
             leased_by = ${runner},
             lease_until = now() + make_interval(secs => ${LEASE_SECONDS}),
             interruptions = coalesce(j.interruptions, 0) + (due.processing is true)::int,
             updated_at = now()
        from due
       where j.id = due.id
      returning j.id, j.task_slug as task, j.input, j.queue, coalesce(j.total_tried, 0)::int as tried,
                j.interruptions::int as interruptions, j.created_at as "createdAt",
                j.rls_tenant as tenant`,
  )
