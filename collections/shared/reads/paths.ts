// Where the path of a question leads: to a plain value, to a reference, into rich text, or through a
// reference into another collection.
import type { CollectionSlug, Field, FlattenedField, Payload } from 'payload'
import { hasNeeds } from './needs.ts'

export type Destination =
  | 'value'
  /** The id of another document. */
  | 'reference'
  /** Rich text, which is stored with the ids of what it points at. */
  | 'text'
  /** A field of another document. */
  | 'elsewhere'
  /** A value in a row that is left out where its reference may not be shown; see needs.ts. */
  | 'row'

/** Its id may be known; see hideUnreadable.ts. */
const SHOWN_ANYWAY = 'tenants'

/** @param path Without `version.`, segments separated by dots. */
export const destinationOf = ({
  collection,
  collections,
  path,
}: {
  collection: string
  collections: Payload['collections']
  path: string
}): Destination =>
  follow({
    fields: collections[collection as CollectionSlug]?.config.flattenedFields ?? [],
    segments: path.split('.'),
  })

const follow = ({
  fields,
  segments,
}: {
  fields: FlattenedField[]
  segments: string[]
}): Destination => {
  const [name, ...rest] = segments
  const field = fields.find((one) => one.name === name)
  if (!field) {
    // A language, a row’s number, or nothing; Payload refuses what does not exist.
    return rest.length > 0 ? follow({ fields, segments: rest }) : 'value'
  }
  switch (field.type) {
    case 'relationship':
    case 'upload': {
      const isEnd = rest.every((segment) => ['id', 'relationTo', 'value'].includes(segment))
      if (!isEnd) {
        return 'elsewhere'
      }
      return field.relationTo === SHOWN_ANYWAY ? 'value' : 'reference'
    }
    case 'join':
      return rest.length > 0 ? 'elsewhere' : 'reference'
    case 'richText':
    case 'json':
      return 'text'
    case 'blocks':
      return withinRows({
        fields: field.blocks.flatMap(({ flattenedFields }) => flattenedFields),
        segments: rest,
      })
    case 'array':
      return withinRows({ fields: field.flattenedFields, segments: rest })
    default:
      return 'flattenedFields' in field
        ? follow({ fields: field.flattenedFields, segments: rest })
        : 'value'
  }
}

const withinRows = (place: { fields: FlattenedField[]; segments: string[] }): Destination => {
  const destination = follow(place)
  return destination === 'value' && hasNeeds(place.fields as Field[]) ? 'row' : destination
}
