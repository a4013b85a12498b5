import { expect, it } from '@jest/globals'
import { oneByOne } from './oneByOne.ts'

it('gives each condition an object of its own, however they were written together', () => {
  expect(oneByOne({ title: { like: 'a', not_equals: 'b' }, year: { equals: 1 } })).toEqual({
    and: [{ title: { like: 'a' } }, { title: { not_equals: 'b' } }, { year: { equals: 1 } }],
  })
  expect(oneByOne({ AND: [{ year: { equals: 1 } }], or: [{ title: { like: 'a' } }, {}] })).toEqual({
    and: [{ and: [{ year: { equals: 1 } }] }, { or: [{ title: { like: 'a' } }, {}] }],
  })
})

it('does the same to what a reference is asked for, and leaves values as they are', () => {
  const date = new Date()
  const reference = { relationTo: 'pages', value: 'x' }
  expect(oneByOne({ client: { contains: { name: { like: 'a', exists: true } } } })).toEqual({
    client: { contains: { and: [{ name: { like: 'a' } }, { name: { exists: true } }] } },
  })
  expect(oneByOne({ link: { equals: reference } })).toEqual({ link: { equals: reference } })
  expect(oneByOne({ at: { equals: date } })).toEqual({ at: { equals: date } })
  expect(oneByOne({})).toEqual({})
})
