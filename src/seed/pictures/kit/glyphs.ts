// A single-line alphabet drawn as paths, so that pictures never depend on an installed font.
import { stroke, type Attributes } from './svg.ts'

// Each glyph stands in a box 10 wide and 14 high; the number is its advance.
const glyphs: Record<string, readonly [advance: number, d: string]> = {
  A: [12, 'M0 14L5 0L10 14M2 9H8'],
  B: [11.5, 'M0 0V14M0 0H5.5A3.3 3.3 0 0 1 5.5 6.6H0M5.5 6.6A3.7 3.7 0 0 1 5.5 14H0'],
  C: [12, 'M10 3.2A5 5 0 0 0 0 5V9A5 5 0 0 0 10 10.8'],
  D: [12, 'M0 0V14H4.5A5.5 5.5 0 0 0 10 8.5V5.5A5.5 5.5 0 0 0 4.5 0Z'],
  E: [10.5, 'M8.5 0H0V14H8.5M0 6.8H7.5'],
  F: [10, 'M8.5 0H0V14M0 6.8H7'],
  G: [12.5, 'M10 3.2A5 5 0 0 0 0 5V9A5 5 0 0 0 10 9V7.6H5.8'],
  H: [12, 'M0 0V14M10 0V14M0 6.8H10'],
  I: [4, 'M1 0V14'],
  J: [10, 'M8 0V10A4 4 0 0 1 0 10'],
  K: [11.5, 'M0 0V14M9.5 0L0 8.6M3.4 5.8L10 14'],
  L: [10, 'M0 0V14H8.4'],
  M: [14.5, 'M0 14V0L6.2 9L12.4 0V14'],
  N: [12.5, 'M0 14V0L10 14V0'],
  O: [12.5, 'M0 5A5 5 0 0 1 10 5V9A5 5 0 0 1 0 9Z'],
  P: [11, 'M0 14V0H5.4A3.9 3.9 0 0 1 5.4 7.8H0'],
  Q: [12.5, 'M0 5A5 5 0 0 1 10 5V9A5 5 0 0 1 0 9ZM6.5 10.5L10.5 14.5'],
  R: [11.5, 'M0 14V0H5.4A3.8 3.8 0 0 1 5.4 7.6H0M5 7.6L9.6 14'],
  S: [
    11.5,
    'M9 2.6C8.2 .8 6.6 0 4.7 0C2.2 0 .3 1.4 .3 3.6C.3 8.6 9.5 5.4 9.5 10.3C9.5 12.6 7.4 14 4.9 14C2.6 14 .7 12.9 0 11',
  ],
  T: [11, 'M0 0H10M5 0V14'],
  U: [12.5, 'M0 0V9A5 5 0 0 0 10 9V0'],
  V: [12, 'M0 0L5 14L10 0'],
  W: [16.5, 'M0 0L3.7 14L7.4 2L11.1 14L14.8 0'],
  X: [11.5, 'M0 0L9.6 14M9.6 0L0 14'],
  Y: [11.5, 'M0 0L5 7.3L10 0M5 7.3V14'],
  Z: [11, 'M0 0H9.2L0 14H9.4'],
  '0': [11.5, 'M0 5A4.6 5 0 0 1 9.2 5V9A4.6 5 0 0 1 0 9Z'],
  '1': [7.5, 'M0 2.8L4.2 0V14'],
  '2': [11, 'M.2 3.6A4.3 4 0 0 1 8.8 4C8.8 7.4 1.5 9.8 0 14H9'],
  '3': [11, 'M.4 0H8.6L4.2 5.4A4.4 4.3 0 1 1 .1 11'],
  '4': [11.5, 'M7 14V0L0 10H9.6'],
  '5': [11, 'M8.2 0H1.4L.6 6.2C4 4.2 9 5.2 9 9.4C9 14.6 2 15 0 11.4'],
  '6': [11.5, 'M7.4 0C3 3 0 6 0 9.4A4.6 4.6 0 1 0 9.2 9.4A4.5 4.3 0 0 0 .4 8'],
  '7': [10.5, 'M0 0H8.8L3 14'],
  '8': [11.5, 'M4.6 6.6A3.7 3.3 0 1 1 4.61 6.6A4.5 3.7 0 1 1 4.6 6.6Z'],
  '9': [11.5, 'M1.8 14C6.2 11 9.2 8 9.2 4.6A4.6 4.6 0 1 0 0 4.6A4.5 4.3 0 0 0 8.8 6'],
  '.': [4, 'M1 13.9V14'],
  ',': [4, 'M1.5 13V14L.5 16'],
  ':': [4.5, 'M1 4.9V5M1 11.9V12'],
  '-': [8, 'M0 8H5.5'],
  '+': [11, 'M0 7.5H8.5M4.25 3.2V11.7'],
  '%': [14, 'M0 14L11 0M2.5 5.5A2.3 2.5 0 1 1 2.51 5.5M8.6 14A2.3 2.5 0 1 1 8.61 14'],
  '/': [9, 'M0 15L7 -1'],
  '>': [11, 'M0 3.5H0M1 7.5H8.5M5 3.5L9 7.5L5 11.5'],
  '°': [6, 'M2 4A2 2 0 1 1 2.01 4'],
  '€': [12, 'M9.5 2.5A5 5.5 0 0 0 2 5V9A5 5.5 0 0 0 9.5 11.5M0 5.6H7M0 8.5H6.5'],
  '&': [12, 'M9.5 8C8 14 0 15.5 0 10.5C0 7 6.5 6 6.5 2.8C6.5 -.7 2 -.7 2 2.8C2 5.5 7 11 10 14'],
}

export type TextOptions = {
  size: number
  colour: string
  weight?: number
  anchor?: 'start' | 'middle' | 'end'
  tracking?: number
  opacity?: number
}

export const textWidth = (value: string, size: number, tracking = 1.6) =>
  [...value.toUpperCase()].reduce(
    (sum, letter) => sum + (glyphs[letter]?.[0] ?? 6) + tracking,
    -tracking,
  ) *
  (size / 14)

/** Capitals, figures and a little punctuation; `size` is the cap height, y the baseline. */
export const text = (
  x: number,
  y: number,
  value: string,
  { size, colour, weight = 0.13, anchor = 'start', tracking = 1.6, opacity }: TextOptions,
) => {
  const scale = size / 14
  const width = textWidth(value, size, tracking)
  let cursor = anchor === 'start' ? 0 : anchor === 'middle' ? -width / 2 / scale : -width / scale
  const more: Attributes = { opacity }
  let out = ''
  for (const letter of value.toUpperCase()) {
    const glyph = glyphs[letter]
    if (glyph) {
      out += stroke(glyph[1], colour, weight * 14, {
        transform: `translate(${(x + cursor * scale).toFixed(2)} ${(y - size).toFixed(2)}) scale(${scale.toFixed(4)})`,
        ...more,
      })
    }
    cursor += (glyph?.[0] ?? 6) + tracking
  }
  return out
}

/** Greeked copy: bars in place of words, ragged right. */
export const greek = (
  x: number,
  y: number,
  width: number,
  lines: number,
  {
    size,
    colour,
    leading = 2.1,
    ragged = [1, 0.94, 0.98, 0.6],
  }: { size: number; colour: string; leading?: number; ragged?: readonly number[] },
) => {
  let d = ''
  for (let i = 0; i < lines; i++) {
    const share = i === lines - 1 && lines > 1 ? 0.55 : (ragged[i % ragged.length] ?? 1)
    const top = y + i * size * leading
    d += `M${x.toFixed(1)} ${top.toFixed(1)}h${(width * share).toFixed(1)}`
  }
  return stroke(d, colour, size)
}
