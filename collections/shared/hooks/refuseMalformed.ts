// A group of fields is written as an object. Payload reads fields out of whatever stands there, and fails over
// `null`.
import { APIError, type CollectionBeforeOperationHook, type FlattenedField } from 'payload'

const WRITES = new Set(['create', 'update', 'updateByID', 'duplicate'])

export const refuseMalformed: CollectionBeforeOperationHook = ({ args, collection, operation }) => {
  const { data, overrideAccess } = args as { data?: unknown; overrideAccess?: boolean }
  if (overrideAccess || !WRITES.has(operation)) {
    return args
  }
  const path = malformedGroup(collection.flattenedFields, data)
  if (path !== undefined) {
    throw new APIError(
      `“${path}” is a group of fields. Write it as an object, or leave it out.`,
      400,
      { code: 'malformed_value' },
      true,
    )
  }
  return args
}

/** The path of the first group that is no object, however deep. Rows are looked at one by one. */
const malformedGroup = (fields: FlattenedField[], data: unknown, at = ''): string | undefined => {
  if (typeof data !== 'object' || data === null) {
    return undefined
  }
  for (const field of fields) {
    const value = (data as Record<string, unknown>)[field.name]
    if (value === undefined) {
      continue
    }
    const path = `${at}${field.name}`
    if (field.type === 'group' || field.type === 'tab') {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        return path
      }
      const inside = malformedGroup(field.flattenedFields, value, `${path}.`)
      if (inside !== undefined) {
        return inside
      }
    }
    if (field.type === 'array' && Array.isArray(value)) {
      for (const [index, row] of value.entries()) {
        const inside = malformedGroup(field.flattenedFields, row, `${path}.${index}.`)
        if (inside !== undefined) {
          return inside
        }
      }
    }
  }
  return undefined
}
