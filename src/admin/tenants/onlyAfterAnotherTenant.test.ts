import { describe, expect, it, jest } from '@jest/globals'
import { chosenIn, onlyAfterAnotherTenant } from './onlyAfterAnotherTenant.ts'

describe('the page', () => {
  it('is drawn anew once for each time another tenant was chosen, or none any more', () => {
    let chosen = 'a'
    const refresh = jest.fn()
    const quiet = onlyAfterAnotherTenant({ readChosen: () => chosen, refresh })
    const countAfter = (next: string): number => {
      chosen = next
      quiet()
      return refresh.mock.calls.length
    }
    expect(['a', 'a', 'b', 'b', '', '', 'a'].map(countAfter)).toEqual([0, 0, 1, 1, 2, 2, 3])
  })
})

it.each([
  ['', ''],
  ['payload-tenant=one', 'one'],
  ['payload-theme=dark; payload-tenant=one; lng=en', 'one'],
  ['not-payload-tenant=one', ''],
  ['payload-tenant=', ''],
])('in the cookies “%s” the tenant “%s” is chosen', (cookies, chosen) => {
  expect(chosenIn(cookies)).toBe(chosen)
})
