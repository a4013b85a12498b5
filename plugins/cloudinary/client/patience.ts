// How long a call may stay silent, how often it is tried again, and how long to wait in between.
import { setTimeout as sleep } from 'node:timers/promises'

export type Patience = {
  /** Tries altogether. Default 4. */
  attempts: number
  /** Milliseconds before the second try, doubled for each further one. Default 400. */
  firstWait: number
  /** Milliseconds at most between two tries, whatever the server asks for. Default 20 000. */
  longestWait: number
  /** Milliseconds without a byte in either direction after which a call counts as stalled. Default 60 000. */
  stall: number
}

export const PATIENCE: Patience = {
  attempts: 4,
  firstWait: 400,
  longestWait: 20_000,
  stall: 60_000,
}

/**
 * @param attempt 1 for the wait after the first try.
 * @param asked Seconds that the server asked for.
 */
export const waitBetween = async ({
  asked = 0,
  attempt,
  patience,
  signal,
}: {
  attempt: number
  patience: Patience
  asked?: number
  signal?: AbortSignal
}): Promise<void> => {
  const grown = patience.firstWait * 2 ** (attempt - 1) * (0.75 + Math.random() / 2)
  const wait = Math.min(Math.max(grown, asked * 1000), patience.longestWait)
  await sleep(wait, undefined, signal ? { signal } : {})
}

export type StallGuard = {
  /** Ends when the caller gives up or nothing has moved for too long. */
  signal: AbortSignal
  hasStalled: () => boolean
  /** Something moved. */
  touch: () => void
  stop: () => void
}

export const guardStalls = (stall: number, outer?: AbortSignal): StallGuard => {
  const controller = new AbortController()
  let isStalled = false
  const timer = setTimeout(() => {
    isStalled = true
    controller.abort()
  }, stall)
  timer.unref()
  return {
    signal: outer ? AbortSignal.any([outer, controller.signal]) : controller.signal,
    hasStalled: () => isStalled,
    touch: () => void timer.refresh(),
    stop: () => clearTimeout(timer),
  }
}
