// Text that Postgres stores and gives back as it was. It holds no NUL, and half of a pair of surrogates has
// no UTF-8: the driver would store U+FFFD instead.
import { isRecord } from './fault.ts'

const UNSTORABLE = /[\0\p{Cs}]/u

export const isStorable = (text: string): boolean => !UNSTORABLE.test(text)

export const UNSTORABLE_SENTENCE =
  'holds a character that cannot be stored: NUL, or half of a surrogate pair. Remove it.'

/**
 * Looks for text that cannot be stored, names included.
 *
 * @returns the path below `value`, `''` for the value itself, or undefined when all of it can be stored
 */
export const unstorableIn = (value: unknown): string | undefined => {
  if (typeof value === 'string') {
    return isStorable(value) ? undefined : ''
  }
  if (!Array.isArray(value) && !isRecord(value)) {
    return undefined
  }
  for (const [key, one] of Object.entries(value)) {
    if (!isStorable(key)) {
      return ''
    }
    const inside = unstorableIn(one)
    if (inside !== undefined) {
      return inside === '' ? `.${key}` : `.${key}${inside}`
    }
  }
  return undefined
}
