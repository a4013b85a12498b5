// Whether a path leads from the rows of an array on to fields of another document, as `credits.person.name` does.
import type { CollectionSlug, FlattenedField, Payload } from 'payload'

/** @param path Without `version.`, segments separated by dots. */
export const leadsOutOfRows = ({
  collection,
  collections,
  path,
}: {
  collection: string
  collections: Payload['collections']
  path: string
}): boolean => {
  const fieldsOf = (slug: string): FlattenedField[] =>
    collections[slug as CollectionSlug]?.config.flattenedFields ?? []
  const walk = (fields: FlattenedField[], segments: string[], isInRows: boolean): boolean => {
    const [name, ...rest] = segments
    const field = fields.find((one) => one.name === name)
    if (!field || rest.length === 0) {
      return rest.length > 0 && walk(fields, rest, isInRows)
    }
    if (field.type === 'relationship' || field.type === 'upload') {
      const isItself = rest.every((segment) => segment === 'id' || segment === 'value')
      return (
        !isItself && (isInRows || walk([field.relationTo].flat().flatMap(fieldsOf), rest, false))
      )
    }
    return (
      'flattenedFields' in field &&
      walk(field.flattenedFields, rest, isInRows || field.type === 'array')
    )
  }
  return walk(fieldsOf(collection), path.split('.'), false)
}
