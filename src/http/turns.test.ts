// Only so many calls of one caller run at once, and none of them loses or keeps its turn.
import { describe, expect, it } from '@jest/globals'
import { createTurns } from './turns.ts'

const settled = async <T>(promise: Promise<T>): Promise<T | 'waiting'> => {
  await new Promise((resolve) => setImmediate(resolve))
  return Promise.race([promise, Promise.resolve('waiting' as const)])
}

describe('createTurns', () => {
  it('runs so many of one key at once, lets the next wait in their order, and refuses the rest', async () => {
    const turns = createTurns({ atOnce: 2, inLine: 2 })
    const [first, second] = [await turns.take({ key: 'a' }), await turns.take({ key: 'a' })]
    const third = turns.take({ key: 'a' })
    const fourth = turns.take({ key: 'a' })
    expect(await settled(third)).toBe('waiting')
    expect(await turns.take({ key: 'a' })).toBeNull()
    first!()
    expect(await settled(third)).toEqual(expect.any(Function))
    expect(await settled(fourth)).toBe('waiting')
    second!()
    expect(await settled(fourth)).toEqual(expect.any(Function))
  })

  it('lets nobody wait for somebody else', async () => {
    const turns = createTurns({ atOnce: 1, inLine: 0 })
    expect(await turns.take({ key: 'a' })).not.toBeNull()
    expect(await turns.take({ key: 'a' })).toBeNull()
    expect(await turns.take({ key: 'b' })).not.toBeNull()
  })

  it('ends a turn once, however often it is ended', async () => {
    const turns = createTurns({ atOnce: 1, inLine: 2 })
    const first = await turns.take({ key: 'a' })
    const second = turns.take({ key: 'a' })
    const third = turns.take({ key: 'a' })
    first!()
    first!()
    expect(await settled(second)).toEqual(expect.any(Function))
    expect(await settled(third)).toBe('waiting')
  })

  it('gives the place of somebody who left to the next, and starts nothing for them', async () => {
    const turns = createTurns({ atOnce: 1, inLine: 2 })
    const gone = new AbortController()
    const first = await turns.take({ key: 'a' })
    const left = turns.take({ key: 'a', signal: gone.signal })
    const next = turns.take({ key: 'a' })
    expect(await turns.take({ key: 'a' })).toBeNull()
    gone.abort()
    expect(await left).toBeNull()
    first!()
    expect(await settled(next)).toEqual(expect.any(Function))
    expect(await turns.take({ key: 'a', signal: gone.signal })).toBeNull()
  })

  it('is free again once all have ended', async () => {
    const turns = createTurns({ atOnce: 1, inLine: 0 })
    for (let count = 0; count < 5; count += 1) {
      const done = await turns.take({ key: 'a' })
      expect(done).not.toBeNull()
      done!()
    }
  })
})
