// Changes are no longer told, or the database is away.
import { describe, expect, it } from '@jest/globals'
import { noteUntil } from './notes.ts'
import { Outage, page, settle, setUp, textOf } from './testSupport.ts'

const one = () => {
  const { publication, ...rest } = setUp()
  const world: { body: string; err: Error | null; status: number; made: number; until: number } = {
    body: 'one',
    err: null,
    status: 200,
    made: 0,
    until: Infinity,
  }
  const ask = async () => {
    const make = async () => {
      world.made += 1
      await settle()
      if (world.err) {
        throw world.err
      }
      noteUntil(world.until)
      return page(world.body, { status: world.status })
    }
    return await publication.answer({ key: 'a', tags: ['t'], make })
  }
  return { ...rest, publication, world, ask: async () => textOf(await ask()), answer: ask }
}

describe('without notices', () => {
  it('makes what is kept anew before it is sent, each time, once for all who wait', async () => {
    const { ask, publication, world } = one()
    await ask()
    publication.distrust()
    for (const body of ['two', 'three']) {
      world.body = body
      expect(await Promise.all([ask(), ask()])).toEqual([body, body])
    }
    expect(world.made).toBe(3)
  })

  it('sends what it has while the database is away, and tells why; not for any other error', async () => {
    const { ask, errors, publication, world } = one()
    await ask()
    publication.distrust()
    world.err = new Outage()
    expect(await Promise.all([ask(), ask()])).toEqual(['one', 'one'])
    expect(errors).toEqual([world.err])
    world.err = new Error('broken')
    await expect(ask()).rejects.toThrow('broken')
    world.err = null
    world.body = 'two'
    expect(await ask()).toBe('two')
  })

  it('sends the older answer for a 503 only when that is an outage', async () => {
    for (const [isOutage, status] of [
      [true, 200],
      [false, 503],
    ] as const) {
      const { publication } = setUp({ isOutage: () => isOutage })
      let now = 200
      const ask = () =>
        publication.answer({ key: 'a', make: async () => page('', { status: now }) })
      await ask()
      publication.distrust()
      now = 503
      expect((await ask()).status).toBe(status)
      now = 200
      expect((await ask()).status).toBe(200)
    }
  })

  it('has nothing to send in an outage when nothing was kept, or it has ended', async () => {
    const { ask, clock, publication, world } = one()
    world.until = clock.now + 1000
    await ask()
    publication.distrust()
    world.err = new Outage()
    expect(await ask()).toBe('one')
    clock.now += 1000
    await expect(ask()).rejects.toThrow(Outage)
  })

  it('sends nobody what ended, also where notices come', async () => {
    const { ask, clock, world } = one()
    world.until = clock.now + 1000
    await ask()
    clock.now += 1000
    world.err = new Outage()
    await expect(ask()).rejects.toThrow(Outage)
  })

  it('makes nothing anew by itself, and reads each part anew without keeping it', async () => {
    const { ask, publication, world } = one()
    let read = 0
    const part = () => publication.part({ key: 'p', read: async () => (read += 1) })
    await ask()
    expect([await part(), await part()]).toEqual([1, 1])
    publication.distrust()
    expect([await part(), await part()]).toEqual([2, 3])
    publication.refresh(['t'])
    await settle()
    expect(world.made).toBe(1)
    publication.trustAgain()
    expect([await part(), await part()]).toEqual([4, 4])
  })

  it('joins nothing that began while notices still came, or while they did not', async () => {
    const { ask, publication, world } = one()
    const waiting = [ask()]
    publication.distrust()
    waiting.push(ask())
    publication.trustAgain()
    waiting.push(ask())
    await Promise.all(waiting)
    expect(world.made).toBeGreaterThanOrEqual(3)
  })
})

describe('with notices again', () => {
  it('believes only what was made since: the rest is made anew before it is sent, then kept', async () => {
    const { ask, publication, world } = one()
    await ask()
    publication.distrust()
    world.body = 'two'
    publication.trustAgain()
    expect(await ask()).toBe('two')
    world.body = 'three'
    expect(await ask()).toBe('two')
    expect(world.made).toBe(2)
  })

  it('makes what was asked for lately anew by itself', async () => {
    const { ask, publication, world } = one()
    await ask()
    publication.distrust()
    world.body = 'two'
    publication.trustAgain()
    for (let turn = 0; turn < 3; turn += 1) {
      await settle()
    }
    expect(world.made).toBe(2)
    expect(await ask()).toBe('two')
    expect(world.made).toBe(2)
  })

  it('does not believe what began before, however late it ends', async () => {
    const { ask, publication, world } = one()
    publication.distrust()
    const early = ask()
    publication.trustAgain()
    await early
    world.body = 'two'
    expect(await ask()).toBe('two')
  })

  it('still has what it had for an outage', async () => {
    const { ask, publication, world } = one()
    await ask()
    publication.distrust()
    publication.trustAgain()
    world.err = new Outage()
    expect(await ask()).toBe('one')
  })

  it('no longer has what was withdrawn while they did not come', async () => {
    const { ask, publication, world } = one()
    await ask()
    publication.distrust()
    publication.withdraw(['t'])
    publication.trustAgain()
    world.err = new Outage()
    await expect(ask()).rejects.toThrow(Outage)
  })
})
