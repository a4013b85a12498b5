// A wall of glazed tiles.
import { darker, mix } from '../../kit/colour.ts'
import { group, linear, n, path, polygon, rect, stroke, type Canvas } from '../../kit/svg.ts'
import type { Studio } from './vessel.ts'

/** A wall of glazed tiles in quarter-circle and leaf motifs; `set` picks the motif. */
export const tileWall = (
  canvas: Canvas,
  {
    studio: s,
    columns = 9,
    set = 'arcs',
  }: { studio: Studio; columns?: number; set?: 'arcs' | 'leaves' | 'plain' },
) => {
  const { w, h, random: r } = canvas
  const size = w / columns
  const grout = darker(s.wall, 0.28)
  const out = [rect(0, 0, w, h, grout)]
  const gloss = linear(
    canvas,
    [
      [0, '#ffffff', 0.34],
      [0.4, '#ffffff', 0.02],
      [1, '#000000', 0.16],
    ],
    50,
  )
  for (let j = 0; j * size < h; j++) {
    for (let i = 0; i < columns; i++) {
      const ground = mix(r.pick(s.glazes), r.pick(s.clays), r.between(0, 0.14))
      const figure =
        set === 'plain'
          ? ground
          : mix(r.pick([...s.clays, ...s.glazes]), '#ffffff', r.between(0, 0.08))
      const e = size - 4
      const quarter = r.int(0, 3) * 90
      const motif =
        set === 'arcs'
          ? path(`M0 0H${n(e)}A${n(e)} ${n(e)} 0 0 1 0 ${n(e)}Z`, figure) +
            (r.chance(0.35)
              ? path(
                  `M0 0H${n(e * 0.5)}A${n(e * 0.5)} ${n(e * 0.5)} 0 0 1 0 ${n(e * 0.5)}Z`,
                  ground,
                )
              : '')
          : set === 'leaves'
            ? path(`M0 0Q${n(e)} 0 ${n(e)} ${n(e)}Q0 ${n(e)} 0 0Z`, figure) +
              stroke(`M${n(e * 0.16)} ${n(e * 0.16)}L${n(e * 0.84)} ${n(e * 0.84)}`, ground, 1.6)
            : ''
      out.push(
        group(
          [
            rect(0, 0, e, e, ground, { rx: 3 }),
            group(motif, { transform: `rotate(${quarter} ${n(e / 2)} ${n(e / 2)})` }),
            rect(0, 0, e, e, gloss, { rx: 3, opacity: n(r.between(0.5, 1)) }),
          ],
          { transform: `translate(${n(i * size + 2)} ${n(j * size + 2)})` },
        ),
      )
    }
  }
  out.push(
    polygon(
      [
        [0, h * 0.1],
        [w * 0.7, 0],
        [w, 0],
        [w, h * 0.26],
        [0, h],
      ],
      '#fff2d8',
      { opacity: 0.13 },
    ),
    rect(
      0,
      0,
      w,
      h,
      linear(
        canvas,
        [
          [0, s.shadow, 0],
          [0.6, s.shadow, 0],
          [1, s.shadow, 0.45],
        ],
        35,
      ),
    ),
  )
  return out
}
