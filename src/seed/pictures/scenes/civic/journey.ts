// A service blueprint: lanes of notes and a line of mood.
import { darker, mix } from '../../kit/colour.ts'
import { greek, text } from '../../kit/glyphs.ts'
import {
  cardShadow,
  circle,
  group,
  n,
  rect,
  smooth,
  stroke,
  type Canvas,
  type Point,
} from '../../kit/svg.ts'
import type { Civic } from './figures.ts'

/** A service blueprint: lanes of cards joined by a line. */
export const journey = (
  canvas: Canvas,
  { civic: c, dark = false }: { civic: Civic; dark?: boolean },
) => {
  const { w, h, random: r } = canvas
  const ground = dark ? c.ink : c.paper
  const out = [rect(0, 0, w, h, ground)]
  const lanes = 4
  const laneHeight = h / (lanes + 0.5)
  const columns = 8
  const step = (w - w * 0.15) / columns
  const curve: Point[] = []
  for (let j = 0; j < lanes; j++) {
    const y = laneHeight * (j + 0.25)
    out.push(
      rect(
        w * 0.03,
        y,
        w * 0.94,
        laneHeight * 0.9,
        mix(ground, c.accents[j % c.accents.length] ?? c.ink, dark ? 0.14 : 0.12),
        { rx: 14 },
      ),
      text(w * 0.048, y + laneHeight * 0.48, ['See', 'Do', 'Feel', 'Back'][j] ?? '', {
        size: h * 0.018,
        colour: dark ? '#ffffff' : c.ink,
        weight: 0.15,
      }),
    )
    for (let i = 0; i < columns; i++) {
      const x = w * 0.12 + i * step
      if (j === 2) {
        curve.push([
          x + step * 0.4,
          y + laneHeight * (0.45 + (i === 3 ? 0.3 : i > 4 ? -0.22 : 0.05) + r.between(-0.07, 0.07)),
        ])
        continue
      }
      if (r.chance(0.2)) continue
      const colour =
        j === 3
          ? mix(ground, c.ink, dark ? 0.2 : 0.14)
          : r.chance(0.16)
            ? (c.accents[0] ?? c.ink)
            : mix(c.paper, c.accents[(j + i) % c.accents.length] ?? c.ink, 0.42)
      const cardHeight = laneHeight * 0.62
      out.push(
        group(
          [
            cardShadow(0, 0, step * 0.8, cardHeight, 5, '#0b0d12', 10, 0.25),
            rect(0, 0, step * 0.8, cardHeight, colour, { rx: 5 }),
            greek(step * 0.1, cardHeight * 0.26, step * 0.58, 3, {
              size: h * 0.009,
              colour: darker(colour, 0.5),
            }),
            j === 1 ? circle(step * 0.64, cardHeight * 0.8, h * 0.012, darker(colour, 0.45)) : '',
          ],
          {
            transform: `translate(${n(x)} ${n(y + laneHeight * 0.14)}) rotate(${n(r.between(-1.6, 1.6))})`,
          },
        ),
      )
    }
  }
  out.push(stroke(smooth(curve), c.accents[0] ?? c.ink, 6))
  curve.forEach((p, i) =>
    out.push(
      circle(p[0], p[1], i === 3 ? 19 : 12, i === 3 ? (c.accents[0] ?? c.ink) : ground, {
        stroke: c.accents[0],
        'stroke-width': 5,
      }),
    ),
  )
  return out
}
