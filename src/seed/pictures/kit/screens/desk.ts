// Desk interfaces: a plan by place and hour, and the grey table that came before.
import { mix } from '../colour.ts'
import { greek, text } from '../glyphs.ts'
import { circle, line, polygon, rect } from '../svg.ts'
import { type ScreenOptions } from './skin.ts'

/** A plan by place and hour: rows with bars and a line for now. `words` name the rows. */
export const plan =
  ({ canvas, skin: s, words = [] }: ScreenOptions) =>
  (w: number, h: number) => {
    const r = canvas.random
    const left = 150
    const top = 108
    const rows = Math.max(5, words.length)
    const rowHeight = (h - top - 20) / rows
    let out = rect(0, 0, w, h, s.page) + rect(0, 0, w, 64, s.ink)
    out += circle(36, 32, 12, s.accent) + greek(62, 32, 130, 1, { size: 8, colour: '#ffffff' })
    for (let i = 0; i < 3; i++)
      out +=
        rect(w - 140 - i * 130, 18, 112, 28, mix(s.ink, '#ffffff', i === 0 ? 0.3 : 0.12), {
          rx: 14,
        }) + greek(w - 118 - i * 130, 32, 66, 1, { size: 5, colour: '#ffffff' })
    const hours = 12
    const step = (w - left - 20) / hours
    for (let i = 0; i <= hours; i++) {
      out += line([left + i * step, top - 12], [left + i * step, h], s.rule, 1)
      if (i < hours)
        out += text(left + i * step + 6, top - 20, `${String((6 + i) % 24).padStart(2, '0')}:00`, {
          size: 10,
          colour: s.muted,
        })
    }
    const fills = [
      s.accent,
      s.second,
      mix(s.second, s.surface, 0.55),
      mix(s.accent, s.surface, 0.6),
      mix(s.ink, s.surface, 0.25),
    ]
    for (let j = 0; j < rows; j++) {
      const y = top + j * rowHeight
      out += rect(0, y, left - 14, rowHeight - 8, s.surface)
      out += text(24, y + rowHeight / 2 + 3, words[j] ?? `Row ${j + 1}`, {
        size: 13,
        colour: s.ink,
        weight: 0.14,
      })
      let cursor = left + r.between(-0.6, 1.2) * step
      while (cursor < w - step) {
        const length = r.between(1.2, 3.8) * step
        const fill = r.pick(fills)
        const dark = fill === s.accent || fill === s.second || fill === fills[4]
        const barTop = y + 6
        const barHeight = rowHeight - 20
        out += rect(cursor, barTop, length - 8, barHeight, fill, { rx: 6 })
        out += greek(cursor + 16, barTop + barHeight * 0.36, Math.max(20, length * 0.45), 1, {
          size: Math.min(8, barHeight * 0.16),
          colour: dark ? '#ffffff' : s.ink,
        })
        out += greek(cursor + 16, barTop + barHeight * 0.68, Math.max(14, length * 0.25), 1, {
          size: Math.min(6, barHeight * 0.12),
          colour: mix(fill, dark ? '#ffffff' : s.ink, 0.55),
        })
        cursor += length + r.between(0.1, 1.1) * step
      }
    }
    const now = left + step * 4.6
    out +=
      line([now, top - 14], [now, h], s.ink, 2.5) +
      polygon(
        [
          [now - 9, top - 24],
          [now + 9, top - 24],
          [now, top - 8],
        ],
        s.ink,
      )
    return out
  }

/** What such systems look like before: grey, dense, everything at once. Same data, no hierarchy. */
export const legacyTable =
  ({ canvas, skin: s }: ScreenOptions) =>
  (w: number, h: number) => {
    const r = canvas.random
    let out = rect(0, 0, w, h, '#d4d2cb') + rect(0, 0, w, 34, '#6f7480')
    for (let i = 0; i < 9; i++)
      out +=
        rect(8 + i * 96, 42, 90, 26, '#e6e4de', { stroke: '#9b9a95', 'stroke-width': 1 }) +
        greek(20 + i * 96, 55, 56, 1, { size: 4, colour: '#5d5f64' })
    const columns = 11
    const step = (w - 16) / columns
    const row = 27
    for (let j = 0; j < (h - 84) / row; j++) {
      const y = 78 + j * row
      const flag = j > 0 && r.chance(0.12)
      out += rect(
        8,
        y,
        w - 16,
        row - 2,
        j === 0 ? '#a9acb2' : flag ? '#e3c98d' : j % 2 ? '#ecebe6' : '#e0dfd9',
      )
      for (let i = 0; i < columns; i++) {
        out += greek(16 + i * step, y + 13, step * r.between(0.3, 0.72), 1, {
          size: 5.5,
          colour: j === 0 ? '#3f434b' : flag && i === 4 ? '#a33d2a' : '#74767b',
        })
        out += line([8 + i * step, y], [8 + i * step, y + row - 2], '#b9b8b3', 1)
      }
    }
    out +=
      rect(w * 0.3, h * 0.34, w * 0.4, h * 0.3, '#e9e7e1', {
        stroke: '#6f7480',
        'stroke-width': 3,
      }) + rect(w * 0.3, h * 0.34, w * 0.4, 28, '#6f7480')
    out += greek(w * 0.33, h * 0.34 + 66, w * 0.32, 4, { size: 7, colour: '#85868a' })
    out +=
      rect(w * 0.42, h * 0.57, 90, 30, '#cfcdc6', { stroke: '#8a8a86', 'stroke-width': 1.5 }) +
      rect(w * 0.52, h * 0.57, 90, 30, '#cfcdc6', { stroke: '#8a8a86', 'stroke-width': 1.5 })
    return out + rect(0, h - 24, w, 24, mix('#6f7480', s.ink, 0.2))
  }
