// Payload's adapter forgets conditions that stand side by side: `or` beside `and`, and all operators of a path that
// come after one of `like`, `not_equals` and others. So each is given as a condition of its own.
import type { Where } from 'payload'

/**
 * The same question with one condition in each object.
 *
 * @example oneByOne({ title: { like: 'crane', not_equals: 'Crane' } })
 * // { and: [{ title: { like: 'crane' } }, { title: { not_equals: 'Crane' } }] }
 */
export const oneByOne = (where: Where): Where => {
  const conditions = Object.entries(where).flatMap(([key, asked]): Where[] => {
    if (/^(and|or)$/i.test(key) && Array.isArray(asked)) {
      return [
        {
          [key.toLowerCase()]: asked.map((one) => (isPlainObject(one) ? oneByOne(one) : NOTHING)),
        },
      ]
    }
    return isPlainObject(asked)
      ? Object.entries(asked).map(([operator, value]) => ({ [key]: { [operator]: within(value) } }))
      : [{ [key]: asked }]
  })
  return conditions.length === 1
    ? conditions[0]!
    : conditions.length === 0
      ? {}
      : { and: conditions }
}

/** What is no condition is met by no document. */
const NOTHING: Where = { id: { in: [] } }

/** A reference may be asked for by what it points at: the value is a question as well. */
const within = (value: unknown): never =>
  (isPlainObject(value) && Object.values(value).length > 0 && Object.values(value).every(isAsked)
    ? oneByOne(value as Where)
    : value) as never

const isAsked = (value: unknown): boolean => Array.isArray(value) || isPlainObject(value)

/** Not one of the adapter's own marks, which are compared as they are. */
const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null)
