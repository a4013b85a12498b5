// When somebody was here last. Looking again within half an hour is still the same visit, so that
// a reload does not empty “since you were here”.

export type Visits = {
  /** The newest look of the visit before this one; `null` on the very first. */
  previous: string | null
  /** The newest look. */
  current: string
}

const SAME_VISIT_MS = 30 * 60 * 1000

/** The visits after one more look at `now`. Whatever is not understood counts as none. */
export const advanceVisit = ({ stored, now }: { stored: unknown; now: Date }): Visits => {
  const known = isVisits(stored) ? stored : undefined
  const current = now.toISOString()
  if (!known) {
    return { previous: null, current }
  }
  const isSameVisit = now.getTime() - new Date(known.current).getTime() < SAME_VISIT_MS
  return { previous: isSameVisit ? known.previous : known.current, current }
}

const isVisits = (value: unknown): value is Visits =>
  typeof value === 'object' &&
  value !== null &&
  'current' in value &&
  isDate(value.current) &&
  'previous' in value &&
  (value.previous === null || isDate(value.previous))

const isDate = (value: unknown): value is string =>
  typeof value === 'string' && !Number.isNaN(new Date(value).getTime())
