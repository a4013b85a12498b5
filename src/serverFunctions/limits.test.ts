// How much one call may bring. What a person can really have made stays far below.
import { describe, expect, it } from '@jest/globals'
import { richText, blockNode } from '../../test/support/content.ts'
import { checkLimits } from './limits.ts'

const codeOf = (args: Record<string, unknown>): string => {
  try {
    checkLimits(args)
    return 'fine'
  } catch (err) {
    return (err as { data: { code: string } }).data.code
  }
}
const many = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one)
const nested = (depth: number): unknown =>
  Array.from({ length: depth }).reduce((inner) => ({ inner }), 'core' as unknown)
const paragraphs = (count: number) => ({
  root: {
    type: 'root',
    children: many(count, { type: 'paragraph', children: [{ type: 'text' }] }),
  },
})

describe('checkLimits', () => {
  it('counts the rows of a document, however they come', () => {
    const row = { kind: 'story', body: richText('Words') }
    expect(codeOf({ data: { chapters: many(200, row) } })).toBe('fine')
    expect(codeOf({ data: { chapters: many(201, row) } })).toBe('too_many_rows')
    const inner = { items: many(20, { label: 'x' }) }
    expect(codeOf({ data: { chapters: many(9, inner) } })).toBe('fine')
    expect(codeOf({ data: { chapters: many(10, inner) } })).toBe('too_many_rows')
    const rows = (count: number) => ({ chapters: { rows: many(count, { id: 'x' }) } })
    expect(codeOf({ formState: rows(200) })).toBe('fine')
    expect(codeOf({ formState: rows(201) })).toBe('too_many_rows')
    expect(codeOf({ documentFormState: { ...rows(120), outcomes: rows(120).chapters } })).toBe(
      'too_many_rows',
    )
  })

  it('counts the blocks in a text, and not its paragraphs', () => {
    expect(codeOf({ data: { body: paragraphs(5_000) } })).toBe('fine')
    const block = blockNode({ blockType: 'metric', items: many(9, { label: 'x' }) })
    expect(codeOf({ data: { body: richText('Words', ...many(20, block)) } })).toBe('fine')
    expect(codeOf({ data: { body: richText('Words', ...many(21, block)) } })).toBe('too_many_rows')
    const value = richText('Words', ...many(21, block))
    expect(codeOf({ formState: { body: { value, initialValue: value } } })).toBe('too_many_rows')
  })

  it('takes the same document as data and as form state beside each other', () => {
    const data = { chapters: many(150, {}) }
    expect(codeOf({ data, formState: { chapters: { rows: data.chapters } } })).toBe('fine')
  })

  it('counts ids, and lists that ask for too much or for everything', () => {
    expect(codeOf({ query: { where: { id: { in: many(201, 'x') } } } })).toBe('too_many_rows')
    for (const limit of [0, -1, 101, 1e9, 1.5, '0', '1000', 'all', Infinity, NaN, [], {}]) {
      expect({ limit, code: codeOf({ query: { limit } }) }).toEqual({
        limit,
        code: 'too_many_rows',
      })
      expect({ limit, code: codeOf({ searchParams: { limit } }) }).toEqual({
        limit,
        code: 'too_many_rows',
      })
    }
    for (const limit of [1, 10, '25', 100, undefined, null]) {
      expect({ limit, code: codeOf({ query: { limit } }) }).toEqual({ limit, code: 'fine' })
    }
  })

  it('refuses what is nested too deep, in a text as well', () => {
    expect(codeOf({ data: nested(10) })).toBe('fine')
    expect(codeOf({ data: nested(11) })).toBe('too_deep')
    expect(codeOf({ data: nested(100_000) })).toBe('too_deep')
    const list = (depth: number): object =>
      Array.from({ length: depth }).reduce<object>(
        (child) => ({ type: 'list', children: [{ type: 'listitem', children: [child] }] }),
        { type: 'text' },
      )
    const text = (depth: number) => ({ root: { type: 'root', children: [list(depth)] } })
    expect(codeOf({ data: { chapters: [{ body: text(10) }] } })).toBe('fine')
    expect(codeOf({ data: { chapters: [{ body: text(20) }] } })).toBe('too_deep')
    const deepBlock = richText('Words', blockNode({ a: nested(9) }))
    expect(codeOf({ data: { chapters: [{ body: deepBlock }] } })).toBe('too_deep')
  })
})
