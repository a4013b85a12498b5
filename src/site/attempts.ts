/** Counts tries by caller in memory, bounded: the oldest callers are forgotten first. */
import { networkOf } from '../http/networkOf.ts'

export type Attempts = {
  /** Whether this caller may try again; counts the try. */
  take: (caller: string, now?: number) => boolean
  /** Seconds until this caller may try again at the latest, for `Retry-After`. */
  secondsLeft: (caller: string, now?: number) => number
}

export const createAttempts = ({
  limit,
  windowMs,
  maxCallers = 10_000,
}: {
  limit: number
  windowMs: number
  maxCallers?: number
}): Attempts => {
  const callers = new Map<string, { count: number; until: number }>()
  return {
    take: (caller, now = Date.now()) => {
      const known = callers.get(caller)
      const entry = known && known.until > now ? known : { count: 0, until: now + windowMs }
      entry.count += 1
      // Re-inserted, so that the map's order is the order of last use.
      callers.delete(caller)
      callers.set(caller, entry)
      if (callers.size > maxCallers) {
        const oldest = callers.keys().next().value
        if (oldest !== undefined) {
          callers.delete(oldest)
        }
      }
      return entry.count <= limit
    },
    secondsLeft: (caller, now = Date.now()) => {
      const known = callers.get(caller)
      // One who is under the limit was refused for another reason, which passes soon.
      return known && known.count > limit ? Math.max(1, Math.ceil((known.until - now) / 1000)) : 1
    },
  }
}

/** Who is calling: by the address that the server noted, never by what a caller may write. */
export const callerOf = (headers: Headers): string =>
  networkOf(headers.get('x-vitrine-ip') ?? 'unknown')
