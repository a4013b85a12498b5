import { describe, expect, it } from '@jest/globals'
import { justifiedSizes } from './justified.ts'

const rows = { height: 300, column: (width: number) => width - 40 }

describe('the sizes of a justified gallery', () => {
  it('share a row by their ratios', () => {
    const [wide, tall] = justifiedSizes({ ratios: [2, 1], rows })
    expect(wide).toMatch(/^\(min-width: 88rem\) 65vw, /)
    expect(tall).toMatch(/^\(min-width: 88rem\) 33vw, /)
  })

  it('are the whole column where two do not fit beside each other', () => {
    const [first] = justifiedSizes({ ratios: [1.5, 1.5], rows })
    expect(first).toMatch(/\(min-width: 62rem\) 48vw, \(min-width: 48rem\) 95vw, 88vw$/)
  })

  it('are the whole column for whichever is left over', () => {
    const last = justifiedSizes({ ratios: [1.5, 1.5, 1.5, 1.5, 1.5], rows }).at(-1)
    expect(last).toMatch(/^\(min-width: 120rem\) 98vw, /)
  })

  it('say once what holds in several windows', () => {
    const [only] = justifiedSizes({
      ratios: [1.5],
      rows: { height: 300, column: (width) => width / 2 },
    })
    expect(only).toBe('50vw')
  })
})
