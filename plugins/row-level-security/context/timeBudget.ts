/** What a statement may still take of the time that the work it belongs to was given. */
import { performance } from 'node:perf_hooks'
import type { TimeBudget } from './scope.ts'

/** SQLSTATE of a statement that Postgres cancelled because it took too long. */
export const QUERY_CANCELED = '57014'

/** Milliseconds for `statement_timeout`, where 0 would mean none at all. */
export const timeoutFor = ({
  budget,
  statementTimeoutMs,
}: {
  budget: TimeBudget | undefined
  statementTimeoutMs: number
}): string =>
  String(
    budget
      ? Math.max(1, Math.min(statementTimeoutMs, Math.ceil(budget.leftMs)))
      : statementTimeoutMs,
  )

/** When a statement is sent; its time is told by `timeSince`. */
export const startClock = (): Clock => ({
  loop: performance.eventLoopUtilization(),
  startedAt: performance.now(),
})

export type Clock = {
  loop: ReturnType<typeof performance.eventLoopUtilization>
  startedAt: number
}

/** The part of the whole time that always counts: however busy the process is, five times the budget is the end. */
const LEAST_PART = 0.2

/**
 * Milliseconds in which the process had nothing to do but wait. While it is busy an answer may have come long
 * ago, and on a machine that is busy otherwise nobody's two seconds are two seconds of the database.
 */
const timeSince = ({ loop, startedAt }: Clock): number =>
  Math.max(
    performance.eventLoopUtilization(loop).idle,
    (performance.now() - startedAt) * LEAST_PART,
  )

/** Takes the time of a statement that has ended, well or not. */
export const charge = ({
  budget,
  clock,
  err,
}: {
  budget: TimeBudget
  /** Started when it was sent; `undefined` for a statement that never was. */
  clock: Clock | undefined
  err: unknown
}): void => {
  if (clock !== undefined) {
    budget.leftMs -= timeSince(clock)
  }
  if ((err as { code?: string } | null)?.code === QUERY_CANCELED) {
    budget.leftMs = Math.min(budget.leftMs, 0)
    budget.isSpent = true
  }
}

/** In place of a statement for which no time is left. Reads like one that Postgres cancelled. */
export const spentError = (budget: TimeBudget): Error => {
  budget.isSpent = true
  return Object.assign(new Error('The time for database statements is used up.'), {
    code: QUERY_CANCELED,
  })
}
