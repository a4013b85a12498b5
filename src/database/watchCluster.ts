// An embedded Postgres that dies, of a signal or for want of memory, is started again.
import { setTimeout as delay } from 'node:timers/promises'
import { tell } from '../tell.ts'

const LOOK_EVERY_MS = 1_000
const LONGEST_PAUSE_MS = 30_000

/**
 * @param hasDied Asked every second. What somebody stopped on purpose has not died.
 * @param revive Fails while what the dead one left (its shared memory, its port) is still held; it is tried
 *   again, after longer and longer pauses.
 */
export const watchCluster = ({
  hasDied,
  revive,
}: {
  hasDied: () => boolean
  revive: () => Promise<unknown>
}): { begin: () => void; end: () => Promise<void> } => {
  const ended = new AbortController()
  const { signal } = ended

  const keep = async (): Promise<void> => {
    for (let pause = LOOK_EVERY_MS; ;) {
      await delay(pause, undefined, { ref: false, signal })
      if (!hasDied()) {
        pause = LOOK_EVERY_MS
        continue
      }
      tell.print('The embedded Postgres has died. Starting it again …')
      try {
        await revive()
        tell.print('The embedded Postgres is back.')
      } catch (err) {
        tell.print((err as Error).message)
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
      }
    }
  }

  let keeping: Promise<void> | undefined
  return {
    begin: () => {
      keeping = keep().catch(() => undefined)
    },
    /** Waits for a start that is under way, which would otherwise outlive the process. */
    end: async () => {
      ended.abort()
      await keeping
    },
  }
}
