/** Eleven tries over about a day and a half, in milliseconds between them from a minute on. */
export const RETRIES = {
  attempts: 10,
  backoff: { type: 'exponential' as const, delay: 60_000 },
}
