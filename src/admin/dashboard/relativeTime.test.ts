import { describe, expect, it } from '@jest/globals'
import { relativeTime } from './relativeTime.ts'

const now = new Date('2026-11-23T12:00:00Z')
const say = (date: string, language = 'en') => relativeTime({ date, language, now })

describe('relativeTime', () => {
  it('says now for anything below a minute', () => {
    expect(say('2026-11-23T11:59:40Z')).toBe('now')
    expect(say('2026-11-23T12:00:20Z')).toBe('now')
  })
  it('takes the largest unit that fits', () => {
    expect(say('2026-11-23T11:55:00Z')).toBe('5 minutes ago')
    expect(say('2026-11-23T09:00:00Z')).toBe('3 hours ago')
    expect(say('2026-11-22T12:00:00Z')).toBe('yesterday')
    expect(say('2026-11-02T12:00:00Z')).toBe('3 weeks ago')
  })
  it('looks ahead as well', () => {
    expect(say('2026-11-26T12:00:00Z')).toBe('in 3 days')
  })
  it('gives the date beyond eight weeks', () => {
    expect(say('2025-01-05T12:00:00Z')).toBe('Jan 5, 2025')
  })
  it('speaks the language that is asked for', () => {
    expect(say('2026-11-23T09:00:00Z', 'de')).toBe('vor 3 Stunden')
  })
})
