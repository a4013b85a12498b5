// Coloured walls, a stair and sky.
import { darker, lighter } from '../../kit/colour.ts'
import { circle, linear, polygon, rect, type Canvas, type Point } from '../../kit/svg.ts'
import { type Site, person } from './site.ts'

/** Coloured walls, a stair and sky: a built composition rather than a building. */
export const courtyard = (canvas: Canvas, { site: s }: { site: Site }) => {
  const { w, h, random: r } = canvas
  const [a, b, c] = [s.walls[0] ?? '#c9653b', s.walls[1] ?? '#e6d6bf', s.walls[2] ?? '#8a5a40']
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
  const ground = h * 0.8
  out.push(
    polygon(
      [
        [0, h * 0.22],
        [w * 0.5, h * 0.3],
        [w * 0.5, ground],
        [0, ground + h * 0.12],
      ],
      linear(
        canvas,
        [
          [0, darker(a, 0.08)],
          [1, darker(a, 0.34)],
        ],
        0,
      ),
    ),
  )
  out.push(
    polygon(
      [
        [w * 0.5, h * 0.12],
        [w, h * 0.02],
        [w, ground + h * 0.1],
        [w * 0.5, ground],
      ],
      linear(
        canvas,
        [
          [0, lighter(b, 0.18)],
          [1, b],
        ],
        0,
      ),
    ),
  )
  out.push(
    polygon(
      [
        [w * 0.5, h * 0.12],
        [w * 0.56, h * 0.108],
        [w * 0.56, ground],
        [w * 0.5, ground],
      ],
      s.shadow,
      { opacity: 0.12 },
    ),
  )
  const opening: Point[] = [
    [w * 0.74, h * 0.32],
    [w * 0.88, h * 0.3],
    [w * 0.88, ground + h * 0.06],
    [w * 0.74, ground + h * 0.035],
  ]
  out.push(
    polygon(opening, darker(c, 0.3)),
    polygon(
      [
        [w * 0.74, h * 0.32],
        [w * 0.77, h * 0.34],
        [w * 0.77, ground + h * 0.04],
        [w * 0.74, ground + h * 0.035],
      ],
      lighter(b, 0.4),
    ),
  )
  const steps = 9
  for (let i = 0; i < steps; i++) {
    const x = w * (0.06 + i * 0.045)
    const y = ground + h * 0.09 - (i + 1) * h * 0.052
    out.push(
      polygon(
        [
          [x, y],
          [w * 0.5, y - h * 0.01],
          [w * 0.5, y + h * 0.05],
          [x, y + h * 0.06],
        ],
        darker(c, 0.12 + (i % 2) * 0.05),
      ),
    )
    out.push(
      polygon(
        [
          [x, y],
          [w * 0.5, y - h * 0.01],
          [w * 0.5, y - h * 0.003],
          [x + 4, y + h * 0.008],
        ],
        lighter(c, 0.35),
      ),
    )
  }
  out.push(
    polygon(
      [
        [0, ground + h * 0.12],
        [w * 0.5, ground],
        [w, ground + h * 0.1],
        [w, h],
        [0, h],
      ],
      linear(canvas, [
        [0, lighter(s.ground, 0.12)],
        [1, darker(s.ground, 0.14)],
      ]),
    ),
  )
  out.push(
    polygon(
      [
        [w * 0.1, h],
        [w * 0.5, ground],
        [w * 0.8, ground + h * 0.06],
        [w * 0.72, h],
      ],
      s.shadow,
      { opacity: 0.34 },
    ),
  )
  out.push(
    polygon(
      [
        [w * 0.62, h * 0.095],
        [w * 0.98, h * 0.02],
        [w, h * 0.02],
        [w, h * 0.52],
        [w * 0.86, h * 0.46],
      ],
      s.shadow,
      { opacity: 0.2 },
    ),
  )
  out.push(
    circle(w * r.between(0.2, 0.36), h * 0.13, h * 0.05, '#fff6e2'),
    person(w * 0.64, ground + h * 0.1, h * 0.2, s.accent, s.shadow),
  )
  return out
}
