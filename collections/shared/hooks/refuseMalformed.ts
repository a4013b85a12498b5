// A group of fields is written as an object: Payload reads fields out of whatever stands there, and fails over
// `null`. A place in an order is a key of Payload's own form: from one that is none it can count no further, and
// then nobody adds anything to the collection.
import {
  APIError,
  type CollectionBeforeOperationHook,
  type FlattenedArrayField,
  type FlattenedBlocksField,
  type FlattenedField,
} from 'payload'
import { isOrderKey } from '../orderKey.ts'

const WRITES = new Set(['create', 'update', 'updateByID', 'duplicate'])

export const refuseMalformed: CollectionBeforeOperationHook = ({ args, collection, operation }) => {
  const { data, overrideAccess } = args as { data?: unknown; overrideAccess?: boolean }
  if (overrideAccess || !WRITES.has(operation)) {
    return args
  }
  const place = (data as { _order?: unknown } | null | undefined)?._order
  if (place !== undefined && place !== null && !isOrderKey(place)) {
    refuse('“_order” is set by moving a document in its list. Leave it out.')
  }
  const path = malformedGroup(collection.flattenedFields, data)
  if (path !== undefined) {
    refuse(`“${path}” is a group of fields. Write it as an object, or leave it out.`)
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
    if ((field.type === 'array' || field.type === 'blocks') && Array.isArray(value)) {
      for (const [index, row] of value.entries()) {
        const inside = malformedGroup(fieldsOfRow(field, row), row, `${path}.${index}.`)
        if (inside !== undefined) {
          return inside
        }
      }
    }
  }
  return undefined
}

const fieldsOfRow = (
  field: FlattenedArrayField | FlattenedBlocksField,
  row: unknown,
): FlattenedField[] => {
  if (field.type === 'array') {
    return field.flattenedFields
  }
  const { blockType } = (row ?? {}) as { blockType?: unknown }
  return field.blocks.find(({ slug }) => slug === blockType)?.flattenedFields ?? []
}

const refuse = (sentence: string): never => {
  throw new APIError(sentence, 400, { code: 'malformed_value' }, true)
}
