// What a change of content does to what is kept, and to what is being made while it is told.
import { describe, expect, it } from '@jest/globals'
import { noteTags } from './notes.ts'
import type { Made } from './options.ts'
import {
  controlled,
  Outage,
  page,
  settle,
  setUp,
  setUpOne,
  stateOf,
  TAGS,
  textOf,
} from './testSupport.ts'

describe('refresh', () => {
  it('gives the old bytes until the new ones are there, which nobody has to ask for', async () => {
    const { ask, keep, making, publication } = setUpOne()
    await keep('old')
    publication.refresh(TAGS)
    expect(making.begun).toBe(1)
    await settle()
    expect(making.begun).toBe(2)
    expect(textOf(await ask())).toBe('old')
    expect(making.begun).toBe(2)
    making.give(1, page('new'))
    await settle()
    expect(textOf(await ask())).toBe('new')
    expect(making.begun).toBe(2)
    expect(publication.stats()).toMatchObject({ hits: 2, misses: 1, stale: 1 })
  })

  it('makes nothing anew, before somebody asks, that nobody asked for in the last five minutes', async () => {
    const { ask, clock, keep, making, publication } = setUpOne({ longest: Infinity })
    await keep('old')
    clock.now += 5 * 60_000
    publication.refresh(TAGS)
    await settle()
    expect(making.begun).toBe(1)
    expect(textOf(await ask())).toBe('old')
    expect(making.begun).toBe(2)
  })

  it('counts who asked, not when it was made: what is only made behind readers is left alone some day', async () => {
    const { clock, keep, making, publication } = setUpOne({ longest: Infinity })
    await keep('old')
    clock.now += 4 * 60_000
    publication.refresh(TAGS)
    await settle()
    making.give(1, page('new'))
    await settle()
    clock.now += 4 * 60_000
    publication.refresh(TAGS)
    await settle()
    expect(making.begun).toBe(2)
  })

  it('makes anew what somebody asked for lately, whenever it was made', async () => {
    const { ask, clock, keep, making, publication } = setUpOne({ longest: Infinity })
    await keep('old')
    clock.now += 4 * 60_000
    await ask()
    clock.now += 4 * 60_000
    publication.refresh(TAGS)
    await settle()
    expect(making.begun).toBe(2)
  })

  it('does not make again what a reader had made while it waited for its turn', async () => {
    const { clock, publication } = setUp({ refreshing: 1 })
    const making = { a: controlled<Made>(), b: controlled<Made>() }
    const ask = (key: 'a' | 'b') => publication.answer({ key, tags: TAGS, make: making[key].make })
    for (const key of ['b', 'a'] as const) {
      clock.now += 1
      const asked = ask(key)
      making[key].give(0, page('old'))
      await asked
    }
    publication.refresh(TAGS)
    await settle()
    await ask('b')
    making.b.give(1, page('new'))
    await settle()
    making.a.give(1, page('new'))
    await settle()
    expect([making.a.begun, making.b.begun]).toEqual([2, 2])
  })

  it('makes a few at a time, those asked for last first', async () => {
    const { clock, publication } = setUp({ refreshing: 2 })
    const begun: string[] = []
    let isHeld = false
    const gates: (() => void)[] = []
    for (const key of ['a', 'b', 'c', 'd', 'e']) {
      clock.now += 1
      const make = async () => {
        if (isHeld) {
          begun.push(key)
          await new Promise<void>((resolve) => gates.push(resolve))
        }
        return page(key)
      }
      await publication.answer({ key, tags: TAGS, make })
    }
    isHeld = true
    publication.refresh(TAGS)
    await settle()
    expect(begun).toEqual(['e', 'd'])
    gates.shift()!()
    await settle()
    expect(begun).toEqual(['e', 'd', 'c'])
    while (gates.length > 0) {
      gates.shift()!()
      await settle()
    }
    expect(begun).toEqual(['e', 'd', 'c', 'b', 'a'])
  })

  it('of what is being made for the first time: those who waited get it, it is kept as stale and made anew', async () => {
    const { ask, making, publication } = setUpOne()
    const before = ask()
    publication.refresh(TAGS)
    const after = stateOf(ask())
    expect(making.begun).toBe(2)
    making.give(0, page('old'))
    expect(textOf(await before)).toBe('old')
    await settle()
    expect(after.isDone).toBe(false)
    making.give(1, page('new'))
    await settle()
    expect(textOf(after.value!)).toBe('new')
    expect(textOf(await ask())).toBe('new')
  })

  it('makes anew, without a reader, what was told to have changed before it was kept', async () => {
    const { ask, making, publication } = setUpOne()
    const before = ask()
    publication.refresh(TAGS)
    making.give(0, page('old'))
    await before
    await settle()
    expect(making.begun).toBe(2)
    making.give(1, page('new'))
    await settle()
    expect(textOf(await ask())).toBe('new')
  })

  it('while it makes anew makes anew once more, and what ends last by accident does not win', async () => {
    const { ask, keep, making, publication } = setUpOne()
    await keep('old')
    publication.refresh(TAGS)
    await settle()
    publication.refresh(TAGS)
    await settle()
    expect(making.begun).toBe(3)
    making.give(2, page('newest'))
    await settle()
    making.give(1, page('new'))
    await settle()
    expect(textOf(await ask())).toBe('newest')
    expect(making.begun).toBe(3)
  })

  it('sees a tag that is noted only after it was told', async () => {
    const { publication } = setUp()
    const gate = controlled<null>()
    let count = 0
    const ask = () =>
      publication.answer({
        key: 'a',
        make: async () => {
          const body = `${(count += 1)}`
          await gate.make()
          noteTags(['late'])
          return page(body)
        },
      })
    const before = ask()
    publication.refresh(['late'])
    gate.give(0, null)
    expect(textOf(await before)).toBe('1')
    await settle()
    gate.give(1, null)
    await settle()
    expect(textOf(await ask())).toBe('2')
  })

  it('sees only what was told since it began, and remembers nothing once all is made', async () => {
    const { ask, making, publication } = setUpOne()
    const first = ask()
    publication.refresh(['other'])
    making.give(0, page('made once'))
    await first
    await settle()
    publication.refresh(['other'])
    expect(textOf(await ask())).toBe('made once')
    expect(making.begun).toBe(1)
  })

  it('of what is not found makes the next reader wait, who may have published it', async () => {
    const { publication } = setUp()
    let status = 404
    const ask = () =>
      publication.answer({ key: 'a', tags: TAGS, make: async () => page('', { status }) })
    expect((await ask()).status).toBe(404)
    status = 200
    publication.refresh(TAGS)
    expect((await ask()).status).toBe(200)
  })

  it('does not keep a “not found” that a change has overtaken', async () => {
    const { ask, making, publication } = setUpOne()
    const before = ask()
    publication.refresh(TAGS)
    making.give(0, page('', { status: 404 }))
    expect((await before).status).toBe(404)
    const after = ask()
    making.give(1, page('published'))
    expect(textOf(await after)).toBe('published')
  })

  it.each([
    ['not found', 404],
    ['gone', 410],
    ['moved', 301],
    ['refused', 403],
  ])('that ends in “%s” leaves no old page', async (_, status) => {
    const { ask, keep, making, publication } = setUpOne()
    await keep('old')
    publication.refresh(TAGS)
    await settle()
    making.give(1, page('', { status }))
    await settle()
    const asked = ask()
    making.give(Math.min(2, making.begun - 1), page('', { status }))
    expect((await asked).status).toBe(status)
    expect(publication.stats().entries).toBe(status === 403 ? 0 : 1)
  })

  it.each([
    [
      'throws',
      (making: ReturnType<typeof controlled<Made>>) => making.fail(1, new Error('broken')),
    ],
    ['answers 500', (making) => making.give(1, page('', { status: 500 }))],
    ['answers 503', (making) => making.give(1, page('', { status: 503 }))],
  ])('that %s leaves the old page, is told, and is tried again a second later', async (_, fail) => {
    const { ask, clock, errors, keep, making, publication } = setUpOne()
    await keep('old')
    publication.refresh(TAGS)
    await settle()
    fail(making)
    await settle()
    expect(errors).toHaveLength(1)
    expect(textOf(await ask())).toBe('old')
    expect(making.begun).toBe(2)
    clock.now += 1000
    expect(textOf(await ask())).toBe('old')
    expect(making.begun).toBe(3)
    making.give(2, page('new'))
    await settle()
    expect(textOf(await ask())).toBe('new')
    expect(errors).toHaveLength(1)
  })

  it('goes on with the others after one has failed, but not in an outage', async () => {
    for (const [err, left] of [
      [new Error('broken'), 4],
      [new Outage(), 1],
    ] as const) {
      const { errors, publication } = setUp({ refreshing: 1 })
      let isBroken = false
      const make = async () => {
        if (isBroken) {
          throw Object.assign(Object.create(err) as Error, {})
        }
        return page('')
      }
      for (const key of ['a', 'b', 'c', 'd']) {
        await publication.answer({ key, tags: TAGS, make })
      }
      isBroken = true
      publication.refresh(TAGS)
      await settle()
      expect(errors).toHaveLength(left)
    }
  })
})
