// How long a site is served at a domain whose record is gone.

const DAYS = 7
const LASTING_MS = DAYS * 24 * 60 * 60 * 1000

/** When a domain stops being served whose record was first missed at `missingSince`, ISO 8601. */
export const lapsesAt = (missingSince: string): Date =>
  new Date(new Date(missingSince).getTime() + LASTING_MS)
