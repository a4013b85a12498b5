// A product on a plinth: dial, lamp, speaker, sensors.
import { darker, lighter, mix } from '../../kit/colour.ts'
import {
  circle,
  ellipse,
  group,
  linear,
  n,
  path,
  polygon,
  radial,
  rect,
  softShadow,
  stroke,
  type Canvas,
} from '../../kit/svg.ts'

/** A thing on a plinth: a dial controller, a lamp, a speaker, a wearable. */
export const product = (
  canvas: Canvas,
  {
    colours,
    kind = 'dial',
  }: {
    colours: { ground: string; body: string; accent: string; ink: string }
    kind?: 'dial' | 'lamp' | 'speaker' | 'sensor'
  },
) => {
  const { w, h } = canvas
  const c = colours
  const floor = h * 0.74
  const out = [
    rect(
      0,
      0,
      w,
      h,
      linear(canvas, [
        [0, lighter(c.ground, 0.18)],
        [0.74, c.ground],
        [0.745, darker(c.ground, 0.13)],
        [1, lighter(c.ground, 0.04)],
      ]),
    ),
    circle(
      w * 0.5,
      h * 0.4,
      h * 0.6,
      radial(canvas, [
        [0, '#ffffff', 0.35],
        [1, '#ffffff', 0],
      ]),
    ),
  ]
  const x = w / 2
  const body = (angle = 8) =>
    linear(
      canvas,
      [
        [0, lighter(c.body, 0.45)],
        [0.45, c.body],
        [1, darker(c.body, 0.42)],
      ],
      angle,
    )
  if (kind === 'dial') {
    const [y, size] = [h * 0.45, h * 0.27]
    out.push(
      softShadow(canvas, x + 26, y + size * 1.02, size * 1.3, size * 0.5, c.ink, 0.5),
      circle(x, y, size, body(50)),
      circle(
        x,
        y,
        size * 0.86,
        linear(
          canvas,
          [
            [0, darker(c.body, 0.3)],
            [1, lighter(c.body, 0.35)],
          ],
          50,
        ),
      ),
      circle(x, y, size * 0.82, '#101318'),
    )
    for (let i = 0; i < 60; i++) {
      const angle = Math.PI * (0.75 + (1.5 * i) / 59)
      const lit = i < 38
      out.push(
        stroke(
          `M${n(x + Math.cos(angle) * size * 0.68)} ${n(y + Math.sin(angle) * size * 0.68)}L${n(x + Math.cos(angle) * size * 0.75)} ${n(y + Math.sin(angle) * size * 0.75)}`,
          lit ? mix(c.accent, '#ffffff', i / 90) : '#3a3f47',
          size * 0.018,
        ),
      )
    }
    out.push(glyphFigure(x, y, size))
  } else if (kind === 'lamp') {
    out.push(
      softShadow(canvas, x, floor + h * 0.08, h * 0.26, h * 0.04, c.ink, 0.6),
      ellipse(x, floor + h * 0.07, h * 0.15, h * 0.034, darker(c.body, 0.2)),
      ellipse(x, floor + h * 0.06, h * 0.15, h * 0.034, body(0)),
      rect(x - 5, h * 0.34, 10, floor - h * 0.28, body(0)),
      polygon(
        [
          [x - h * 0.3, h * 0.95],
          [x - h * 0.2, h * 0.38],
          [x + h * 0.2, h * 0.38],
          [x + h * 0.3, h * 0.95],
        ],
        linear(canvas, [
          [0, '#fff0c4', 0.55],
          [1, '#fff0c4', 0],
        ]),
      ),
      path(
        `M${n(x - h * 0.22)} ${n(h * 0.39)}C${n(x - h * 0.21)} ${n(h * 0.17)} ${n(x + h * 0.21)} ${n(h * 0.17)} ${n(x + h * 0.22)} ${n(h * 0.39)}Z`,
        linear(
          canvas,
          [
            [0, lighter(c.accent, 0.3)],
            [0.5, c.accent],
            [1, darker(c.accent, 0.45)],
          ],
          0,
        ),
      ),
      ellipse(x, h * 0.39, h * 0.22, h * 0.025, '#fff3d0'),
    )
  } else if (kind === 'speaker') {
    const [sw, sh] = [h * 0.36, h * 0.52]
    const top = floor + h * 0.06 - sh
    out.push(
      softShadow(canvas, x + 20, floor + h * 0.06, sw * 0.85, h * 0.04, c.ink, 0.65),
      rect(x - sw / 2, top, sw, sh, body(0), { rx: sw * 0.16 }),
    )
    for (let j = 0; j < 22; j++)
      for (let i = 0; i < 15; i++)
        out.push(
          circle(
            x - sw * 0.4 + (i * sw * 0.8) / 14,
            top + sh * 0.22 + (j * sh * 0.72) / 21,
            sw * 0.009,
            darker(c.body, 0.55),
            { opacity: 0.7 },
          ),
        )
    out.push(
      circle(x, top + sh * 0.11, sw * 0.05, c.accent),
      rect(x - sw * 0.3, top + sh * 0.1, sw * 0.14, sh * 0.014, darker(c.body, 0.5), { rx: 3 }),
      rect(x + sw * 0.16, top + sh * 0.1, sw * 0.14, sh * 0.014, darker(c.body, 0.5), { rx: 3 }),
    )
  } else {
    for (let i = 0; i < 3; i++) {
      const sx = x + (i - 1) * h * 0.36
      const sy = floor - h * 0.06 - (i === 1 ? h * 0.05 : 0)
      const size = h * (i === 1 ? 0.16 : 0.12)
      const colour = [c.body, c.accent, c.ink][i] ?? c.body
      out.push(
        softShadow(canvas, sx + 8, sy + size * 0.95, size * 1.3, size * 0.24, c.ink, 0.6),
        rect(
          sx - size,
          sy - size,
          size * 2,
          size * 1.9,
          linear(
            canvas,
            [
              [0, lighter(colour, 0.4)],
              [0.5, colour],
              [1, darker(colour, 0.4)],
            ],
            50,
          ),
          { rx: size * 0.5 },
        ),
        circle(sx, sy - size * 0.05, size * 0.46, darker(colour, 0.5)),
        circle(
          sx,
          sy - size * 0.05,
          size * 0.4,
          linear(
            canvas,
            [
              [0, '#33414c'],
              [1, '#0d1116'],
            ],
            60,
          ),
        ),
        circle(sx - size * 0.13, sy - size * 0.18, size * 0.1, '#ffffff', { opacity: 0.5 }),
        circle(sx + size * 0.62, sy - size * 0.62, size * 0.06, '#9ff0c4'),
      )
    }
  }
  return out
}

const glyphFigure = (x: number, y: number, size: number) => {
  const k = size / 62
  return group(
    [
      stroke('M-17 -7C-17 -17 -2 -17 -2 -8C-2 0 -14 6 -18 14H-1', '#ffffff', 3),
      stroke('M8 -14H22M8 -14L7 -3C13 -7 24 -5 23 5C22 16 8 17 5 9', '#ffffff', 3),
      circle(29, -13, 2.6, 'none', { stroke: '#ffffff', 'stroke-width': 1.6 }),
    ],
    { transform: `translate(${n(x)} ${n(y)}) scale(${n(k)})` },
  )
}
