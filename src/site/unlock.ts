/**
 * Opening a protected study: checks the password against its stored hash, and makes and checks the cookie that says
 * "this browser knew it". The cookie is bound to the hash, so a new password closes every door that the old one opened.
 */
import { createHmac, scrypt as scryptCallback, timingSafeEqual } from 'node:crypto'

export const unlockCookiePrefix = 'vitrine_unlock_'

/** Seconds that an opened study stays open in one browser. */
export const unlockSeconds = 12 * 60 * 60

export const unlockCookieName = (studyId: string): string => `${unlockCookiePrefix}${studyId}`

/** Whether the password is the one behind `scrypt$N$r$p$salt$hash` (salt and hash in base64). */
export const verifyPassword = async ({
  password,
  stored,
}: {
  password: string
  stored: string
}): Promise<boolean> => {
  const parsed = parseHash(stored)
  if (!parsed) {
    return false
  }
  const { N, r, p, salt, hash } = parsed
  const actual = await scrypt(password.normalize('NFKC'), salt, hash.length, {
    N,
    r,
    p,
    maxmem: 256 * 1024 * 1024,
  })
  return timingSafeEqual(actual, hash)
}

/** `<expiry>.<signature>`; the expiry in seconds since 1970. */
export const makeUnlockValue = ({
  studyId,
  passwordHash,
  secret,
  now = Date.now(),
}: {
  studyId: string
  passwordHash: string
  secret: string
  now?: number
}): string => {
  const expiry = String(Math.floor(now / 1000) + unlockSeconds)
  return `${expiry}.${sign({ studyId, passwordHash, expiry, secret })}`
}

export const checkUnlockValue = ({
  value,
  studyId,
  passwordHash,
  secret,
  now = Date.now(),
}: {
  value: string | undefined
  studyId: string
  passwordHash: string
  secret: string
  now?: number
}): boolean => {
  const [, expiry, signature] = /^(\d{1,12})\.([\w-]{43})$/.exec(value ?? '') ?? []
  if (!expiry || !signature || Number(expiry) * 1000 <= now) {
    return false
  }
  return timingSafeEqual(
    Buffer.from(signature),
    Buffer.from(sign({ studyId, passwordHash, expiry, secret })),
  )
}

const sign = ({
  studyId,
  passwordHash,
  expiry,
  secret,
}: {
  studyId: string
  passwordHash: string
  expiry: string
  secret: string
}): string =>
  createHmac('sha256', secret).update(`${studyId}\n${passwordHash}\n${expiry}`).digest('base64url')

type ParsedHash = { N: number; r: number; p: number; salt: Buffer; hash: Buffer }

const parseHash = (stored: string): ParsedHash | null => {
  const [scheme, N, r, p, salt, hash] = stored.split('$')
  const numbers = [Number(N), Number(r), Number(p)]
  if (
    scheme !== 'scrypt' ||
    !salt ||
    !hash ||
    numbers.some((value) => !Number.isInteger(value) || value <= 0)
  ) {
    return null
  }
  const parsed = {
    N: Number(N),
    r: Number(r),
    p: Number(p),
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  }
  return parsed.hash.length >= 16 ? parsed : null
}

const scrypt = (
  password: string,
  salt: Buffer,
  length: number,
  options: { N: number; r: number; p: number; maxmem: number },
): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scryptCallback(password, salt, length, options, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
