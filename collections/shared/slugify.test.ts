// Titles become addresses.
import { describe, expect, it } from '@jest/globals'
import { SLUG_PATTERN } from './fields/slug.ts'
import { slugify } from './slugify.ts'

describe('slugify', () => {
  it.each([
    ['Über 40 % schneller!', 'ueber-40-schneller'],
    ['Straßenbahn & Fähre', 'strassenbahn-faehre'],
    ['Crème brûlée', 'creme-brulee'],
    ['Ålesund — Łódź', 'alesund-lodz'],
    ["The client's voice", 'the-clients-voice'],
    ['  --  ', ''],
    ['دراسة حالة', 'دراسة-حالة'],
  ])('turns “%s” into “%s”', (title, slug) => {
    expect(slugify(title)).toBe(slug)
    if (slug !== '') {
      expect(slug).toMatch(SLUG_PATTERN)
    }
  })

  it('cuts a long title at a word', () => {
    const slug = slugify('Donaudampfschifffahrtsgesellschaft '.repeat(6))
    expect(slug.length).toBeLessThanOrEqual(80)
    expect(slug.endsWith('gesellschaft')).toBe(true)
  })
})
