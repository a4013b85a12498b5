// Façades of arches, windows or fins in hard light.
import { darker, lighter, mix } from '../../kit/colour.ts'
import {
  clip,
  group,
  linear,
  n,
  path,
  polygon,
  rect,
  type Canvas,
  type Point,
} from '../../kit/svg.ts'
import { type Site, person } from './site.ts'

/** A façade of bays. `bay` is what fills one: arches, square windows with reveals, or vertical fins. */
export const facade = (
  canvas: Canvas,
  {
    site: s,
    bay = 'arch',
    columns = 6,
    rows = 3,
    sky = true,
  }: {
    site: Site
    bay?: 'arch' | 'window' | 'fin'
    columns?: number
    rows?: number
    sky?: boolean
  },
) => {
  const { w, h, random: r } = canvas
  const wall = s.walls[0] ?? '#d9c3a5'
  const top = sky ? h * 0.16 : -20
  const foot = h * 0.9
  const out = [
    rect(
      0,
      0,
      w,
      h,
      linear(canvas, [
        [0, s.sky[0]],
        [1, s.sky[1]],
      ]),
    ),
  ]
  out.push(
    rect(
      0,
      top,
      w,
      foot - top,
      linear(
        canvas,
        [
          [0, lighter(wall, 0.12)],
          [1, darker(wall, 0.1)],
        ],
        70,
      ),
    ),
  )
  if (sky)
    out.push(
      rect(0, top - 10, w, 16, lighter(wall, 0.28)),
      rect(0, top + 6, w, 10, s.shadow, { opacity: 0.28 }),
    )
  const stepX = w / columns
  const stepY = (foot - top - h * 0.05) / rows
  for (let j = 0; j < rows; j++) {
    const floorY = top + h * 0.03 + j * stepY
    if (j > 0)
      out.push(
        rect(0, floorY - 5, w, 7, lighter(wall, 0.22)),
        rect(0, floorY + 2, w, 8, s.shadow, { opacity: 0.2 }),
      )
    for (let i = 0; i < columns; i++) {
      const bw = stepX * (bay === 'fin' ? 0.78 : 0.58)
      const bh = stepY * (bay === 'window' ? 0.62 : 0.8)
      const x = i * stepX + (stepX - bw) / 2
      const y = floorY + stepY * (bay === 'window' ? 0.18 : 0.17)
      const shape =
        bay === 'arch'
          ? `M${n(x)} ${n(y + bh)}V${n(y + bw / 2)}A${n(bw / 2)} ${n(bw / 2)} 0 0 1 ${n(x + bw)} ${n(y + bw / 2)}V${n(y + bh)}Z`
          : `M${n(x)} ${n(y)}h${n(bw)}v${n(bh)}h${n(-bw)}Z`
      const inner: string[] = []
      const deep = bw * 0.24
      inner.push(rect(x, y, bw, bh, mix(wall, s.shadow, 0.62)))
      if (bay === 'arch' && r.chance(0.55))
        inner.push(
          rect(
            x + bw * 0.3,
            y + bh * 0.42,
            bw * 0.5,
            bh * 0.58,
            r.chance(0.3) ? s.accent : mix(s.glass, s.shadow, 0.4),
          ),
        )
      else
        inner.push(
          polygon(
            [
              [x + deep, y],
              [x + bw, y],
              [x + bw, y + bh],
              [x + deep, y + bh],
            ],
            linear(
              canvas,
              [
                [0, lighter(s.glass, r.between(0, 0.35))],
                [1, darker(s.glass, 0.35)],
              ],
              r.between(30, 80),
            ),
          ),
        )
      if (bay === 'fin')
        for (let f = 0; f < 5; f++)
          inner.push(
            rect(x + (bw / 5) * f, y, bw * 0.055, bh, lighter(wall, 0.15)),
            rect(x + (bw / 5) * f + bw * 0.055, y, bw * 0.07, bh, s.shadow, { opacity: 0.4 }),
          )
      if (bay === 'window')
        inner.push(
          rect(x + bw * 0.58, y, 4, bh, lighter(wall, 0.3)),
          r.chance(0.3)
            ? rect(
                x + deep,
                y,
                bw - deep,
                bh * r.between(0.25, 0.8),
                r.chance(0.5) ? s.accent : lighter(wall, 0.4),
              )
            : '',
        )
      // The reveal: light falls from the left, so the left jamb is in shade and the right one is lit.
      inner.push(
        polygon(
          [
            [x, y - 4],
            [x + deep, y + deep * 0.5],
            [x + deep, y + bh],
            [x, y + bh],
          ],
          s.shadow,
          { opacity: 0.42 },
        ),
        rect(x + bw - 3, y, 3, bh, lighter(wall, 0.45)),
      )
      if (bay !== 'fin')
        inner.push(
          polygon(
            [
              [x, y],
              [x + bw, y],
              [x + bw, y + bh * 0.06],
              [x + deep, y + bh * 0.22],
              [x, y + bh * 0.22],
            ],
            s.shadow,
            { opacity: 0.4 },
          ),
        )
      out.push(group(inner, { 'clip-path': clip(canvas, path(shape, '#000')) }))
      if (bay === 'window')
        out.push(
          rect(x - 6, y + bh, bw + 12, 8, lighter(wall, 0.35)),
          rect(x - 2, y + bh + 8, bw + 10, 7, s.shadow, { opacity: 0.25 }),
        )
    }
  }
  const cast: Point[] = [
    [w * 0.52, foot],
    [w, top + (foot - top) * 0.42],
    [w, foot],
  ]
  out.push(
    polygon(cast, s.shadow, { opacity: 0.3 }),
    rect(0, foot, w, h - foot, s.ground),
    rect(0, foot, w, 5, s.shadow, { opacity: 0.35 }),
  )
  for (let i = 0; i < 3; i++)
    out.push(
      person(
        r.between(0.08, 0.92) * w,
        foot + r.between(0.025, 0.07) * h,
        h * 0.13,
        [s.shadow, s.accent, lighter(wall, 0.5)][i] ?? s.shadow,
        s.shadow,
      ),
    )
  return out
}
