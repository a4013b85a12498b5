// A container ship from straight above.
import { mix } from '../../kit/colour.ts'
import { createNoise } from '../../kit/noise.ts'
import { circle, group, linear, n, path, radial, rect, stroke, type Canvas } from '../../kit/svg.ts'
import { type Hour, lights } from './light.ts'

/** A container ship from straight above, with its wake. */
export const fromAbove = (canvas: Canvas, { hour = 'day' }: { hour?: Hour } = {}) => {
  const { w, h, random: r } = canvas
  const light = lights[hour]
  const deep = mix(light.sea[1], '#0c3242', hour === 'day' ? 0.25 : 0)
  const noise = createNoise({ seed: canvas.seed })
  const out = [
    rect(
      0,
      0,
      w,
      h,
      linear(
        canvas,
        [
          [0, mix(deep, light.sea[0], 0.24)],
          [1, deep],
        ],
        30,
      ),
    ),
  ]
  for (let i = 0; i < 240; i++) {
    const [x, y] = [r.between(0, w), r.between(0, h)]
    out.push(
      stroke(
        `M${n(x)} ${n(y)}q${n(r.between(8, 26))} ${n((noise(x / 90, y / 90) - 0.5) * 26)} ${n(r.between(24, 60))} 0`,
        light.sea[0],
        r.between(0.5, 1.6),
        { opacity: n(r.between(0.08, 0.3)) },
      ),
    )
  }
  const foam = hour === 'night' ? '#7fa1ad' : '#f3efe2'
  const parts: string[] = []
  for (const side of [-1, 1]) {
    for (let k = 0; k < 5; k++)
      parts.push(
        stroke(
          `M430 ${side * (20 + k * 4)}C200 ${side * (95 + k * 12)} -200 ${side * (190 + k * 26)} -1000 ${side * (330 + k * 52)}`,
          foam,
          7 - k,
          { opacity: n(0.4 - k * 0.06) },
        ),
      )
  }
  for (const spread of [0.5, 0.8, 1.1])
    parts.push(
      path(
        `M-430 ${n(-50 * spread)}C-560 ${n(-62 * spread)} -800 ${n(-70 * spread)} -1000 ${n(-80 * spread)}V${n(80 * spread)}C-800 ${n(70 * spread)} -560 ${n(62 * spread)} -430 ${n(50 * spread)}Z`,
        linear(
          canvas,
          [
            [0, foam, 0],
            [0.5, foam, 0.06],
            [1, foam, 0.6],
          ],
          0,
        ),
      ),
    )
  parts.push(
    path(
      'M-440 -44Q-452 0 -440 44L-424 76H330C420 70 500 30 530 0C500 -30 420 -70 330 -76H-424Z',
      '#061019',
      { opacity: 0.35, transform: 'translate(-16 26)' },
    ),
  )
  parts.push(
    path('M-430 -70Q-446 0 -430 70H330C420 66 500 30 530 0C500 -30 420 -66 330 -70Z', light.steel),
    path(
      'M-416 -60Q-430 0 -416 60H326C400 58 470 26 496 0C470 -26 400 -58 326 -60Z',
      mix(light.cargo[0] ?? '#c4452b', light.steel, 0.25),
    ),
  )
  for (let bay = 0; bay < 13; bay++) {
    if (bay === 3) {
      parts.push(
        rect(-404 + bay * 56, -62, 46, 124, '#f4efe4', { rx: 3 }),
        rect(-396 + bay * 56, -76, 22, 152, '#e3dccd'),
        rect(-390 + bay * 56, -26, 24, 52, light.steel),
        circle(-378 + bay * 56, 0, 9, light.cargo[0] ?? '#c4452b'),
      )
      continue
    }
    const rows = bay > 10 ? 6 : 8
    for (let row = 0; row < rows; row++) {
      const colour = r.pick(light.cargo)
      const y = (row - rows / 2) * 14
      const half = r.chance(0.2)
      parts.push(
        rect(-404 + bay * 56, y, half ? 24 : 50, 12.6, mix(colour, '#ffffff', r.between(0, 0.14))),
      )
      if (half) parts.push(rect(-378 + bay * 56, y, 24, 12.6, r.pick(light.cargo)))
      parts.push(rect(-404 + bay * 56, y + 9.6, 50, 3, light.steel, { opacity: 0.28 }))
    }
  }
  out.push(
    group(parts, {
      transform: `translate(${n(w * 0.54)} ${n(h * 0.48)}) rotate(${n(r.between(-28, -16))}) scale(${n(w / 1230)})`,
    }),
  )
  out.push(
    rect(
      0,
      0,
      w,
      h,
      radial(
        canvas,
        [
          [0, light.sun, 0.14],
          [1, '#04121b', 0.25],
        ],
        { x: 0.3, y: 0.2, r: 0.95 },
      ),
    ),
  )
  return out
}
