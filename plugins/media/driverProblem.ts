// What drivers throw.
import type { DriverProblemCode } from './driver.ts'

export type DriverProblem = Error & {
  code: DriverProblemCode
  isDriverProblem: true
  isPassing: boolean
}

/**
 * @param sentence For people; never holds a secret, an address with a signature, or a store's raw answer.
 * @param isPassing Whether the same call may succeed later.
 */
export const driverProblem = (
  code: DriverProblemCode,
  sentence: string,
  { cause, isPassing = false }: { cause?: unknown; isPassing?: boolean } = {},
): DriverProblem =>
  Object.assign(new Error(sentence, { cause }), { code, isDriverProblem: true as const, isPassing })

export const isDriverProblem = (err: unknown): err is DriverProblem =>
  err instanceof Error && 'isDriverProblem' in err
