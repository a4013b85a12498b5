/**
 * Counts tries by caller in memory, bounded. When there are too many callers, those are forgotten first who may still
 * try: nobody who has used up their tries gets new ones by bringing others.
 */
import { networkOf } from '../http/networkOf.ts'

export type Attempts = {
  /** Whether this caller may try again; counts the try. */
  take: (caller: string, now?: number) => boolean
  /** Seconds until this caller may try again at the latest, for `Retry-After`. */
  secondsLeft: (caller: string, now?: number) => number
}

/** Forms of one caller within ten minutes that are answered with a page of the site. */
export const MOST_POSTS = 30

type Entry = { count: number; until: number }

export const createAttempts = ({
  limit,
  windowMs,
  maxCallers = 10_000,
}: {
  limit: number
  windowMs: number
  /** Of each kind: those who may try again, and those who may not. */
  maxCallers?: number
}): Attempts => {
  // Each in the order of last use.
  const open = new Map<string, Entry>()
  const spent = new Map<string, Entry>()
  const entryOf = (caller: string, now: number): Entry => {
    const known = open.get(caller) ?? spent.get(caller)
    return known && known.until > now ? known : { count: 0, until: now + windowMs }
  }
  return {
    take: (caller, now = Date.now()) => {
      const entry = entryOf(caller, now)
      entry.count += 1
      open.delete(caller)
      spent.delete(caller)
      const kept = entry.count < limit ? open : spent
      kept.set(caller, entry)
      if (kept.size > maxCallers) {
        forgetOne(kept)
      }
      return entry.count <= limit
    },
    secondsLeft: (caller, now = Date.now()) => {
      const known = spent.get(caller)
      // One who is under the limit was refused for another reason, which passes soon.
      return known && known.count > limit ? Math.max(1, Math.ceil((known.until - now) / 1000)) : 1
    },
  }
}

const forgetOne = (callers: Map<string, Entry>): void => {
  const oldest = callers.keys().next().value
  if (oldest !== undefined) {
    callers.delete(oldest)
  }
}

/** Who is calling: by the address that the server noted, never by what a caller may write. */
export const callerOf = (headers: Headers): string =>
  networkOf(headers.get('x-vitrine-ip') ?? 'unknown')
