// What is shown of a text in the main language.
import { describe, expect, it } from '@jest/globals'
import { richText } from '../../../test/support/content.ts'
import { pathInSource, valueAt, wordsOf } from './sourceWords.ts'

describe('the text in the main language', () => {
  it('is found by the ids of rows, wherever they were moved', () => {
    const document = {
      outcomes: [
        { id: 'a', label: 'Abfall' },
        { id: 'b', label: 'Holz' },
      ],
    }
    const place = pathInSource({
      idAt: (path) => ({ 'outcomes.0.id': 'b', 'outcomes.1.id': 'new' })[path],
      path: 'outcomes.0.label',
    })
    expect(valueAt({ document, place })).toBe('Holz')
    expect(valueAt({ document, place: ['outcomes', 'new', 'label'] })).toBeUndefined()
  })

  it('is its words, on one line', () => {
    expect(wordsOf(' Ein\n Tisch ')).toBe('Ein Tisch')
    expect(wordsOf(richText('Ein Brett'))).toBe('Ein Brett')
    expect(wordsOf(undefined)).toBe('')
  })

  it('is shortened between characters', () => {
    expect(wordsOf('🪑'.repeat(201))).toBe(`${'🪑'.repeat(200)}…`)
  })
})
