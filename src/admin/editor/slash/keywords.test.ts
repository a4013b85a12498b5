import { expect, it } from '@jest/globals'
import { blocks } from '../../../../collections/blocks/index.ts'
import { KEYWORDS } from './keywords.ts'

it('each block has other words that it is found by, and nothing else has', () => {
  expect(Object.keys(KEYWORDS).sort()).toEqual(blocks.map(({ slug }) => slug).sort())
})
