// What is kept in memory stays within its limit, the least wanted going first.
import { describe, expect, it } from '@jest/globals'
import { memory } from './memory.ts'

const bytes = (length: number) => new Uint8Array(length)

describe('memory', () => {
  it('keeps what was asked for last', () => {
    const kept = memory({ maxBytes: 6400 })
    for (let at = 0; at < 64; at += 1) {
      kept.put(`p${at}`, bytes(100))
    }
    expect(kept.get('p0')).toHaveLength(100)
    kept.put('next', bytes(100))
    expect([kept.get('p0'), kept.get('p1')].map(Boolean)).toEqual([true, false])
  })

  it('forgets all of a file, and nothing else', () => {
    const kept = memory({ maxBytes: 6400 })
    kept.put('a/b\n1', bytes(10))
    kept.put('a/bc\n1', bytes(10))
    kept.forget('a/b')
    expect([kept.get('a/b\n1'), kept.get('a/bc\n1')].map(Boolean)).toEqual([false, true])
  })

  it('does not keep what would push all else out', () => {
    const kept = memory({ maxBytes: 6400 })
    kept.put('large', bytes(101))
    expect(kept.get('large')).toBeNull()
  })
})
