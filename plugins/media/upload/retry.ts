// Tries again what may succeed later, each time after a longer pause.
import { cancelled, isUploadProblem } from './problem.ts'

export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>

export type RetryOptions = {
  /** Tries in all. Default 6: with the pauses between them about half a minute. */
  attempts?: number
  signal?: AbortSignal
  sleep?: Sleep
  /** 0 to 1; spreads the pauses of many browsers. */
  random?: () => number
}

/**
 * @throws whatever the last try threw; at once what will not pass
 * @example await retry(() => sendChunk(), { signal })
 */
export const retry = async <T>(
  work: () => Promise<T>,
  { attempts = 6, random = Math.random, signal, sleep = pause }: RetryOptions = {},
): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    if (signal?.aborted) {
      throw cancelled()
    }
    try {
      return await work()
    } catch (err) {
      if (!isUploadProblem(err) || !err.isPassing || attempt >= attempts) {
        throw err
      }
      await sleep(pauseAfter({ attempt, random: random(), retryAfter: err.retryAfter }), signal)
    }
  }
}

const FIRST_PAUSE = 500
const LONGEST_PAUSE = 30_000

/** Milliseconds: 0.5 s, 1 s, 2 s …, of each between half and all; what the server asks, if more. */
export const pauseAfter = ({
  attempt,
  random,
  retryAfter = 0,
}: {
  attempt: number
  random: number
  retryAfter?: number
}): number => {
  const full = Math.min(FIRST_PAUSE * 2 ** (attempt - 1), LONGEST_PAUSE)
  return Math.min(Math.max(full * (0.5 + random / 2), retryAfter), 2 * LONGEST_PAUSE)
}

const pause: Sleep = (milliseconds, signal) =>
  new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(cancelled())
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    signal?.addEventListener('abort', stop, { once: true })
  })
