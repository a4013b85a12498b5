// GraphQL filters by what REST filters by: texts by the opposite of `like`, and references by the slug of what they
// point at (`client__slug`, `credits__person__slug`). Payload's schema leaves both out, and its operations understand
// them. It also takes what REST takes: a draft without what is required to publish it.
import {
  getNullableType,
  isInputObjectType,
  type GraphQLInputField,
  type GraphQLSchema,
} from 'graphql'
import { formatNames, type FlattenedField, type SanitizedCollectionConfig } from 'payload'
import { checkId } from './id.ts'

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
      for (const [of, before] of [
        ['', ''],
        ['versions', 'version__'],
      ] as const) {
        for (const ending of ['where', 'where_and', 'where_or']) {
          const where = schema.getType(`${of}${typeName(collection)}_${ending}`)
          const fields: Record<string, GraphQLInputField> = isInputObjectType(where)
            ? where.getFields()
            : {}
          const like = fields[`${before}${name}`]
          const bySlug = `${before}${name}__slug`
          if (like) {
            fields[bySlug] ??= { ...like, name: bySlug, type: operators }
          }
        }
      }
    }
  }
}

/** What is required is asked for when something is published, and named then; much of it has a default. */
export const takeDrafts = ({ schema }: Pick<Args, 'schema'>): void => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInputObjectType(type) && type.name.startsWith('mutation')) {
      for (const field of Object.values(type.getFields())) {
        field.type = getNullableType(field.type)
      }
    }
  }
  for (const { args, name } of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const data = name.startsWith('duplicate') ? args.find((arg) => arg.name === 'data') : undefined
    if (data) {
      data.type = getNullableType(data.type)
    }
  }
}

/** An id that is none is said so, as in the URL of REST; Payload says of a change that it is not allowed. */
export const nameIds = ({ schema }: Pick<Args, 'schema'>): void => {
  for (const type of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      const { args, resolve } = field
      if (resolve && args.some(({ name }) => name === 'id')) {
        field.resolve = (source, given: { id?: unknown }, context, info): unknown => {
          checkId({ routeParams: { id: given.id } })
          return resolve(source, given, context, info)
        }
      }
    }
  }
}

type Reference = Extract<FlattenedField, { type: 'relationship' | 'upload' }>

/** With the names that a filter has for them: those of groups and rows are joined with two underscores. */
const referencesIn = (
  fields: FlattenedField[],
  before = '',
): { field: Reference; name: string }[] =>
  fields.flatMap((field) => {
    const name = `${before}${field.name}`
    if (field.type === 'relationship' || field.type === 'upload') {
      return [{ field, name }]
    }
    return field.type === 'group' || field.type === 'tab' || field.type === 'array'
      ? referencesIn(field.flattenedFields, `${name}__`)
      : []
  })

/** As Payload names the types of a collection. */
const typeName = ({ graphQL, slug }: SanitizedCollectionConfig): string =>
  graphQL === false || !graphQL?.singularName ? formatNames(slug).singular : graphQL.singularName
