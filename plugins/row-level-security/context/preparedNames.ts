/**
 * Names for statements that come again and again, so that Postgres parses them once per connection
 * and may keep their plan. With policies in them, planning is most of what a short statement costs.
 */
import { createHash } from 'node:crypto'

/** A connection keeps what it prepared, plans and all, so not everything is. */
const MOST_NAMED = 120
const USES_BEFORE = 5
const MOST_COUNTED = 2_000

/** @returns the name of a statement, or `undefined` for one that is not worth it yet. */
export const createPreparedNames = (): ((text: string) => string | undefined) => {
  const names = new Map<string, string>()
  const uses = new Map<string, number>()
  return (text) => {
    const known = names.get(text)
    if (known || names.size >= MOST_NAMED) {
      return known
    }
    const count = (uses.get(text) ?? 0) + 1
    if (count < USES_BEFORE) {
      if (uses.size >= MOST_COUNTED) {
        uses.clear()
      }
      uses.set(text, count)
      return undefined
    }
    uses.delete(text)
    const name = `rls_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`
    names.set(text, name)
    return name
  }
}

/** The aliases that Payload gives joined tables: a uuid of its own each time, quoted. */
const RANDOM_ALIAS = /"[0-9a-f]{8}_[0-9a-f]{4}_[0-9a-f]{4}_[0-9a-f]{4}_[0-9a-f]{12}"/g

/** The same statement with aliases that are the same each time, so that it is known again. */
export const withSteadyAliases = (text: string): string => {
  const steady = new Map<string, string>()
  return text.replace(RANDOM_ALIAS, (alias) => {
    const name = steady.get(alias) ?? `"joined_${steady.size + 1}"`
    steady.set(alias, name)
    return name
  })
}
