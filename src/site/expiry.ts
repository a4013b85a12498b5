/**
 * How long a page may be shown. Files that not everybody may fetch have addresses that end a day after they were
 * made (`plugins/media/signature.ts`), and Next hands out a page that nobody asked for in days just as it was.
 */

/** Milliseconds for which the addresses in a page have to be good when it is sent. */
const READING_TIME = 12 * 60 * 60 * 1000

/** When the first address in a text ends, in milliseconds since 1970; null when none of them ends. */
export const firstExpiry = (text: string): number | null => {
  let first: number | null = null
  for (const [, seconds] of text.matchAll(/[?&]e=(\d{9,11})&(?:amp;|#38;)?a=(?:member|link)\b/g)) {
    const end = Number(seconds) * 1000
    first = first === null ? end : Math.min(first, end)
  }
  return first
}

/** Whether a page, or what it is made of, carries addresses that end before somebody has read it. */
export const isExpiring = (text: string, now = Date.now()): boolean =>
  (firstExpiry(text) ?? Infinity) < now + READING_TIME
