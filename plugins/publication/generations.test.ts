// What was told since something began, and how long it is remembered.
import { describe, expect, it } from '@jest/globals'
import { createGenerations } from './generations.ts'

const tags = (...all: string[]) => ({ tags: new Set(all) })

describe('generations', () => {
  it('tell what was told since something began, by its tags', () => {
    const generations = createGenerations()
    const early = generations.begin()
    generations.tell(['t'], 'refreshed')
    const late = generations.begin()
    generations.tell(['u'], 'withdrawn')
    generations.tell(['u'], 'refreshed')
    expect(generations.toldSince(early, tags('t'))).toBe('refreshed')
    expect(generations.toldSince(early, tags('t', 'u'))).toBe('withdrawn')
    expect(generations.toldSince(late, tags('t'))).toBeNull()
    expect(generations.toldSince(late, tags('u'))).toBe('withdrawn')
    expect(generations.toldSince(late, tags())).toBeNull()
  })

  it('remember nothing when nothing is being made, and only what the oldest making needs', () => {
    const generations = createGenerations()
    generations.tell(['before'], 'withdrawn')
    expect(generations.remembered).toBe(0)
    const first = generations.begin()
    generations.tell(['a', 'b'], 'refreshed')
    const second = generations.begin()
    generations.tell(['b', 'c'], 'refreshed')
    expect(generations.remembered).toBe(3)
    generations.end(first)
    expect(generations.remembered).toBe(2)
    expect(generations.toldSince(second, tags('b'))).toBe('refreshed')
    generations.end(second)
    expect(generations.remembered).toBe(0)
  })

  it('forget what is older than the oldest making, also behind what was told again since', () => {
    const generations = createGenerations()
    const first = generations.begin()
    generations.tell(['a'], 'refreshed')
    generations.tell(['b'], 'refreshed')
    const second = generations.begin()
    generations.tell(['a'], 'refreshed')
    generations.end(first)
    expect(generations.remembered).toBe(1)
    generations.end(second)
  })

  it('remember a tag once, however often it is told', () => {
    const generations = createGenerations()
    const making = generations.begin()
    for (let at = 0; at < 1000; at += 1) {
      generations.tell(['t'], 'refreshed')
    }
    expect(generations.remembered).toBe(1)
    generations.end(making)
  })
})
