/** How wide the pictures of a justified gallery become, as `sizes`: the rows are formed as the style sheet does it. */
import type { Widths } from '../widths.ts'

/**
 * A picture takes a row's height times its ratio, then shares what is left of the row with its neighbours.
 *
 * @param ratios Width by height of all pictures, in their order.
 * @returns For each picture the `sizes` attribute, in parts of the window.
 */
export const justifiedSizes = ({
  ratios,
  rows,
}: {
  ratios: readonly number[]
  rows: Widths['rows']
}): string[] => {
  const inWindows = windows.map(({ from, typical }) => {
    const column = rows.column(typical)
    const widest = from === 0 ? widestOnTelephones : 100
    return {
      from,
      shares: rowsOf({ ratios, column, height: rows.height }).flatMap((row) => {
        const sum = row.reduce((total, ratio) => total + ratio, 0)
        const free = column - gap * (row.length - 1)
        return row.map((ratio) =>
          Math.min(widest, Math.ceil(((free * ratio) / sum / typical) * 100)),
        )
      }),
    }
  })
  return ratios.map((_, index) =>
    inWindows
      .map(({ from, shares }) => ({ from, share: shares[index]! }))
      // Of neighbours that say the same, the one that reaches further down.
      .filter(({ share }, at, all) => all[at + 1]?.share !== share)
      .map(({ from, share }) => (from === 0 ? `${share}vw` : `(min-width: ${from}rem) ${share}vw`))
      .join(', '),
  )
}

/** From which width on, in rem, and a width that is common there, in pixels; the widest first. */
const windows = [
  { from: 120, typical: 1920 },
  { from: 88, typical: 1440 },
  { from: 75, typical: 1280 },
  { from: 62, typical: 1024 },
  { from: 48, typical: 768 },
  { from: 0, typical: 390 },
] as const

/** As everywhere: the next larger file would double the download for a difference that no eye sees. */
const widestOnTelephones = 88

/** Pixels: about what `--gap-media` comes to. */
const gap = 14

const rowsOf = ({
  ratios,
  column,
  height,
}: {
  ratios: readonly number[]
  column: number
  height: number
}): number[][] => {
  const found: number[][] = []
  let used = Infinity
  for (const ratio of ratios) {
    const width = ratio * height
    if (used + gap + width > column) {
      found.push([ratio])
      used = width
    } else {
      found.at(-1)!.push(ratio)
      used += gap + width
    }
  }
  return found
}
