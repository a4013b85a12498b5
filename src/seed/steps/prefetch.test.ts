// Work ahead, results in order.
import { describe, expect, it } from '@jest/globals'
import { prefetch } from './prefetch.ts'

const collect = async (ahead: number) => {
  let running = 0
  let most = 0
  const results: number[] = []
  const work = async (item: number) => {
    running += 1
    most = Math.max(most, running)
    await Promise.resolve()
    running -= 1
    return item * 2
  }
  for await (const { result } of prefetch({ items: [1, 2, 3, 4], ahead, work }))
    results.push(result)
  return { results, most }
}

describe('prefetch', () => {
  it('gives results in the order of the items', async () => {
    expect((await collect(2)).results).toEqual([2, 4, 6, 8])
  })

  it('never runs more than it may', async () => {
    expect((await collect(2)).most).toBeLessThanOrEqual(2)
  })

  it('fails when its turn comes', async () => {
    const failing = prefetch({
      items: [1],
      ahead: 1,
      work: () => Promise.reject(new Error('No ink.')),
    })
    await expect(failing.next()).rejects.toThrow('No ink.')
  })
})
