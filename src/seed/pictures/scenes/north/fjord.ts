// Fjord landscapes at several hours, with aurora, cabin and ferry.
import { darker, mix } from '../../kit/colour.ts'
import { createNoise } from '../../kit/noise.ts'
import {
  blur,
  circle,
  clip,
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

export type Sky = 'aurora' | 'morning' | 'noon' | 'evening' | 'rain'

const skies: Record<
  Sky,
  { sky: string[]; ridge: [string, string]; water: [string, string]; sun: string; star: boolean }
> = {
  aurora: {
    sky: ['#081826', '#0e3040', '#27655f'],
    ridge: ['#1d4a52', '#05101a'],
    water: ['#1f5a5a', '#06131d'],
    sun: '#d9fff0',
    star: true,
  },
  morning: {
    sky: ['#8fb3c4', '#f0c9b8', '#fbe9cf'],
    ridge: ['#c3b6bd', '#2c4657'],
    water: ['#f1d3c0', '#4a7385'],
    sun: '#fff4d9',
    star: false,
  },
  noon: {
    sky: ['#6fa9c2', '#b5d4da', '#e9eee4'],
    ridge: ['#a6c3ca', '#1f4a4a'],
    water: ['#c7dcdc', '#2e6f7d'],
    sun: '#ffffff',
    star: false,
  },
  evening: {
    sky: ['#2b2f57', '#a5566a', '#f4a66b'],
    ridge: ['#a9647a', '#171a38'],
    water: ['#e98f68', '#23264d'],
    sun: '#ffdc9a',
    star: false,
  },
  rain: {
    sky: ['#56646b', '#8b9999', '#c3c8c0'],
    ridge: ['#a3aeac', '#2a3a3d'],
    water: ['#b7beb8', '#43565a'],
    sun: '#dfe2d9',
    star: false,
  },
}

export const fjord = (
  canvas: Canvas,
  {
    sky = 'morning',
    cabin = true,
    ferry = false,
  }: { sky?: Sky; cabin?: boolean; ferry?: boolean } = {},
) => {
  const { w, h, random: r } = canvas
  const c = skies[sky]
  const shore = h * 0.68
  const [top, middle, low] = [c.sky[0] ?? '#000000', c.sky[1] ?? '#000000', c.sky[2] ?? '#000000']
  const out = [
    rect(
      0,
      0,
      w,
      h,
      linear(canvas, [
        [0, top],
        [0.4, middle],
        [0.68, low],
      ]),
    ),
  ]
  if (c.star)
    for (let i = 0; i < 160; i++)
      out.push(
        circle(r.between(0, w), r.between(0, shore * 0.75), r.between(0.3, 1.2), '#ffffff', {
          opacity: n(r.between(0.2, 0.9)),
        }),
      )
  if (sky === 'aurora') out.push(aurora(canvas))
  else {
    const [sx, sy] = [
      w * r.between(0.25, 0.75),
      shore - h * (sky === 'noon' ? 0.5 : r.between(0.2, 0.32)),
    ]
    out.push(
      circle(
        sx,
        sy,
        h * 0.4,
        radial(canvas, [
          [0, c.sun, sky === 'rain' ? 0.25 : 0.6],
          [1, c.sun, 0],
        ]),
      ),
    )
    if (sky !== 'rain') out.push(circle(sx, sy, h * 0.062, c.sun))
  }
  const layers = 6
  const mountains: string[] = []
  for (let i = 0; i < layers; i++) {
    const t = i / (layers - 1)
    const noise = createNoise({ seed: `${canvas.seed}${i}`, octaves: 5 })
    const points: Point[] = []
    const lift = h * (0.4 - t * 0.3)
    for (let k = 0; k <= 70; k++) {
      const x = (w / 70) * k
      const valley = 0.35 + 0.65 * Math.abs((x / w - 0.5 + (i % 2 ? 0.16 : -0.1)) * 1.7)
      points.push([
        x,
        shore -
          Math.max(0, noise(k / (17 - t * 5), i) - 0.2) *
            lift *
            1.75 *
            Math.min(1.15, valley + t * 0.1) +
          t * 6,
      ])
    }
    const d = `M0 ${n(shore + 3)}L${points.map((p) => `${n(p[0])} ${n(Math.min(shore + 3, p[1]))}`).join('L')}L${w} ${n(shore + 3)}Z`
    const colour = mix(c.ridge[0], c.ridge[1], t ** 1.15)
    mountains.push(
      path(
        d,
        linear(canvas, [
          [0, darker(colour, 0.1)],
          [1, mix(colour, low, 0.38 * (1 - t))],
        ]),
      ),
    )
  }
  out.push(...mountains)
  out.push(
    rect(
      0,
      shore,
      w,
      h - shore,
      linear(canvas, [
        [0, c.water[0]],
        [1, c.water[1]],
      ]),
    ),
  )
  out.push(
    group(group(mountains, { transform: `translate(0 ${n(shore * 2)}) scale(1 -1)` }), {
      opacity: 0.42,
      'clip-path': clip(canvas, rect(0, shore, w, h - shore, '#000')),
    }),
  )
  for (let i = 0; i < 60; i++) {
    const depth = r.next()
    out.push(
      rect(
        r.between(-0.1, 1) * w,
        shore + depth * (h - shore),
        w * r.between(0.03, 0.2) * (0.3 + depth),
        0.8 + depth * 2.2,
        mix(c.water[0], '#ffffff', 0.3),
        { rx: 1.2, opacity: n(r.between(0.12, 0.5)) },
      ),
    )
  }
  if (ferry)
    out.push(
      group(
        [
          path('M0 20L8 34H122L136 16H104L98 4H40L34 16H0Z', '#f5f1e8'),
          rect(0, 25, 128, 4, '#d8472b'),
          rect(44, 8, 50, 5, c.ridge[1]),
          rect(64, -12, 12, 16, '#d8472b'),
        ],
        { transform: `translate(${n(w * 0.3)} ${n(shore - 14)}) scale(${n(h / 900)})` },
      ),
    )
  if (cabin) {
    const x = w * (r.chance(0.5) ? 0.16 : 0.76)
    const ink = darker(c.ridge[1], 0.25)
    out.push(
      path(
        smooth([
          [x - w * 0.26, h + 10],
          [x - w * 0.16, h * 0.9],
          [x, h * 0.855],
          [x + w * 0.14, h * 0.895],
          [x + w * 0.3, h + 10],
        ]),
        ink,
      ),
    )
    out.push(
      group(
        [
          polygon(
            [
              [0, 0],
              [0, -34],
              [34, -60],
              [68, -34],
              [68, 0],
            ],
            '#a8382c',
          ),
          polygon(
            [
              [68, 0],
              [68, -34],
              [110, -34],
              [110, 0],
            ],
            '#86291f',
          ),
          polygon(
            [
              [-6, -32],
              [34, -64],
              [74, -34],
              [116, -34],
              [76, -64],
              [34, -64],
            ],
            darker(ink, 0.2),
          ),
          rect(14, -28, 14, 14, sky === 'noon' ? '#f5efdf' : '#ffd98a'),
          rect(40, -28, 14, 14, sky === 'noon' ? '#f5efdf' : '#ffd98a'),
          rect(84, -26, 14, 12, '#ffd98a'),
        ],
        { transform: `translate(${n(x - 40)} ${n(h * 0.868)}) scale(${n(h / 760)})` },
      ),
    )
    for (let i = 0; i < 9; i++)
      out.push(
        spruce(
          x + r.between(-0.16, 0.18) * w,
          h * r.between(0.89, 0.98),
          h * r.between(0.09, 0.17),
          ink,
        ),
      )
  }
  if (sky === 'rain')
    for (let i = 0; i < 160; i++) {
      const [x, y] = [r.between(0, w), r.between(0, h)]
      out.push(
        stroke(`M${n(x)} ${n(y)}l-7 ${n(r.between(20, 44))}`, '#ffffff', 0.9, { opacity: 0.22 }),
      )
    }
  return out
}

const aurora = (canvas: Canvas) => {
  const { w, h, random: r } = canvas
  const soft = blur(canvas, 9)
  const noise = createNoise({ seed: `${canvas.seed}aurora`, octaves: 3 })
  let out = ''
  for (let band = 0; band < 3; band++) {
    const hue = ['#57f2b0', '#8ef7d0', '#9a7bff'][band] ?? '#57f2b0'
    for (let i = 0; i < 46; i++) {
      const x = w * (-0.05 + i * 0.025)
      const y = h * (0.36 + band * 0.05) + (noise(i / 9, band * 4) - 0.5) * h * 0.5
      const tall = h * (0.16 + noise(i / 3, band + 8) * 0.26)
      out += rect(
        x,
        y - tall,
        w * 0.03,
        tall,
        linear(canvas, [
          [0, hue, 0],
          [0.75, hue, r.between(0.25, 0.55) - band * 0.08],
          [1, hue, 0],
        ]),
      )
    }
  }
  return group(out, { filter: soft })
}

const spruce = (x: number, y: number, height: number, ink: string) => {
  const k = height
  return path(
    `M${n(x)} ${n(y - k)}L${n(x + k * 0.12)} ${n(y - k * 0.66)}H${n(x + k * 0.06)}L${n(x + k * 0.18)} ${n(y - k * 0.34)}H${n(x + k * 0.09)}L${n(x + k * 0.24)} ${n(y)}H${n(x - k * 0.24)}L${n(x - k * 0.09)} ${n(y - k * 0.34)}H${n(x - k * 0.18)}L${n(x - k * 0.06)} ${n(y - k * 0.66)}H${n(x - k * 0.12)}Z`,
    ink,
  )
}
