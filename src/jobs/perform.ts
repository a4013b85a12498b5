// One job, from its claim to its end.
import { createLocalReq, type Payload, type TaskConfig } from 'payload'
import { hadOutage, isOutage, noticingOutage } from '../../plugins/row-level-security/index.ts'
import type { Job } from './job.ts'
import { QUEUES, type QueueName } from './queues.ts'
import { endJob } from './queries/endJob.ts'
import { failJob } from './queries/failJob.ts'
import { releaseJobs } from './queries/releaseJobs.ts'
import { reasonOf } from './reason.ts'
import { tellOfFailure } from './tellOfFailure.ts'
import { queueNextUpkeep, UPKEEP } from './upkeep.ts'

/** Processes that may vanish while they work on a job, before it counts as the one that ends them. */
const MOST_INTERRUPTIONS = 10

/** Before a job is tried again that was interrupted by an outage of the database. */
const AFTER_OUTAGE_SECONDS = 2

export const perform = (args: PerformArgs): Promise<void> =>
  noticingOutage(async () => {
    const { job, payload, runner } = args
    try {
      if (job.interruptions > MOST_INTERRUPTIONS) {
        throw new Error(`The process ended ${MOST_INTERRUPTIONS} times while this job ran.`)
      }
      await run(args)
      if (job.task in UPKEEP) {
        await queueNextUpkeep({ payload, task: job.task })
      }
    } catch (err) {
      if (err instanceof NotOurs) {
        payload.logger.warn({
          msg: 'A job was done by somebody else.',
          job: job.id,
          task: job.task,
        })
      } else if (hadOutage() && isOutage(err)) {
        await releaseJobs({ afterSeconds: AFTER_OUTAGE_SECONDS, ids: [job.id], payload, runner })
      } else {
        await noteFailure({ ...args, err })
      }
    }
  })

type PerformArgs = { job: Job; payload: Payload; runner: string }

/** The lease ran out meanwhile: the work is taken back where it can be, and somebody else’s in any case. */
class NotOurs extends Error {}

const run = async ({ job, payload, runner }: PerformArgs): Promise<void> => {
  const task = taskOf({ job, payload })
  const req = await createLocalReq({}, payload)
  const { isTransactional } = QUEUES[job.queue as QueueName] ?? { isTransactional: false }
  if (isTransactional) {
    req.transactionID = (await payload.db.beginTransaction()) ?? undefined
  }
  const { transactionID } = req
  try {
    // A job is nobody’s; tasks that act for a person say for whom.
    const result = await (task.handler as unknown as Handler)({ input: job.input, job, req })
    if (result?.state === 'failed') {
      throw new Error(result.errorMessage ?? 'The task says that it failed.')
    }
    if (!(await endJob({ id: job.id, req, runner }))) {
      throw new NotOurs()
    }
    if (transactionID !== undefined) {
      await payload.db.commitTransaction(await transactionID)
    }
  } catch (err) {
    if (transactionID !== undefined) {
      await payload.db.rollbackTransaction(await transactionID)
    }
    throw err
  }
}

/** What our tasks are given. Payload’s workflows and inline tasks are not run here. */
type Handler = (args: {
  input: unknown
  job: Job
  req: Awaited<ReturnType<typeof createLocalReq>>
}) => Promise<{ errorMessage?: string; state?: string } | undefined>

const taskOf = ({ job, payload }: { job: Job; payload: Payload }): TaskConfig => {
  const task = payload.config.jobs?.tasks?.find(({ slug }) => slug === job.task)
  if (!task || typeof task.handler !== 'function') {
    throw new Error(`There is no task “${job.task}”.`)
  }
  return task
}

const noteFailure = async ({
  err,
  job,
  payload,
  runner,
}: PerformArgs & { err: unknown }): Promise<void> => {
  const { message, name } = err instanceof Error ? err : new Error(String(err))
  const { id, task, tried } = job
  const retryInMs = job.task in UPKEEP ? UPKEEP[task]!.every * 1000 : retryIn({ job, payload })
  payload.logger.error({
    msg: retryInMs === null ? 'A job has failed for good.' : 'A job has failed and is tried again.',
    err,
    job: id,
    task,
    tried: tried + 1,
  })
  const reason = reasonOf(err)
  await failJob({ error: { message, name, reason }, id, payload, retryInMs, runner })
  if (retryInMs === null) {
    await tellOfFailure({ job, payload, reason })
  }
}

/** As Payload reads the `retries` of a task: so many tries after the first, `2 ^ tried × delay` apart. */
const retryIn = ({ job, payload }: { job: Job; payload: Payload }): number | null => {
  const retries = payload.config.jobs?.tasks?.find(({ slug }) => slug === job.task)?.retries
  const { attempts = 0, backoff } =
    typeof retries === 'number' ? { attempts: retries } : { ...retries }
  if (job.tried >= attempts || job.interruptions > MOST_INTERRUPTIONS) {
    return null
  }
  const delay = backoff?.delay ?? 1_000
  return backoff?.type === 'exponential' ? 2 ** job.tried * delay : delay
}
