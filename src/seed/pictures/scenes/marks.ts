// Logos: a geometric mark and a wordmark drawn as paths, on transparency.
import { text, textWidth } from '../kit/glyphs.ts'
import { circle, group, n, path, polygon, rect, stroke } from '../kit/svg.ts'

type Draw = (a: string, b: string) => string

// Each mark stands in a box of 100 × 100; a is its main colour, b its second.
const marks = {
  crane: (a, b) => path('M12 88V34L62 12V24L88 34V44H34V88Z', a) + rect(56, 60, 30, 28, b),
  wave: (a, b) => path('M6 58C20 40 34 40 50 58S80 76 94 58V92H6Z', a) + circle(66, 28, 17, b),
  kiln: (a, b) =>
    path('M10 92V50A40 40 0 0 1 90 50V92H64V56A14 14 0 0 0 36 56V92Z', a) + circle(50, 80, 10, b),
  star: (a, b) =>
    polygon(
      [
        [50, 4],
        [58, 42],
        [96, 50],
        [58, 58],
        [50, 96],
        [42, 58],
        [4, 50],
        [42, 42],
      ],
      a,
    ) + circle(50, 50, 8, b),
  noon: (a, b) =>
    path('M50 6A44 44 0 0 1 50 94Z', a) + path('M50 6A44 44 0 0 0 50 94A22 44 0 0 0 50 6Z', b),
  contour: (a, b) =>
    circle(50, 50, 42, 'none', { stroke: a, 'stroke-width': 7 }) +
    path(
      'M50 22C70 22 78 36 76 54C74 74 58 78 46 74C30 70 24 56 28 42C31 29 38 22 50 22Z',
      'none',
      { stroke: a, 'stroke-width': 7 },
    ) +
    circle(54, 50, 9, b),
  anchor: (a, b) =>
    stroke('M50 30V88M22 58C22 78 34 88 50 88S78 78 78 58M34 42H66', a, 10) +
    circle(50, 20, 10, 'none', { stroke: b, 'stroke-width': 8 }),
  stack: (a, b) =>
    rect(8, 62, 84, 26, a) +
    rect(8, 32, 40, 26, b) +
    rect(52, 32, 40, 26, a) +
    rect(30, 4, 40, 24, a),
  drop: (a, b) =>
    path('M50 4C70 34 84 50 84 66A34 34 0 0 1 16 66C16 50 30 34 50 4Z', a) +
    path('M50 90A24 24 0 0 1 26 66H50Z', b),
  bridge: (a, b) =>
    path('M4 76V64H16A34 34 0 0 1 84 64H96V76H76A26 26 0 0 0 24 76Z', a) + rect(4, 82, 92, 10, b),
  leaf: (a, b) =>
    path('M10 90C10 36 42 10 92 10C92 60 66 90 10 90Z', a) + stroke('M14 86L66 34', b, 7),
  gate: (a, b) => path('M8 92V8H36V92ZM64 92V8H92V92Z', a) + rect(36, 40, 28, 14, b),
  orbit: (a, b) =>
    circle(50, 50, 24, a) +
    path('M50 50m-46 0a46 18 -30 1 0 92 0a46 18 -30 1 0 -92 0', 'none', {
      stroke: b,
      'stroke-width': 7,
    }),
  steps: (a, b) => path('M6 94V70H30V48H54V26H78V6H94V94Z', a) + circle(26, 28, 15, b),
  weave: (a, b) =>
    [0, 1, 2].map((i) => rect(8 + i * 31, 4, 20, 92, i % 2 ? b : a)).join('') +
    [0, 1].map((i) => rect(4, 22 + i * 36, 92, 16, i ? a : b, { opacity: 0.9 })).join(''),
  quarter: (a, b) =>
    path('M6 6H50A44 44 0 0 1 6 50Z', a) +
    path('M94 94H50A44 44 0 0 1 94 50Z', a) +
    circle(72, 28, 20, b) +
    circle(28, 72, 20, b),
  heart: (a, b) =>
    path('M50 92L12 52A24 24 0 0 1 50 22A24 24 0 0 1 88 52Z', a) +
    rect(44, 40, 12, 34, b) +
    rect(33, 51, 34, 12, b),
  signal: (a, b) =>
    circle(50, 78, 13, b) + stroke('M26 56A34 34 0 0 1 74 56M10 38A57 57 0 0 1 90 38', a, 12),
  tram: (a, b) =>
    path(
      'M18 8H82A10 10 0 0 1 92 18V70A10 10 0 0 1 82 80H18A10 10 0 0 1 8 70V18A10 10 0 0 1 18 8ZM22 24V50H78V24Z',
      a,
      { 'fill-rule': 'evenodd' },
    ) +
    circle(28, 66, 6, b) +
    circle(72, 66, 6, b) +
    stroke('M24 94L36 82M76 94L64 82', a, 7),
  peak: (a, b) =>
    polygon(
      [
        [4, 90],
        [42, 16],
        [62, 52],
        [70, 38],
        [96, 90],
      ],
      a,
    ) + circle(76, 18, 11, b),
  book: (a, b) =>
    path('M50 24C36 12 20 12 6 16V84C20 80 36 80 50 92Z', a) +
    path('M50 24C64 12 80 12 94 16V84C80 80 64 80 50 92Z', b),
  hex: (a, b) =>
    polygon(
      [
        [50, 4],
        [90, 27],
        [90, 73],
        [50, 96],
        [10, 73],
        [10, 27],
      ],
      a,
    ) +
    polygon(
      [
        [50, 28],
        [69, 39],
        [69, 61],
        [50, 72],
        [31, 61],
        [31, 39],
      ],
      b,
    ),
  sail: (a, b) =>
    path('M46 6V76H8C12 44 24 18 46 6Z', a) +
    path('M54 22C72 32 84 52 88 76H54Z', b) +
    rect(8, 84, 80, 10, a),
  bell: (a, b) =>
    path('M16 76C26 68 24 44 28 32A22 22 0 0 1 72 32C76 44 74 68 84 76Z', a) +
    circle(50, 86, 10, b),
} satisfies Record<string, Draw>

export type MarkName = keyof typeof marks

/** An SVG document of the mark, with the wordmark to its right when there is one. */
export const logo = ({
  mark,
  colour,
  second,
  wordmark,
  height = 240,
}: {
  mark: MarkName
  colour: string
  second: string
  wordmark?: string
  height?: number
}) => {
  const box = 140
  const size = 44
  const width = wordmark ? 140 + textWidth(wordmark, size, 3.4) + 24 : box
  const parts = [group(marks[mark](colour, second), { transform: 'translate(20 20)' })]
  if (wordmark) parts.push(text(144, 92, wordmark, { size, colour, weight: 0.17, tracking: 3.4 }))
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${n(Math.round((width / box) * height))}" height="${height}" viewBox="0 0 ${n(width)} ${box}">${parts.join('')}</svg>`
}
