// Dates as people type them.
import { describe, expect, it } from '@jest/globals'
import { readDate } from './dates.ts'

describe('a day', () => {
  const options = { hasTime: false, language: 'en' }

  it.each(['2026-12-24', '24 Dec 2026', '24 December 2026', '24.12.2026', ' 24. 12. 2026 '])(
    'is read from %j',
    (typed) => {
      expect(readDate(typed, options)).toBe('2026-12-24T12:00:00.000Z')
    },
  )

  it('is read with the months of the admin’s language', () => {
    const typed = '24 Dez 2026'
    expect(readDate(typed, options)).toBeUndefined()
    expect(readDate(typed, { ...options, language: 'de' })).toBe('2026-12-24T12:00:00.000Z')
  })

  it.each([
    ['12'],
    ['24 Dec'],
    ['24 Dec 26'],
    ['31.02.2026'],
    ['2026-02-30'],
    ['2026-13-01'],
    ['tomorrow'],
    ['24 Foo 2026'],
    ['12/24/2026'],
    ['24 Dec 2026, 09:30'],
    [''],
  ])('is not guessed from %j', (typed) => {
    expect(readDate(typed, options)).toBeUndefined()
  })
})

describe('a moment', () => {
  const options = { hasTime: true, language: 'en' }
  const moment = new Date(2026, 11, 24, 9, 30).toISOString()

  it.each(['2026-12-24 09:30', '2026-12-24T09:30', '24 Dec 2026, 09:30', '24.12.2026 9:30'])(
    'is read from %j, in the time of the browser',
    (typed) => {
      expect(readDate(typed, options)).toBe(moment)
    },
  )

  it('is midnight when only the day is given', () => {
    expect(readDate('24 Dec 2026', options)).toBe(new Date(2026, 11, 24).toISOString())
  })

  it('keeps the zone that was given', () => {
    expect(readDate('2026-12-24T09:30:00+01:00', options)).toBe('2026-12-24T08:30:00.000Z')
  })

  it.each(['24 Dec 2026, 25:00', '24 Dec 2026, 09:', '31.02.2026 09:30', '12', '09:30'])(
    'is not guessed from %j',
    (typed) => {
      expect(readDate(typed, options)).toBeUndefined()
    },
  )
})
