// How fast bytes travel, and how long the rest will take.

export type Speed = {
  /** Milliseconds of the last look; any clock. */
  at: number
  sent: number
  /** Bytes a second, evened out; `null` until there is something to say. */
  rate: number | null
}

/** Looks closer together than this say more about buffers than about the line. */
const SHORTEST = 250
/** What the newest look counts. */
const WEIGHT = 0.3

export const startSpeed = ({ at, sent }: { at: number; sent: number }): Speed => ({
  at,
  sent,
  rate: null,
})

export const nextSpeed = (speed: Speed, { at, sent }: { at: number; sent: number }): Speed => {
  const elapsed = at - speed.at
  if (sent < speed.sent) {
    // Something has to be sent again: measure anew, but forget nothing.
    return { at, sent, rate: speed.rate }
  }
  if (elapsed < SHORTEST) {
    return speed
  }
  const newest = ((sent - speed.sent) * 1000) / elapsed
  const rate = speed.rate === null ? newest : speed.rate + (newest - speed.rate) * WEIGHT
  return { at, sent, rate }
}

/** Seconds for the rest; `null` while that is not known. */
export const secondsLeft = ({ speed, total }: { speed: Speed; total: number }): number | null =>
  speed.rate === null || speed.rate < 1 ? null : Math.ceil((total - speed.sent) / speed.rate)
