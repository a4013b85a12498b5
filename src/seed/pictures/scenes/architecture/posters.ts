// Posters: geometric compositions, alone or side by side on a wall.
import { darker, lighter } from '../../kit/colour.ts'
import { greek } from '../../kit/glyphs.ts'
import {
  circle,
  clip,
  group,
  linear,
  n,
  path,
  polygon,
  rect,
  cardShadow,
  type Canvas,
} from '../../kit/svg.ts'
import type { Site } from './site.ts'

/** Posters side by side on a wall, large. */
export const posterWall = (
  canvas: Canvas,
  { site: s, sheets = 3 }: { site: Site; sheets?: number },
) => {
  const { w, h } = canvas
  const wall = s.walls[1] ?? '#e6d6bf'
  const out = [
    rect(
      0,
      0,
      w,
      h,
      linear(
        canvas,
        [
          [0, lighter(wall, 0.2)],
          [1, darker(wall, 0.2)],
        ],
        40,
      ),
    ),
  ]
  const gap = w * 0.045
  const pw = Math.min((w - gap * (sheets + 1)) / sheets, h * 0.6)
  const ph = pw * 1.38
  const left = (w - sheets * pw - (sheets - 1) * gap) / 2
  for (let i = 0; i < sheets; i++)
    out.push(posterSheet(canvas, left + i * (pw + gap), (h - ph) / 2, pw, ph, s, i))
  out.push(
    polygon(
      [
        [w * 0.55, 0],
        [w, 0],
        [w, h],
        [w * 0.85, h],
      ],
      s.shadow,
      { opacity: 0.12 },
    ),
  )
  return out
}

export const posterSheet = (
  canvas: Canvas,
  x: number,
  y: number,
  w: number,
  h: number,
  s: Site,
  index: number,
) => {
  const r = canvas.random
  const inks = r.shuffle([s.accent, s.shadow, ...s.walls, s.glass])
  const ground = inks[0] ?? '#ffffff'
  const ink = (i: number) => inks[1 + (i % (inks.length - 1))] ?? s.shadow
  const unit = w / 4
  const cells: string[] = [rect(0, 0, w, h, ground)]
  const kind = (r.int(0, 1) * 2 + index) % 4
  if (kind === 0) {
    for (let j = 0; j < 4; j++)
      for (let i = 0; i < 4; i++) {
        const [cx, cy] = [i * unit, j * unit]
        const colour = ink(r.int(0, 3))
        const form = r.int(0, 4)
        cells.push(
          form === 0
            ? circle(cx + unit / 2, cy + unit / 2, unit / 2, colour)
            : form === 1
              ? path(
                  `M${n(cx)} ${n(cy)}h${n(unit)}a${n(unit)} ${n(unit)} 0 0 1 ${n(-unit)} ${n(unit)}Z`,
                  colour,
                )
              : form === 2
                ? rect(cx, cy, unit / 2, unit, colour)
                : form === 3
                  ? polygon(
                      [
                        [cx, cy + unit],
                        [cx + unit, cy],
                        [cx + unit, cy + unit],
                      ],
                      colour,
                    )
                  : '',
        )
      }
  } else if (kind === 1) {
    for (let i = 6; i > 0; i--)
      cells.push(circle(w * 0.5, h * 0.42, (w * 0.44 * i) / 6, i % 2 ? ink(0) : ink(1)))
    cells.push(rect(w * 0.5, h * 0.1, w * 0.5, h * 0.32, ink(2), { opacity: 0.92 }))
  } else if (kind === 2) {
    for (let i = 0; i < 9; i++)
      cells.push(
        rect(
          0,
          h * 0.06 + i * h * 0.075,
          w * (0.28 + 0.7 * Math.abs(Math.sin(i * 0.7 + 1))),
          h * 0.045,
          i % 4 === 2 ? ink(1) : ink(0),
        ),
      )
  } else {
    cells.push(
      path(
        `M${n(w * 0.14)} ${n(h * 0.66)}V${n(h * 0.34)}A${n(w * 0.36)} ${n(w * 0.36)} 0 0 1 ${n(w * 0.86)} ${n(h * 0.34)}V${n(h * 0.66)}H${n(w * 0.62)}V${n(h * 0.36)}A${n(w * 0.12)} ${n(w * 0.12)} 0 0 0 ${n(w * 0.38)} ${n(h * 0.36)}V${n(h * 0.66)}Z`,
        ink(0),
      ),
      circle(w * 0.5, h * 0.56, w * 0.1, ink(1)),
    )
  }
  cells.push(
    rect(0, h * 0.76, w, h * 0.24, ground),
    rect(w * 0.07, h * 0.8, w * 0.5, h * 0.028, ink(0)),
    rect(w * 0.07, h * 0.845, w * 0.34, h * 0.028, ink(0)),
    greek(w * 0.075, h * 0.92, w * 0.3, 2, { size: h * 0.008, colour: ink(0) }),
    greek(w * 0.66, h * 0.92, w * 0.26, 2, { size: h * 0.008, colour: ink(0) }),
  )
  return (
    cardShadow(x, y, w, h, 1, s.shadow, w * 0.08, 0.5) +
    group(
      [
        group(cells, { 'clip-path': clip(canvas, rect(0, 0, w, h, '#000')) }),
        rect(
          0,
          0,
          w,
          h,
          linear(
            canvas,
            [
              [0, '#ffffff', 0.2],
              [0.5, '#ffffff', 0],
              [1, '#000000', 0.12],
            ],
            55,
          ),
        ),
      ],
      { transform: `translate(${n(x)} ${n(y)})` },
    )
  )
}
