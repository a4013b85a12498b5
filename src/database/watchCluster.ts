// An embedded Postgres that dies, of a signal or for want of memory, is started again.
import { setTimeout as delay } from 'node:timers/promises'
import { tell } from '../tell.ts'

const LOOK_EVERY_MS = 1_000
const LONGEST_PAUSE_MS = 30_000

/**
 * @param isAlive Asked every second.
 * @param revive Fails while what the dead one left (its shared memory, its port) is still held; it is tried
 *   again, after longer and longer pauses.
 */
export const watchCluster = ({
  isAlive,
  revive,
}: {
  isAlive: () => boolean
  revive: () => Promise<unknown>
}): { begin: () => void; end: () => void } => {
  const ended = new AbortController()
  const { signal } = ended

  const keep = async (): Promise<void> => {
    for (let pause = LOOK_EVERY_MS; ;) {
      await delay(pause, undefined, { ref: false, signal })
      if (isAlive()) {
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

  return {
    begin: () => void keep().catch(() => undefined),
    end: () => ended.abort(),
  }
}
