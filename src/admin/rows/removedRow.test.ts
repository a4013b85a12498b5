import { describe, expect, it } from '@jest/globals'
import type { FormState } from 'payload'
import { removedRow } from './removedRow.ts'

const list = (path: string, rows: Record<string, unknown>[]): FormState => ({
  [path]: { rows: rows.map(({ id }) => ({ id: String(id) })), value: rows.length },
  ...Object.fromEntries(
    rows.flatMap((row, index) =>
      Object.entries(row).map(([name, value]) => [`${path}.${index}.${name}`, { value }]),
    ),
  ),
})

const [a, b, c] = [
  { id: 'a', title: 'A' },
  { id: 'b', title: 'B' },
  { id: 'c', title: 'C' },
]

describe('a row that was taken out', () => {
  it.each([
    ['first', [b, c], 0, 'A'],
    ['in the middle', [a, c], 1, 'B'],
    ['last', [a, b], 2, 'C'],
  ])('%s is found with its place and its values', (_, left, index, title) => {
    expect(removedRow(list('chapters', [a, b, c]), list('chapters', left))).toMatchObject({
      path: 'chapters',
      index,
      fields: { title: { value: title } },
    })
  })

  it('takes the lists in it with it, and nothing of the tenth row for the first', () => {
    const many = Array.from({ length: 11 }, (_, index) => ({ id: `${index}`, title: `T${index}` }))
    const before = {
      ...list('chapters', many),
      'chapters.1.links': { rows: [{ id: 'l' }], value: 1 },
      'chapters.1.links.0.url': { value: '/x' },
    }
    const after = list(
      'chapters',
      many.filter(({ id }) => id !== '1'),
    )
    expect(Object.keys(removedRow(before, after)!.fields).sort()).toEqual([
      'id',
      'links',
      'links.0.url',
      'title',
    ])
  })
})

it.each([
  ['nothing is gone', [a, b], [a, b]],
  ['one more is there', [a], [a, b]],
  ['they changed places', [a, b], [b, a]],
  ['two are gone', [a, b, c], [a]],
  ['it was empty', [a, { id: 'b', title: '', kind: 'challenge', body: { root: {} } }], [a]],
])('there is none when %s', (_, before, after) => {
  expect(removedRow(list('chapters', before), list('chapters', after))).toBeNull()
})
