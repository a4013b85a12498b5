/** Filters offer only what leads somewhere. */
import { describe, expect, it } from '@jest/globals'
import { studies } from '../fixtures.studies.ts'
import { contextFor } from './context.ts'
import { presentCard } from './study.ts'
import { presentWorkIndex } from './work.ts'

const context = contextFor({
  mode: 'path',
  tenant: 'harbor',
  locale: 'de',
  defaultLocale: 'en',
  brand: '#0b4f6c',
  serverUrl: null,
})
const cards = studies.map((study) => presentCard(study, context))

describe('presentWorkIndex', () => {
  it('shows everything without filters, with the languages own path', () => {
    const index = presentWorkIndex({ cards, filters: {}, context })
    expect(index.total).toBe(cards.length)
    expect(index.clearHref).toBe('/harbor/de/work')
  })

  it('counts what each option would leave under the other filters', () => {
    const index = presentWorkIndex({ cards, filters: { service: 'web' }, context })
    expect(index.cards.map((card) => card.slug).sort()).toEqual(['faehre', 'kajkarta'])
    const years = index.filters.find((filter) => filter.kind === 'year')
    expect(years?.options.map((option) => [option.label, option.count])).toEqual([
      ['2025', 1],
      ['2024', 1],
    ])
    expect(years?.options[0]?.href).toBe('/harbor/de/work?service=web&year=2025')
  })

  it('lets an active option remove itself', () => {
    const index = presentWorkIndex({ cards, filters: { service: 'web', year: '2025' }, context })
    expect(index.active.map((filter) => filter.href)).toEqual([
      '/harbor/de/work?year=2025',
      '/harbor/de/work?service=web',
    ])
  })

  it('is empty, not broken, for a filter that nobody has', () => {
    expect(presentWorkIndex({ cards, filters: { industry: 'no-such' }, context })).toMatchObject({
      cards: [],
      total: 0,
    })
  })

  it('turns pages only as far as there are any', () => {
    const many = Array.from({ length: 130 }, (_, index) => ({ ...cards[0]!, id: String(index) }))
    expect(presentWorkIndex({ cards: many, filters: {}, page: 99, context }).cards).toHaveLength(10)
  })
})
