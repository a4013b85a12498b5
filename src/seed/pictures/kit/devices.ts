// Frames for interface mock-ups: phone, tablet, laptop, desktop monitor. The screen is drawn by the caller.
import {
  at,
  cardShadow,
  clip,
  group,
  linear,
  path,
  rect,
  circle,
  softShadow,
  type Canvas,
} from './svg.ts'
import { darker, lighter } from './colour.ts'

export type ScreenDrawing = (w: number, h: number) => string

type DeviceOptions = {
  canvas: Canvas
  x: number
  y: number
  width: number
  screen: ScreenDrawing
  body?: string
  shade?: string
  turn?: number
}

/** Screens are drawn at these design widths and scaled, so text sizes stay in proportion. */
const screenWidths = { phone: 360, tablet: 900, laptop: 1120, monitor: 1280 }

export const phone = ({
  canvas,
  x,
  y,
  width,
  screen,
  body = '#14161b',
  shade = '#0b0d12',
  turn = 0,
}: DeviceOptions) => {
  const w = screenWidths.phone
  const h = 770
  const bezel = 13
  const scale = width / (w + bezel * 2)
  const outer = { w: w + bezel * 2, h: h + bezel * 2 }
  return at(
    x,
    y,
    [
      group(
        [
          cardShadow(0, 0, outer.w, outer.h, 58, shade, 70, 0.5),
          rect(
            0,
            0,
            outer.w,
            outer.h,
            linear(
              canvas,
              [
                [0, lighter(body, 0.34)],
                [0.06, body],
                [0.94, body],
                [1, lighter(body, 0.2)],
              ],
              20,
            ),
            { rx: 58 },
          ),
          rect(3, 3, outer.w - 6, outer.h - 6, darker(body, 0.5), { rx: 55 }),
          framed(canvas, bezel, bezel, w, h, 46, screen),
          rect(bezel + w / 2 - 48, bezel + 12, 96, 27, '#07080a', { rx: 13.5 }),
          circle(bezel + w / 2 + 32, bezel + 25.5, 5, '#151a26'),
          rect(bezel + w / 2 - 60, bezel + h - 13, 120, 4.5, '#8a8f98', { rx: 2.25, opacity: 0.7 }),
        ],
        turn ? { transform: `rotate(${turn} ${outer.w / 2} ${outer.h / 2})` } : undefined,
      ),
    ],
    scale,
  )
}

export const tablet = ({
  canvas,
  x,
  y,
  width,
  screen,
  body = '#1a1c22',
  shade = '#0b0d12',
  turn = 0,
}: DeviceOptions) => {
  const w = screenWidths.tablet
  const h = 640
  const bezel = 26
  const scale = width / (w + bezel * 2)
  const outer = { w: w + bezel * 2, h: h + bezel * 2 }
  return at(
    x,
    y,
    [
      group(
        [
          cardShadow(0, 0, outer.w, outer.h, 40, shade, 60, 0.5),
          rect(
            0,
            0,
            outer.w,
            outer.h,
            linear(
              canvas,
              [
                [0, lighter(body, 0.3)],
                [0.08, body],
                [1, body],
              ],
              40,
            ),
            { rx: 40 },
          ),
          rect(3, 3, outer.w - 6, outer.h - 6, darker(body, 0.4), { rx: 38 }),
          framed(canvas, bezel, bezel, w, h, 14, screen),
        ],
        turn ? { transform: `rotate(${turn} ${outer.w / 2} ${outer.h / 2})` } : undefined,
      ),
    ],
    scale,
  )
}

export const laptop = ({
  canvas,
  x,
  y,
  width,
  screen,
  body = '#c9ccd2',
  shade = '#0b0d12',
}: DeviceOptions) => {
  const w = screenWidths.laptop
  const h = 700
  const bezel = 20
  const lid = w + bezel * 2
  const base = lid * 1.2
  const scale = width / base
  const left = (base - lid) / 2
  const foot = h + bezel * 2
  return at(
    x,
    y,
    [
      softShadow(canvas, base / 2, foot + 30, base * 0.56, 46, shade, 0.55),
      rect(left, 0, lid, foot + 6, '#101216', { rx: 26 }),
      framed(canvas, left + bezel, bezel, w, h, 8, screen),
      path(
        `M0 ${foot}H${base}V${foot + 14}Q${base} ${foot + 32} ${base - 60} ${foot + 32}H60Q0 ${foot + 32} 0 ${foot + 14}Z`,
        linear(canvas, [
          [0, lighter(body, 0.4)],
          [0.3, body],
          [1, darker(body, 0.35)],
        ]),
      ),
      rect(base / 2 - 90, foot, 180, 11, darker(body, 0.25), { rx: 6 }),
    ],
    scale,
  )
}

export const monitor = ({
  canvas,
  x,
  y,
  width,
  screen,
  body = '#b9bcc4',
  shade = '#0b0d12',
}: DeviceOptions) => {
  const w = screenWidths.monitor
  const h = 740
  const bezel = 16
  const scale = width / (w + bezel * 2)
  const outer = w + bezel * 2
  const foot = h + bezel * 2
  return at(
    x,
    y,
    [
      softShadow(canvas, outer / 2, foot + 150, 330, 30, shade, 0.55),
      path(
        `M${outer / 2 - 95} ${foot - 10}h190l16 150h-222Z`,
        linear(canvas, [
          [0, darker(body, 0.5)],
          [0.4, body],
          [1, lighter(body, 0.2)],
        ]),
      ),
      rect(
        outer / 2 - 190,
        foot + 136,
        380,
        15,
        linear(canvas, [
          [0, lighter(body, 0.4)],
          [1, darker(body, 0.2)],
        ]),
        { rx: 7 },
      ),
      rect(0, 0, outer, foot, '#0e1014', { rx: 18 }),
      framed(canvas, bezel, bezel, w, h, 6, screen),
    ],
    scale,
  )
}

/** A bare browser window. */
export const browserWindow = ({
  canvas,
  x,
  y,
  width,
  screen,
  shade = '#0b0d12',
}: DeviceOptions) => {
  const w = screenWidths.laptop
  const h = 700
  const bar = 46
  return at(
    x,
    y,
    [
      cardShadow(0, 0, w, h + bar, 14, shade, 60, 0.45),
      rect(0, 0, w, h + bar, '#eceae6', { rx: 14 }),
      circle(28, bar / 2, 6.5, '#cfccc6'),
      circle(50, bar / 2, 6.5, '#cfccc6'),
      circle(72, bar / 2, 6.5, '#cfccc6'),
      rect(w * 0.28, 11, w * 0.44, 24, '#ffffff', { rx: 12 }),
      framed(canvas, 0, bar, w, h, 0, screen),
    ],
    width / w,
  )
}

const framed = (
  canvas: Canvas,
  x: number,
  y: number,
  w: number,
  h: number,
  rx: number,
  screen: ScreenDrawing,
) => at(x, y, group(screen(w, h), { 'clip-path': clip(canvas, rect(0, 0, w, h, '#000', { rx })) }))
