// The container yard, stacked and seen from above at an angle.
import { mix } from '../../kit/colour.ts'
import {
  circle,
  line,
  linear,
  polygon,
  radial,
  rect,
  stroke,
  trace,
  type Canvas,
  type Point,
} from '../../kit/svg.ts'
import { type Hour, lights } from './light.ts'

/** A yard of stacked containers, seen from above at an angle. */
export const yard = (canvas: Canvas, { hour = 'day' }: { hour?: Hour } = {}) => {
  const { w, h, random: r } = canvas
  const light = lights[hour]
  const ground =
    hour === 'day' ? '#ddd3c1' : hour === 'fog' ? '#c9cbc5' : mix(light.quay, light.sea[0], 0.18)
  const unit = w / 46
  const iso = (x: number, y: number, z: number): Point => [
    w * 0.5 + (x - y) * unit * 0.866,
    h * -0.42 + (x + y) * unit * 0.5 - z * unit,
  ]
  const face = (points: [number, number, number][], fill: string) =>
    polygon(
      points.map((p) => iso(...p)),
      fill,
      { stroke: fill, 'stroke-width': 0.4 },
    )
  const out = [rect(0, 0, w, h, ground)]
  for (let i = -4; i < 12; i++) {
    const x = i * 8.2 - 1.1
    out.push(
      line(iso(x, -30, 0), iso(x, 90, 0), mix(ground, '#ffffff', hour === 'day' ? 0.5 : 0.12), 2),
      line(iso(-30, i * 9.2 - 1, 0), iso(90, i * 9.2 - 1, 0), mix(ground, light.steel, 0.12), 1.2),
    )
  }
  const box = (x: number, y: number, z: number, length: number, colour: string) => {
    const width = 2.35
    const tall = 2.45
    const top = mix(colour, '#ffffff', hour === 'night' ? 0.08 : 0.22)
    const side = mix(colour, light.steel, 0.18)
    const end = mix(colour, light.steel, 0.5)
    let d = face(
      [
        [x, y + width, z],
        [x + length, y + width, z],
        [x + length, y + width, z + tall],
        [x, y + width, z + tall],
      ],
      side,
    )
    d += face(
      [
        [x + length, y, z],
        [x + length, y + width, z],
        [x + length, y + width, z + tall],
        [x + length, y, z + tall],
      ],
      end,
    )
    d += face(
      [
        [x, y, z + tall],
        [x + length, y, z + tall],
        [x + length, y + width, z + tall],
        [x, y + width, z + tall],
      ],
      top,
    )
    let ribs = ''
    for (let k = 0.5; k < length; k += 0.5)
      ribs += trace([iso(x + k, y + width, z + 0.15), iso(x + k, y + width, z + tall - 0.15)])
    d += stroke(ribs, mix(side, light.steel, 0.25), 0.8)
    d += stroke(
      trace([
        iso(x + length, y + width / 2, z + 0.1),
        iso(x + length, y + width / 2, z + tall - 0.1),
      ]),
      mix(end, '#ffffff', 0.18),
      0.9,
    )
    return d
  }
  for (let row = -3; row < 10; row++) {
    for (let bay = -2; bay < 9; bay++) {
      const x = row * 8.2
      const y = bay * 9.2
      const theme = r.pick(light.cargo)
      if (r.chance(0.12)) continue
      out.push(
        polygon(
          [
            iso(x + 6.3, y, 0),
            iso(x + 8.6, y + 0.8, 0),
            iso(x + 8.6, y + 7.8, 0),
            iso(x + 6.3, y + 7.4, 0),
          ],
          light.steel,
          { opacity: 0.22 },
        ),
      )
      for (let lane = 0; lane < 3; lane++) {
        const tall = r.int(0, 3) + (r.chance(0.5) ? 1 : 0)
        for (let z = 0; z < Math.min(4, tall); z++) {
          const colour = r.chance(0.45) ? theme : r.pick(light.cargo)
          if (r.chance(0.25))
            out.push(
              box(x, y + lane * 2.5, z * 2.5, 3.05, colour) +
                box(x + 3.2, y + lane * 2.5, z * 2.5, 3.05, r.pick(light.cargo)),
            )
          else out.push(box(x, y + lane * 2.5, z * 2.5, 6.3, colour))
        }
      }
    }
  }
  if (light.lamp)
    for (let i = 0; i < 7; i++) {
      const [x, y] = [r.between(0.05, 0.95) * w, r.between(0.1, 0.9) * h]
      out.push(
        circle(
          x,
          y,
          w * 0.13,
          radial(canvas, [
            [0, light.lamp, 0.5],
            [0.3, light.lamp, 0.16],
            [1, light.lamp, 0],
          ]),
        ),
        circle(x, y, 3.2, '#fff6df'),
      )
    }
  out.push(
    rect(
      0,
      0,
      w,
      h,
      linear(canvas, [
        [0, light.sky[1], 0.28],
        [0.5, light.sky[1], 0],
        [1, light.steel, 0.25],
      ]),
    ),
  )
  return out
}
