/** What grows with the square of a document would not end here before the test does. */
import { expect, it } from '@jest/globals'

import { splitFrontMatter } from '../read/front-matter.ts'
import { joinMetrics } from './metrics.ts'
import { block, paragraph, text } from './nodes.ts'

const MANY = 300_000

it('joins the numbers of many blocks', () => {
  const blocks = Array.from({ length: MANY }, (_, index) =>
    index % 2 === 0
      ? paragraph([text('x')])
      : block({ blockType: 'metric', fields: { items: [{ label: 'a' }] }, id: String(index) }),
  )
  expect(joinMetrics(blocks)).toHaveLength(MANY)
})

it('saves the lines of a long broken front matter', () => {
  const source = `---\ntitle: A: b: [\ntags:\n${'- a\n'.repeat(MANY)}---\nText`
  expect((splitFrontMatter(source).fields['tags'] as unknown[]).length).toBe(MANY)
})
