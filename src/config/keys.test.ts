// Every purpose has a key of its own, and none is the secret or derived from another.
import { createHash } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { deriveKey } from '../../plugins/row-level-security/index.ts'
import { KEY_PURPOSES, keyFor } from './keys.ts'

const SECRET = '0123456789abcdef0123456789abcdef'

describe('keyFor', () => {
  it('gives 256 bits for each purpose, none of them twice', () => {
    const keys = [
      ...KEY_PURPOSES.map((purpose) => keyFor(purpose, SECRET)),
      deriveKey(SECRET).secret.toString('hex'),
      SECRET,
      // What Payload makes of a secret that it is given as it is.
      createHash('sha256').update(SECRET).digest('hex'),
    ]
    expect(new Set(keys).size).toBe(keys.length)
    for (const purpose of KEY_PURPOSES) {
      expect(keyFor(purpose, SECRET)).toMatch(/^[0-9a-f]{64}$/)
    }
  })

  it('is the same for the same secret, and another for another', () => {
    expect(keyFor('payload', SECRET)).toBe(keyFor('payload', SECRET))
    expect(keyFor('payload', `${SECRET}.`)).not.toBe(keyFor('payload', SECRET))
  })

  it('is HKDF-SHA256 with an empty salt', () => {
    // Computed apart, from the two steps of RFC 5869.
    expect(keyFor('privateUrls', SECRET)).toBe(
      '350b8a5c20e6cca128295949bfcb470debbd4e231c31a7f9edd6c139ab5ce49f',
    )
  })
})
