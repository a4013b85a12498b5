import { expect, it } from '@jest/globals'
import { quotedIn } from './quotedIn.ts'

const quote = (testimonial: unknown) => ({
  type: 'block',
  fields: { blockType: 'quote', testimonial },
})

it('finds the testimonials that a text quotes, however deep, and no quote that was typed', () => {
  const text = {
    root: {
      children: [
        quote('one'),
        quote(null),
        { type: 'list', children: [{ type: 'listitem', children: [quote('two')] }] },
        { type: 'block', fields: { blockType: 'callToAction', study: 'three' } },
      ],
    },
  }
  expect(quotedIn(text)).toEqual(['one', 'two'])
  expect(quotedIn(undefined)).toEqual([])
})
