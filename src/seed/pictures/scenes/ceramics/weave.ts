// Woven cloth, near enough to see the threads.
import { darker, mix } from '../../kit/colour.ts'
import { linear, n, rect, type Canvas } from '../../kit/svg.ts'
import type { Studio } from './vessel.ts'

/** Woven cloth, near enough to see the threads. */
export const weave = (
  canvas: Canvas,
  { studio: s, threads = 64 }: { studio: Studio; threads?: number },
) => {
  const { w, h, random: r } = canvas
  const size = w / threads
  const warp = Array.from(
    { length: threads },
    (_, i) =>
      s.clays[
        Math.floor(
          (Math.sin(i * 0.33) + Math.sin(i * 0.11 + 2) + 2) * 0.99 * s.clays.length * 0.25,
        ) % s.clays.length
      ] ?? '#b8532f',
  )
  const rows = Math.ceil(h / size)
  const out = [rect(0, 0, w, h, darker(s.clays[0] ?? '#333333', 0.5))]
  const draft = r.pick([
    [0, 1, 2, 3],
    [0, 1, 2, 3, 2, 1],
    [0, 2, 1, 3],
  ])
  for (let j = 0; j < rows; j++) {
    const weft =
      s.glazes[Math.floor((Math.sin(j * 0.21 + 1) + 1) * 0.5 * s.glazes.length * 0.999)] ??
      '#efe6d8'
    for (let i = 0; i < threads; i++) {
      const over = ((draft[i % draft.length] ?? 0) + (draft[j % draft.length] ?? 0)) % 4 < 2
      const colour = mix(over ? (warp[i] ?? weft) : weft, '#ffffff', r.between(0, 0.1))
      out.push(
        over
          ? rect(i * size + 0.8, j * size - size * 0.16, size - 1.6, size * 1.32, colour, {
              rx: n(size * 0.4),
            })
          : rect(i * size - size * 0.16, j * size + 0.8, size * 1.32, size - 1.6, colour, {
              rx: n(size * 0.4),
            }),
      )
    }
  }
  const fold = linear(
    canvas,
    [
      [0, '#000000', 0.35],
      [0.22, '#ffffff', 0.12],
      [0.45, '#000000', 0.22],
      [0.7, '#ffffff', 0.14],
      [1, '#000000', 0.4],
    ],
    18,
  )
  return [...out, rect(0, 0, w, h, fold)]
}
