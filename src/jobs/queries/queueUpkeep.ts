import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { queueSql } from '../asQueue.ts'
import type { QueueName } from '../queues.ts'

/** Queues one job of a kind that comes again, unless there is one: its key is unique. */
export const queueUpkeep = async ({
  inSeconds,
  payload,
  task,
}: {
  inSeconds: number
  payload: Payload
  task: string
}): Promise<void> => {
  const queue: QueueName = 'upkeep'
  await queueSql(
    { payload },
    sql`insert into payload_jobs (id, key, task_slug, queue, input, wait_until, processing, has_error, total_tried)
        values (${randomUUID()}, ${task}, ${task}, ${queue}, '{}'::jsonb,
                now() + make_interval(secs => ${inSeconds}), false, false, 0)
        on conflict (key) do nothing`,
  )
}
