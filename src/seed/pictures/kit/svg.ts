// The smallest SVG writer the scenes need: a canvas that collects definitions, and one function per shape.
import { createRandom, type Random } from './prng.ts'

export type Point = readonly [number, number]
export type Attributes = Record<string, string | number | undefined>
export type Stop = readonly [offset: number, colour: string, opacity?: number]

export type Canvas = {
  w: number
  h: number
  random: Random
  seed: string
  /** Registers a definition (gradient, clip, filter, pattern) and returns its `url(#…)`. */
  define: (element: (id: string) => string) => string
  definitions: () => string
}

export const createCanvas = ({ seed, w, h }: { seed: string; w: number; h: number }): Canvas => {
  const defs: string[] = []
  return {
    w,
    h,
    seed,
    random: createRandom(seed),
    define: (element) => {
      const id = `d${defs.length}`
      defs.push('')
      defs[Number(id.slice(1))] = element(id)
      return `url(#${id})`
    },
    definitions: () => `<defs>${defs.join('')}</defs>`,
  }
}

export const n = (value: number) => String(Math.round(value * 100) / 100)

export const rect = (x: number, y: number, w: number, h: number, fill: string, more?: Attributes) =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(Math.max(0, w))}" height="${n(Math.max(0, h))}" fill="${fill}"${attrs(more)}/>`

export const circle = (x: number, y: number, r: number, fill: string, more?: Attributes) =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${n(Math.max(0, r))}" fill="${fill}"${attrs(more)}/>`

export const ellipse = (
  x: number,
  y: number,
  rx: number,
  ry: number,
  fill: string,
  more?: Attributes,
) => `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}"${attrs(more)}/>`

export const path = (d: string, fill: string, more?: Attributes) =>
  `<path d="${d}" fill="${fill}"${attrs(more)}/>`

export const stroke = (d: string, colour: string, width: number, more?: Attributes) =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${n(width)}"${attrs({ 'stroke-linecap': 'round', 'stroke-linejoin': 'round', ...more })}/>`

export const line = (a: Point, b: Point, colour: string, width: number, more?: Attributes) =>
  stroke(`M${n(a[0])} ${n(a[1])}L${n(b[0])} ${n(b[1])}`, colour, width, more)

export const polygon = (points: readonly Point[], fill: string, more?: Attributes) =>
  path(trace(points, true), fill, more)

export const group = (children: readonly string[] | string, more?: Attributes) =>
  `<g${attrs(more)}>${typeof children === 'string' ? children : children.join('')}</g>`

export const at = (x: number, y: number, children: readonly string[] | string, scale = 1) =>
  group(children, {
    transform: `translate(${n(x)} ${n(y)})${scale === 1 ? '' : ` scale(${n(scale)})`}`,
  })

export const trace = (points: readonly Point[], close = false) =>
  points.map(([x, y], i) => `${i ? 'L' : 'M'}${n(x)} ${n(y)}`).join('') + (close ? 'Z' : '')

/** A smooth curve through the points (Catmull-Rom as cubic Béziers). */
export const smooth = (points: readonly Point[], close = false) => {
  const count = points.length
  const get = (i: number): Point => {
    const index = close ? (i + count) % count : Math.min(count - 1, Math.max(0, i))
    return points[index] ?? [0, 0]
  }
  const start = get(0)
  let d = `M${n(start[0])} ${n(start[1])}`
  for (let i = 0; i < (close ? count : count - 1); i++) {
    const [p0, p1, p2, p3] = [get(i - 1), get(i), get(i + 1), get(i + 2)]
    d += `C${n(p1[0] + (p2[0] - p0[0]) / 6)} ${n(p1[1] + (p2[1] - p0[1]) / 6)} ${n(p2[0] - (p3[0] - p1[0]) / 6)} ${n(p2[1] - (p3[1] - p1[1]) / 6)} ${n(p2[0])} ${n(p2[1])}`
  }
  return close ? `${d}Z` : d
}

/** A linear gradient; `angle` in degrees, 0 runs left to right, 90 top to bottom. */
export const linear = (canvas: Canvas, stops: readonly Stop[], angle = 90) => {
  const radians = (angle * Math.PI) / 180
  const dx = Math.cos(radians) / 2
  const dy = Math.sin(radians) / 2
  return canvas.define(
    (id) =>
      `<linearGradient id="${id}" x1="${n(0.5 - dx)}" y1="${n(0.5 - dy)}" x2="${n(0.5 + dx)}" y2="${n(0.5 + dy)}">${stopList(stops)}</linearGradient>`,
  )
}

export const radial = (
  canvas: Canvas,
  stops: readonly Stop[],
  { x = 0.5, y = 0.5, r = 0.5 }: { x?: number; y?: number; r?: number } = {},
) =>
  canvas.define(
    (id) =>
      `<radialGradient id="${id}" cx="${x}" cy="${y}" r="${r}">${stopList(stops)}</radialGradient>`,
  )

export const clip = (canvas: Canvas, shape: string) =>
  canvas.define((id) => `<clipPath id="${id}">${shape}</clipPath>`)

export const blur = (canvas: Canvas, deviation: number) =>
  canvas.define(
    (id) =>
      `<filter id="${id}" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="${deviation}"/></filter>`,
  )

/** A soft shadow under a thing: an ellipse that fades out, far cheaper than a blur filter. */
export const softShadow = (
  canvas: Canvas,
  x: number,
  y: number,
  rx: number,
  ry: number,
  colour: string,
  strength = 0.4,
) =>
  ellipse(
    x,
    y,
    rx,
    ry,
    radial(canvas, [
      [0, colour, strength],
      [0.45, colour, strength * 0.6],
      [0.75, colour, strength * 0.18],
      [1, colour, 0],
    ]),
  )

/** A soft shadow under a rounded rectangle, stacked from translucent layers. */
export const cardShadow = (
  x: number,
  y: number,
  w: number,
  h: number,
  rx: number,
  colour = '#0b0d12',
  reach = 40,
  strength = 0.3,
) => {
  const layers = 9
  let out = ''
  for (let i = layers; i >= 1; i--) {
    const spread = (reach * i) / layers
    out += rect(
      x - spread * 0.6,
      y - spread * 0.25 + reach * 0.35,
      w + spread * 1.2,
      h + spread * 0.95,
      colour,
      {
        rx: rx + spread * 0.8,
        opacity: n((strength / layers) * (1.6 - i / layers)),
      },
    )
  }
  return out
}

export const document = (
  canvas: Canvas,
  children: readonly string[],
  width: number,
  height: number,
) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${n(canvas.w)} ${n(canvas.h)}">${canvas.definitions()}${children.join('')}</svg>`

const stopList = (stops: readonly Stop[]) =>
  stops
    .map(
      ([offset, colour, opacity]) =>
        `<stop offset="${n(offset)}" stop-color="${colour}"${opacity === undefined ? '' : ` stop-opacity="${n(opacity)}"`}/>`,
    )
    .join('')

const attrs = (more?: Attributes) =>
  more
    ? Object.entries(more)
        .map(([key, value]) => (value === undefined ? '' : ` ${key}="${value}"`))
        .join('')
    : ''
