// Vessels on a table in side light.
import { darker, lighter, mix } from '../../kit/colour.ts'
import {
  circle,
  group,
  linear,
  n,
  path,
  polygon,
  radial,
  rect,
  smooth,
  stroke,
  type Canvas,
  type Point,
} from '../../kit/svg.ts'
import { type Studio, profiles, vessel } from './vessel.ts'

/** Vessels on a table. `layout` chooses an even row or a close cluster. */
export const stillLife = (
  canvas: Canvas,
  {
    studio: s,
    count = 5,
    light = 'window',
    arrangement = 'row',
    branch = true,
    shape,
  }: {
    studio: Studio
    count?: number
    light?: 'window' | 'soft' | 'low'
    arrangement?: 'row' | 'cluster' | 'single'
    branch?: boolean
    shape?: keyof typeof profiles
  },
) => {
  const { w, h, random: r } = canvas
  const table = h * (light === 'low' ? 0.76 : 0.72)
  const out = [
    rect(
      0,
      0,
      w,
      h,
      linear(
        canvas,
        [
          [0, lighter(s.wall, light === 'low' ? 0 : 0.1)],
          [1, darker(s.wall, light === 'low' ? 0.5 : 0.16)],
        ],
        25,
      ),
    ),
  ]
  if (light === 'window') {
    const left = w * r.between(0.02, 0.28)
    for (let i = 0; i < 2; i++)
      for (let j = 0; j < 3; j++) {
        const x = left + i * w * 0.19 + j * w * 0.035
        const y = h * 0.06 + j * h * 0.2
        out.push(
          polygon(
            [
              [x, y],
              [x + w * 0.17, y + h * 0.03],
              [x + w * 0.205, y + h * 0.21],
              [x + w * 0.035, y + h * 0.18],
            ],
            lighter(s.wall, 0.6),
            { opacity: 0.5 },
          ),
        )
      }
  } else if (light === 'low')
    out.push(
      circle(
        w * 0.2,
        h * 0.35,
        h * 0.75,
        radial(canvas, [
          [0, lighter(s.wall, 0.5), 0.55],
          [1, s.wall, 0],
        ]),
      ),
    )
  else
    out.push(
      circle(
        w * r.between(0.3, 0.7),
        h * 0.38,
        h * 0.7,
        radial(canvas, [
          [0, lighter(s.wall, 0.65), 0.6],
          [1, s.wall, 0],
        ]),
      ),
    )
  out.push(
    rect(
      0,
      table,
      w,
      h - table,
      linear(canvas, [
        [0, darker(s.table, 0.12)],
        [0.12, s.table],
        [1, darker(s.table, 0.25)],
      ]),
    ),
    rect(0, table, w, 2, lighter(s.table, 0.4), { opacity: 0.5 }),
  )
  const names = r.shuffle(Object.keys(profiles))
  const span = arrangement === 'cluster' ? w * 0.52 : w * 0.84
  const amount = arrangement === 'single' ? 1 : count
  const spots = Array.from({ length: amount }, (_, i) => {
    const x =
      arrangement === 'single'
        ? w * 0.5
        : (w - span) / 2 + (span / amount) * (i + 0.5) + r.between(-0.1, 0.1) * (span / amount)
    return {
      x,
      depth: arrangement === 'row' ? r.between(0.25, 0.5) : r.between(0.1, 0.9),
      name: (i === 0 ? shape : undefined) ?? names[i % names.length] ?? 'moon',
    }
  }).sort((a, b) => a.depth - b.depth)
  spots.forEach(({ x, depth, name }, i) => {
    const wide = name === 'bowl'
    const tall =
      arrangement === 'single'
        ? h * (wide ? 0.26 : 0.56)
        : h * (wide ? r.between(0.1, 0.14) : r.between(0.24, 0.47) * (0.86 + depth * 0.2))
    const clay = s.clays[i % s.clays.length] ?? '#b8532f'
    const glaze = r.pick(s.glazes)
    const foot = table + (h - table) * (0.16 + depth * 0.46)
    out.push(
      vessel(canvas, {
        x,
        foot,
        tall,
        profile: profiles[name] ?? [],
        clay,
        glaze: r.chance(0.72) || arrangement === 'single' ? glaze : undefined,
        shadow: s.shadow,
        speckled: r.chance(0.5),
        handle: name === 'jug',
      }),
    )
    if (branch && (name === 'bottle' || name === 'gourd' || name === 'amphora'))
      out.push(twig(canvas, x, foot - tall + 3, h * r.between(0.24, 0.34), s))
  })
  out.push(
    rect(
      0,
      0,
      w,
      h,
      linear(
        canvas,
        [
          [0, '#fff4e0', 0.1],
          [0.5, '#fff4e0', 0],
          [1, s.shadow, 0.3],
        ],
        30,
      ),
    ),
  )
  return out
}

const twig = (canvas: Canvas, x: number, y: number, length: number, s: Studio) => {
  const r = canvas.random
  const lean = r.between(-0.5, 0.5)
  const stem: Point[] = Array.from({ length: 6 }, (_, i) => [
    x + lean * length * (i / 5) ** 1.6,
    y - (length / 5) * i,
  ])
  const leaf = mix(s.glazes[0] ?? '#9db5a0', '#3d4a38', 0.5)
  let out = stroke(smooth(stem), darker(leaf, 0.4), 2.2)
  stem.slice(1).forEach(([px, py], i) => {
    for (const sign of [-1, 1]) {
      const size = length * r.between(0.1, 0.17)
      out += group(
        path(
          `M0 0Q${n(size * 0.5)} ${n(-size * 0.42)} ${n(size)} 0Q${n(size * 0.5)} ${n(size * 0.3)} 0 0Z`,
          mix(leaf, '#ffffff', r.between(0, 0.25)),
        ),
        {
          transform: `translate(${n(px)} ${n(py)}) rotate(${n(-90 + sign * r.between(30, 70) + lean * 40 + i)})`,
        },
      )
    }
  })
  return out
}
