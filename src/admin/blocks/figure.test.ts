import { describe, expect, it } from '@jest/globals'
import { figureOf } from './figure.ts'

describe('figureOf', () => {
  it('sets signs tight and words after a narrow space', () => {
    expect(figureOf({ value: 40, unit: '%', language: 'en' })).toBe('40%')
    expect(figureOf({ value: 26, unit: 'min', language: 'en' })).toBe('26\u202fmin')
  })
  it('uses a true minus sign and the language’s separators', () => {
    expect(figureOf({ value: -1234.5, language: 'en' })).toBe('−1,234.5')
    expect(figureOf({ value: 1234.5, language: 'de' })).toBe('1.234,5')
  })
  it('says nothing for no number, but zero for zero', () => {
    expect(figureOf({ value: null, unit: '%', language: 'en' })).toBe('')
    expect(figureOf({ value: 0, unit: '%', language: 'en' })).toBe('0%')
    // While somebody types.
    for (const value of ['12 apples', '', '-', NaN, Infinity]) {
      expect(figureOf({ value, unit: '%', language: 'en' })).toBe('')
    }
  })
})
