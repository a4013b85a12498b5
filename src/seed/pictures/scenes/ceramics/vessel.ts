// One thrown and glazed vessel, turned from a half profile.
import { darker, lighter } from '../../kit/colour.ts'
import { createNoise } from '../../kit/noise.ts'
import {
  circle,
  clip,
  ellipse,
  group,
  linear,
  n,
  path,
  radial,
  smooth,
  softShadow,
  stroke,
  type Canvas,
  type Point,
} from '../../kit/svg.ts'

export type Studio = {
  wall: string
  table: string
  clays: string[]
  glazes: string[]
  shadow: string
}

type Profile = readonly (readonly [radius: number, height: number])[]

// Half profiles from foot to rim, in hundredths of the vessel's own height.
export const profiles: Record<string, Profile> = {
  bottle: [
    [20, 0],
    [26, 6],
    [31, 25],
    [29, 42],
    [17, 58],
    [8, 68],
    [7, 88],
    [10, 100],
  ],
  moon: [
    [18, 0],
    [30, 8],
    [46, 30],
    [49, 50],
    [43, 74],
    [26, 92],
    [17, 97],
    [18, 100],
  ],
  beaker: [
    [24, 0],
    [28, 3],
    [29, 30],
    [31, 65],
    [34, 100],
  ],
  bowl: [
    [26, 0],
    [28, 12],
    [50, 34],
    [80, 68],
    [98, 100],
  ],
  amphora: [
    [12, 0],
    [18, 6],
    [34, 34],
    [40, 56],
    [33, 74],
    [15, 86],
    [13, 94],
    [19, 100],
  ],
  gourd: [
    [20, 0],
    [30, 8],
    [38, 24],
    [31, 42],
    [20, 52],
    [26, 64],
    [27, 76],
    [13, 90],
    [11, 100],
  ],
  cylinder: [
    [22, 0],
    [23, 2],
    [23, 50],
    [23, 98],
    [22, 100],
  ],
  jug: [
    [24, 0],
    [30, 8],
    [38, 32],
    [35, 55],
    [24, 76],
    [20, 88],
    [26, 100],
  ],
}

export const vessel = (
  canvas: Canvas,
  {
    x,
    foot,
    tall,
    profile,
    clay,
    glaze,
    shadow,
    speckled,
    handle,
  }: {
    x: number
    foot: number
    tall: number
    profile: Profile
    clay: string
    glaze?: string | undefined
    shadow: string
    speckled: boolean
    handle: boolean
  },
) => {
  const r = canvas.random
  const k = tall / 100
  const side = (sign: number): Point[] =>
    profile.map(([radius, height]) => [x + sign * radius * k, foot - height * k])
  const right = side(1)
  const left = [...side(-1)].reverse()
  const widest = Math.max(...profile.map(([radius]) => radius)) * k
  const rim = profile[profile.length - 1] ?? [10, 100]
  const base = profile[0] ?? [10, 0]
  const body = `${smooth([...right])}L${n(x - rim[0] * k)} ${n(foot - tall)}${smooth([...left]).replace(/^M[^C]+/, '')}Q${n(x)} ${n(foot + base[0] * k * 0.26)} ${n(x + base[0] * k)} ${n(foot)}Z`
  const shade = (colour: string) =>
    linear(
      canvas,
      [
        [0, darker(colour, 0.22)],
        [0.16, lighter(colour, 0.1)],
        [0.34, lighter(colour, 0.32)],
        [0.6, colour],
        [0.88, darker(colour, 0.5)],
        [1, darker(colour, 0.36)],
      ],
      4,
    )
  const out: string[] = [
    group(softShadow(canvas, x + widest * 0.9, foot, widest * 2.3, widest * 0.34, shadow, 0.55), {
      transform: `skewX(0)`,
    }),
    softShadow(canvas, x, foot + 2, widest * 1.08, widest * 0.2, shadow, 0.75),
  ]
  if (handle)
    out.push(
      stroke(
        `M${n(x + 24 * k)} ${n(foot - 82 * k)}C${n(x + 62 * k)} ${n(foot - 92 * k)} ${n(x + 62 * k)} ${n(foot - 40 * k)} ${n(x + 36 * k)} ${n(foot - 36 * k)}`,
        darker(clay, 0.3),
        7 * k,
      ),
    )
  out.push(path(body, shade(clay)))
  const inside: string[] = []
  if (glaze) {
    const noise = createNoise({ seed: `${canvas.seed}${n(x)}`, octaves: 3 })
    const level = foot - tall * r.between(0.25, 0.62)
    const edge: Point[] = Array.from({ length: 13 }, (_, i) => [
      x - widest + (widest / 6) * i,
      level + (noise(i / 2.2, 2) - 0.5) * tall * 0.22,
    ])
    inside.push(
      path(`${smooth(edge)}V${n(foot - tall - 20)}H${n(x - widest)}Z`, shade(glaze)),
      stroke(smooth(edge), lighter(glaze, 0.35), 1.4, { opacity: 0.6 }),
    )
  }
  if (speckled)
    for (let i = 0; i < 70; i++)
      inside.push(
        circle(
          x + r.between(-1, 1) * widest,
          foot - r.next() * tall,
          r.between(0.5, 1.5) * (tall / 300 + 0.4),
          darker(glaze ?? clay, 0.55),
          { opacity: n(r.between(0.2, 0.6)) },
        ),
      )
  const throwing: string[] = []
  for (let i = 1; i < 9; i++)
    throwing.push(
      ellipse(x, foot - (tall / 9) * i, widest, widest * 0.12, 'none', {
        stroke: darker(clay, 0.6),
        'stroke-width': 0.7,
        opacity: 0.16,
      }),
    )
  inside.push(
    ...throwing,
    ellipse(
      x - widest * 0.4,
      foot - tall * 0.55,
      widest * 0.13,
      tall * 0.26,
      radial(canvas, [
        [0, '#ffffff', glaze ? 0.55 : 0.2],
        [1, '#ffffff', 0],
      ]),
    ),
  )
  out.push(group(inside, { 'clip-path': clip(canvas, path(body, '#000')) }))
  const rimY = foot - tall
  const flat = rim[0] > 60 ? 0.12 : 0.24
  out.push(
    ellipse(x, rimY, rim[0] * k, rim[0] * k * flat, lighter(glaze ?? clay, 0.3)),
    ellipse(
      x,
      rimY + rim[0] * k * 0.02,
      rim[0] * k * 0.86,
      rim[0] * k * flat * 0.76,
      linear(
        canvas,
        [
          [0, darker(clay, 0.75)],
          [1, darker(clay, 0.35)],
        ],
        20,
      ),
    ),
  )
  return out.join('')
}
