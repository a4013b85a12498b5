import { expect, it } from '@jest/globals'
import { bestOf, removable, type Copy } from './choose.ts'

const copy = (id: string, uses: number, alt: string | null = null): Copy => ({ id, uses, alt })

it('keeps the copy that most places use', () => {
  expect(bestOf([copy('a', 1, 'A pier'), copy('b', 4), copy('c', 0)])?.id).toBe('b')
})

it('keeps the described one where none is used', () => {
  expect(bestOf([copy('a', 0), copy('b', 0, 'A pier')])?.id).toBe('b')
})

it('lets nothing go that a place uses', () => {
  expect(removable({ docs: [copy('a', 3), copy('b', 1), copy('c', 0)], keep: 'a' })).toEqual([
    copy('c', 0),
  ])
})

it('lets the kept one stay although nothing uses it', () => {
  expect(removable({ docs: [copy('a', 0), copy('b', 0)], keep: 'b' })).toEqual([copy('a', 0)])
})
