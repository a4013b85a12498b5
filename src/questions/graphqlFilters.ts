// GraphQL filters by what REST filters by: texts by the opposite of `like`, and references by the slug of what they
// point at (`client__slug`). Payload's schema leaves both out, and its operations understand them.
import { isInputObjectType, type GraphQLInputField, type GraphQLSchema } from 'graphql'
import { formatNames, type FlattenedField, type SanitizedCollectionConfig } from 'payload'

type Args = { collections: SanitizedCollectionConfig[]; schema: GraphQLSchema }

export const askAsRest = ({ collections, schema }: Args): void => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInputObjectType(type) && type.name.endsWith('_operator')) {
      const fields = type.getFields()
      // A date has `like` in the schema, and no text to compare with.
      if (fields.like && String(fields.like.type) !== 'DateTime') {
        fields.not_like ??= { ...fields.like, name: 'not_like' }
      }
    }
  }
  for (const collection of collections) {
    for (const { field, name } of referencesIn(collection.flattenedFields)) {
      const target = collections.find(({ slug }) => slug === field.relationTo)
      const operators = target && schema.getType(`${typeName(target)}_slug_operator`)
      if (!operators || !isInputObjectType(operators)) {
        continue
      }
      for (const ending of ['where', 'where_and', 'where_or']) {
        const where = schema.getType(`${typeName(collection)}_${ending}`)
        if (isInputObjectType(where)) {
          const fields: Record<string, GraphQLInputField> = where.getFields()
          const like = fields[name]
          if (like) {
            fields[`${name}__slug`] ??= { ...like, name: `${name}__slug`, type: operators }
          }
        }
      }
    }
  }
}

type Reference = Extract<FlattenedField, { type: 'relationship' | 'upload' }>

/** With the names that a filter has for them: a group's are joined with two underscores. */
const referencesIn = (
  fields: FlattenedField[],
  before = '',
): { field: Reference; name: string }[] =>
  fields.flatMap((field) => {
    const name = `${before}${field.name}`
    if (field.type === 'relationship' || field.type === 'upload') {
      return [{ field, name }]
    }
    return field.type === 'group' || field.type === 'tab'
      ? referencesIn(field.flattenedFields, `${name}__`)
      : []
  })

/** As Payload names the types of a collection. */
const typeName = ({ graphQL, slug }: SanitizedCollectionConfig): string =>
  graphQL === false || !graphQL?.singularName ? formatNames(slug).singular : graphQL.singularName
