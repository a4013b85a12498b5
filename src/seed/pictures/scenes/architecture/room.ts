// An exhibition room in one-point perspective.
import { darker, lighter } from '../../kit/colour.ts'
import {
  circle,
  linear,
  n,
  path,
  polygon,
  rect,
  softShadow,
  stroke,
  type Canvas,
} from '../../kit/svg.ts'
import { posterSheet } from './posters.ts'
import { type Site, person } from './site.ts'

/** A gallery room in one-point perspective, with posters or plinths. */
export const room = (
  canvas: Canvas,
  { site: s, show = 'posters' }: { site: Site; show?: 'posters' | 'plinths' | 'sign' },
) => {
  const { w, h, random: r } = canvas
  const wall = s.walls[1] ?? '#e6d6bf'
  const [l, rgt, t, b] = [w * 0.2, w * 0.82, h * 0.14, h * 0.74]
  const out = [
    polygon(
      [
        [0, 0],
        [w, 0],
        [rgt, t],
        [l, t],
      ],
      darker(wall, 0.1),
    ),
    polygon(
      [
        [0, 0],
        [l, t],
        [l, b],
        [0, h],
      ],
      linear(
        canvas,
        [
          [0, darker(wall, 0.36)],
          [1, darker(wall, 0.2)],
        ],
        0,
      ),
    ),
    polygon(
      [
        [w, 0],
        [rgt, t],
        [rgt, b],
        [w, h],
      ],
      linear(
        canvas,
        [
          [0, darker(wall, 0.02)],
          [1, lighter(wall, 0.2)],
        ],
        0,
      ),
    ),
    rect(
      l,
      t,
      rgt - l,
      b - t,
      linear(
        canvas,
        [
          [0, lighter(wall, 0.15)],
          [1, darker(wall, 0.06)],
        ],
        60,
      ),
    ),
    polygon(
      [
        [0, h],
        [l, b],
        [rgt, b],
        [w, h],
      ],
      linear(canvas, [
        [0, darker(s.ground, 0.3)],
        [1, s.ground],
      ]),
    ),
  ]
  for (let i = 0; i <= 14; i++) {
    const x = (w / 14) * i
    out.push(
      stroke(`M${n(x)} ${h}L${n(l + ((rgt - l) / 14) * i)} ${n(b)}`, darker(s.ground, 0.4), 1, {
        opacity: 0.4,
      }),
    )
  }
  out.push(
    polygon(
      [
        [0, h * 0.2],
        [l * 0.55, h * 0.24],
        [l * 0.55, h * 0.72],
        [0, h * 0.86],
      ],
      '#fff7e6',
      { opacity: 0.9 },
    ),
  )
  out.push(
    polygon(
      [
        [l * 0.2, h],
        [l * 0.72, h * 0.84],
        [w * 0.56, h * 0.86],
        [w * 0.52, h],
      ],
      '#fff7e6',
      { opacity: 0.28 },
    ),
    polygon(
      [
        [w * 0.46, t + h * 0.06],
        [w * 0.62, t + h * 0.1],
        [w * 0.62, b - h * 0.08],
        [w * 0.46, b - h * 0.12],
      ],
      '#fff7e6',
      { opacity: 0.16 },
    ),
  )
  const span = rgt - l
  if (show === 'posters')
    for (let i = 0; i < 3; i++) {
      const pw = span * 0.22
      out.push(posterSheet(canvas, l + span * (0.09 + i * 0.3), t + h * 0.11, pw, pw * 1.36, s, i))
    }
  if (show === 'sign') {
    out.push(
      circle(l + span * 0.32, t + h * 0.26, h * 0.15, s.accent),
      rect(l + span * 0.52, t + h * 0.12, span * 0.3, h * 0.07, s.shadow),
      rect(l + span * 0.52, t + h * 0.23, span * 0.22, h * 0.07, s.shadow),
      rect(l + span * 0.52, t + h * 0.34, span * 0.36, h * 0.07, s.walls[2] ?? s.shadow),
    )
    out.push(
      stroke(
        `M${n(l + span * 0.26)} ${n(t + h * 0.26)}h${n(h * 0.14)}m${n(-h * 0.05)} ${n(-h * 0.05)}l${n(h * 0.05)} ${n(h * 0.05)}l${n(-h * 0.05)} ${n(h * 0.05)}`,
        '#ffffff',
        h * 0.022,
      ),
    )
  }
  if (show === 'plinths')
    for (let i = 0; i < 3; i++) {
      const x = l + span * (0.16 + i * 0.32)
      const ph = h * r.between(0.2, 0.3)
      const pw = w * 0.075
      out.push(
        softShadow(canvas, x + pw, b + h * 0.075, pw * 1.6, 15, s.shadow, 0.6),
        rect(x - pw / 2, b + h * 0.07 - ph, pw, ph, lighter(wall, 0.45)),
        polygon(
          [
            [x + pw / 2, b + h * 0.07 - ph],
            [x + pw * 0.72, b + h * 0.045 - ph],
            [x + pw * 0.72, b + h * 0.045],
            [x + pw / 2, b + h * 0.07],
          ],
          darker(wall, 0.28),
        ),
        polygon(
          [
            [x - pw / 2, b + h * 0.07 - ph],
            [x - pw * 0.28, b + h * 0.045 - ph],
            [x + pw * 0.72, b + h * 0.045 - ph],
            [x + pw / 2, b + h * 0.07 - ph],
          ],
          lighter(wall, 0.6),
        ),
      )
      const vy = b + h * 0.058 - ph
      const colour = s.walls[(i * 2) % s.walls.length] ?? s.accent
      out.push(
        path(
          `M${n(x - 12)} ${n(vy)}C${n(x - 54)} ${n(vy - 44)} ${n(x - 34)} ${n(vy - 92)} ${n(x - 8)} ${n(vy - 104)}V${n(vy - 124 - i * 14)}H${n(x + 20)}V${n(vy - 104)}C${n(x + 48)} ${n(vy - 92)} ${n(x + 66)} ${n(vy - 44)} ${n(x + 24)} ${n(vy)}Z`,
          linear(
            canvas,
            [
              [0, lighter(colour, 0.35)],
              [0.4, colour],
              [1, darker(colour, 0.5)],
            ],
            0,
          ),
        ),
      )
    }
  out.push(
    person(l + span * (show === 'plinths' ? 0.34 : 0.78), h * 0.82, h * 0.27, s.accent, s.shadow),
  )
  return out
}
