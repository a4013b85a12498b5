import { describe, expect, it } from '@jest/globals'
import { advanceVisit } from './visits.ts'

const at = (time: string) => new Date(`2026-11-23T${time}Z`)

describe('advanceVisit', () => {
  it('knows no earlier visit on the first', () => {
    expect(advanceVisit({ stored: undefined, now: at('09:00:00') })).toEqual({
      previous: null,
      current: '2026-11-23T09:00:00.000Z',
    })
  })
  it('keeps the earlier visit while looking again within half an hour', () => {
    const stored = { previous: '2026-11-20T09:00:00.000Z', current: '2026-11-23T09:00:00.000Z' }
    expect(advanceVisit({ stored, now: at('09:29:00') })).toEqual({
      previous: '2026-11-20T09:00:00.000Z',
      current: '2026-11-23T09:29:00.000Z',
    })
  })
  it('begins a new visit after half an hour', () => {
    const stored = { previous: '2026-11-20T09:00:00.000Z', current: '2026-11-23T09:00:00.000Z' }
    expect(advanceVisit({ stored, now: at('09:30:00') }).previous).toBe('2026-11-23T09:00:00.000Z')
  })
  it('starts over from something it does not understand', () => {
    for (const stored of [null, 'yesterday', { current: 'soon', previous: null }, { current: 5 }]) {
      expect(advanceVisit({ stored, now: at('09:00:00') }).previous).toBeNull()
    }
  })
})
