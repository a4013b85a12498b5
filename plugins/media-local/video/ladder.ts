// The sizes that a film is streamed in: never larger than it is.

export type Rung = {
  /** Pixels of the shorter side, by which people know it: 720 for 1280×720. */
  name: number
  width: number
  height: number
  /** Bits a second, at most. */
  bitrate: number
}

const RUNGS = [
  { name: 360, bitrate: 900_000 },
  { name: 720, bitrate: 2_800_000 },
  { name: 1080, bitrate: 5_000_000 },
] as const

/** Sides are even, as H.264 wants them. A film smaller than every rung gets one of its own size. */
export const ladderFor = ({ height, width }: { width: number; height: number }): Rung[] => {
  const short = Math.min(width, height)
  const fitting = RUNGS.filter(({ name }) => name <= short)
  const chosen = fitting.length > 0 ? fitting : [{ name: short, bitrate: RUNGS[0].bitrate }]
  return chosen.map(({ bitrate, name }) => ({
    name,
    bitrate,
    width: even((width * name) / short),
    height: even((height * name) / short),
  }))
}

const even = (value: number): number => Math.max(2, Math.round(value / 2) * 2)
