// Relief as contour lines over tinted heights.
import { mix } from '../../kit/colour.ts'
import { outline, sampleField } from '../../kit/contours.ts'
import { text } from '../../kit/glyphs.ts'
import { createNoise } from '../../kit/noise.ts'
import {
  circle,
  n,
  path,
  polygon,
  rect,
  smooth,
  stroke,
  type Canvas,
  type Point,
} from '../../kit/svg.ts'
import { frameMarks, type MapColours } from './sheet.ts'

/** Relief as contour lines over tinted heights, with a marked route and a few spot heights. */
export const contourMap = (
  canvas: Canvas,
  {
    colours: c,
    tint = true,
    route = true,
    scale = 300,
  }: { colours: MapColours; tint?: boolean; route?: boolean; scale?: number },
) => {
  const { w, h, random: r } = canvas
  const noise = createNoise({ seed: canvas.seed, octaves: 4 })
  const field = sampleField({ w, h, cell: 8, height: (x, y) => noise(x / scale, y / scale) })
  const out = [rect(0, 0, w, h, c.paper)]
  const levels = 22
  const lines: string[] = []
  for (let i = 0; i < levels; i++) {
    const level = 0.2 + (i / levels) * 0.62
    const d = outline(field, level)
    if (tint)
      out.push(
        path(d, mix(mix(c.paper, c.green, 0.4), mix(c.paper, c.route, 0.55), (i / levels) ** 1.2), {
          'fill-rule': 'evenodd',
          opacity: n(0.16),
        }),
      )
    lines.push(stroke(d, c.ink, i % 5 === 0 ? 1.7 : 0.6, { opacity: i % 5 === 0 ? 0.75 : 0.45 }))
  }
  const lake = outline(
    sampleField({ w, h, cell: 8, height: (x, y) => -noise(x / scale, y / scale) }),
    -0.31,
  )
  out.push(path(lake, c.water), ...lines, stroke(lake, mix(c.water, c.ink, 0.5), 1.4))
  for (let i = 0; i < 9; i++) {
    const [x, y] = [r.between(0.06, 0.9) * w, r.between(0.08, 0.92) * h]
    out.push(
      polygon(
        [
          [x, y - 6],
          [x + 6, y + 4],
          [x - 6, y + 4],
        ],
        c.ink,
      ),
      text(x + 11, y + 5, String(Math.round(noise(x / scale, y / scale) * 1900)), {
        size: 9,
        colour: c.ink,
      }),
    )
  }
  if (route) {
    const points: Point[] = []
    for (let i = 0; i <= 9; i++)
      points.push([
        w * (0.08 + i * 0.092),
        h * (0.72 - i * 0.045) + (noise(i * 1.7, 4) - 0.5) * h * 0.5,
      ])
    out.push(stroke(smooth(points), c.paper, 9), stroke(smooth(points), c.route, 4.5))
    points.forEach(
      (p, i) =>
        i % 3 === 0 &&
        out.push(
          circle(p[0], p[1], 10, c.paper),
          circle(p[0], p[1], 10, 'none', { stroke: c.route, 'stroke-width': 4.5 }),
        ),
    )
  }
  return [...out, ...frameMarks(canvas, c)]
}
