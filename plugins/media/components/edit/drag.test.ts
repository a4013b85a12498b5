import { expect, it } from '@jest/globals'
import { pointIn, stepOf } from './drag.ts'

const stage = {
  getBoundingClientRect: () => ({ left: 100, top: 50, width: 400, height: 200 }),
} as unknown as HTMLElement

it('tells where in the picture a pointer is', () => {
  expect(pointIn(stage, { clientX: 200, clientY: 150 })).toEqual({ x: 25, y: 50 })
})

it('stays inside when the pointer has left', () => {
  expect(pointIn(stage, { clientX: 0, clientY: 900 })).toEqual({ x: 0, y: 100 })
})

it('moves one percent by an arrow key', () => {
  expect(stepOf({ key: 'ArrowLeft', shiftKey: false })).toEqual({ x: -1, y: 0 })
})

it('moves ten with Shift', () => {
  expect(stepOf({ key: 'ArrowDown', shiftKey: true })).toEqual({ x: 0, y: 10 })
})

it('leaves other keys alone', () => {
  expect(stepOf({ key: 'Tab', shiftKey: false })).toBeNull()
})
