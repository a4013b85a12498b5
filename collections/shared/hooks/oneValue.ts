// Most operators compare with one value. A parameter that is given twice becomes a list, which Payload compares with
// as if it were another question: `not_equals` twice excludes neither value.
import { isRecord } from '../values/fault.ts'
import { unstorableIn } from '../values/text.ts'

type Compared = { operator: string; path: string; value: unknown }

/** The operators that take a list. */
const OF_LISTS = new Set(['in', 'not_in'])

const FOR_SEVERAL: Readonly<Record<string, string>> = {
  contains: 'Ask for each value with a condition of its own, in “and” or “or”.',
  equals: 'Use “in” for several.',
  exists: 'Ask with true or false, once.',
  like: 'Ask for each text with a condition of its own, in “and” or “or”.',
  not_equals: 'Use “not_in” for several.',
  not_like: 'Ask for each text with a condition of its own, in “and”.',
}

/**
 * @param isObject Whether the field is compared with an object: a reference into one of several collections.
 * @returns what is wrong with the shape of the value, as a sentence
 */
export const shapeFaultOf = ({
  isObject,
  operator,
  path,
  value,
}: Compared & { isObject: boolean }): string | undefined => {
  if (unstorableIn(value) !== undefined) {
    return `“${path}” is compared by “${operator}” with a text that ${UNSTORABLE}.`
  }
  if (OF_LISTS.has(operator)) {
    return Array.isArray(value) && value.some((one) => Array.isArray(one) || isRecord(one))
      ? `“${path}” is compared by “${operator}” with a list of plain values. Give each once, in one list.`
      : isRecord(value)
        ? `“${path}” is compared by “${operator}” with a list, as in where[${path}][${operator}][0]=….`
        : undefined
  }
  return Array.isArray(value) || (isRecord(value) && !isObject)
    ? `“${path}” is compared by “${operator}” with one value. ${FOR_SEVERAL[operator] ?? 'Give it once.'}`
    : undefined
}

const UNSTORABLE =
  'holds a character that cannot be stored: NUL, or half of a surrogate pair. Remove it'
