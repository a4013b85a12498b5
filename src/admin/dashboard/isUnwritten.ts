// Whether nothing was written in a document: everything in it is empty, or what a new one begins with.
import type { FlattenedField } from 'payload'

/** What Vitrine notes itself, and what only chooses among what is there anyway. */
const NOTED = new Set([
  'createdAt',
  'createdBy',
  'deletedAt',
  'id',
  'tenant',
  'updatedAt',
  'updatedBy',
])
const CHOICES = new Set(['checkbox', 'radio', 'select'])

type Values = Record<string, unknown>

/** @param values As they are read in all languages: what is translated is an object of values by language. */
export const isUnwritten = ({
  fields,
  values,
}: {
  fields: FlattenedField[]
  values: Values
}): boolean => fields.every((field) => isEmptyIn(field, values[field.name]))

const isEmptyIn = (field: FlattenedField, value: unknown): boolean => {
  if (NOTED.has(field.name) || CHOICES.has(field.type)) {
    return true
  }
  const written = field.localized && isRecord(value) ? Object.values(value) : [value]
  return written.every((one) => isEmpty(field, one))
}

const isEmpty = (field: FlattenedField, value: unknown): boolean => {
  if (isNothing(value) || ('defaultValue' in field && value === field.defaultValue)) {
    return true
  }
  switch (field.type) {
    case 'array':
      return (value as Values[]).every((values) =>
        isUnwritten({ fields: field.flattenedFields, values }),
      )
    case 'group':
    case 'tab':
      return isUnwritten({ fields: field.flattenedFields, values: value as Values })
    case 'richText':
      return isWordless(value)
    default:
      return false
  }
}

const isNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

/** An editor that was only clicked into leaves an empty paragraph. */
const isWordless = (text: unknown): boolean => {
  const { root } = text as { root?: { children?: unknown[] } }
  return (root?.children ?? []).every(
    (node) =>
      isRecord(node) &&
      node.type === 'paragraph' &&
      (node.children as Values[]).every(({ text: words }) => isNothing(words ?? null)),
  )
}

const isRecord = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
