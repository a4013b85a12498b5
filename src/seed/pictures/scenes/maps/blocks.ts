// Geometry of street blocks: area, cutting in two, shrinking.
import type { Point } from '../../kit/svg.ts'

export const area = (shape: readonly Point[]) => {
  let sum = 0
  shape.forEach(([x, y], i) => {
    const [nx, ny] = shape[(i + 1) % shape.length] ?? [0, 0]
    sum += x * ny - nx * y
  })
  return Math.abs(sum) / 2
}

/** Cuts a convex shape across its longer side, slightly askew. */
export const cut = (shape: readonly Point[], share: number, skew: number): [Point[], Point[]] => {
  let longest = 0
  let length = 0
  shape.forEach((p, i) => {
    const q = shape[(i + 1) % shape.length] ?? p
    const d = Math.hypot(q[0] - p[0], q[1] - p[1])
    if (d > length) [length, longest] = [d, i]
  })
  const a = shape[longest] ?? [0, 0]
  const b = shape[(longest + 1) % shape.length] ?? [0, 0]
  const through: Point = [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
  const angle = Math.atan2(b[1] - a[1], b[0] - a[0]) + Math.PI / 2 + skew
  const side = (p: Point) =>
    (p[0] - through[0]) * Math.sin(angle) - (p[1] - through[1]) * Math.cos(angle)
  const [left, right]: [Point[], Point[]] = [[], []]
  shape.forEach((p, i) => {
    const q = shape[(i + 1) % shape.length] ?? p
    const [sp, sq] = [side(p), side(q)]
    ;(sp >= 0 ? left : right).push(p)
    if (sp >= 0 !== sq >= 0) {
      const t = sp / (sp - sq)
      const crossing: Point = [p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t]
      left.push(crossing)
      right.push(crossing)
    }
  })
  return [left, right]
}

export const inset = (shape: readonly Point[], by: number): Point[] => {
  const cx = shape.reduce((sum, p) => sum + p[0], 0) / shape.length
  const cy = shape.reduce((sum, p) => sum + p[1], 0) / shape.length
  return shape.map(([x, y]) => {
    const d = Math.hypot(x - cx, y - cy) || 1
    return [x - ((x - cx) / d) * by, y - ((y - cy) / d) * by]
  })
}
