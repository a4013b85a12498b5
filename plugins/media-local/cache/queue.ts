// How many pictures are made at the same time, and how many may wait.
import { availableParallelism } from 'node:os'
import { mediaProblem } from '../problem.ts'

export type Queue = {
  /** @throws `busy` at once when too many wait already. */
  run: <T>(work: () => Promise<T>) => Promise<T>
  readonly running: number
  readonly waiting: number
}

/**
 * @param atOnce Default: the cores but one, which stays for everything else; at least 1.
 * @param waiting Default 64.
 */
export const workQueue = ({
  atOnce = Math.max(1, availableParallelism() - 1),
  waiting: maxWaiting = 64,
}: { atOnce?: number; waiting?: number } = {}): Queue => {
  const line: (() => void)[] = []
  let running = 0
  return {
    get running() {
      return running
    },
    get waiting() {
      return line.length
    },
    run: async (work) => {
      if (running >= atOnce) {
        if (line.length >= maxWaiting) {
          throw mediaProblem('busy', 'Too many pictures are being made. Ask again in a moment.', {
            retryAfter: 2,
          })
        }
        // Whoever finishes hands over his place, so nobody can slip in between.
        await new Promise<void>((resolve) => line.push(resolve))
      } else {
        running += 1
      }
      try {
        return await work()
      } finally {
        const next = line.shift()
        if (next) {
          next()
        } else {
          running -= 1
        }
      }
    },
  }
}
