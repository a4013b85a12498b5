import { expect, it } from '@jest/globals'
import type { Where } from 'payload'
import { chosenIn, toggled, whereOf, type Chosen } from './filters.ts'

const none: Chosen = { filters: [], own: null }
const own: Where = { or: [{ and: [{ alt: { contains: 'pier' } }] }] }

it('finds in a query what was put into it', () => {
  const chosen: Chosen = { filters: ['film', 'undescribed'], own }
  expect(chosenIn(whereOf(chosen))).toEqual(chosen)
})

it('finds it although an address holds strings only', () => {
  const undescribed = { or: [{ alt: { exists: 'false' } }, { alt: { equals: '' } }] }
  const fromAddress = { and: [{ and: [{ uses: { equals: '0' } }, undescribed] }] }
  expect(chosenIn(fromAddress as unknown as Where).filters).toEqual(['unused', 'undescribed'])
})

it('leaves the editor’s own filter as it is', () => {
  expect(chosenIn(own)).toEqual({ filters: [], own })
})

it('gives that filter back when the last of ours goes', () => {
  expect(whereOf(toggled({ filters: ['film'], own }, 'film'))).toEqual(own)
})

it('shows either pictures or films', () => {
  expect(toggled({ filters: ['picture'], own: null }, 'film').filters).toEqual(['film'])
})

it('puts two different questions together', () => {
  expect(toggled({ filters: ['picture'], own: null }, 'unused').filters).toEqual([
    'picture',
    'unused',
  ])
})

it('finds nothing in an empty query', () => {
  expect([chosenIn(undefined), chosenIn({})]).toEqual([none, none])
})
