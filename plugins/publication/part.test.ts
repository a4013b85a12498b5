// Values that several answers share, and what is noted where.
import { describe, expect, it } from '@jest/globals'
import { isNoting, noteTags, noteUntil, unnoted } from './notes.ts'
import { controlled, page, settle, setUp, stateOf, textOf } from './testSupport.ts'

describe('part', () => {
  it('is read once for all who wait and all who come later, and given by reference', async () => {
    const { publication } = setUp()
    const reading = controlled<{ name: string }>()
    const ask = () => publication.part({ key: 'p', read: reading.make })
    const waiting = [ask(), ask()]
    const value = { name: 'cards' }
    reading.give(0, value)
    const [first, second] = await Promise.all(waiting)
    expect([first, second, await ask()].every((one) => one === value)).toBe(true)
    expect(reading.begun).toBe(1)
  })

  it('keeps undefined and null like any value', async () => {
    const { publication } = setUp()
    let read = 0
    const ask = () =>
      publication.part({
        key: 'p',
        read: async () => {
          read += 1
        },
      })
    await ask()
    expect(await ask()).toBeUndefined()
    expect(read).toBe(1)
  })

  it.each(['refresh', 'withdraw'] as const)('is never stale: gone after %s', async (tell) => {
    const { publication } = setUp()
    let read = 0
    const ask = () =>
      publication.part({
        key: 'p',
        read: async () => {
          noteTags(['t'])
          return (read += 1)
        },
      })
    await ask()
    publication[tell](['t'])
    expect(await ask()).toBe(2)
  })

  it.each(['refresh', 'withdraw'] as const)(
    'is read again when %s comes while it is read, with who asks then',
    async (tell) => {
      const { publication } = setUp()
      const reading = controlled<number>()
      const ask = () => publication.part({ key: 'p', tags: ['t'], read: reading.make })
      const before = stateOf(ask())
      publication[tell](['t'])
      const after = stateOf(ask())
      reading.give(0, 0)
      await settle()
      expect([before.isDone, after.isDone]).toEqual([false, false])
      reading.give(1, 1)
      await settle()
      expect([before.value, after.value]).toEqual([1, 1])
      expect(reading.begun).toBe(2)
    },
  )

  it('that changes at each reading is given after three repeats; neither it nor what holds it counts as fresh', async () => {
    const { publication } = setUp()
    let read = 0
    const part = () =>
      publication.part({
        key: 'p',
        tags: ['t'],
        isPassedOn: false,
        read: async () => {
          read += 1
          if (read <= 4) {
            publication.refresh(['t'])
          }
          return read
        },
      })
    const ask = () => publication.answer({ key: 'a', make: async () => page(`${await part()}`) })
    expect(textOf(await ask())).toBe('4')
    await settle()
    expect(textOf(await ask())).toBe('5')
    expect(read).toBe(5)
  })

  it('that holds one which changes at each reading counts as little', async () => {
    const { publication } = setUp()
    const read = { inner: 0, outer: 0 }
    const inner = () =>
      publication.part({
        key: 'inner',
        tags: ['t'],
        isPassedOn: false,
        read: async () => {
          read.inner += 1
          if (read.inner <= 4) {
            publication.refresh(['t'])
          }
          return read.inner
        },
      })
    const outer = () =>
      publication.part({
        key: 'outer',
        read: async () => {
          read.outer += 1
          return await inner()
        },
      })
    const ask = () => publication.answer({ key: 'a', make: async () => page(`${await outer()}`) })
    expect(textOf(await ask())).toBe('4')
    await settle()
    expect(textOf(await ask())).toBe('5')
    expect(read).toEqual({ inner: 5, outer: 2 })
  })

  it('that ended while it was read is read again', async () => {
    const { clock, publication } = setUp()
    let read = 0
    const ask = () =>
      publication.part({
        key: 'p',
        read: async () => {
          noteUntil(read === 0 ? clock.now + 5 : Infinity)
          clock.now += 5
          return (read += 1)
        },
      })
    expect(await ask()).toBe(2)
  })

  it('ends when it says, and is read anew after the longest time', async () => {
    const { clock, publication } = setUp({ longest: 1000 })
    let read = 0
    const ask = () =>
      publication.part({
        key: 'p',
        read: async () => {
          noteUntil(read === 0 ? clock.now + 10 : Infinity)
          return (read += 1)
        },
      })
    await ask()
    clock.now += 9
    expect(await ask()).toBe(1)
    clock.now += 1
    expect(await ask()).toBe(2)
    clock.now += 999
    expect(await ask()).toBe(2)
    clock.now += 1
    expect(await ask()).toBe(3)
  })

  it('tells all who wait of an error, and keeps nothing of it', async () => {
    const { publication } = setUp()
    const reading = controlled<number>()
    const ask = () => publication.part({ key: 'p', read: reading.make })
    const waiting = [ask(), ask()]
    reading.fail(0, new Error('no'))
    await expect(waiting[0]).rejects.toThrow('no')
    await expect(waiting[1]).rejects.toThrow('no')
    const next = ask()
    reading.give(1, 1)
    expect(await next).toBe(1)
  })
})

describe('notes', () => {
  /** The tags and the end of an answer that is made so. */
  const notedBy = async (
    read: (publication: ReturnType<typeof setUp>['publication']) => Promise<unknown>,
  ) => {
    const { publication } = setUp()
    const make = async () => {
      await read(publication)
      return page('')
    }
    const first = await publication.answer({ key: 'a', make })
    // Once more, with parts that are kept by now.
    const second = await publication.answer({ key: 'b', make })
    expect(second.tags).toEqual(first.tags)
    expect(second.until).toBe(first.until)
    return { tags: first.tags, until: first.until }
  }
  const END = 5_000_000

  it('have no effect where nothing is made', async () => {
    noteTags(['t'])
    noteUntil(1)
    expect(isNoting()).toBe(false)
    expect(await notedBy(async () => expect(isNoting()).toBe(true))).toEqual({
      tags: [],
      until: Infinity,
    })
    expect(isNoting()).toBe(false)
  })

  it('of a part are passed on to who asks, through several, whether read or kept', async () => {
    const noted = await notedBy((publication) =>
      publication.part({
        key: 'outer',
        tags: ['given'],
        read: () =>
          publication.part({
            key: 'inner',
            read: async () => {
              noteTags(['noted'])
              noteUntil(END)
            },
          }),
      }),
    )
    expect(noted).toEqual({ tags: ['given', 'noted'], until: END })
  })

  it('of a part are not passed on when it says so, though they count for the part', async () => {
    const { publication } = setUp()
    let read = 0
    const part = () =>
      publication.part({
        key: 'p',
        isPassedOn: false,
        read: async () => {
          noteTags(['t'])
          noteUntil(END)
          return (read += 1)
        },
      })
    const make = async () => page(`${await part()}`)
    const answer = await publication.answer({ key: 'a', make })
    expect([answer.tags, answer.until]).toEqual([[], Infinity])
    publication.refresh(['t'])
    expect(await part()).toBe(2)
    expect(textOf(await publication.answer({ key: 'a', make }))).toBe('1')
  })

  it('of who asks are not those of the part', async () => {
    const { publication } = setUp()
    let read = 0
    const part = () => publication.part({ key: 'p', read: async () => (read += 1) })
    await publication.answer({
      key: 'a',
      make: async () => {
        noteTags(['of the page'])
        return page(`${await part()}`)
      },
    })
    publication.withdraw(['of the page'])
    expect(await part()).toBe(1)
  })

  it('are not taken within unnoted, and are taken again after it', async () => {
    const noted = await notedBy(async (publication) => {
      await unnoted(async () => {
        expect(isNoting()).toBe(false)
        noteTags(['hidden'])
        noteUntil(1)
        await publication.part({ key: 'p', tags: ['of the part'], read: async () => isNoting() })
      })
      noteTags(['seen'])
    })
    expect(noted).toEqual({ tags: ['seen'], until: Infinity })
  })

  it('of a part read within unnoted are still those of the part', async () => {
    const { publication } = setUp()
    let read = 0
    const part = () =>
      unnoted(() =>
        publication.part({
          key: 'p',
          read: async () => {
            noteTags(['t'])
            return (read += 1)
          },
        }),
      )
    await part()
    publication.withdraw(['t'])
    expect(await part()).toBe(2)
  })

  it('of two that are made at the same time do not mix', async () => {
    const { publication } = setUp()
    const ask = (key: string) =>
      publication.answer({
        key,
        make: async () => {
          await settle()
          noteTags([key])
          await settle()
          return page('')
        },
      })
    const [a, b] = await Promise.all([ask('a'), ask('b')])
    expect([a.tags, b.tags]).toEqual([['a'], ['b']])
  })

  it('of an answer that is made within another one are its own', async () => {
    const noted = await notedBy((publication) =>
      publication.answer({ key: 'inner', tags: ['of the inner'], make: async () => page('') }),
    )
    expect(noted.tags).toEqual([])
  })
})
