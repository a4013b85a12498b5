// Soft fields of light, a calm ground for devices.
import { ellipse, linear, radial, rect, type Canvas } from '../../kit/svg.ts'

/** Soft fields of light, a calm ground for devices and marks. */
export const lightField = (canvas: Canvas, { colours }: { colours: string[] }) => {
  const { w, h, random: r } = canvas
  const out = [
    rect(
      0,
      0,
      w,
      h,
      linear(
        canvas,
        [
          [0, colours[0] ?? '#14202b'],
          [1, colours[1] ?? '#27655f'],
        ],
        50,
      ),
    ),
  ]
  for (let i = 0; i < 7; i++) {
    const colour = colours[(i + 1) % colours.length] ?? '#ffffff'
    out.push(
      ellipse(
        r.between(0, w),
        r.between(0, h),
        w * r.between(0.25, 0.55),
        h * r.between(0.3, 0.7),
        radial(canvas, [
          [0, colour, 0.7],
          [0.5, colour, 0.28],
          [1, colour, 0],
        ]),
      ),
    )
  }
  return out
}
