import { describe, expect, it } from '@jest/globals'
import { callerOf, createAttempts } from './attempts.ts'

const caller = (address: string) => callerOf(new Headers({ 'x-vitrine-ip': address }))

describe('attempts', () => {
  it('counts all addresses of one IPv6 network as one caller', () => {
    const attempts = createAttempts({ limit: 10, windowMs: 1000, maxCallers: 10 })
    const taken = Array.from({ length: 100 }, (_, at) =>
      attempts.take(caller(`2001:db8:1:2::${at.toString(16)}`), 0),
    )
    expect(taken.filter(Boolean)).toHaveLength(10)
    expect(attempts.take(caller('2001:db8:1:3::1'), 0)).toBe(true)
  })

  it('are not forgotten for somebody who brings ten thousand others', () => {
    const attempts = createAttempts({ limit: 3, windowMs: 1000, maxCallers: 100 })
    const taken = [1, 2, 3, 4].map(() => attempts.take(caller('203.0.113.9'), 0))
    expect(taken).toEqual([true, true, true, false])
    for (let at = 0; at < 10_000; at += 1) {
      attempts.take(caller(`2001:db8:${at.toString(16)}::1`), 0)
    }
    expect(attempts.take(caller('203.0.113.9'), 999)).toBe(false)
    expect(attempts.secondsLeft(caller('203.0.113.9'), 0)).toBe(1)
  })

  it('begins anew after its time', () => {
    const attempts = createAttempts({ limit: 1, windowMs: 1000 })
    expect(attempts.take(caller('203.0.113.9'), 0)).toBe(true)
    expect(attempts.take(caller('::ffff:203.0.113.9'), 999)).toBe(false)
    expect(attempts.take(caller('203.0.113.9'), 1000)).toBe(true)
  })

  it('has one caller for all whose address is not known', () => {
    expect(callerOf(new Headers())).toBe(callerOf(new Headers()))
  })
})
