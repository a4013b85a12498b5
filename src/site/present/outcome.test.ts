/** The one source of outcomes: every place that shows one reads what is promised here. */
import { describe, expect, it } from '@jest/globals'
import { formatFigure, presentOutcome } from './outcome.ts'

const present = (outcome: Parameters<typeof presentOutcome>[0]['outcome'], locale = 'en') =>
  presentOutcome({ outcome, locale })

describe('presentOutcome', () => {
  it('writes units the way the language does', () => {
    expect(formatFigure({ value: 67, unit: '%', locale: 'en' })).toBe('67%')
    expect(formatFigure({ value: 67, unit: '%', locale: 'de' })).toBe('67\u202f%')
    expect(formatFigure({ value: 1.2, unit: '×', locale: 'de' })).toBe('1,2×')
    expect(formatFigure({ value: 31, unit: 's', locale: 'en' })).toBe('31\u00a0s')
    expect(formatFigure({ value: -1_200_000, unit: '€', locale: 'en' })).toBe('−€1.2M')
    expect(formatFigure({ value: 4100, unit: 'EUR', locale: 'de' })).toMatch(/^4\.100\s€$/)
  })

  it('keeps Latin digits in Arabic, so that columns stay aligned', () => {
    expect(formatFigure({ value: 1234, unit: null, locale: 'ar' })).toMatch(/^1[,٬.]?234$/)
  })

  it('gives before and after no percent sign when the value is the change between them', () => {
    const view = present({ label: 'Waiting', value: -67, unit: '%', before: 31, after: 10.2 })
    expect(view).toMatchObject({
      figure: '−67%',
      before: '31',
      after: '10.2',
      chart: { before: 31, after: 10.2 },
    })
  })

  it('keeps the unit on before and after when the value is the level reached', () => {
    expect(
      present({ label: 'On time', value: 92, unit: '%', before: 58, after: 92 }),
    ).toMatchObject({
      figure: '92%',
      before: '58%',
      after: '92%',
    })
  })

  it('signs a relative gain', () => {
    expect(
      present({ label: 'Riders', value: 39, unit: '%', before: 3100, after: 4310 })?.figure,
    ).toBe('+39%')
  })

  it('uses the value after when there is no other', () => {
    expect(present({ label: 'Calls', before: 43, after: 6 })?.figure).toBe('6')
  })

  it('says the same in one sentence', () => {
    expect(
      present({ label: 'Calls', before: 43, after: 6, timeframe: 'in six months' })?.sentence,
    ).toBe('Calls: 43 → 6, in six months')
  })

  it('shows nothing for an outcome without a figure or a label', () => {
    expect(present({ label: 'Calls' })).toBeNull()
    expect(present({ label: '', value: 3 })).toBeNull()
    expect(present({ label: 'Broken', value: Number.NaN })).toBeNull()
  })

  it('does not divide by a before of zero', () => {
    expect(present({ label: 'Users', value: 100, unit: '%', before: 0, after: 50 })?.before).toBe(
      '0%',
    )
  })
})
