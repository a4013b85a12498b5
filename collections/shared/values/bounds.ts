// How much one field holds, drafts included. Limits of a field's own count when it is published; these keep a draft
// to what the admin can open and a page can show.
import type { FlattenedField } from 'payload'
import { urlKindOf } from '../fields/url.ts'
import { isRecord } from './fault.ts'

/** Rows of one list, and values of one field that takes several. The admin handles as many. */
const MOST_ROWS = 200

const MOST_LETTERS = { text: 1_000, textarea: 20_000, url: 2_048 }

/** @returns what is too much about a value, as the end of a sentence */
export const excessOf = (field: FlattenedField, value: unknown): string | undefined => {
  if (Array.isArray(value)) {
    const most = mostRows(field)
    return value.length > most
      ? `holds at most ${most} ${isOfRows(field) ? 'rows' : 'values'}, and not ${value.length}. Leave some out.`
      : value.map((one) => excessOf(field, one)).find((excess) => excess !== undefined)
  }
  // What is computed is as long as it is, and comes back from whoever sends a whole document.
  const most = 'virtual' in field && field.virtual ? undefined : mostLetters(field)
  return typeof value === 'string' && most !== undefined && value.length > most
    ? `holds at most ${most} letters, and not ${value.length}. Shorten it.`
    : undefined
}

const isOfRows = ({ type }: FlattenedField): boolean => type === 'array' || type === 'blocks'

const mostRows = (field: FlattenedField): number =>
  Math.max(
    MOST_ROWS,
    ('maxRows' in field && field.maxRows) || 0,
    field.type === 'select' ? field.options.length : 0,
  )

const mostLetters = (field: FlattenedField): number | undefined =>
  field.type === 'text' || field.type === 'textarea'
    ? Math.max(
        MOST_LETTERS[field.type === 'text' && urlKindOf(field) ? 'url' : field.type],
        field.maxLength ?? 0,
      )
    : undefined

/** Each reference and each choice once, in the order in which they were written. */
export const eachOnce = (field: FlattenedField, values: unknown[]): unknown[] => {
  if (!CHOSEN.has(field.type)) {
    return values
  }
  const seen = new Set<string>()
  return values.filter((value) => {
    const key = keyOf(value)
    return !seen.has(key) && seen.add(key)
  })
}

const CHOSEN = new Set<FlattenedField['type']>(['relationship', 'select', 'upload'])

/** A document that was read along stands for its id. */
const keyOf = (value: unknown): string => {
  if (!isRecord(value)) {
    return String(value)
  }
  return 'relationTo' in value
    ? `${String(value.relationTo)} ${keyOf(value.value)}`
    : String(value.id)
}
