// A dashboard: figures, a curve, shares, a table.
import { mix } from '../colour.ts'
import { greek, text, textWidth } from '../glyphs.ts'
import {
  type Canvas,
  type Point,
  circle,
  linear,
  line,
  n,
  path,
  rect,
  smooth,
  stroke,
  trace,
} from '../svg.ts'
import { type Skin, type ScreenOptions } from './skin.ts'

/** Side bar, three figures, a curve and a table. `words`: title, then label and figure in turn. */
export const dashboard =
  ({
    canvas,
    skin: s,
    words = ['Overview', 'Moves', '1 284', 'Waiting', '18 min', 'On time', '94%'],
  }: ScreenOptions) =>
  (w: number, h: number) => {
    const r = canvas.random
    const side = w * 0.17
    const gap = w * 0.022
    const left = side + gap * 1.5
    const inner = w - left - gap * 1.5
    const tile = (inner - gap * 2) / 3
    let out = rect(0, 0, w, h, s.page) + rect(0, 0, side, h, s.ink)
    out +=
      circle(36, 40, 13, s.accent) +
      greek(60, 40, side * 0.4, 1, { size: 7, colour: mix(s.ink, '#ffffff', 0.7) })
    for (let i = 0; i < 7; i++) {
      if (i === 1)
        out += rect(12, 88 + i * 44, side - 24, 34, mix(s.ink, '#ffffff', 0.12), { rx: 7 })
      out += rect(26, 99 + i * 44, 12, 12, i === 1 ? s.accent : mix(s.ink, '#ffffff', 0.35), {
        rx: 3,
      })
      out += greek(52, 105 + i * 44, side * r.between(0.3, 0.5), 1, {
        size: 6,
        colour: mix(s.ink, '#ffffff', i === 1 ? 0.85 : 0.45),
      })
    }
    out += text(left, 56, words[0] ?? '', { size: 21, colour: s.ink, weight: 0.15 })
    out +=
      rect(w - gap * 1.5 - 120, 32, 120, 32, s.accent, { rx: 8 }) +
      greek(w - gap * 1.5 - 94, 48, 66, 1, { size: 6, colour: '#ffffff' })
    for (let i = 0; i < 3; i++) {
      const x = left + i * (tile + gap)
      out += rect(x, 92, tile, 118, s.surface, { rx: 10 })
      out += text(x + 20, 124, words[1 + i * 2] ?? '', { size: 10, colour: s.muted, weight: 0.13 })
      out += text(x + 20, 182, words[2 + i * 2] ?? '', { size: 32, colour: s.ink, weight: 0.13 })
      const bars: string[] = []
      const hasRoom = textWidth(words[2 + i * 2] ?? '', 32) < tile - 124
      for (let b = 0; b < 9; b++) {
        const height = r.between(8, 40)
        if (hasRoom)
          bars.push(
            rect(
              x + tile - 92 + b * 8.5,
              184 - height,
              5,
              height,
              b === 8 ? s.accent : mix(s.accent, s.surface, 0.7),
              { rx: 1.5 },
            ),
          )
      }
      out += bars.join('')
    }
    const top = 92 + 118 + gap
    const chartHeight = h * 0.36
    out += rect(left, top, inner * 0.66, chartHeight, s.surface, { rx: 10 })
    out += curves(canvas, left + 24, top + 56, inner * 0.66 - 48, chartHeight - 84, s)
    out += greek(left + 24, top + 28, 120, 1, { size: 8, colour: s.ink })
    const donutX = left + inner * 0.66 + gap
    const donutW = inner - inner * 0.66 - gap
    out += rect(donutX, top, donutW, chartHeight, s.surface, { rx: 10 })
    out += donut(
      donutX + donutW / 2,
      top + chartHeight * 0.46,
      Math.min(donutW, chartHeight) * 0.27,
      [0.52, 0.27, 0.21],
      [s.accent, s.second, s.rule],
    )
    out += greek(donutX + 28, top + chartHeight - 44, donutW - 56, 2, { size: 6, colour: s.rule })
    const tableTop = top + chartHeight + gap
    out += rect(left, tableTop, inner, h - tableTop + 40, s.surface, { rx: 10 })
    for (let i = 0; i < 5; i++) {
      const y = tableTop + 32 + i * 38
      out += circle(left + 30, y, 8, i % 3 === 1 ? s.second : mix(s.accent, s.surface, 0.45))
      out += greek(left + 54, y, inner * r.between(0.12, 0.2), 1, { size: 7, colour: s.ink })
      out += greek(left + inner * 0.4, y, inner * r.between(0.08, 0.16), 1, {
        size: 6,
        colour: s.muted,
      })
      out += text(left + inner * 0.72, y + 5, `${r.int(10, 98)} ${r.int(100, 999)}`, {
        size: 10,
        colour: s.ink,
        anchor: 'end',
      })
      out +=
        rect(left + inner * 0.8, y - 5, inner * 0.15, 10, s.rule, { rx: 5 }) +
        rect(left + inner * 0.8, y - 5, inner * 0.15 * r.between(0.3, 0.95), 10, s.accent, {
          rx: 5,
        })
      out += line([left + 20, y + 19], [left + inner - 20, y + 19], s.rule, 1)
    }
    return out
  }

const donut = (
  x: number,
  y: number,
  r: number,
  shares: readonly number[],
  colours: readonly string[],
) => {
  let angle = -Math.PI / 2
  let out = ''
  shares.forEach((share, i) => {
    const to = angle + share * Math.PI * 2 - 0.06
    out += stroke(
      `M${n(x + r * Math.cos(angle))} ${n(y + r * Math.sin(angle))}A${n(r)} ${n(r)} 0 ${share > 0.5 ? 1 : 0} 1 ${n(x + r * Math.cos(to))} ${n(y + r * Math.sin(to))}`,
      colours[i] ?? '#999999',
      r * 0.36,
      { 'stroke-linecap': 'butt' },
    )
    angle += share * Math.PI * 2
  })
  return out
}

const curves = (canvas: Canvas, x: number, y: number, w: number, h: number, s: Skin) => {
  const r = canvas.random
  let out = ''
  for (let i = 0; i <= 4; i++)
    out += line([x, y + (h / 4) * i], [x + w, y + (h / 4) * i], s.rule, 1)
  const series = (base: number, lift: number) => {
    const points: Point[] = []
    for (let i = 0; i <= 12; i++)
      points.push([x + (w / 12) * i, y + h * (base - (lift * i) / 12 + r.between(-0.07, 0.07))])
    return points
  }
  const low = series(0.7, 0.12)
  const high = series(0.62, 0.5)
  out += path(
    `${smooth(high)}L${n(x + w)} ${n(y + h)}L${n(x)} ${n(y + h)}Z`,
    linear(canvas, [
      [0, s.accent, 0.28],
      [1, s.accent, 0],
    ]),
  )
  out +=
    stroke(trace(low), s.second, 2.5, { 'stroke-dasharray': '2 7' }) +
    stroke(smooth(high), s.accent, 4)
  const last = high[high.length - 1] ?? [x, y]
  return out + circle(last[0], last[1], 8, s.surface) + circle(last[0], last[1], 5.5, s.accent)
}
