import { expect, it } from '@jest/globals'
import { isTold } from './isTold.ts'

const body = (...children: object[]) => ({ root: { type: 'root', children } })
const words = { type: 'paragraph', children: [{ type: 'text', text: 'Words' }] }
const blank = { type: 'paragraph', children: [{ type: 'text', text: ' ' }] }

it.each([
  ['nothing', {}, false],
  ['what was emptied again', { title: ' ', body: body(blank) }, false],
  [
    'nothing in any language',
    { title: { en: '', de: null }, body: { en: body(), de: null } },
    false,
  ],
  ['only a title', { title: 'Tide', body: null }, true],
  ['only words', { title: null, body: body(words) }, true],
  ['only an image', { body: body(blank, { type: 'upload', value: 'a' }) }, true],
  ['only a block without anything in it', { body: body({ type: 'block', fields: {} }) }, true],
  ['only a heading without words yet', { body: body({ type: 'heading', children: [] }) }, true],
  ['words in another language', { title: null, body: { en: body(), de: body(words) } }, true],
  ['a title in another language', { title: { de: 'Flut' }, body: null }, true],
])('%s: told or not', (_, chapter, is) => {
  expect(isTold(chapter)).toBe(is)
})
