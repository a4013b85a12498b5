// A depth chart with soundings, fairway and compass rose.
import { mix } from '../../kit/colour.ts'
import { outline, sampleField } from '../../kit/contours.ts'
import { text } from '../../kit/glyphs.ts'
import { createNoise } from '../../kit/noise.ts'
import {
  circle,
  group,
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

/** A depth chart: soundings, fairway, buoys, a compass rose. */
export const nauticalChart = (canvas: Canvas, { colours: c }: { colours: MapColours }) => {
  const { w, h, random: r } = canvas
  const noise = createNoise({ seed: canvas.seed, octaves: 4 })
  const lane = (x: number) => h * (0.56 - 0.2 * Math.sin((x / w) * 3.4 + 0.6))
  const height = (x: number, y: number) =>
    noise(x / 330, y / 330) + Math.min(0.34, (Math.abs(y - lane(x)) / h) * 0.8) - 0.12
  const field = sampleField({ w, h, cell: 8, height })
  const out = [rect(0, 0, w, h, mix(c.water, '#ffffff', 0.55))]
  const bands: [number, number][] = [
    [0.34, 0.35],
    [0.42, 0.15],
    [0.5, 0],
    [0.57, -0.28],
  ]
  for (const [level, shade] of bands)
    out.push(
      path(
        outline(field, level),
        shade < 0 ? mix(c.water, c.ink, -shade) : mix(c.water, '#ffffff', shade),
        { 'fill-rule': 'evenodd' },
      ),
    )
  for (const level of [0.3, 0.38, 0.46, 0.54])
    out.push(stroke(outline(field, level), mix(c.water, c.ink, 0.6), 0.8, { opacity: 0.7 }))
  const land = outline(field, 0.63)
  out.push(path(land, c.paper, { 'fill-rule': 'evenodd' }), stroke(land, c.ink, 2))
  for (const level of [0.68, 0.73, 0.78])
    out.push(stroke(outline(field, level), mix(c.paper, c.ink, 0.4), 0.8))
  for (let i = 0; i < 120; i++) {
    const [x, y] = [r.between(20, w - 20), r.between(20, h - 20)]
    const value = height(x, y)
    if (value < 0.6)
      out.push(
        text(x, y, String(Math.max(1, Math.round((0.64 - value) * 62))), {
          size: 8,
          colour: mix(c.water, c.ink, 0.75),
          anchor: 'middle',
        }),
      )
  }
  const fairway = (offset: number) =>
    Array.from({ length: 13 }, (_, i): Point => [(w / 12) * i, lane((w / 12) * i) + offset])
  out.push(
    stroke(smooth(fairway(-h * 0.045)), mix(c.ink, c.second, 0.3), 2, {
      'stroke-dasharray': '14 9',
    }),
    stroke(smooth(fairway(h * 0.045)), mix(c.ink, c.second, 0.3), 2, {
      'stroke-dasharray': '14 9',
    }),
  )
  out.push(stroke(smooth(fairway(h * 0.012)), c.route, 4.5))
  for (let i = 1; i < 12; i += 2) {
    const [x, y] = [(w / 12) * i, lane((w / 12) * i)]
    out.push(buoy(x, y - h * 0.045, c.route), buoy(x, y + h * 0.045, '#2f7a55'))
  }
  const shipAt = fairway(h * 0.012)[7] ?? [0, 0]
  out.push(
    circle(shipAt[0], shipAt[1], 26, c.route, { opacity: 0.2 }),
    polygon(
      [
        [shipAt[0] + 18, shipAt[1]],
        [shipAt[0] - 12, shipAt[1] - 9],
        [shipAt[0] - 12, shipAt[1] + 9],
      ],
      c.ink,
    ),
  )
  out.push(rose(w * 0.84, h * 0.24, h * 0.12, c), ...frameMarks(canvas, c))
  return out
}

const buoy = (x: number, y: number, colour: string) =>
  circle(x, y, 6.5, colour, { stroke: '#ffffff', 'stroke-width': 2 })

const rose = (x: number, y: number, size: number, c: MapColours) => {
  const parts = [
    circle(0, 0, size, 'none', { stroke: c.ink, 'stroke-width': 1 }),
    circle(0, 0, size * 0.86, 'none', { stroke: c.ink, 'stroke-width': 0.7 }),
  ]
  for (let i = 0; i < 72; i++)
    parts.push(
      group(rect(-0.4, -size, 0.8, i % 6 === 0 ? size * 0.14 : size * 0.07, c.ink), {
        transform: `rotate(${i * 5})`,
      }),
    )
  for (let i = 0; i < 8; i++) {
    const long = i % 2 ? 0.5 : 0.8
    parts.push(
      group(
        [
          polygon(
            [
              [0, 0],
              [size * 0.1, -size * 0.14],
              [0, -size * long],
            ],
            i === 0 ? c.route : c.ink,
          ),
          polygon(
            [
              [0, 0],
              [-size * 0.1, -size * 0.14],
              [0, -size * long],
            ],
            c.paper,
            { stroke: c.ink, 'stroke-width': 0.8 },
          ),
        ],
        { transform: `rotate(${i * 45})` },
      ),
    )
  }
  return group(parts, { transform: `translate(${n(x)} ${n(y)})` })
}
