// What a password has to be, and that the stored one is recognised.
import { pbkdf2Sync, randomBytes } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { passwordProblem } from './policy.ts'
import { isPassword } from './verify.ts'

const owner = { email: 'Ada.Kessler@kiln.test', name: 'Ada Kessler' }

describe('a password', () => {
  it.each([
    ['nothing', undefined, '10 characters'],
    ['an object', { $ne: '' }, '10 characters'],
    ['nine characters', 'x7-quarry', '10 characters'],
    ['nine characters of two units each', '🦀🦀🦀🦀🦀🦀🦀🦀🦀', '10 characters'],
    ['more than can be meant', 'x'.repeat(257), 'at most 256'],
    ['the most common', 'Password123', 'most common'],
    ['the most common, with blanks around it', ' qwertyuiop ', 'most common'],
    ['the most common, with what everybody adds', 'Password123!', 'most common'],
    ['the most common, with a year', '!sunshine2026', 'most common'],
    ['a key that was held down', 'aaaaaaaaaaaa', 'most common'],
    ['two keys', 'abababababab', 'most common'],
    ['characters that nobody sees', '\0'.repeat(12), 'most common'],
    ['digits alone in a row', '11111111112222', 'most common'],
    ['blanks', ' '.repeat(12), 'most common'],
    ['one’s email', 'ADA.kessler@kiln.test', 'your email'],
    ['one’s name', ' ada kessler', 'your name'],
  ])('is not %s', async (_, password, sentence) => {
    expect(await passwordProblem(password, owner)).toContain(sentence)
  })

  it.each(['vitrine-demo', 'quarry'.repeat(42), 'Größenwahn 10', '🦀 pinches the keel'])(
    'may be %s',
    async (password) => {
      expect(await passwordProblem(password, owner)).toBeNull()
    },
  )
})

describe('isPassword', () => {
  const salt = randomBytes(32).toString('hex')
  const password = 'a-fine-password'

  it('knows today’s format and the one of before, and nothing else', async () => {
    const current = `pbkdf2-sha256-v1:${pbkdf2Sync(password, salt, 600_000, 32, 'sha256').toString('hex')}`
    const legacy = pbkdf2Sync(password, salt, 25_000, 512, 'sha256').toString('hex')
    for (const hash of [current, legacy]) {
      expect(await isPassword({ hash, password, salt })).toBe(true)
      expect(await isPassword({ hash, password: `${password}x`, salt })).toBe(false)
    }
    for (const hash of [null, undefined, '', 'pbkdf2-sha256-v1:', legacy.slice(2)]) {
      expect(await isPassword({ hash, password, salt })).toBe(false)
    }
    expect(await isPassword({ hash: current, password, salt: null })).toBe(false)
  })
})
