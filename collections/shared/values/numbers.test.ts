// Numbers as people type and paste them.
import { expect, it } from '@jest/globals'
import { readNumber } from './numbers.ts'

it.each([
  ['12', 12],
  [' 12.5 ', 12.5],
  ['1,5', 1.5],
  ['0,125', 0.125],
  ['1.234,5', 1234.5],
  ['1,234.5', 1234.5],
  ['1.234.567', 1_234_567],
  ['1 234,5', 1234.5],
  ['1\u202f234', 1234],
  ['\u22125', -5],
  ['-5', -5],
  ['1e3', 1000],
])('reads %j', (typed, number) => {
  expect(readNumber(typed)).toBe(number)
})

it.each([
  '',
  'abc',
  '1e',
  '1,2,3',
  '1.',
  '12a',
  '1,234',
  '--5',
  '1.2.3',
  '1e999',
  'Infinity',
  '0x10',
])('does not guess what %j is', (typed) => {
  expect(readNumber(typed)).toBeUndefined()
})
