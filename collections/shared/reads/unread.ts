// Fields that no person reads: hidden ones, such as a password's hash, and those of access/fields.ts
// that are nobody's to read. Nobody asks about them either.
import type { CollectionSlug, FlattenedField, Payload } from 'payload'
import { fieldRules } from '../../../access/fields.ts'
import type { RuledCollection } from '../../../access/rules.ts'

/** Fields of one level, and the collection whose rules they have, if they stand at its top. */
type Level = { collection?: string; fields: FlattenedField[] }

/**
 * Whether a path of a question meets such a field, in its own collection or through references.
 *
 * @param path Without `version.`, segments separated by dots.
 */
export const meetsUnread = ({
  collection,
  collections,
  path,
}: {
  collection: string
  collections: Payload['collections']
  path: string
}): boolean => {
  let levels = [levelOf({ collection, collections })]
  for (const segment of path.split('.')) {
    const met = levels.flatMap((level) =>
      level.fields.filter(({ name }) => name === segment).map((field) => ({ field, level })),
    )
    if (met.some(({ field, level }) => isUnread(field, level))) {
      return true
    }
    // A language, a row's number, or one of several collections leads no further.
    if (met.length > 0) {
      levels = met.flatMap(({ field }) => levelsBelow({ collections, field }))
    }
  }
  return false
}

const levelOf = ({
  collection,
  collections,
}: {
  collection: string
  collections: Payload['collections']
}): Level => ({
  collection,
  fields: collections[collection as CollectionSlug]?.config.flattenedFields ?? [],
})

const isUnread = (field: FlattenedField, { collection }: Level): boolean =>
  ('hidden' in field && field.hidden === true) ||
  fieldRules[collection as RuledCollection]?.[field.name]?.read === 'nobody'

const levelsBelow = ({
  collections,
  field,
}: {
  collections: Payload['collections']
  field: FlattenedField
}): Level[] => {
  switch (field.type) {
    case 'relationship':
    case 'upload':
      return [field.relationTo].flat().map((collection) => levelOf({ collection, collections }))
    case 'join':
      return [field.collection].flat().map((collection) => levelOf({ collection, collections }))
    case 'blocks':
      return field.blocks.map(({ flattenedFields }) => ({ fields: flattenedFields }))
    default:
      return 'flattenedFields' in field ? [{ fields: field.flattenedFields }] : []
  }
}
