// What a password has to be, wherever one is set. Those that were set before keep working.
import { ValidationError } from 'payload'
import { commonPasswords } from './common.ts'

const SHORTEST_PASSWORD = 10
const LONGEST_PASSWORD = 256

type Owner = { email?: unknown; name?: unknown }

/**
 * @param owner Whose password it becomes: it is neither their email nor their name.
 * @returns a sentence that says what to do, or `null` for a password that is good.
 */
export const passwordProblem = async (password: unknown, owner: Owner): Promise<string | null> => {
  const length = typeof password === 'string' ? [...password].length : 0
  if (typeof password !== 'string' || length < SHORTEST_PASSWORD) {
    return `Choose a password of ${SHORTEST_PASSWORD} characters or more.`
  }
  if (length > LONGEST_PASSWORD) {
    return `Choose a password of at most ${LONGEST_PASSWORD} characters.`
  }
  const plain = password.trim().toLowerCase()
  const own = [owner.email, owner.name].filter((one) => typeof one === 'string')
  if (own.some((one) => one.trim().toLowerCase() === plain)) {
    return 'Choose a password that is not your email or your name.'
  }
  const common = await commonPasswords()
  const tried = [plain, password.toLowerCase(), withoutEnds(plain)]
  return new Set(plain).size < FEWEST_CHARACTERS || tried.some((one) => common.has(one))
    ? 'This password is one of the most common. Choose another.'
    : null
}

/** Different ones: a key that is held down is no password. */
const FEWEST_CHARACTERS = 5

/** Digits and signs before and after a common password are what everybody adds when they have to. */
const withoutEnds = (plain: string): string => plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')

/** @throws a ValidationError for the field `password`. */
export const checkPassword = async (password: unknown, owner: Owner): Promise<void> => {
  const message = await passwordProblem(password, owner)
  if (message !== null) {
    throw new ValidationError({ collection: 'users', errors: [{ path: 'password', message }] })
  }
}
