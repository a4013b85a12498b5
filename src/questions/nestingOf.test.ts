import { expect, it } from '@jest/globals'
import { nestingOf } from './nestingOf.ts'

it.each([
  ['', 0],
  ['{}', 1],
  ['{"a":[{"b":1}],"c":{}}', 3],
  ['{ CaseStudies(where: { title: { equals: "((((" } }) { docs { id } } }', 4],
  [String.raw`{"a":"\"{{{{","b":[]}`, 2],
  [`${'['.repeat(9)}${']'.repeat(9)}`, 9],
])('counts the brackets that are open at once: %s', (text, depth) => {
  expect(nestingOf(text)).toBe(depth)
})
