/** What becomes a lead, and what does not. */
import { describe, expect, it } from '@jest/globals'
import { checkContact } from './contact.ts'

const form = (fields: Record<string, string>) => {
  const data = new FormData()
  for (const [key, value] of Object.entries({
    name: 'Ada',
    email: 'ada@example.com',
    message: 'We have an idea.',
    ...fields,
  })) {
    data.set(key, value)
  }
  return data
}

describe('checkContact', () => {
  it('accepts a message with or without JavaScript', () => {
    expect(checkContact(form({})).kind).toBe('lead')
    expect(checkContact(form({ elapsed: '9000', study: 'fog' }))).toMatchObject({
      kind: 'lead',
      lead: { study: 'fog' },
    })
  })

  it.each([
    ['name', { name: ' ' }],
    ['email', { email: 'ada@example' }],
    ['email', { email: 'ada@exa mple.com' }],
    ['message', { message: 'Hi' }],
    ['long', { message: 'x'.repeat(5001) }],
  ])('names the problem: %s', (problem, fields) => {
    expect(checkContact(form(fields))).toEqual({ kind: 'problem', problem })
  })

  it('thanks machines and forgets them', () => {
    expect(checkContact(form({ website: 'https://spam.example' })).kind).toBe('machine')
    expect(checkContact(form({ elapsed: '300' })).kind).toBe('machine')
  })
})
