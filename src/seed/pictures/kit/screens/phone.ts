// Phone interfaces: a summary, a pass, a question.
import { mix } from '../colour.ts'
import { greek, text } from '../glyphs.ts'
import { type Point, circle, linear, line, path, rect, smooth, stroke } from '../svg.ts'
import { type ScreenOptions } from './skin.ts'

/** A phone screen: greeting, one large figure, a curve, a list. `words`: title, figure, then list rows. */
export const phoneSummary =
  ({ canvas, skin: s, words = ['Today', '14:20', 'Next', 'Then', 'Later'] }: ScreenOptions) =>
  (w: number, h: number) => {
    const r = canvas.random
    let out = rect(0, 0, w, h, s.page)
    out += rect(
      0,
      0,
      w,
      h * 0.44,
      linear(
        canvas,
        [
          [0, s.accent],
          [1, mix(s.accent, s.ink, 0.35)],
        ],
        70,
      ),
    )
    out += text(28, 104, words[0] ?? '', {
      size: 15,
      colour: '#ffffff',
      weight: 0.14,
      opacity: 0.85,
    })
    out += text(28, 186, words[1] ?? '', { size: 54, colour: '#ffffff', weight: 0.11 })
    const points: Point[] = []
    for (let i = 0; i <= 8; i++)
      points.push([(w / 8) * i, h * 0.36 - 30 * Math.sin(i * 0.9) - r.between(0, 26)])
    out +=
      path(`${smooth(points)}L${w} ${h * 0.44}L0 ${h * 0.44}Z`, '#ffffff', { opacity: 0.16 }) +
      stroke(smooth(points), '#ffffff', 3)
    const spot = points[5] ?? [0, 0]
    out += circle(spot[0], spot[1], 8, '#ffffff') + circle(spot[0], spot[1], 4, s.accent)
    words.slice(2).forEach((word, i) => {
      const y = h * 0.48 + i * 92
      out += rect(18, y, w - 36, 80, s.surface, { rx: 16 })
      out += rect(34, y + 18, 44, 44, i === 0 ? s.accent : mix(s.second, s.surface, 0.65), {
        rx: 12,
      })
      out += stroke(`M46 ${y + 41}l7 7l13 -15`, i === 0 ? '#ffffff' : s.ink, 3)
      out += text(96, y + 38, word, { size: 13, colour: s.ink, weight: 0.15 })
      out += greek(97, y + 56, r.between(90, 150), 1, { size: 6, colour: s.rule })
    })
    return out
  }

/** A phone screen with a code to show at a barrier. `words`: title, place, time. */
export const phonePass =
  ({ canvas, skin: s, words = ['Gate', 'Lane 4', '06:40'] }: ScreenOptions) =>
  (w: number, h: number) => {
    const r = canvas.random
    let out = rect(0, 0, w, h, s.ink)
    out += text(w / 2, 112, words[0] ?? '', { size: 17, colour: '#ffffff', anchor: 'middle' })
    out += rect(28, 146, w - 56, h - 250, '#ffffff', { rx: 24 })
    const size = 11
    const count = 21
    const left = (w - size * count) / 2
    const finder = (cx: number, cy: number) =>
      rect(left + cx * size, 186 + cy * size, size * 7, size * 7, s.ink) +
      rect(left + (cx + 1) * size, 186 + (cy + 1) * size, size * 5, size * 5, '#ffffff') +
      rect(left + (cx + 2) * size, 186 + (cy + 2) * size, size * 3, size * 3, s.ink)
    for (let j = 0; j < count; j++) {
      for (let i = 0; i < count; i++) {
        const corner = (i < 8 && j < 8) || (i > 12 && j < 8) || (i < 8 && j > 12)
        if (!corner && r.chance(0.5))
          out += rect(left + i * size, 186 + j * size, size + 0.3, size + 0.3, s.ink)
      }
    }
    out += finder(0, 0) + finder(14, 0) + finder(0, 14)
    out +=
      line([28, 450], [w - 28, 450], s.rule, 2, { 'stroke-dasharray': '3 9' }) +
      circle(28, 450, 13, s.ink) +
      circle(w - 28, 450, 13, s.ink)
    out +=
      text(52, 510, words[1] ?? '', { size: 26, colour: s.ink, weight: 0.14 }) +
      text(52, 566, words[2] ?? '', { size: 26, colour: s.accent, weight: 0.14 })
    out += greek(53, 606, 180, 2, { size: 7, colour: s.rule })
    out +=
      rect(28, h - 84, w - 56, 50, s.accent, { rx: 16 }) +
      greek(w / 2 - 50, h - 59, 100, 1, { size: 7, colour: '#ffffff' })
    return out
  }

/** A phone screen with one question at a time, large answers. `words`: question, then answers. */
export const phoneForm =
  ({ skin: s, words = ['Where', 'Here', 'There', 'Both'] }: ScreenOptions) =>
  (w: number, h: number) => {
    let out = rect(0, 0, w, h, s.surface)
    out +=
      rect(28, 78, w - 56, 6, s.rule, { rx: 3 }) +
      rect(28, 78, (w - 56) * 0.4, 6, s.accent, { rx: 3 })
    out += text(28, 142, words[0] ?? '', { size: 24, colour: s.ink, weight: 0.14 })
    out += greek(29, 174, w - 76, 2, { size: 7, colour: mix(s.muted, s.surface, 0.4) })
    words.slice(1).forEach((word, i) => {
      const y = 232 + i * 96
      const chosen = i === 1
      out += rect(28, y, w - 56, 80, chosen ? mix(s.accent, s.surface, 0.86) : s.surface, {
        rx: 16,
        stroke: chosen ? s.accent : s.rule,
        'stroke-width': chosen ? 3 : 2,
      })
      out += circle(62, y + 40, 13, s.surface, {
        stroke: chosen ? s.accent : s.muted,
        'stroke-width': 2.5,
      })
      if (chosen) out += circle(62, y + 40, 7, s.accent)
      out += text(92, y + 46, word, { size: 14, colour: s.ink, weight: 0.14 })
    })
    out +=
      rect(28, h - 104, w - 56, 58, s.ink, { rx: 29 }) +
      greek(w / 2 - 40, h - 75, 80, 1, { size: 8, colour: '#ffffff' })
    return out
  }
