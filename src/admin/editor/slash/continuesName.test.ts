import { describe, expect, it } from '@jest/globals'
import { continuesName, queryIn } from './continuesName.ts'

describe('after “/”', () => {
  it.each([
    ['/before', 'before'],
    ['Words, and /call', 'call'],
    ['(/call', 'call'],
    ['/', null],
    ['and/or', null],
    ['/before ', null],
    ['https://x', null],
    ['', null],
  ])('of “%s”: %s', (text, query) => {
    expect(queryIn(text)).toBe(query)
  })
})

it.each([
  ['before', true],
  ['Before', true],
  ['beforeand', true],
  ['bef', false],
  ['beforeandafter', false],
  ['after', false],
  ['gallery', false],
  ['heading', true],
])('a space after “%s” goes on with a name: %s', (query, goesOn) => {
  const names = ['Before and after', 'before after', 'Gallery', 'Heading 2']
  expect(continuesName({ names, query })).toBe(goesOn)
})
