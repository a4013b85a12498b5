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
