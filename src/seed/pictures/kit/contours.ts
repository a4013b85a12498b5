// Marching squares: turns a height field into closed outlines, for depth charts, relief and travel times.
import { n, type Point } from './svg.ts'

export type Field = { columns: number; rows: number; values: Float32Array; cell: number }

/** Samples `height` on a grid that covers w × h; one extra ring outside is kept low so outlines close. */
export const sampleField = ({
  w,
  h,
  cell,
  height,
}: {
  w: number
  h: number
  cell: number
  height: (x: number, y: number) => number
}): Field => {
  const columns = Math.ceil(w / cell) + 3
  const rows = Math.ceil(h / cell) + 3
  const values = new Float32Array(columns * rows)
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const edge = i === 0 || j === 0 || i === columns - 1 || j === rows - 1
      values[j * columns + i] = edge ? -1e3 : height((i - 1) * cell, (j - 1) * cell)
    }
  }
  return { columns, rows, values, cell }
}

/** One path (even-odd) around everything above `level`. */
export const outline = (field: Field, level: number): string =>
  loops(field, level)
    .filter((loop) => loop.length > 5)
    .map((loop) => {
      let d = ''
      // Midpoints of the segments, joined by quadratic curves: smooth without overshoot.
      loop.forEach((point, i) => {
        const following = loop[(i + 1) % loop.length] ?? point
        const mx = (point[0] + following[0]) / 2
        const my = (point[1] + following[1]) / 2
        d += i === 0 ? `M${n(mx)} ${n(my)}` : `Q${n(point[0])} ${n(point[1])} ${n(mx)} ${n(my)}`
      })
      return `${d}Z`
    })
    .join('')

const loops = ({ columns, rows, values, cell }: Field, level: number): Point[][] => {
  const next = new Map<number, number>()
  const places = new Map<number, Point>()
  const value = (i: number, j: number) => values[j * columns + i] ?? -1e3
  const horizontal = (i: number, j: number) => {
    const key = (j * columns + i) * 2
    const a = value(i, j)
    const t = clamp((level - a) / (value(i + 1, j) - a))
    places.set(key, [(i - 1 + t) * cell, (j - 1) * cell])
    return key
  }
  const vertical = (i: number, j: number) => {
    const key = (j * columns + i) * 2 + 1
    const a = value(i, j)
    const t = clamp((level - a) / (value(i, j + 1) - a))
    places.set(key, [(i - 1) * cell, (j - 1 + t) * cell])
    return key
  }
  for (let j = 0; j < rows - 1; j++) {
    for (let i = 0; i < columns - 1; i++) {
      const code =
        (value(i, j) > level ? 8 : 0) +
        (value(i + 1, j) > level ? 4 : 0) +
        (value(i + 1, j + 1) > level ? 2 : 0) +
        (value(i, j + 1) > level ? 1 : 0)
      if (code === 0 || code === 15) continue
      const top = () => horizontal(i, j)
      const bottom = () => horizontal(i, j + 1)
      const left = () => vertical(i, j)
      const right = () => vertical(i + 1, j)
      // Directed so that the high side always lies on the same hand; then each crossing has one successor.
      const segments: Record<number, [() => number, () => number][]> = {
        1: [[left, bottom]],
        2: [[bottom, right]],
        3: [[left, right]],
        4: [[right, top]],
        5: [
          [left, top],
          [right, bottom],
        ],
        6: [[bottom, top]],
        7: [[left, top]],
        8: [[top, left]],
        9: [[top, bottom]],
        10: [
          [top, right],
          [bottom, left],
        ],
        11: [[top, right]],
        12: [[right, left]],
        13: [[right, bottom]],
        14: [[bottom, left]],
      }
      for (const [from, to] of segments[code] ?? []) next.set(from(), to())
    }
  }
  const found: Point[][] = []
  while (next.size > 0) {
    const first = next.keys().next().value
    if (first === undefined) break
    const loop: Point[] = []
    let key: number | undefined = first
    while (key !== undefined && next.has(key)) {
      const place = places.get(key)
      if (place) loop.push(place)
      const following: number | undefined = next.get(key)
      next.delete(key)
      key = following
    }
    found.push(loop)
  }
  return found
}

const clamp = (t: number) => Math.min(1, Math.max(0, t))
