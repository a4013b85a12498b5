// A street plan with a river, parks and one overlay: route, rings, counts or lines.
import { mix } from '../../kit/colour.ts'
import { outline, sampleField } from '../../kit/contours.ts'
import { createNoise } from '../../kit/noise.ts'
import {
  circle,
  n,
  path,
  polygon,
  rect,
  smooth,
  stroke,
  trace,
  type Canvas,
  type Point,
} from '../../kit/svg.ts'
import { area, cut, inset } from './blocks.ts'
import type { MapColours } from './sheet.ts'

export type StreetOverlay = 'route' | 'isochrone' | 'hexagons' | 'stops' | 'none'

/** A street plan grown by splitting blocks, with a river, parks and one overlay. */
export const streetMap = (
  canvas: Canvas,
  {
    colours: c,
    overlay = 'route',
    dark = false,
    density = 1,
  }: { colours: MapColours; overlay?: StreetOverlay; dark?: boolean; density?: number },
) => {
  const { w, h, random: r } = canvas
  const noise = createNoise({ seed: canvas.seed, octaves: 3 })
  const street = dark ? mix(c.ink, '#ffffff', 0.16) : '#ffffff'
  const block = dark ? mix(c.ink, '#ffffff', 0.06) : mix(c.paper, c.ink, 0.07)
  const out = [rect(0, 0, w, h, street)]
  const pad = Math.max(w, h) * 0.35
  const turn = r.between(-0.5, 0.5)
  const corner = (x: number, y: number): Point => [
    w / 2 + x * Math.cos(turn) - y * Math.sin(turn),
    h / 2 + x * Math.sin(turn) + y * Math.cos(turn),
  ]
  const blocks: Point[][] = []
  const smallest = 3600 / density
  const split = (shape: Point[], depth: number) => {
    const size = area(shape)
    if (size < smallest * r.between(0.6, 1.6) || depth > 13) {
      blocks.push(inset(shape, depth < 7 ? 5 : 2.4))
      return
    }
    const [a, b] = cut(shape, r.between(0.38, 0.62), r.between(-0.12, 0.12))
    split(a, depth + 1)
    split(b, depth + 1)
  }
  split(
    [
      corner(-w / 2 - pad, -h / 2 - pad),
      corner(w / 2 + pad, -h / 2 - pad),
      corner(w / 2 + pad, h / 2 + pad),
      corner(-w / 2 - pad, h / 2 + pad),
    ],
    0,
  )
  const seen = blocks.filter((shape) =>
    shape.some(([x, y]) => x > -20 && y > -20 && x < w + 20 && y < h + 20),
  )
  let plain = ''
  let parks = ''
  for (const shape of seen) {
    const [x, y] = shape[0] ?? [0, 0]
    if (noise(x / 210, y / 210) > 0.66) parks += trace(shape, true)
    else plain += trace(shape, true)
  }
  out.push(
    path(plain, block),
    path(parks, dark ? mix(c.ink, c.green, 0.3) : mix(c.paper, c.green, 0.55)),
  )
  const river: Point[] = []
  for (let i = -1; i <= 11; i++)
    river.push([
      w * 0.1 * i,
      h * (0.34 + 0.24 * Math.sin(i * 0.55 + turn * 5)) + (noise(i, 9) - 0.5) * h * 0.24,
    ])
  const water = dark ? mix(c.ink, c.water, 0.3) : c.water
  out.push(stroke(smooth(river), street, h * 0.1), stroke(smooth(river), water, h * 0.085))
  for (const i of [2, 5, 8]) {
    const p = river[i + 1] ?? [0, 0]
    out.push(
      stroke(
        `M${n(p[0] - 14)} ${n(p[1] - h * 0.075)}L${n(p[0] + 14)} ${n(p[1] + h * 0.075)}`,
        street,
        8,
        { 'stroke-linecap': 'butt' },
      ),
    )
  }
  const road = (k: number): Point[] =>
    Array.from({ length: 9 }, (_, i) => [
      w * (-0.05 + i * 0.14),
      h * (0.12 + k * 0.34) + (noise(i * 0.6 + k * 9, k) - 0.5) * h * 0.5,
    ])
  for (let k = 0; k < 3; k++)
    out.push(
      stroke(smooth(road(k)), dark ? mix(c.ink, '#ffffff', 0.3) : mix(c.paper, c.second, 0.38), 8),
      stroke(smooth(road(k)), dark ? mix(c.ink, '#ffffff', 0.22) : '#ffffff', 5),
    )
  if (overlay === 'isochrone') {
    const [cx, cy] = [w * 0.52, h * 0.52]
    const field = sampleField({
      w,
      h,
      cell: 8,
      height: (x, y) =>
        1 -
        Math.hypot(x - cx, (y - cy) * 1.15) / (h * 0.62) +
        (noise(x / 150, y / 150) - 0.5) * 0.75,
    })
    for (const level of [0.05, 0.3, 0.52, 0.72])
      out.push(
        path(outline(field, level), c.route, { 'fill-rule': 'evenodd', opacity: 0.2 }),
        stroke(outline(field, level), c.route, 2, { opacity: 0.85 }),
      )
    out.push(circle(cx, cy, 13, '#ffffff'), circle(cx, cy, 8, c.ink))
  }
  if (overlay === 'hexagons') out.push(hexagons(canvas, c, noise))
  if (overlay === 'route') {
    const points = [road(0)[1], road(0)[3], road(1)[4], road(1)[6], road(2)[6]].map((p): Point => [
      p?.[0] ?? 0,
      Math.min(h * 0.9, Math.max(h * 0.13, p?.[1] ?? 0)),
    ])
    out.push(
      stroke(smooth(points), dark ? c.ink : '#ffffff', 13),
      stroke(smooth(points), c.route, 7),
    )
    points.forEach((p, i) =>
      out.push(
        i === 0 || i === points.length - 1
          ? pin(p[0], p[1], i ? c.route : c.ink)
          : circle(p[0], p[1], 6, '#ffffff', { stroke: c.route, 'stroke-width': 3.5 }),
      ),
    )
  }
  if (overlay === 'stops') {
    const lineColours = [c.route, c.second, mix(c.green, c.ink, 0.25)]
    for (let k = 0; k < 3; k++) {
      out.push(stroke(smooth(road(k)), lineColours[k] ?? c.route, 6))
      road(k).forEach((p) =>
        out.push(circle(p[0], p[1], 8, '#ffffff', { stroke: lineColours[k], 'stroke-width': 4 })),
      )
    }
  }
  return out
}

const hexagons = (canvas: Canvas, c: MapColours, noise: (x: number, y: number) => number) => {
  const { w, h } = canvas
  const size = h / 26
  let out = ''
  for (let row = -1; row * size * 1.5 < h + size; row++) {
    for (let column = -1; column * size * 1.732 < w + size; column++) {
      const x = column * size * 1.732 + (row % 2 ? size * 0.866 : 0)
      const y = row * size * 1.5
      const value =
        noise(x / 170 + 40, y / 170) + 0.24 - Math.hypot(x - w * 0.5, y - h * 0.5) / (w * 1.3)
      if (value < 0.42) continue
      const t = Math.min(1, (value - 0.42) / 0.34)
      out += polygon(
        Array.from({ length: 6 }, (_, k): Point => [
          x + size * 0.9 * Math.sin((k * Math.PI) / 3),
          y + size * 0.9 * Math.cos((k * Math.PI) / 3),
        ]),
        mix(c.second, c.route, t),
        { opacity: n(0.25 + t * 0.65) },
      )
    }
  }
  return out
}

const pin = (x: number, y: number, colour: string) =>
  path(
    `M${n(x)} ${n(y)}C${n(x - 8)} ${n(y - 16)} ${n(x - 20)} ${n(y - 24)} ${n(x - 20)} ${n(y - 38)}A20 20 0 0 1 ${n(x + 20)} ${n(y - 38)}C${n(x + 20)} ${n(y - 24)} ${n(x + 8)} ${n(y - 16)} ${n(x)} ${n(y)}Z`,
    colour,
    { stroke: '#ffffff', 'stroke-width': 3 },
  ) + circle(x, y - 38, 8, '#ffffff')
