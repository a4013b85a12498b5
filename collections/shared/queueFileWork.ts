// Work at a store is queued in the transaction of the change that needs it, and begun as soon as that is
// committed: the notice that goes with it arrives exactly then.
import type { PayloadRequest } from 'payload'
import { withCapability } from '../../access/claims.ts'
import { tell } from './changes/notices.ts'
import { FILES_TAG } from './invalidation.ts'

/** Films take their time; nothing else waits for them. */
export const queueOf = (task: string): 'files' | 'films' =>
  task === 'processFile' ? 'films' : 'files'

export const queueFileWork = async ({
  input,
  req,
  task,
}: {
  input: Record<string, string>
  req: PayloadRequest
  task: string
}): Promise<void> => {
  await withCapability('queueFileWork', '*', () =>
    req.payload.jobs.queue({
      input: input as never,
      overrideAccess: true,
      queue: queueOf(task),
      req,
      task: task as never,
    }),
  )
  await tell({ req, tenant: null, content: [FILES_TAG] })
}
