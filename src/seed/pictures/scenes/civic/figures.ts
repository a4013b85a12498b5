// People and plants of the public service scenes.
import { darker } from '../../kit/colour.ts'
import { circle, ellipse, group, n, path, rect } from '../../kit/svg.ts'

export type Civic = { wall: string; floor: string; ink: string; accents: string[]; paper: string }

export const skinTones = ['#f0cbb0', '#d9a379', '#b87f55', '#8a5735', '#5f3a25', '#4a2c1d']

export const hairTones = ['#1b1718', '#4a3024', '#7a452a', '#c99c55', '#b9b6b0', '#2a2320']

type Clothes = { coat: string; skin: string; hair: string; legs: string; dress?: boolean }

export const figure = (
  x: number,
  y: number,
  height: number,
  { coat, skin, hair, legs, dress }: Clothes,
) => {
  const k = height / 200
  return group(
    [
      dress
        ? path('M-14 -6L-13 -70H-3V-6ZM3 -6V-70H13L14 -6Z', skin)
        : path('M-19 -4L-17 -96H17L19 -4H5L1 -76L-5 -4Z', legs),
      path('M-21 0Q-22 -9 -11 -9L-3 -4V0ZM21 0Q22 -9 11 -9L3 -4V0Z', darker(legs, 0.4)),
      dress
        ? path(
            'M-22 -150C-28 -120 -26 -90 -34 -54Q0 -44 34 -54C26 -90 28 -120 22 -150Q0 -160 -22 -150Z',
            coat,
          )
        : path(
            'M-24 -150C-28 -120 -25 -100 -25 -84Q0 -78 25 -84C25 -100 28 -120 24 -150Q0 -160 -24 -150Z',
            coat,
          ),
      path(
        'M-24 -148C-38 -132 -38 -108 -34 -82L-25 -82C-26 -102 -24 -118 -18 -132Z',
        darker(coat, 0.14),
      ),
      path('M24 -148C38 -132 38 -108 34 -82L25 -82C26 -102 24 -118 18 -132Z', darker(coat, 0.22)),
      circle(-30, -80, 5.5, skin),
      circle(30, -80, 5.5, skin),
      rect(-6, -164, 12, 16, darker(skin, 0.14)),
      ellipse(0, -178, 15, 18, skin),
      dress
        ? path(
            'M-17 -172C-22 -208 22 -208 17 -172C20 -160 18 -150 14 -148C18 -170 12 -188 0 -188C-12 -188 -18 -170 -14 -148C-18 -150 -20 -160 -17 -172Z',
            hair,
          )
        : path('M-16 -180C-18 -204 18 -204 16 -180C12 -190 -8 -192 -16 -180Z', hair),
    ],
    { transform: `translate(${n(x)} ${n(y)}) scale(${n(k)})` },
  )
}

export const seated = (
  x: number,
  y: number,
  height: number,
  { coat, skin, hair, legs }: Clothes,
) => {
  const k = height / 150
  return group(
    [
      path('M-18 -14H18L22 6V52H9L6 14H-6L-9 52H-22V6Z', legs),
      path('M-24 52H-6V45H-16ZM24 52H6V45H16Z', darker(legs, 0.4)),
      path('M-22 -74C-26 -50 -24 -30 -22 -6Q0 0 22 -6C24 -30 26 -50 22 -74Q0 -84 -22 -74Z', coat),
      path(
        'M-22 -72C-36 -54 -34 -30 -18 -14L-8 -12L-12 -22C-22 -34 -22 -44 -15 -56Z',
        darker(coat, 0.14),
      ),
      path('M22 -72C36 -54 34 -30 18 -14L8 -12L12 -22C22 -34 22 -44 15 -56Z', darker(coat, 0.22)),
      rect(-9, -24, 18, 13, '#f7f3ea', { rx: 2 }),
      circle(-9, -14, 5, skin),
      circle(9, -14, 5, skin),
      rect(-6, -88, 12, 14, darker(skin, 0.14)),
      ellipse(0, -101, 15, 18, skin),
      path('M-16 -103C-18 -127 18 -127 16 -103C10 -114 -8 -115 -16 -103Z', hair),
    ],
    { transform: `translate(${n(x)} ${n(y)}) scale(${n(k)})` },
  )
}

export const plant = (x: number, y: number, height: number, c: Civic) => {
  const k = height / 100
  const leaf = c.accents[2] ?? '#5e9c8d'
  const leaves = [-64, -40, -18, 6, 28, 52].map((angle, i) =>
    group(
      path(
        `M0 0C-12 -24 -10 -52 0 -${62 - Math.abs(angle) * 0.2}C10 -52 12 -24 0 0Z`,
        darker(leaf, (i % 3) * 0.14),
      ),
      { transform: `translate(0 -28) rotate(${angle})` },
    ),
  )
  return group(
    [
      ...leaves,
      path('M-19 -30H19L14 0H-14Z', '#f3ede1'),
      rect(-21, -34, 42, 8, '#ffffff', { rx: 2 }),
    ],
    { transform: `translate(${n(x)} ${n(y)}) scale(${n(k)})` },
  )
}
