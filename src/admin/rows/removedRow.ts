// Which row of a list in a form was taken out, so that it can be put back.
import type { FormState } from 'payload'
import { isEmptyText } from '../../../collections/shared/isEmptyText.ts'

export type RemovedRow = {
  /** Of the list, as in `chapters` or `chapters.2.links`. */
  path: string
  /** Where it was. */
  index: number
  /** The state of its fields, by their paths in the row. */
  fields: FormState
}

/**
 * The one row that `after` lacks; `null` when there is none, when several are gone at once (a save or another
 * version did that, nobody's finger), and when nothing was in it.
 */
export const removedRow = (before: FormState, after: FormState): RemovedRow | null => {
  const shorter = Object.entries(before).filter(
    ([path, { rows = [] }]) => after[path] && (after[path].rows ?? []).length < rows.length,
  )
  const [[path, { rows = [] }] = ['', { rows: [] }]] = shorter
  const left = new Set((after[path]?.rows ?? []).map(({ id }) => id))
  const gone = rows.flatMap(({ id }, index) => (left.has(id) ? [] : [index]))
  const [index] = gone
  if (shorter.length !== 1 || gone.length !== 1 || index === undefined) {
    return null
  }
  const start = `${path}.${index}.`
  const fields = Object.fromEntries(
    Object.entries(before).flatMap(([at, state]) =>
      at.startsWith(start) ? [[at.slice(start.length), state]] : [],
    ),
  )
  return Object.entries(fields).some(isFilled) ? { fields, index, path } : null
}

/** What every row has, however empty. */
const ALWAYS = new Set(['blockName', 'blockType', 'id', 'kind'])

const isFilled = ([path, { value }]: [string, FormState[string]]): boolean => {
  if (ALWAYS.has(path.split('.').at(-1) ?? '') || value === null || value === undefined) {
    return false
  }
  return typeof value === 'object' && 'root' in value
    ? !isEmptyText(value)
    : value !== '' && value !== false && value !== 0
}
