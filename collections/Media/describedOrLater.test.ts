import { describe, expect, it } from '@jest/globals'
import { describedOrLater } from './describedOrLater.ts'

const ask = async (value: string | null, given: { previous?: string; query?: object } = {}) =>
  describedOrLater(value, {
    maxLength: 300,
    previousValue: given.previous,
    req: { payload: { config: {} }, query: given.query ?? {}, t: (key: string) => key },
    required: true,
  } as never)

describe('a description', () => {
  it('is asked for', async () => {
    expect([await ask(''), await ask(null), await ask('A pier')]).toEqual([
      'validation:required',
      'validation:required',
      true,
    ])
  })

  it('may come later, when whoever adds the file says so', async () => {
    expect(await ask('', { query: { describe: 'later' } })).toBe(true)
    expect(await ask(null, { query: { describe: 'later' } })).toBe('validation:required')
  })

  it('that is still missing stands in the way of no other change, and one that is there is not taken away', async () => {
    expect(await ask('', { previous: '' })).toBe(true)
    expect(await ask('', { previous: 'A pier' })).toBe('validation:required')
  })
})
