// The work at stores: run as soon as a change that needs it is committed, tended every minute for what
// was missed, and swept every few hours.
import { createLocalReq, type Payload } from 'payload'
import { sweepFiles, tendFiles } from '../../plugins/media/index.ts'
import { mediaOptions } from '../config/media.ts'

const MINUTE = 60_000
const SWEEP_EVERY = 6 * 60 * MINUTE

export type FileWork = {
  /** There is something to do. */
  soon: () => void
  stop: () => Promise<void>
}

export const startFileWork = ({ payload }: { payload: Payload }): FileWork => {
  let isStopped = false
  let running: Promise<void> = Promise.resolve()
  let isAsked = false
  const report = (err: unknown) => payload.logger.error({ msg: 'Work on files failed.', err })
  const soon = () => {
    if (!isAsked && !isStopped) {
      isAsked = true
      running = running
        .then(() => {
          isAsked = false
          return isStopped ? undefined : runQueues({ payload })
        })
        .catch(report)
    }
  }
  const regularly = (milliseconds: number, work: () => Promise<unknown>) => {
    const timer = setInterval(() => {
      running = running
        .then(() => (isStopped ? undefined : work()))
        .then(() => undefined)
        .catch(report)
    }, milliseconds)
    timer.unref()
    return timer
  }
  const timers = [
    regularly(MINUTE, async () =>
      tendFiles({ options: mediaOptions, req: await createLocalReq({}, payload) }),
    ),
    regularly(SWEEP_EVERY, async () =>
      sweepFiles({ options: mediaOptions, req: await createLocalReq({}, payload) }),
    ),
  ]
  soon()
  return {
    soon,
    stop: async () => {
      isStopped = true
      timers.forEach((timer) => clearInterval(timer))
      await running
    },
  }
}

/** Until nothing is left that can be done now. */
export const runQueues = async ({ payload }: { payload: Payload }): Promise<void> => {
  for (const queue of ['files', 'films'] as const) {
    for (let round = 0; round < 200; round += 1) {
      const { noJobsRemaining, remainingJobsFromQueried } = await payload.jobs.run({
        limit: queue === 'films' ? 1 : 50,
        overrideAccess: true,
        queue,
        silent: true,
      })
      if (noJobsRemaining || remainingJobsFromQueried === 0) {
        break
      }
    }
  }
}
