// Open water: layered swell, a lighthouse, a pilot boat.
import { mix } from '../../kit/colour.ts'
import { createNoise } from '../../kit/noise.ts'
import {
  at,
  circle,
  clip,
  ellipse,
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
import { type Hour, type Light, lights, cloud } from './light.ts'

/** Open water: layered swell, a lighthouse on its rock, a pilot boat. */
export const swell = (
  canvas: Canvas,
  {
    hour = 'day',
    boat = true,
    lighthouse = true,
  }: { hour?: Hour; boat?: boolean; lighthouse?: boolean } = {},
) => {
  const { w, h, random: r } = canvas
  const light = lights[hour]
  const horizon = h * 0.47
  const towerX = w * (r.chance(0.5) ? 0.7 : 0.3)
  const out = [
    rect(
      0,
      0,
      w,
      h,
      linear(canvas, [
        [0, light.sky[0]],
        [0.35, light.sky[1]],
        [0.5, light.sky[2]],
      ]),
    ),
  ]
  const sunX = w - towerX + r.between(-0.05, 0.05) * w
  out.push(
    circle(
      sunX,
      h * 0.3,
      h * 0.4,
      radial(canvas, [
        [0, light.sun, 0.5],
        [1, light.sun, 0],
      ]),
    ),
    circle(sunX, h * 0.3, h * 0.1, light.sun),
  )
  for (let i = 0; i < 5; i++)
    out.push(
      cloud(
        canvas,
        r.between(-0.1, 0.9) * w,
        r.between(0.06, 0.36) * h,
        r.between(0.2, 0.45) * w,
        light.sky[2],
        0.3,
      ),
    )
  if (lighthouse) {
    if (light.lamp || hour === 'fog')
      out.push(
        polygon(
          [
            [towerX, h * 0.175],
            [towerX > w / 2 ? -60 : w + 60, h * 0.04],
            [towerX > w / 2 ? -60 : w + 60, h * 0.3],
          ],
          linear(
            canvas,
            towerX > w / 2
              ? [
                  [0, '#ffe9b5', 0],
                  [1, '#ffe9b5', 0.6],
                ]
              : [
                  [0, '#ffe9b5', 0.6],
                  [1, '#ffe9b5', 0],
                ],
            0,
          ),
        ),
      )
    out.push(
      path(
        smooth([
          [towerX - w * 0.14, horizon + 24],
          [towerX - w * 0.08, horizon - 14],
          [towerX - 30, horizon - 30],
          [towerX + w * 0.05, horizon - 20],
          [towerX + w * 0.13, horizon + 24],
        ]),
        light.near,
      ),
    )
    out.push(at(towerX, horizon - 24, tower(canvas, light), h / 800))
  }
  const noise = createNoise({ seed: canvas.seed, octaves: 3 })
  const bands = 11
  for (let i = 0; i < bands; i++) {
    const t = i / (bands - 1)
    const y = horizon + (h - horizon) * t ** 1.35
    const amplitude = 5 + t * h * 0.055
    const points: Point[] = []
    for (let k = 0; k <= 40; k++)
      points.push([
        (w / 40) * k,
        y +
          (noise(k / (9 - t * 4) + i * 7.3, i * 3.1) - 0.5) * amplitude * 2 +
          Math.sin(k / (3.2 - t) + i * 2.4) * amplitude * 0.36,
      ])
    if (boat && i === 5)
      out.push(at(w * (towerX > w / 2 ? 0.26 : 0.6), y - h * 0.105, pilotBoat(light), h / 620))
    const colour = mix(light.sea[0], light.sea[1], t ** 0.8)
    out.push(path(`${smooth(points)}L${w} ${h}L0 ${h}Z`, colour))
    out.push(
      stroke(smooth(points), mix(colour, light.sun, 0.3 - t * 0.12), 1 + t * 2.4, { opacity: 0.8 }),
    )
    for (let f = 0; f < 7; f++) {
      const spot = points[r.int(2, 36)] ?? [0, 0]
      out.push(
        stroke(
          `M${n(spot[0])} ${n(spot[1] + 9 + t * 22)}q${n(14 + t * 34)} ${n(-4 - t * 8)} ${n(34 + t * 80)} ${n(r.between(-3, 4))}`,
          mix(colour, light.sun, 0.35),
          0.8 + t * 2,
          { opacity: 0.55 },
        ),
      )
    }
  }
  return out
}

const tower = (canvas: Canvas, light: Light) => {
  const red = light.cargo[0] ?? '#c4452b'
  const white = mix('#f6f1e6', light.sky[1], light.lamp ? 0.4 : 0.08)
  const shade = linear(
    canvas,
    [
      [0, '#04121b', 0],
      [0.55, '#04121b', 0.05],
      [1, '#04121b', 0.4],
    ],
    0,
  )
  const body: Point[] = [
    [-24, 8],
    [-15, -190],
    [15, -190],
    [24, 8],
  ]
  const bands = [0, 1, 2].map((i) => rect(-30, -150 + i * 62, 60, 30, red)).join('')
  return [
    polygon(body, white),
    group(bands, { 'clip-path': clip(canvas, polygon(body, '#000')) }),
    polygon(body, shade),
    rect(-24, -196, 48, 8, light.steel),
    rect(-12, -222, 24, 27, light.lamp ?? '#f9e3ad'),
    stroke('M-12 -222V-196M-4 -222V-196M4 -222V-196M12 -222V-196', light.steel, 1.6),
    path('M-17 -222Q0 -252 17 -222Z', red),
    rect(-1.5, -252, 3, 14, light.steel),
    rect(-4, -60, 8, 13, light.steel),
    rect(-4, -118, 8, 13, light.steel),
  ]
}

const pilotBoat = (light: Light) => [
  path('M0 62L14 92Q18 100 30 100H158Q178 96 196 58L150 64L30 66Z', light.cargo[0] ?? '#c4452b'),
  path('M0 62L8 78Q100 84 186 72L196 58L150 64L30 66Z', '#f4efe4'),
  path('M58 64V30H74L84 10H128L140 34V64Z', mix('#f4efe4', light.sky[0], 0.1)),
  path('M86 16H124L133 33H78Z', light.steel),
  stroke('M102 10V-26M92 -8H112M102 -20H110', light.steel, 2.6),
  ellipse(28, 100, 46, 5, '#ffffff', { opacity: 0.5 }),
  ellipse(160, 100, 56, 6, '#ffffff', { opacity: 0.6 }),
]
