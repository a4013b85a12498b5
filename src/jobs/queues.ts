// Which work waits behind which, and how much of each a process does at once.

/**
 * Jobs of one queue never wait for those of another.
 * - `default`: changes of content whose time has come. Each runs in one transaction with the end of its job.
 * - `files`: short work at stores.
 * - `films`: videos, one at a time.
 * - `upkeep`: what comes again and finds whatever else was missed.
 */
export const QUEUES = {
  default: { isTransactional: true, atOnce: 2 },
  files: { isTransactional: false, atOnce: 3 },
  films: { isTransactional: false, atOnce: 1 },
  upkeep: { isTransactional: false, atOnce: 1 },
} as const satisfies Record<string, Queue>

type Queue = {
  /** Whether the work and the end of its job are one transaction, so that it is done exactly once. */
  isTransactional: boolean
  /** Jobs that one process runs at the same time. Together fewer than half of the pool’s connections. */
  atOnce: number
}

export type QueueName = keyof typeof QUEUES

export const QUEUE_NAMES = Object.keys(QUEUES) as QueueName[]
