// People of all ages in a row.
import { darker, lighter, mix } from '../../kit/colour.ts'
import {
  circle,
  linear,
  path,
  rect,
  smooth,
  softShadow,
  type Canvas,
  type Point,
} from '../../kit/svg.ts'
import { type Civic, skinTones, hairTones, figure } from './figures.ts'

/** People standing in a row before a low sun: the public, not a crowd. */
export const people = (
  canvas: Canvas,
  { civic: c, count = 8 }: { civic: Civic; count?: number },
) => {
  const { w, h, random: r } = canvas
  const out = [
    rect(
      0,
      0,
      w,
      h,
      linear(canvas, [
        [0, mix(c.wall, c.accents[1] ?? c.wall, 0.3)],
        [1, lighter(c.wall, 0.35)],
      ]),
    ),
    circle(w * 0.68, h * 0.42, h * 0.3, c.accents[3] ?? '#ffd48a', { opacity: 0.9 }),
  ]
  for (let i = 0; i < 3; i++)
    out.push(
      path(
        smooth(
          Array.from({ length: 7 }, (_, k): Point => [
            (w / 6) * k,
            h * (0.56 + i * 0.08) - Math.sin(k * 1.3 + i * 2) * h * 0.045,
          ]),
        ) + `V${h}H0Z`,
        mix(c.accents[2] ?? '#5e9c8d', c.wall, 0.62 - i * 0.2),
      ),
    )
  out.push(rect(0, h * 0.86, w, h * 0.14, darker(c.accents[2] ?? '#5e9c8d', 0.35)))
  for (let i = 0; i < count; i++) {
    const x = w * (0.1 + (0.8 / (count - 1)) * i)
    const tall = h * (i === 2 || i === 5 ? 0.31 : r.between(0.46, 0.55))
    out.push(
      softShadow(canvas, x, h * 0.93, h * 0.1, h * 0.016, c.ink, 0.6),
      figure(x, h * 0.93, tall, {
        coat: c.accents[(i * 3 + 1) % c.accents.length] ?? c.ink,
        skin: skinTones[(i * 5) % 6] ?? '#d9a379',
        hair: hairTones[(i * 7) % 6] ?? '#000000',
        legs: i % 3 ? c.ink : darker(c.floor, 0.5),
        dress: i % 4 === 1,
      }),
    )
  }
  return out
}
