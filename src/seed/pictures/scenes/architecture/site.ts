// A building site’s palette, and the small figures that give it scale.
import { darker, mix } from '../../kit/colour.ts'
import { circle, group, n, path, polygon } from '../../kit/svg.ts'

export type Site = {
  sky: [string, string]
  walls: string[]
  ground: string
  shadow: string
  accent: string
  glass: string
}

/** A small standing figure, for scale; (x, y) is where the feet are. */
export const person = (x: number, y: number, height: number, coat: string, shadow: string) => {
  const k = height / 100
  return group(
    [
      polygon(
        [
          [0, 0],
          [70, -22],
          [82, -18],
          [10, 2],
        ],
        shadow,
        { opacity: 0.28 },
      ),
      path('M-7 0L-6 -44H6L8 0H2L0 -30L-2 0Z', darker(shadow, 0.2)),
      path('M-13 -40C-14 -66 -12 -78 0 -80C12 -78 14 -66 13 -40Z', coat),
      circle(0, -89, 8, mix('#c99473', shadow, 0.25)),
      path('M-8 -90A8 8.5 0 0 1 8 -90C6 -94 -4 -95 -8 -90Z', darker(shadow, 0.3)),
    ],
    { transform: `translate(${n(x)} ${n(y)}) scale(${n(k)})` },
  )
}
