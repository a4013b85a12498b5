/** The door of a protected study. */
import { describe, expect, it } from '@jest/globals'
import { hashOf } from '../../collections/CaseStudies/hooks/hashPassword.ts'
import { createAttempts } from './attempts.ts'
import { checkUnlockValue, makeUnlockValue, unlockSeconds, verifyPassword } from './unlock.ts'

const lock = {
  studyId: 's1',
  passwordHash: 'scrypt$2$1$1$AA==$AA==',
  secret: 'a secret of the installation',
}

describe('verifyPassword', () => {
  it('opens with the password that the editor set, and with no other', async () => {
    const stored = await hashOf('Schlüssel zum Hafen')
    expect(await verifyPassword({ password: 'Schlüssel zum Hafen', stored })).toBe(true)
    // The same letters, composed differently by another keyboard.
    expect(await verifyPassword({ password: 'Schlu\u0308ssel zum Hafen', stored })).toBe(true)
    expect(await verifyPassword({ password: 'schlüssel zum hafen', stored })).toBe(false)
    expect(await verifyPassword({ password: '', stored })).toBe(false)
  })

  it('never opens a study whose hash is missing or malformed', async () => {
    for (const stored of [
      '',
      'plain',
      'scrypt$1$2',
      'scrypt$x$8$1$AA==$AA==',
      'bcrypt$2$1$1$AA==$AA==',
    ]) {
      expect(await verifyPassword({ password: 'x', stored })).toBe(false)
    }
  })
})

describe('the unlock cookie', () => {
  const now = Date.UTC(2026, 10, 23)
  const value = makeUnlockValue({ ...lock, now })

  it('opens its study until it expires', () => {
    expect(checkUnlockValue({ ...lock, value, now })).toBe(true)
    expect(checkUnlockValue({ ...lock, value, now: now + (unlockSeconds - 1) * 1000 })).toBe(true)
    expect(checkUnlockValue({ ...lock, value, now: now + (unlockSeconds + 1) * 1000 })).toBe(false)
  })

  it('opens no other study, and none after the password or the secret changed', () => {
    expect(checkUnlockValue({ ...lock, value, now, studyId: 's2' })).toBe(false)
    expect(checkUnlockValue({ ...lock, value, now, passwordHash: 'another' })).toBe(false)
    expect(checkUnlockValue({ ...lock, value, now, secret: 'another' })).toBe(false)
  })

  it('cannot be prolonged or invented', () => {
    const [expiry, signature] = value.split('.')
    expect(checkUnlockValue({ ...lock, value: `${Number(expiry) + 9999}.${signature}`, now })).toBe(
      false,
    )
    for (const forged of [
      undefined,
      '',
      '.',
      `${expiry}.`,
      `${expiry}.${'A'.repeat(43)}`,
      `${'9'.repeat(40)}.${signature}`,
    ]) {
      expect(checkUnlockValue({ ...lock, value: forged, now })).toBe(false)
    }
  })
})

describe('attempts', () => {
  it('are limited per caller within the window, and free again after it', () => {
    const attempts = createAttempts({ limit: 2, windowMs: 1000 })
    expect([0, 1, 2].map((at) => attempts.take('a', at))).toEqual([true, true, false])
    expect(attempts.take('b', 3)).toBe(true)
    expect(attempts.take('a', 1001)).toBe(true)
  })

  it('forget the oldest caller instead of growing for ever', () => {
    const attempts = createAttempts({ limit: 1, windowMs: 1000, maxCallers: 2 })
    for (const caller of ['a', 'b', 'c']) attempts.take(caller, 0)
    expect(attempts.take('a', 1)).toBe(true)
    expect(attempts.take('c', 1)).toBe(false)
  })
})
