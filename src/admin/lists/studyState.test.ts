import { describe, expect, it } from '@jest/globals'
import { studyState } from './studyState.ts'

const now = new Date('2026-11-23T12:00:00Z')
const keyOf = (args: Omit<Parameters<typeof studyState>[0], 'now'>) =>
  studyState({ ...args, now }).key

describe('studyState', () => {
  it('calls everything that was never published a draft, whatever its visibility', () => {
    expect(keyOf({ status: 'draft', visibility: 'private' })).toBe('draft')
    expect(keyOf({ status: 'draft', visibility: 'public', embargoUntil: '2027-01-01' })).toBe(
      'draft',
    )
  })
  it('names the narrowest gate that keeps readers out', () => {
    expect(keyOf({ status: 'published', visibility: 'private', embargoUntil: '2027-01-01' })).toBe(
      'private',
    )
    expect(keyOf({ status: 'published', visibility: 'password', embargoUntil: '2027-01-01' })).toBe(
      'embargo',
    )
    expect(keyOf({ status: 'published', visibility: 'password' })).toBe('password')
    expect(keyOf({ status: 'published', visibility: 'unlisted' })).toBe('unlisted')
  })
  it('forgets an embargo that is over', () => {
    expect(
      keyOf({ status: 'published', visibility: 'public', embargoUntil: '2026-11-23T11:59:00Z' }),
    ).toBe('live')
  })
  it('tells that a newer version waits', () => {
    expect(keyOf({ status: 'changed', visibility: 'public' })).toBe('changed')
    expect(studyState({ now, status: 'changed', visibility: 'unlisted' })).toMatchObject({
      key: 'unlisted',
      hasChanges: true,
    })
  })
})
