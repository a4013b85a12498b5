// A waiting room, calm or as it was before.
import { darker, lighter, mix } from '../../kit/colour.ts'
import { greek, text } from '../../kit/glyphs.ts'
import {
  circle,
  group,
  line,
  linear,
  n,
  path,
  rect,
  smooth,
  softShadow,
  stroke,
  type Canvas,
} from '../../kit/svg.ts'
import { type Civic, skinTones, hairTones, figure, seated, plant } from './figures.ts'

/** A bright waiting room with seats, a counter and a number display. */
export const waitingRoom = (
  canvas: Canvas,
  { civic: c, calm = true }: { civic: Civic; calm?: boolean },
) => {
  const { w, h, random: r } = canvas
  const floor = h * 0.7
  const accent = c.accents[0] ?? '#e86a4f'
  const wall = calm ? c.wall : mix(c.wall, '#8b8d86', 0.65)
  const out = [
    rect(
      0,
      0,
      w,
      h,
      linear(
        canvas,
        [
          [0, lighter(wall, 0.25)],
          [1, wall],
        ],
        70,
      ),
    ),
    rect(
      0,
      floor,
      w,
      h - floor,
      linear(canvas, [
        [0, darker(calm ? c.floor : '#9b978c', 0.08)],
        [1, calm ? c.floor : '#8c887d'],
      ]),
    ),
  ]
  if (calm) {
    out.push(
      rect(0, h * 0.42, w, floor - h * 0.42, mix(c.wall, c.accents[1] ?? accent, 0.4)),
      rect(w * 0.06, h * 0.09, w * 0.27, h * 0.3, lighter(c.accents[2] ?? '#bcdad4', 0.55)),
      line([w * 0.195, h * 0.09], [w * 0.195, h * 0.39], '#ffffff', 6),
      rect(w * 0.06, h * 0.09, w * 0.27, h * 0.3, 'none', {
        stroke: '#ffffff',
        'stroke-width': 10,
      }),
    )
    out.push(
      circle(w * 0.255, h * 0.18, h * 0.04, '#fff3cf'),
      path(
        smooth([
          [w * 0.065, h * 0.37],
          [w * 0.11, h * 0.3],
          [w * 0.17, h * 0.33],
          [w * 0.25, h * 0.28],
          [w * 0.325, h * 0.34],
        ]) + `V${h * 0.385}H${w * 0.065}Z`,
        mix(c.accents[2] ?? '#5e9c8d', '#ffffff', 0.2),
      ),
    )
  } else {
    for (let i = 0; i < 14; i++)
      out.push(
        group(
          [
            rect(
              0,
              0,
              r.between(40, 90),
              r.between(50, 110),
              r.pick(['#efece2', '#e3dcc4', '#d8dfd9', '#ead9b0']),
              { stroke: '#b5b1a4', 'stroke-width': 1 },
            ),
            greek(10, 16, 30, 4, { size: 3, colour: '#8b8b84' }),
          ],
          {
            transform: `translate(${n(r.between(0.04, 0.5) * w)} ${n(r.between(0.08, 0.38) * h)}) rotate(${n(r.between(-7, 7))})`,
          },
        ),
      )
  }
  const counterX = w * 0.66
  const counter = calm ? accent : '#77756b'
  out.push(
    rect(counterX, h * 0.1, w * 0.28, h * 0.14, calm ? c.ink : '#4d4f4a', { rx: 10 }),
    text(counterX + w * 0.03, h * 0.2, 'B 27', {
      size: h * 0.062,
      colour: calm ? (c.accents[3] ?? '#ffd48a') : '#b04a34',
      weight: 0.14,
    }),
    text(counterX + w * 0.25, h * 0.2, '2', {
      size: h * 0.062,
      colour: '#ffffff',
      anchor: 'end',
      weight: 0.14,
    }),
  )
  out.push(
    figure(counterX + w * 0.13, floor - h * 0.02, h * 0.4, {
      coat: c.accents[2] ?? '#5e9c8d',
      skin: skinTones[3] ?? '#8a5735',
      hair: hairTones[0] ?? '#000000',
      legs: c.ink,
    }),
  )
  out.push(
    softShadow(canvas, counterX + w * 0.16, h * 0.845, w * 0.22, h * 0.03, c.ink, 0.4),
    rect(counterX - w * 0.03, h * 0.52, w * 0.4, h * 0.025, lighter(counter, 0.55)),
    rect(
      counterX - w * 0.015,
      h * 0.545,
      w * 0.4,
      h * 0.295,
      linear(canvas, [
        [0, counter],
        [1, darker(counter, 0.2)],
      ]),
    ),
  )
  if (calm)
    for (let i = 0; i < 9; i++)
      out.push(rect(counterX + i * w * 0.045, h * 0.545, 3, h * 0.295, darker(counter, 0.16)))
  else
    out.push(
      rect(counterX - w * 0.02, h * 0.29, w * 0.38, h * 0.235, '#cfd6d6', {
        opacity: 0.55,
        stroke: '#8e918a',
        'stroke-width': 6,
      }),
    )
  const seats = 5
  for (let i = 0; i < seats; i++) {
    const x = w * (0.07 + i * 0.115)
    const y = h * 0.8
    const seat = calm ? (c.accents[i % 2 ? 1 : 2] ?? accent) : '#6f6d66'
    out.push(
      softShadow(canvas, x + w * 0.045, y + h * 0.115, w * 0.06, h * 0.016, c.ink, 0.4),
      rect(x, y - h * 0.15, w * 0.088, h * 0.13, seat, { rx: calm ? 16 : 4 }),
      rect(x - 4, y - h * 0.015, w * 0.096, h * 0.034, darker(seat, 0.2), { rx: 8 }),
      stroke(
        `M${n(x + 8)} ${n(y + h * 0.02)}V${n(y + h * 0.11)}M${n(x + w * 0.08)} ${n(y + h * 0.02)}V${n(y + h * 0.11)}`,
        calm ? '#e9e2d4' : '#4d4f4a',
        6,
      ),
    )
    if (i !== 1 && (i !== 3 || !calm))
      out.push(
        seated(x + w * 0.043, y - h * 0.005, h * 0.34, {
          coat: calm ? r.pick(c.accents) : mix(r.pick(c.accents), '#77756b', 0.65),
          skin: skinTones[(i * 2 + 1) % 6] ?? '#d9a379',
          hair: hairTones[i % 6] ?? '#000000',
          legs: i % 2 ? c.ink : darker(c.floor, 0.45),
        }),
      )
  }
  if (calm) out.push(plant(w * 0.965, h * 0.9, h * 0.34, c))
  else
    for (let i = 0; i < 3; i++)
      out.push(
        figure(w * (0.6 + i * 0.085), h * (0.93 + i * 0.012), h * 0.42, {
          coat: mix(c.accents[i] ?? accent, '#77756b', 0.6),
          skin: skinTones[i * 2] ?? '#d9a379',
          hair: hairTones[i + 1] ?? '#000000',
          legs: '#3a3c3a',
        }),
      )
  return out
}
