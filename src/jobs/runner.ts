// The one way in which work runs in the background: a process claims what is due, does it, and ends it.
// Any number of processes do so side by side on one database.
import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { isOutage } from '../../plugins/row-level-security/index.ts'
import { allowChildren, endChildren } from './children.ts'
import { LEASE_SECONDS, type Job } from './job.ts'
import { perform } from './perform.ts'
import { claimJobs } from './queries/claimJobs.ts'
import { releaseJobs, releaseStrays } from './queries/releaseJobs.ts'
import { renewLeases } from './queries/renewLeases.ts'
import { QUEUE_NAMES, QUEUES, type QueueName } from './queues.ts'
import { queueAllUpkeep } from './upkeep.ts'

/** Milliseconds. A notification begins most work at once; this finds the rest, scheduled work included. */
const LOOK_EVERY = 5_000

const UPKEEP_EVERY = 60_000

export type JobRunner = {
  /** There is something to do, in any queue. */
  soon: () => void
  /** Whether it could look for work in the last half minute. */
  isAlive: () => boolean
  /** Ends the processes that work for this one, and starts none. */
  endChildren: () => Promise<void>
  /**
   * Begins nothing more, waits for what runs, and gives back what takes longer.
   *
   * @param withinMs Default 5,000.
   */
  stop: (args?: { withinMs?: number }) => Promise<void>
}

export const startJobRunner = ({
  lookEvery = LOOK_EVERY,
  payload,
}: {
  /** Milliseconds between two looks. Default 5,000. */
  lookEvery?: number
  payload: Payload
}): JobRunner => {
  allowChildren()
  const runner = randomUUID()
  const running = new Map<string, Promise<void>>()
  const busy = Object.fromEntries(QUEUE_NAMES.map((name) => [name, 0])) as Record<QueueName, number>
  const wanted = new Set<QueueName>()
  const reportOnce = reporter(payload)
  let isStopped = false
  /** Whether a statement failed, so that the database may hold claims of which nobody here knows. */
  let isUnsure = false
  let looking: Promise<void> | undefined
  let aliveAt = performance.now()
  let upkeepAt = -Infinity

  const report = (err: unknown): void => {
    isUnsure = true
    reportOnce(err)
  }

  const begin = (job: Job, queue: QueueName): void => {
    busy[queue] += 1
    const work = perform({ job, payload, runner })
      .catch(report)
      .finally(() => {
        running.delete(job.id)
        busy[queue] -= 1
        want(queue)
      })
    running.set(job.id, work)
  }

  const look = async (): Promise<void> => {
    if (isUnsure) {
      isUnsure = false
      await releaseStrays({ payload, runner, running: [...running.keys()] })
    }
    // A set goes on with what is added meanwhile.
    for (const queue of wanted) {
      if (isStopped) {
        return
      }
      wanted.delete(queue)
      const limit = QUEUES[queue].atOnce - busy[queue]
      const jobs = limit > 0 ? await claimJobs({ limit, payload, queue, runner }) : []
      jobs.forEach((job) => begin(job, queue))
      aliveAt = performance.now()
    }
  }

  const want = (...queues: QueueName[]): void => {
    queues.forEach((queue) => wanted.add(queue))
    if (!isStopped) {
      looking ??= look().then(
        () => {
          looking = undefined
          if (wanted.size > 0) {
            want()
          }
        },
        // The next look is soon enough, when the database may be back.
        (err: unknown) => {
          looking = undefined
          report(err)
        },
      )
    }
  }

  const tend = async (): Promise<void> => {
    if (performance.now() - upkeepAt > UPKEEP_EVERY) {
      await queueAllUpkeep({ payload })
      upkeepAt = performance.now()
    }
    want(...QUEUE_NAMES)
  }
  void tend().catch(report)

  const timers = [
    setInterval(() => void tend().catch(report), lookEvery * (0.9 + Math.random() / 5)),
    setInterval(
      () => {
        const ids = [...running.keys()]
        if (ids.length > 0) {
          renewLeases({ ids, payload, runner }).catch(report)
        }
      },
      (LEASE_SECONDS / 4) * 1000,
    ),
  ]

  return {
    soon: () => want(...QUEUE_NAMES),
    endChildren,
    isAlive: () => performance.now() - aliveAt < 30_000,
    stop: async ({ withinMs = 5_000 } = {}) => {
      isStopped = true
      await endChildren()
      timers.forEach((timer) => clearInterval(timer))
      await looking
      await Promise.race([
        Promise.all(running.values()),
        new Promise((resolve) => setTimeout(resolve, withinMs).unref()),
      ])
      const ids = [...running.keys()]
      if (ids.length > 0) {
        await releaseJobs({ ids, payload, runner }).catch(report)
      }
    },
  }
}

/** An outage is reported once, not with every look. */
const reporter = (payload: Payload): ((err: unknown) => void) => {
  let isOut = false
  return (err) => {
    if (!isOutage(err)) {
      isOut = false
      payload.logger.error({ msg: 'Work in the background failed.', err })
    } else if (!isOut) {
      isOut = true
      payload.logger.warn({ msg: 'Work in the background waits for the database.', err })
    }
  }
}

/**
 * Does what is due now, in this process, until nothing is left. For commands and tests.
 *
 * @param queues Default: all but the upkeep.
 */
export const runDueJobs = async ({
  payload,
  queues = ['default', 'files', 'films'],
}: {
  payload: Payload
  queues?: readonly QueueName[]
}): Promise<void> => {
  const runner = randomUUID()
  for (const queue of queues) {
    for (;;) {
      const jobs = await claimJobs({ limit: QUEUES[queue].atOnce, payload, queue, runner })
      if (jobs.length === 0) {
        break
      }
      await Promise.all(jobs.map((job) => perform({ job, payload, runner })))
    }
  }
}
