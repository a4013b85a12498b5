// What is kept and for how long, and that it is made once. A change meanwhile: refresh.test.ts, withdraw.test.ts.
import { AsyncLocalStorage } from 'node:async_hooks'
import { describe, expect, it } from '@jest/globals'
import { noteTags, noteUntil } from './notes.ts'
import type { Made } from './options.ts'
import { controlled, page, settle, setUp, stateOf, textOf } from './testSupport.ts'

/** Makes another body each time. */
const counted = (rest: Partial<Made> = {}) => {
  let count = 0
  return async () => page(`${(count += 1)}`, rest)
}

describe('keeping', () => {
  it('makes an answer once, for all who wait and all who come later', async () => {
    const { publication } = setUp()
    const making = controlled<Made>()
    const ask = () => publication.answer({ key: 'a', make: making.make })
    const waiting = [ask(), ask(), ask()]
    expect(making.begun).toBe(1)
    making.give(0, page('one'))
    const answers = [...(await Promise.all(waiting)), await ask()]
    expect(answers.map(textOf)).toEqual(['one', 'one', 'one', 'one'])
    expect(making.begun).toBe(1)
    expect(publication.stats()).toMatchObject({ entries: 1, hits: 1, misses: 3, stale: 0 })
  })

  it('never gives the answer of another key, nor a part of the same name', async () => {
    const { publication } = setUp()
    await publication.part({ key: 'a', read: async () => 'the part' })
    await publication.answer({ key: 'a', make: async () => page('of a') })
    await publication.answer({ key: 'answer a', make: async () => page('of answer a') })
    const again = async (key: string) =>
      textOf(await publication.answer({ key, make: async () => page('anew') }))
    expect([await again('a'), await again('answer a'), await again('b')]).toEqual([
      'of a',
      'of answer a',
      'anew',
    ])
    expect(await publication.part({ key: 'a', read: async () => 'anew' })).toBe('the part')
  })

  it('does not notice when the bytes that it was given change', async () => {
    const { publication } = setUp()
    const body = Buffer.from('one')
    await publication.answer({ key: 'a', make: async () => page('', { body }) })
    body.fill('x')
    const kept = await publication.answer({ key: 'a', make: async () => page('two') })
    expect(textOf(kept)).toBe('one')
  })

  it.each<[string, Partial<Made>, boolean]>([
    ['a page', {}, true],
    ['a redirect', { status: 308, body: '' }, true],
    ['a versioned file', { policy: 'immutable' }, true],
    ['what is private, yet the same for all who may ask', { policy: 'private' }, true],
    ['what is private to one', { policy: 'private', isKept: false }, false],
    ['what nobody may keep', { policy: 'none' }, false],
    ['what nobody may keep, whatever is said besides', { policy: 'none', isKept: true }, false],
    ['not found', { status: 404 }, true],
    ['gone', { status: 410 }, true],
    ['a bad request', { status: 400 }, false],
    ['a refusal', { status: 403 }, false],
    ['too many requests', { status: 429 }, false],
    ['a failure', { status: 500 }, false],
    ['an outage', { status: 503 }, false],
  ])('%s: kept or made each time, as it should', async (_, rest, isKept) => {
    const { publication } = setUp()
    const make = counted(rest)
    const first = await publication.answer({ key: 'a', make })
    const second = await publication.answer({ key: 'a', make })
    expect(first.status).toBe(rest.status ?? 200)
    expect(first === second).toBe(isKept)
    expect(publication.stats().entries).toBe(isKept ? 1 : 0)
  })

  it('tells all who wait of an error, and keeps nothing of it', async () => {
    const { errors, publication } = setUp()
    const making = controlled<Made>()
    const ask = () => publication.answer({ key: 'a', make: making.make })
    const waiting = [ask(), ask()]
    making.fail(0, new Error('no'))
    for (const one of waiting) {
      await expect(one).rejects.toThrow('no')
    }
    const next = ask()
    making.give(1, page('yes'))
    expect(textOf(await next)).toBe('yes')
    expect(errors).toEqual([])
  })

  it('refuses an answer that sets a cookie', async () => {
    const { publication } = setUp()
    const headers = { 'content-type': 'text/html', 'Set-Cookie': 'a=b' }
    const asked = publication.answer({ key: 'a', make: async () => page('', { headers }) })
    await expect(asked).rejects.toThrow('cookie')
  })

  it('makes with nothing of the request that asks, in front of readers and behind them', async () => {
    const storage = new AsyncLocalStorage<string>()
    const { publication } = setUp()
    const seen: (string | undefined)[] = []
    const make = async () => {
      seen.push(storage.getStore())
      return page('')
    }
    await storage.run('a reader', () => publication.answer({ key: 'a', tags: ['t'], make }))
    storage.run('an editor', () => publication.refresh(['t']))
    await settle()
    await storage.run('a reader', () =>
      publication.part({
        key: 'p',
        read: async () => {
          seen.push(storage.getStore())
        },
      }),
    )
    expect(seen).toEqual([undefined, undefined, undefined])
  })

  it('forgets all when closed, and keeps nothing afterwards', async () => {
    const { publication } = setUp()
    const make = counted()
    await publication.answer({ key: 'a', make })
    publication.close()
    expect(publication.stats()).toMatchObject({ bytes: 0, entries: 0 })
    await publication.answer({ key: 'a', make })
    await publication.part({ key: 'a', read: async () => 1 })
    expect(publication.stats().entries).toBe(0)
  })
})

describe('time', () => {
  it('makes an answer anew from the very millisecond at which it ends', async () => {
    const { clock, publication } = setUp()
    const inner = counted()
    const make = async () => {
      noteUntil(2_000_000)
      noteUntil(1_000_500)
      noteUntil(Number.NaN)
      noteUntil(1_900_000)
      return await inner()
    }
    const ask = async () => textOf(await publication.answer({ key: 'a', make }))
    await ask()
    clock.now = 1_000_499
    expect(await ask()).toBe('1')
    clock.now = 1_000_500
    expect(await ask()).not.toBe('1')
  })

  it('gives nobody what ended while it was made, as long as making it again helps', async () => {
    const { clock, publication } = setUp()
    let count = 0
    const make = async () => {
      noteUntil(count === 0 ? clock.now + 5 : Infinity)
      clock.now += 5
      return page(`${(count += 1)}`)
    }
    expect(textOf(await publication.answer({ key: 'a', make }))).toBe('2')
  })

  it('makes what always ends at once four times for a reader, and sends it without keeping it', async () => {
    const { publication } = setUp()
    let count = 0
    const make = async () => {
      noteUntil(0)
      return page(`${(count += 1)}`)
    }
    expect(textOf(await publication.answer({ key: 'a', make }))).toBe('4')
    expect(publication.stats().entries).toBe(0)
  })

  it('does not send what ends while its coding is made', async () => {
    const { clock, publication } = setUp()
    let count = 0
    const make = async () => {
      noteUntil(count === 0 ? clock.now + 1 : Infinity)
      return page(`${(count += 1)}`.padEnd(600, ' '))
    }
    const asked = publication.answer({ key: 'a', make, accepts: 'br' })
    // It has been made, and not yet compressed: that takes a turn of the event loop.
    for (let step = 0; step < 20; step += 1) {
      await Promise.resolve()
    }
    clock.now += 1
    expect(textOf(await asked).trim()).toBe('2')
  })

  it('sends what is older than the longest time once more while it makes it anew', async () => {
    const { clock, publication } = setUp({ longest: 1000 })
    const make = counted()
    const ask = async () => textOf(await publication.answer({ key: 'a', make }))
    await ask()
    clock.now += 999
    expect(await ask()).toBe('1')
    clock.now += 1
    expect(await ask()).toBe('1')
    await settle()
    expect(await ask()).toBe('2')
    expect(publication.stats()).toMatchObject({ hits: 3, misses: 1, stale: 1 })
  })
})

describe('tags', () => {
  it('are those given and those noted, each once', async () => {
    const { publication } = setUp()
    const answer = await publication.answer({
      key: 'a',
      tags: ['tenant:1'],
      make: async () => {
        noteTags(['d'])
        await settle()
        noteTags(new Set(['d', 'e']))
        return page('')
      },
    })
    expect(answer.tags).toEqual(['tenant:1', 'd', 'e'])
  })

  it('concern what has them, and nothing else', async () => {
    const { publication } = setUp()
    const state = new Map<string, number>()
    const ask = (key: string, tags: string[]) =>
      publication.answer({
        key,
        tags,
        make: async () => {
          state.set(key, (state.get(key) ?? 0) + 1)
          return page(key)
        },
      })
    const all: [string, string[]][] = [
      ['a', ['t', 'u']],
      ['b', ['u']],
      ['c', ['v']],
    ]
    const askAll = () => Promise.all(all.map(([key, tags]) => ask(key, tags)))
    await askAll()
    publication.withdraw(['t', 'v', 'never seen'])
    await askAll()
    publication.refresh(['u'])
    await settle()
    await askAll()
    expect(Object.fromEntries(state)).toEqual({ a: 3, b: 2, c: 2 })
  })

  it('of an error that is thrown after somebody stopped waiting harm nobody', async () => {
    const { publication } = setUp()
    const making = controlled<Made>()
    const asked = stateOf(publication.answer({ key: 'a', tags: ['t'], make: making.make }))
    publication.withdraw(['t'])
    making.fail(0, new Error('withdrawn'))
    await settle()
    expect(asked.err).toEqual(new Error('withdrawn'))
  })
})
