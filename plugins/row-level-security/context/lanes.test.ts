import { describe, expect, it } from '@jest/globals'
import { createLane, createLanes } from './lanes.ts'

const soon = () => new Promise((resolve) => setTimeout(resolve, 5))

/** Enters, and tells how it went. */
const visitor = (enter: () => Promise<() => void>) => {
  const seen: { leave?: () => void; problem?: unknown } = {}
  enter().then(
    (leave) => {
      seen.leave = leave
    },
    (err: unknown) => {
      seen.problem = err
    },
  )
  return seen
}

describe('a lane', () => {
  it('has so many places, which are given in order', async () => {
    const { enter } = createLane({ size: 2, waitMs: 60_000 })
    const [a, b, c, d] = [visitor(enter), visitor(enter), visitor(enter), visitor(enter)]
    await soon()
    expect([a, b, c, d].map(({ leave }) => leave !== undefined)).toEqual([true, true, false, false])
    a.leave!()
    await soon()
    expect([c, d].map(({ leave }) => leave !== undefined)).toEqual([true, false])
    b.leave!()
    c.leave!()
    await soon()
    d.leave!()
    const after = [visitor(enter), visitor(enter), visitor(enter)]
    await soon()
    expect(after.map(({ leave }) => leave !== undefined)).toEqual([true, true, false])
    after[0]!.leave!()
    await soon()
    expect(after[2]!.leave).toBeDefined()
  })

  it('lets nobody wait for ever, and loses no place over it', async () => {
    const { enter } = createLane({ size: 1, waitMs: 20 })
    const first = visitor(enter)
    const second = visitor(enter)
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(second.problem).toMatchObject({ code: '53300' })
    first.leave!()
    const third = visitor(enter)
    await soon()
    expect(third.leave).toBeDefined()
  })
})

describe('lanes', () => {
  const enterFrom = createLanes({ nobody: 3, perRequest: 2, waitMs: 30 })

  it('keep one request from taking all, and all who are not signed in together', async () => {
    const requests = [{}, {}, {}]
    const nobodies = requests.flatMap((request) =>
      [1, 2].map(() => visitor(async () => enterFrom({ isNobody: true, request }))),
    )
    await soon()
    expect(nobodies.filter(({ leave }) => leave)).toHaveLength(3)
    const known = {}
    const ofOne = [1, 2, 3].map(() =>
      visitor(async () => enterFrom({ isNobody: false, request: known })),
    )
    const ours = visitor(async () => enterFrom({ isNobody: true, request: undefined }))
    await soon()
    expect(ofOne.filter(({ leave }) => leave)).toHaveLength(2)
    expect(ours.leave).toBeDefined()
    // Who waited for the shared lane in vain gives the place in their own back.
    await new Promise((resolve) => setTimeout(resolve, 60))
    nobodies.forEach(({ leave }) => leave?.())
    const again = [1, 2].map(() =>
      visitor(async () => enterFrom({ isNobody: true, request: requests[2]! })),
    )
    await soon()
    expect(again.filter(({ leave }) => leave)).toHaveLength(2)
  })
})
