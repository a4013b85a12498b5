/** What a statement may still take of the time that the work it belongs to was given. */
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

/** Takes the time of a statement that has ended, well or not. */
export const charge = ({
  budget,
  err,
  sentAt,
}: {
  budget: TimeBudget
  err: unknown
  /** As `performance.now()` gave it; `undefined` for a statement that was never sent. */
  sentAt: number | undefined
}): void => {
  if (sentAt !== undefined) {
    budget.leftMs -= performance.now() - sentAt
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
