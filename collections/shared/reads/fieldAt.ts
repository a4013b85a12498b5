// The field that the path of a question ends at, through rows, blocks and references.
import type { CollectionSlug, FlattenedField, Payload } from 'payload'

type Collections = Payload['collections']

/** @param path Without `version.`, segments separated by dots. `undefined` where there is no such field. */
export const fieldAt = ({
  collection,
  collections,
  path,
}: {
  collection: string
  collections: Collections
  path: string
}): FlattenedField | undefined => {
  const fieldsOf = (slug: string): FlattenedField[] =>
    collections[slug as CollectionSlug]?.config.flattenedFields ?? []

  const walk = (fields: FlattenedField[], segments: string[]): FlattenedField | undefined => {
    const [name, ...rest] = segments
    const field = fields.find((one) => one.name === name)
    if (!field) {
      // A language or a row’s number stands for nothing of its own.
      return rest.length > 0 ? walk(fields, rest) : undefined
    }
    if (rest.length === 0) {
      return field
    }
    switch (field.type) {
      case 'relationship':
      case 'upload': {
        const isItself = rest.every((segment) => segment === 'id' || segment === 'value')
        return isItself ? field : walk([field.relationTo].flat().flatMap(fieldsOf), rest)
      }
      case 'join':
        return walk([field.collection].flat().flatMap(fieldsOf), rest)
      case 'blocks':
        return walk(
          field.blocks.flatMap(({ flattenedFields }) => flattenedFields),
          rest,
        )
      default:
        return 'flattenedFields' in field ? walk(field.flattenedFields, rest) : field
    }
  }
  return walk(fieldsOf(collection), path.split('.'))
}
