import { describe, expect, it } from '@jest/globals'
import {
  behindWindow,
  fittedArea,
  movedArea,
  movedPoint,
  ratioOf,
  resizedArea,
  shownArea,
  WHOLE,
  type Handle,
} from './geometry.ts'

const shape = { width: 3000, height: 2000 }
const area = { x: 20, y: 20, width: 40, height: 40 }
const resized = (handle: Handle, by: { x: number; y: number }, ratio: number | null = null) =>
  resizedArea({ area, by, handle, ratio, shape })

describe('a focal point', () => {
  it('moves', () => {
    expect(movedPoint({ x: 50, y: 50 }, { x: -1, y: 10 })).toEqual({ x: 49, y: 60 })
  })

  it('stays inside', () => {
    expect(movedPoint({ x: 99, y: 1 }, { x: 10, y: -10 })).toEqual({ x: 100, y: 0 })
  })
})

describe('a crop', () => {
  it('moves without changing its size', () => {
    expect(movedArea(area, { x: 10, y: -5 })).toEqual({ ...area, x: 30, y: 15 })
  })

  it('stops at the edge', () => {
    expect(movedArea(area, { x: 90, y: -90 })).toEqual({ ...area, x: 60, y: 0 })
  })

  it('grows by its right edge', () => {
    expect(resized('e', { x: 10, y: 99 })).toEqual({ ...area, width: 50 })
  })

  it('keeps its right edge when the left one moves', () => {
    const { width, x } = resized('w', { x: -10, y: 0 })
    expect([x, x + width]).toEqual([10, 60])
  })

  it('keeps the opposite corner', () => {
    const { height, width, x, y } = resized('nw', { x: 5, y: 8 })
    expect([x + width, y + height]).toEqual([60, 60])
  })

  it('does not leave the picture', () => {
    expect(resized('se', { x: 500, y: 500 })).toEqual({ x: 20, y: 20, width: 80, height: 80 })
  })

  it('does not turn inside out', () => {
    expect(resized('e', { x: -500, y: 0 }).width).toBe(5)
  })

  it.each(['n', 'e', 's', 'w', 'ne', 'nw', 'se', 'sw'] as const)(
    'keeps a ratio at the handle %s',
    (handle) => {
      const result = resized(handle, { x: 7, y: 7 }, 16 / 9)
      expect(ratioOf({ area: result, shape })).toBeCloseTo(16 / 9, 6)
    },
  )

  it('keeps a ratio and stays inside', () => {
    const { height, width, x, y } = resized('se', { x: 500, y: 0 }, 1)
    expect(x + width <= 100.000001 && y + height <= 100.000001).toBe(true)
  })

  it('becomes as large as a ratio allows', () => {
    expect(fittedArea({ area: WHOLE, ratio: 1, shape }).height).toBeCloseTo(100, 6)
  })

  it('becomes that around the middle of what it was', () => {
    const { width, x } = fittedArea({
      area: { x: 0, y: 0, width: 80, height: 20 },
      ratio: 1,
      shape,
    })
    expect(x + width / 2).toBeCloseTo(40, 6)
  })
})

describe('what a shape shows', () => {
  it('has the ratio of the shape', () => {
    const shown = shownArea({ crop: area, focal: null, ratio: 4 / 5, shape })
    expect(ratioOf({ area: shown, shape })).toBeCloseTo(4 / 5, 6)
  })

  it('lies around the focal point', () => {
    const { width, x } = shownArea({ crop: null, focal: { x: 40, y: 50 }, ratio: 1, shape })
    expect(x + width / 2).toBeCloseTo(40, 6)
  })

  it('never shows what is cut away', () => {
    expect(shownArea({ crop: area, focal: { x: 100, y: 100 }, ratio: 1, shape }).x).toBeCloseTo(
      60 - (40 * 2000) / 3000,
      6,
    )
  })

  it('is the crop where the shape is its own', () => {
    expect(shownArea({ crop: area, focal: { x: 1, y: 1 }, ratio: null, shape })).toEqual(area)
  })

  it('lies behind its window', () => {
    expect(behindWindow({ x: 25, y: 50, width: 50, height: 50 })).toEqual({
      width: '200%',
      height: '200%',
      left: '-50%',
      top: '-100%',
    })
  })
})
