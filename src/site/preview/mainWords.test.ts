// What the live preview shows of a document that is not translated.
import { expect, it } from '@jest/globals'
import type { Field } from 'payload'
import { mainWordsOf, withMainWords } from './mainWords.ts'

const fields: Field[] = [
  {
    type: 'tabs',
    tabs: [
      {
        label: 'Opening',
        fields: [
          { name: 'title', type: 'text', localized: true },
          { name: 'year', type: 'number' },
        ],
      },
      { name: 'seo', fields: [{ name: 'title', type: 'text', localized: true }] },
    ],
  },
  {
    name: 'chapters',
    type: 'array',
    fields: [
      { name: 'title', type: 'text', localized: true },
      { name: 'kind', type: 'text' },
    ],
  },
]

const main = mainWordsOf({
  fields,
  data: {
    title: 'Fährplan',
    year: 2026,
    seo: { title: 'Suche' },
    chapters: [
      { id: 'a', kind: 'challenge', title: 'Am Anfang' },
      { id: 'b', kind: 'result', title: 'Am Ende' },
    ],
  },
})

it('is in the main language wherever nothing is written, and nothing else comes back', () => {
  const doc = {
    title: '',
    year: null,
    seo: { title: null },
    chapters: [
      { id: 'b', kind: null, title: null },
      { id: 'a', title: 'Au début' },
      { id: 'new', title: null },
    ],
  }
  expect(withMainWords({ doc, main })).toEqual({
    title: 'Fährplan',
    year: null,
    seo: { title: 'Suche' },
    chapters: [
      { id: 'b', kind: null, title: 'Am Ende' },
      { id: 'a', title: 'Au début' },
      { id: 'new', title: null },
    ],
  })
})

it('stays as it is in the main language itself', () => {
  expect(withMainWords({ doc: { title: '' }, main: {} })).toEqual({ title: '' })
})
