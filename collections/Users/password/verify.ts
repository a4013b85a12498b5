// Whether a password is the one that is stored. Payload keeps its own check to itself; this reads the
// same format: PBKDF2 over SHA-256, today's and the one of before 3.90.
import { pbkdf2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(pbkdf2)

const PREFIX = 'pbkdf2-sha256-v1:'
const CURRENT = { iterations: 600_000, length: 32 }
const LEGACY = { iterations: 25_000, length: 512 }

export const isPassword = async ({
  hash,
  password,
  salt,
}: {
  hash: unknown
  password: string
  salt: unknown
}): Promise<boolean> => {
  if (typeof hash !== 'string' || typeof salt !== 'string') {
    return false
  }
  const isCurrent = hash.startsWith(PREFIX)
  const { iterations, length } = isCurrent ? CURRENT : LEGACY
  const kept = Buffer.from(isCurrent ? hash.slice(PREFIX.length) : hash, 'hex')
  const given = await derive(password, salt, iterations, length, 'sha256')
  return kept.length === given.length && timingSafeEqual(kept, given)
}
