// How much is kept, and what goes first.
import { describe, expect, it } from '@jest/globals'
import { respond } from './respond.ts'
import { page, settle, setUp, textOf } from './testSupport.ts'

describe('memory', () => {
  it('keeps what was asked for last, within its limit', async () => {
    const { publication } = setUp({ maxBytes: 100_000 })
    const ask = (key: string) =>
      publication.answer({ key, make: async () => page(key.padEnd(5000, '.')) })
    for (let at = 0; at < 40; at += 1) {
      await ask(`${at}`)
      await ask('0')
      expect(publication.stats().bytes).toBeLessThanOrEqual(100_000)
    }
    expect(publication.stats()).toMatchObject({ hits: 40, misses: 40 })
    expect(publication.stats().entries).toBeGreaterThan(10)
    await ask('1')
    expect(publication.stats().misses).toBe(41)
  })

  it('counts each coding once it is there', async () => {
    const { publication } = setUp()
    const ask = (accepts: string) =>
      publication.answer({ key: 'a', accepts, make: async () => page('abc '.repeat(1000)) })
    const sizes: number[] = []
    for (const accepts of ['', 'gzip', 'br', 'br']) {
      const { codings } = await ask(accepts)
      sizes.push(publication.stats().bytes - codings.bytes)
    }
    expect(new Set(sizes).size).toBe(1)
    const { codings } = await ask('')
    expect(codings.bytes).toBe(
      4000 + codings.peek('gzip')!.byteLength + codings.peek('br')!.byteLength,
    )
    publication.withdraw([])
    expect(publication.stats().entries).toBe(1)
  })

  it('counts a coding of what is no longer kept for nothing', async () => {
    const { publication } = setUp()
    const make = async () => page('abc '.repeat(1000))
    const answer = await publication.answer({ key: 'a', tags: ['t'], make })
    publication.withdraw(['t'])
    await answer.codings.ready('br')
    expect(publication.stats()).toMatchObject({ bytes: 0, entries: 0 })
  })

  it('lets 404s push out only each other', async () => {
    const { publication } = setUp({ maxBytes: 200_000 })
    await publication.answer({ key: 'a', make: async () => page('there') })
    for (let at = 0; at < 500; at += 1) {
      const make = async () => page('x'.repeat(1000), { status: 404 })
      await publication.answer({ key: `missing ${at}`, make })
    }
    const { bytes, entries } = publication.stats()
    expect(entries).toBeGreaterThan(5)
    expect(bytes).toBeLessThan(22_000)
    const kept = await publication.answer({ key: 'a', make: async () => page('anew') })
    expect(textOf(kept)).toBe('there')
  })

  it('sends what is too large without keeping it, and pushes nothing out for it', async () => {
    const { publication } = setUp({ maxBytes: 100_000 })
    await publication.answer({ key: 'a', make: async () => page('there') })
    const large = await publication.answer({
      key: 'large',
      make: async () => page('x'.repeat(50_000)),
    })
    expect(large.codings.identity).toHaveLength(50_000)
    expect(publication.stats().entries).toBe(1)
  })

  it('counts a part by the estimate that it is given, or by its tags', async () => {
    const { publication } = setUp()
    await publication.part({ key: 'a', read: async () => 1, size: () => 5000 })
    expect(publication.stats().bytes).toBe(5000)
    await publication.part({ key: 'b', tags: ['t', 'u'], read: async () => 1 })
    expect(publication.stats().bytes).toBe(5000 + 3 * 1024)
  })
})

describe('codings', () => {
  const request = (accepts: string) => ({
    method: 'GET',
    headers: new Headers({ 'accept-encoding': accepts }),
  })

  it('are at hand, with their length, for a reader whose Accept-Encoding is told', async () => {
    const { publication } = setUp()
    const make = async () => page('abc '.repeat(1000))
    const answer = await publication.answer({ key: 'a', make, accepts: 'gzip, br' })
    const length = respond(answer, request('gzip, br')).headers.get('content-length')
    expect(length).toBe(`${answer.codings.peek('br')!.byteLength}`)
    expect(answer.codings.peek('gzip')).toBeUndefined()
  })

  it('that readers took before are made with what is made behind them', async () => {
    const { publication } = setUp()
    const ask = (accepts?: string) =>
      publication.answer({
        key: 'a',
        tags: ['t'],
        accepts,
        make: async () => page('abc '.repeat(1000)),
      })
    const first = await ask('gzip')
    publication.refresh(['t'])
    await settle()
    const second = await ask()
    expect(second).not.toBe(first)
    expect(second.codings.known()).toEqual(['identity', 'gzip'])
    await second.codings.ready('gzip')
  })
})
