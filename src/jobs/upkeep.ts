// Work that comes again. In all processes together there is one job of each at a time.
import type { Payload } from 'payload'
import { queueUpkeep } from './queries/queueUpkeep.ts'

/** Seconds between the end of one and the next, and until the first. */
export const UPKEEP: Readonly<Record<string, { every: number; first: number }>> = {
  tendFiles: { every: 60, first: 0 },
  checkDomains: { every: 10 * 60, first: 60 },
  sweepFiles: { every: 6 * 60 * 60, first: 60 * 60 },
}

export const queueAllUpkeep = async ({ payload }: { payload: Payload }): Promise<void> => {
  for (const [task, { first }] of Object.entries(UPKEEP)) {
    await queueUpkeep({ inSeconds: first, payload, task })
  }
}

/** A little earlier or later, so that nothing comes in step with anything else. */
export const queueNextUpkeep = async ({
  payload,
  task,
}: {
  payload: Payload
  task: string
}): Promise<void> => {
  const upkeep = UPKEEP[task]
  if (upkeep) {
    await queueUpkeep({ inSeconds: upkeep.every * (0.75 + Math.random() / 2), payload, task })
  }
}
