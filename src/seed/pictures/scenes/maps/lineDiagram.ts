// A line diagram of public transport.
import { mix } from '../../kit/colour.ts'
import { circle, n, rect, stroke, type Canvas, type Point } from '../../kit/svg.ts'
import type { MapColours } from './sheet.ts'

/** A line diagram: straight runs, 45° bends, interchanges. */
export const lineDiagram = (
  canvas: Canvas,
  { colours: c, dark = false }: { colours: MapColours; dark?: boolean },
) => {
  const { w, h, random: r } = canvas
  const ground = dark ? c.ink : c.paper
  const out = [rect(0, 0, w, h, ground)]
  const unit = h / 12
  for (let i = 1; i < w / unit; i++)
    out.push(stroke(`M${n(i * unit)} 0V${h}`, mix(ground, dark ? '#ffffff' : c.ink, 0.06), 1))
  for (let i = 1; i < 12; i++)
    out.push(stroke(`M0 ${n(i * unit)}H${w}`, mix(ground, dark ? '#ffffff' : c.ink, 0.06), 1))
  const lineColours = [
    c.route,
    c.second,
    mix(c.green, dark ? '#ffffff' : c.ink, 0.2),
    mix(c.second, c.route, 0.5),
    mix(c.route, '#ffb52e', 0.7),
  ]
  const all = lineColours.map((_, k) => {
    let [x, y] = [-1, [2, 5, 8, 10, 4][k] ?? 6]
    const points: Point[] = [[x * unit, y * unit]]
    while (x < w / unit + 1) {
      const run = r.int(2, 4)
      x += run
      points.push([x * unit, y * unit])
      const shift = r.pick([-2, -1, 1, 2]) * (y < 3 ? -1 : 1)
      const bend =
        Math.max(
          1,
          Math.min(11, y + (y > 9 ? -Math.abs(shift) : y < 3 ? Math.abs(shift) : shift)),
        ) - y
      y += bend
      x += Math.abs(bend)
      points.push([x * unit, y * unit])
    }
    return points
  })
  all.forEach((points, k) =>
    out.push(stroke(rounded(points, unit * 0.5), lineColours[k] ?? c.route, unit * 0.24)),
  )
  all.forEach((points, k) =>
    points.forEach((p, i) => {
      if (i % 2 === 0 || i === 0) return
      const big = r.chance(0.35)
      const size = big ? unit * 0.26 : unit * 0.15
      out.push(
        circle(p[0] - unit * 0.8, p[1], size, ground, {
          stroke: dark ? '#ffffff' : c.ink,
          'stroke-width': n(unit * 0.07),
        }),
      )
      out.push(
        stroke(
          `M${n(p[0] - unit * 1.05)} ${n(p[1] - unit * 0.5)}h${n(unit * r.between(0.5, 1.1))}`,
          mix(ground, dark ? '#ffffff' : c.ink, k % 2 ? 0.75 : 0.55),
          unit * 0.1,
        ),
      )
    }),
  )
  return out
}

const rounded = (points: readonly Point[], radius: number) => {
  let d = ''
  points.forEach((p, i) => {
    const before = points[i - 1]
    const after = points[i + 1]
    if (!before) d += `M${n(p[0])} ${n(p[1])}`
    else if (!after) d += `L${n(p[0])} ${n(p[1])}`
    else {
      const near = (q: Point): Point => {
        const length = Math.hypot(q[0] - p[0], q[1] - p[1]) || 1
        const k = Math.min(radius, length / 2) / length
        return [p[0] + (q[0] - p[0]) * k, p[1] + (q[1] - p[1]) * k]
      }
      const [a, b] = [near(before), near(after)]
      d += `L${n(a[0])} ${n(a[1])}Q${n(p[0])} ${n(p[1])} ${n(b[0])} ${n(b[1])}`
    }
  })
  return d
}
