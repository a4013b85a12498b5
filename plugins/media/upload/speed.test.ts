import { expect, it } from '@jest/globals'
import { nextSpeed, secondsLeft, startSpeed } from './speed.ts'

it('says nothing before there is something to say', () => {
  expect(secondsLeft({ speed: startSpeed({ at: 0, sent: 0 }), total: 100 })).toBeNull()
})

it('counts bytes a second', () => {
  expect(nextSpeed(startSpeed({ at: 0, sent: 0 }), { at: 500, sent: 1000 }).rate).toBe(2000)
})

it('does not count what an earlier try had sent', () => {
  expect(nextSpeed(startSpeed({ at: 0, sent: 5000 }), { at: 1000, sent: 6000 }).rate).toBe(1000)
})

it('evens out a burst', () => {
  const steady = nextSpeed(startSpeed({ at: 0, sent: 0 }), { at: 1000, sent: 1000 })
  expect(nextSpeed(steady, { at: 2000, sent: 12_000 }).rate).toBe(4000)
})

it('never turns negative when a chunk is sent again', () => {
  const steady = nextSpeed(startSpeed({ at: 0, sent: 0 }), { at: 1000, sent: 1000 })
  expect(nextSpeed(steady, { at: 2000, sent: 500 }).rate).toBe(1000)
})

it('says how many seconds are left', () => {
  const speed = nextSpeed(startSpeed({ at: 0, sent: 0 }), { at: 1000, sent: 1000 })
  expect(secondsLeft({ speed, total: 3500 })).toBe(3)
})
