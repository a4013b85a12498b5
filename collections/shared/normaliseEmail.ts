// One spelling for each email, so that an account is found however somebody types its email.
import { readEmail } from './email.ts'

/**
 * Lower case, its domain in ASCII. What is no email is trimmed and in lower case; what is no text
 * stays as it is.
 *
 * @example normaliseEmail(' Jörg@MÜLLER.de') // 'jörg@xn--mller-kva.de'
 */
export const normaliseEmail = (value: unknown): unknown => {
  if (typeof value !== 'string') {
    return value
  }
  const plain = value.trim().toLowerCase().normalize('NFC')
  const read = readEmail(plain)
  return typeof read === 'string' ? plain : `${read.local}@${read.domain}`
}

/** As somebody wrote it, without what surrounds it. */
export const writtenEmail = (value: unknown): unknown =>
  typeof value === 'string' ? value.trim().normalize('NFC') : value
