// Turns a typed password into its hash; the password itself is never stored.
import { randomBytes, scrypt as scryptCallback } from 'node:crypto'
import { promisify } from 'node:util'
import { ValidationError, type CollectionBeforeChangeHook } from 'payload'

const scrypt = promisify(scryptCallback) as (
  password: string,
  salt: Buffer,
  length: number,
  options: { N: number; r: number; p: number; maxmem: number },
) => Promise<Buffer>

/** OWASP Password Storage Cheat Sheet, scrypt: N=2^16, r=8, p=2. */
const COST = { N: 2 ** 16, r: 8, p: 2 }
const HASH_BYTES = 32
const MIN_LENGTH = 8

export const hashPassword: CollectionBeforeChangeHook = async ({
  collection,
  data,
  originalDoc,
}) => {
  const { password, ...rest } = data
  const typed = typeof password === 'string' ? password : ''
  if (typed !== '' && typed.length < MIN_LENGTH && data._status === 'published') {
    throw new ValidationError({
      collection: collection.slug,
      errors: [{ path: 'password', message: 'Use at least 8 characters.' }],
    })
  }
  // A draft saved while somebody is still typing keeps the password that was set before.
  if (typed.length < MIN_LENGTH) {
    return { ...rest, passwordHash: rest.passwordHash ?? originalDoc?.passwordHash ?? null }
  }
  return { ...rest, passwordHash: await hashOf(typed) }
}

/** `scrypt$N$r$p$salt$hash`, salt and hash in base64. */
export const hashOf = async (password: string): Promise<string> => {
  const salt = randomBytes(16)
  const hash = await scrypt(password.normalize('NFKC'), salt, HASH_BYTES, {
    ...COST,
    maxmem: 256 * 1024 * 1024,
  })
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64'), hash.toString('base64')].join(
    '$',
  )
}
