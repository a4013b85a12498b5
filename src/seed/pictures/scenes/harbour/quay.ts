// The quay from across the basin: gantry cranes, a ship at berth, the skyline and its reflection.
import { mix } from '../../kit/colour.ts'
import { createNoise } from '../../kit/noise.ts'
import {
  at,
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
import { type Hour, type Light, lights, cloud } from './light.ts'

/** The quay from across the basin. */
export const quay = (
  canvas: Canvas,
  { hour = 'dawn', cranes = 4 }: { hour?: Hour; cranes?: number } = {},
) => {
  const { w, h, random: r } = canvas
  const light = lights[hour]
  const horizon = h * 0.68
  const sunX = w * r.between(0.22, 0.78)
  const sunY =
    horizon - h * (hour === 'day' || hour === 'night' ? r.between(0.4, 0.5) : r.between(0.08, 0.2))
  const out = [
    rect(
      0,
      0,
      w,
      horizon + 2,
      linear(canvas, [
        [0, light.sky[0]],
        [0.62, light.sky[1]],
        [1, light.sky[2]],
      ]),
    ),
  ]
  if (hour === 'night')
    for (let i = 0; i < 90; i++)
      out.push(
        circle(r.between(0, w), r.between(0, horizon * 0.7), r.between(0.4, 1.3), '#ffffff', {
          opacity: n(r.between(0.2, 0.8)),
        }),
      )
  out.push(
    circle(
      sunX,
      sunY,
      h * 0.34,
      radial(canvas, [
        [0, light.sun, 0.55],
        [1, light.sun, 0],
      ]),
    ),
    circle(sunX, sunY, h * (hour === 'night' ? 0.045 : 0.085), light.sun),
  )
  for (let i = 0; i < 4; i++)
    out.push(
      cloud(
        canvas,
        r.between(-0.1, 0.9) * w,
        r.between(0.08, 0.5) * horizon,
        r.between(0.2, 0.42) * w,
        light.sky[2],
        hour === 'night' ? 0.06 : 0.35,
      ),
    )
  out.push(skyline(canvas, horizon, light))
  const ship = vessel(canvas, light)
  const shipX = w * r.between(0.12, 0.26)
  const shipWidth = w * r.between(0.52, 0.62)
  const scene = [
    ...Array.from({ length: cranes }, (_, i) =>
      gantry(
        light,
        w * (0.02 + (0.96 / cranes) * (i + r.between(0.34, 0.66))),
        horizon,
        h * r.between(0.4, 0.5),
        r.chance(0.4),
        r,
      ),
    ),
    at(shipX, horizon - shipWidth * 0.165, ship, shipWidth / 1000),
  ].join('')
  out.push(scene)
  out.push(
    rect(
      0,
      horizon,
      w,
      h - horizon,
      linear(canvas, [
        [0, light.sea[0]],
        [1, light.sea[1]],
      ]),
    ),
  )
  out.push(
    group(group(scene, { transform: `translate(0 ${n(horizon * 2)}) scale(1 -1)` }), {
      opacity: 0.26,
      'clip-path': clip(canvas, rect(0, horizon, w, h - horizon, '#000')),
    }),
  )
  for (let i = 0; i < 70; i++) {
    const depth = r.next() ** 1.4
    const y = horizon + depth * (h - horizon)
    const width = w * (0.02 + depth * 0.12) * r.between(0.4, 1.2)
    const nearSun = r.chance(0.45)
    const x = nearSun
      ? sunX + r.between(-1, 1) * w * (0.02 + depth * 0.09) - width / 2
      : r.between(-0.1, 1) * w
    out.push(
      rect(
        x,
        y,
        width,
        0.8 + depth * 3.4,
        nearSun ? light.sun : mix(light.sea[0], light.sea[1], r.between(0, 0.8)),
        { rx: 1.6, opacity: n(nearSun ? 0.75 - depth * 0.35 : 0.5) },
      ),
    )
  }
  out.push(rect(0, h * 0.935, w, h * 0.07, light.quay))
  for (let i = 0; i < 5; i++)
    out.push(bollard(w * (0.08 + i * 0.21), h * 0.937, h * 0.022, light.quay))
  if (hour === 'fog')
    out.push(
      rect(
        0,
        h * 0.3,
        w,
        h * 0.55,
        linear(canvas, [
          [0, '#e6e2d8', 0],
          [0.55, '#e6e2d8', 0.72],
          [1, '#e6e2d8', 0],
        ]),
      ),
    )
  return out
}

const gantry = (
  light: Light,
  x: number,
  ground: number,
  height: number,
  raised: boolean,
  r: Canvas['random'],
) => {
  const s = light.steel
  const k = height / 100
  const post = (px: number) => rect(px - 1.5, -62, 3, 62, s)
  const parts = [
    post(-14),
    post(16),
    rect(-16, -31, 34, 2.6, s),
    rect(-16, -63, 34, 3, s),
    stroke('M-14 -31L16 -61M16 -31L-14 -61', s, 0.9),
    rect(-18, -3, 8, 3, s),
    rect(12, -3, 8, 3, s),
  ]
  parts.push(
    polygon(
      [
        [-3, -64],
        [1, -98],
        [4, -98],
        [6, -64],
      ],
      s,
    ),
    rect(-34, -66.5, 54, 3.6, s),
  )
  if (raised)
    parts.push(
      group([rect(18, -66.5, 52, 3, s), stroke('M2 -97L62 -67', s, 0.7)], {
        transform: 'rotate(-68 18 -65)',
      }),
    )
  else {
    const trolley = r.between(26, 56)
    const drop = r.between(10, 30)
    parts.push(
      rect(18, -66.5, 54, 3, s),
      stroke('M2.5 -97L68 -66M2.5 -97L40 -66M2 -97L-32 -66', s, 0.7),
    )
    parts.push(
      rect(trolley - 4, -64, 8, 2.6, s),
      stroke(
        `M${n(trolley - 3)} -62V${n(-62 + drop)}M${n(trolley + 3)} -62V${n(-62 + drop)}`,
        s,
        0.45,
      ),
    )
    parts.push(rect(trolley - 6, -62 + drop, 12, 5, r.pick(light.cargo)))
  }
  parts.push(rect(-30, -72, 15, 6, s), rect(21, -61.5, 5, 5, mix(s, light.sky[2], 0.25)))
  if (light.lamp)
    parts.push(
      circle(2.5, -98.5, 1, light.lamp),
      circle(-12, -60, 0.9, light.lamp),
      circle(14, -60, 0.9, light.lamp),
      circle(68, -65, 0.9, light.lamp),
    )
  return group(parts, {
    transform: `translate(${n(x)} ${n(ground)}) scale(${n(k * (r.chance(0.5) ? 1 : -1))} ${n(k)})`,
  })
}

const vessel = (canvas: Canvas, light: Light) => {
  const r = canvas.random
  const parts: string[] = []
  for (let column = 0; column < 15; column++) {
    if (column === 3) continue
    const stack = r.int(3, 6) - (column > 12 ? 2 : 0)
    for (let level = 0; level < stack; level++) {
      const colour = r.pick(light.cargo)
      parts.push(
        rect(60 + column * 55, 76 - level * 23, 53, 21.6, colour),
        rect(60 + column * 55, 93 - level * 23, 53, 4.6, light.steel, { opacity: 0.22 }),
      )
    }
  }
  const tower = mix('#f4efe4', light.sky[1], light.lamp ? 0.45 : 0.12)
  parts.push(
    rect(222, -78, 50, 180, tower),
    rect(212, -74, 70, 20, tower),
    rect(214, -70, 66, 8, light.steel),
  )
  for (let i = 0; i < 5; i++)
    parts.push(
      rect(228, -44 + i * 24, 38, 5, light.lamp ?? mix(light.steel, tower, 0.35), {
        opacity: light.lamp ? 0.9 : 0.7,
      }),
    )
  parts.push(
    rect(244, -112, 4, 36, light.steel),
    rect(278, -46, 24, 62, light.cargo[0] ?? '#c4452b'),
    rect(278, -34, 24, 12, '#f4efe4'),
  )
  parts.push(
    path('M20 98H962L998 78L972 165H62Q34 165 28 130Z', light.steel),
    path('M30 146H977L972 165H62Q40 165 33 148Z', light.cargo[0] ?? '#c4452b'),
  )
  parts.push(rect(40, 106, 900, 3, '#ffffff', { opacity: 0.22 }))
  return parts
}

const skyline = (canvas: Canvas, horizon: number, light: Light) => {
  const { w, h, random: r } = canvas
  const noise = createNoise({ seed: `${canvas.seed}-hills`, octaves: 3 })
  const hills: Point[] = []
  for (let i = 0; i <= 30; i++)
    hills.push([(w / 30) * i, horizon - h * 0.03 - noise(i / 6, 1) * h * 0.11])
  let out = path(`${smooth(hills)}L${w} ${n(horizon)}L0 ${n(horizon)}Z`, light.far, {
    opacity: 0.75,
  })
  let x = -10
  let d = `M0 ${n(horizon)}`
  while (x < w) {
    const width = r.between(12, 46)
    const top = horizon - r.between(0.015, 0.06) * h - (r.chance(0.07) ? h * 0.07 : 0)
    d += `L${n(x)} ${n(top)}L${n(x + width)} ${n(r.chance(0.25) ? top - 8 : top)}`
    x += width
  }
  out += path(`${d}L${w} ${n(horizon)}Z`, light.near)
  if (light.lamp)
    for (let i = 0; i < 90; i++)
      out += rect(r.between(0, w), horizon - r.between(0.006, 0.045) * h, 1.8, 1.8, light.lamp, {
        opacity: n(r.between(0.4, 1)),
      })
  return out
}

const bollard = (x: number, y: number, size: number, colour: string) =>
  path(
    `M${n(x - size)} ${n(y)}V${n(y - size * 0.7)}Q${n(x - size * 1.5)} ${n(y - size * 0.9)} ${n(x - size * 1.3)} ${n(y - size * 1.4)}H${n(x + size * 1.3)}Q${n(x + size * 1.5)} ${n(y - size * 0.9)} ${n(x + size)} ${n(y - size * 0.7)}V${n(y)}Z`,
    mix(colour, '#000000', 0.25),
  )
