/** Which headings open a chapter. */
import { describe, expect, it } from '@jest/globals'

import { kindOf, splitChapters } from './chapters.ts'
import { heading, paragraph, text } from './convert/nodes.ts'

const h = (title: string, tag: 'h2' | 'h3' | 'h4' = 'h3') => heading(tag, [text(title)])
const p = (words: string) => paragraph([text(words)])
const kinds = (...nodes: Parameters<typeof splitChapters>[0]) =>
  splitChapters(nodes).map(({ kind, title }) => (title ? `${kind}: ${title}` : kind))

describe('kindOf', () => {
  it.each([
    ['Approach', 'approach'],
    ['Our approach', 'approach'],
    ['02 — The solution:', 'approach'],
    ['What we did', 'approach'],
    ['Vorgehen', 'approach'],
    ['The Challenge', 'challenge'],
    ['Problem', 'challenge'],
    ['Background', 'challenge'],
    ['Le défi', 'challenge'],
    ['Outcomes', 'outcome'],
    ['Results & impact', 'outcome'],
    ['Ergebnisse', 'outcome'],
    ['Constraints', 'constraint'],
    ['Lessons learned', 'reflection'],
  ])('%s is %s', (label, kind) => {
    expect(kindOf(label)).toBe(kind)
  })

  it.each([
    'Approaching the harbour',
    'The results of the 2016 survey surprised us',
    'Moving from PDFs',
    '',
  ])('%s names no chapter', (label) => {
    expect(kindOf(label)).toBeNull()
  })
})

describe('splitChapters', () => {
  it('makes the text before the first part the challenge', () => {
    expect(kinds(p('Why.'), h('Approach'), p('How.'), h('Outcomes'), p('What.'))).toEqual([
      'challenge',
      'approach',
      'outcome',
    ])
  })

  it('keeps a heading that says more than the name of the part', () => {
    expect(kinds(h('The problem'), p('a'), h('Our approach'), p('b'))).toEqual([
      'challenge: The problem',
      'approach: Our approach',
    ])
  })

  it('takes a label above a heading together with it', () => {
    expect(kinds(p('Why.'), p('Approach'), h('Small steps'), p('How.'))).toEqual([
      'challenge',
      'approach: Small steps',
    ])
  })

  it('leaves an article one story, whatever its ordinary headings', () => {
    expect(
      kinds(p('a'), h('Planning'), p('b'), h('Execution'), p('c'), h('Conclusion'), p('d')),
    ).toEqual(['story'])
  })

  it('does not split at a deeper heading of the same name', () => {
    expect(kinds(h('Approach', 'h2'), p('a'), h('Results', 'h4'), p('b'))).toEqual(['approach'])
  })

  it('loses no node', () => {
    const nodes = [p('a'), h('Approach'), p('b'), h('Detail', 'h4'), p('c'), h('Impact'), p('d')]
    expect(splitChapters(nodes).flatMap(({ nodes: inner }) => inner)).toHaveLength(nodes.length - 2)
  })
})
