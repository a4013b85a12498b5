import { expect, it } from '@jest/globals'
import { isEmptyText } from './isEmptyText.ts'

const paragraph = (text: string) => ({
  type: 'paragraph',
  children: [{ type: 'linebreak' }, { type: 'text', text }],
})
const root = (...children: object[]) => ({ root: { type: 'root', children } })

it.each([
  ['nothing', null, true],
  ['a root without children', root(), true],
  ['blanks', root(paragraph('  '), paragraph('')), true],
  ['a word', root(paragraph(''), paragraph('word')), false],
  ['a block', root({ type: 'block', fields: {} }), false],
  ['a picture', root({ type: 'upload', value: 'id' }), false],
  ['an empty list', root({ type: 'list', children: [] }), false],
])('%s', (_, state, isEmpty) => {
  expect(isEmptyText(state)).toBe(isEmpty)
})
