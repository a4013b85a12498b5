import { describe, expect, it } from '@jest/globals'
import { initialsOf } from './initialsOf.ts'

describe('initialsOf', () => {
  it('takes the first and the last word', () => {
    expect(initialsOf('Edda Lind')).toBe('EL')
    expect(initialsOf('  jonas van der Achterberg-Müller ')).toBe('JA')
  })
  it('takes one letter of one word, and none of none', () => {
    expect(initialsOf('Édith')).toBe('É')
    expect(initialsOf('')).toBe('')
  })
})
