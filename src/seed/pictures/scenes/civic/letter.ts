// An official letter, clear or as it was before.
import { darker, lighter, mix } from '../../kit/colour.ts'
import { greek, text } from '../../kit/glyphs.ts'
import {
  at,
  cardShadow,
  circle,
  group,
  linear,
  n,
  polygon,
  rect,
  stroke,
  type Canvas,
} from '../../kit/svg.ts'
import type { Civic } from './figures.ts'

/** A letter as it was (dense, shouting) or as it became (one message, one date, one number). */
export const letter = (
  canvas: Canvas,
  { civic: c, clear = true }: { civic: Civic; clear?: boolean },
) => {
  const { w, h } = canvas
  const out = [
    rect(
      0,
      0,
      w,
      h,
      linear(
        canvas,
        [
          [0, lighter(c.wall, 0.1)],
          [1, darker(c.wall, 0.14)],
        ],
        40,
      ),
    ),
  ]
  const [pw, ph] = [h * 0.62, h * 0.86]
  const [x, y] = [w * 0.5 - pw / 2, h * 0.07]
  const accent = c.accents[0] ?? '#e86a4f'
  const sheet: string[] = [
    cardShadow(0, 0, pw, ph, 2, c.ink, 44, 0.5),
    rect(0, 0, pw, ph, clear ? '#fffdf8' : '#f1eee4'),
  ]
  if (clear) {
    sheet.push(
      rect(pw * 0.08, ph * 0.06, pw * 0.09, pw * 0.09, accent, { rx: 6 }),
      stroke(
        `M${n(pw * 0.125)} ${n(ph * 0.075)}v${n(pw * 0.05)}m${n(-pw * 0.025)} ${n(-pw * 0.025)}h${n(pw * 0.05)}`,
        '#ffffff',
        pw * 0.014,
      ),
      greek(pw * 0.64, ph * 0.075, pw * 0.26, 3, {
        size: ph * 0.008,
        colour: mix(c.ink, '#ffffff', 0.6),
      }),
    )
    sheet.push(
      text(pw * 0.08, ph * 0.24, 'Your visit', { size: ph * 0.042, colour: c.ink, weight: 0.15 }),
      rect(pw * 0.08, ph * 0.29, pw * 0.84, ph * 0.15, mix(c.paper, c.accents[1] ?? accent, 0.35), {
        rx: 12,
      }),
      text(pw * 0.13, ph * 0.375, '14 May 10:20', {
        size: ph * 0.034,
        colour: c.ink,
        weight: 0.16,
      }),
      greek(pw * 0.13, ph * 0.41, pw * 0.36, 1, {
        size: ph * 0.009,
        colour: mix(c.ink, '#ffffff', 0.35),
      }),
    )
    sheet.push(
      greek(pw * 0.085, ph * 0.5, pw * 0.76, 4, {
        size: ph * 0.01,
        colour: mix(c.ink, '#ffffff', 0.45),
        leading: 2.6,
      }),
    )
    for (let i = 0; i < 3; i++)
      sheet.push(
        circle(pw * 0.115, ph * (0.655 + i * 0.06), ph * 0.018, c.accents[2] ?? accent),
        text(pw * 0.115, ph * (0.664 + i * 0.06), String(i + 1), {
          size: ph * 0.018,
          colour: '#ffffff',
          anchor: 'middle',
          weight: 0.16,
        }),
        greek(pw * 0.17, ph * (0.655 + i * 0.06), pw * (0.5 - i * 0.07), 1, {
          size: ph * 0.011,
          colour: mix(c.ink, '#ffffff', 0.3),
        }),
      )
    sheet.push(
      rect(pw * 0.08, ph * 0.86, pw * 0.44, ph * 0.07, accent, { rx: ph * 0.035 }),
      text(pw * 0.3, ph * 0.905, '0800 27 27', {
        size: ph * 0.022,
        colour: '#ffffff',
        anchor: 'middle',
        weight: 0.16,
      }),
    )
  } else {
    sheet.push(
      greek(pw * 0.08, ph * 0.05, pw * 0.4, 5, { size: ph * 0.006, colour: '#8d8a80' }),
      greek(pw * 0.6, ph * 0.05, pw * 0.32, 7, { size: ph * 0.005, colour: '#9a978c' }),
      rect(pw * 0.08, ph * 0.15, pw * 0.84, ph * 0.035, '#55534b'),
      greek(pw * 0.085, ph * 0.22, pw * 0.82, 16, {
        size: ph * 0.007,
        colour: '#6d6b63',
        leading: 1.85,
      }),
      rect(pw * 0.08, ph * 0.45, pw * 0.84, ph * 0.09, 'none', {
        stroke: '#55534b',
        'stroke-width': 2,
      }),
      greek(pw * 0.1, ph * 0.475, pw * 0.78, 4, { size: ph * 0.007, colour: '#3f3d37' }),
      greek(pw * 0.085, ph * 0.57, pw * 0.82, 18, {
        size: ph * 0.006,
        colour: '#77756b',
        leading: 1.9,
      }),
    )
    for (let i = 0; i < 4; i++)
      sheet.push(
        rect(pw * (0.08 + i * 0.215), ph * 0.81, pw * 0.19, ph * 0.06, 'none', {
          stroke: '#77756b',
          'stroke-width': 1.5,
        }),
      )
    sheet.push(greek(pw * 0.085, ph * 0.9, pw * 0.82, 6, { size: ph * 0.004, colour: '#9a978c' }))
  }
  out.push(
    at(
      x,
      y,
      group(sheet, { transform: `rotate(${clear ? -1.2 : -1.2} ${n(pw / 2)} ${n(ph / 2)})` }),
    ),
  )
  out.push(
    polygon(
      [
        [w * 0.62, 0],
        [w, 0],
        [w, h],
        [w * 0.94, h],
      ],
      c.ink,
      { opacity: 0.08 },
    ),
  )
  return out
}
