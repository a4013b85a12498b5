// A program that selects a field by a wrong name would get a document without it, and take that for a document in
// which it is empty. What nobody reads is answered like what does not exist. GraphQL checks names by itself, and the
// admin's pages use the Local API.
import {
  APIError,
  type CollectionBeforeOperationHook,
  type CollectionSlug,
  type FlattenedField,
  type Payload,
} from 'payload'
import { fieldRules } from '../../../access/fields.ts'
import type { RuledCollection } from '../../../access/rules.ts'

type Collections = Payload['collections']

export const refuseUnknownNames: CollectionBeforeOperationHook = ({ args, collection, req }) => {
  const asked = args as { populate?: unknown; select?: unknown }
  if (req.payloadAPI !== 'REST') {
    return args
  }
  // Documents that are read along come with selections of the server's own.
  const populate = asked.populate === req.query?.populate ? asked.populate : undefined
  const select = asked.select === req.query?.select ? asked.select : undefined
  const { collections } = req.payload
  // Hooks are told of a read, whichever it is.
  const isOfVersions = /\/versions(\/|$)/.test(req.pathname ?? '') && req.method === 'GET'
  const fault =
    faultIn({
      fields: isOfVersions
        ? versionFields(collection.flattenedFields)
        : readFields({ collection: collection.slug, collections }),
      path: 'select',
      select,
    }) ?? faultInPopulate({ collections, populate })
  if (fault !== undefined) {
    throw new APIError(fault, 400, { code: 'parameter_not_valid' }, true)
  }
  return args
}

/** What a selection may name at one level, and what lies below each; `undefined` below what has no names. */
type Names = Map<string, (() => Names) | undefined>

const readFields = ({
  collection,
  collections,
}: {
  collection: string
  collections: Collections
}): Names => {
  const { config } = collections[collection as CollectionSlug]
  const rules = fieldRules[collection as RuledCollection]
  return namesOf(config.flattenedFields.filter(({ name }) => rules?.[name]?.read !== 'nobody'))
}

const versionFields = (fields: FlattenedField[]): Names => {
  const own = ['autosave', 'createdAt', 'id', 'latest', 'parent', 'publishedLocale', 'snapshot']
  return new Map([
    ...[...own, 'updatedAt'].map((name) => [name, undefined] as const),
    ['version', () => namesOf(fields)] as const,
  ])
}

const namesOf = (fields: FlattenedField[]): Names =>
  new Map<string, (() => Names) | undefined>([
    ['id', undefined],
    ...fields
      .filter((field) => !('hidden' in field && field.hidden === true))
      .map((field) => [field.name, below(field)] as const),
  ])

const below = (field: FlattenedField): (() => Names) | undefined => {
  if (field.type === 'blocks') {
    return () =>
      new Map(
        field.blocks.map(({ flattenedFields, slug }) => [
          slug,
          () =>
            new Map([
              ...namesOf(flattenedFields),
              ['blockName', undefined],
              ['blockType', undefined],
            ]),
        ]),
      )
  }
  return ['array', 'group', 'tab'].includes(field.type) && 'flattenedFields' in field
    ? () => namesOf(field.flattenedFields)
    : undefined
}

/** The first fault of a selection, as a sentence. */
const faultIn = ({
  fields,
  path,
  select,
}: {
  fields: Names
  path: string
  select: unknown
}): string | undefined => {
  if (typeof select !== 'object' || select === null) {
    return undefined
  }
  for (const [name, value] of Object.entries(select)) {
    const at = `${path}[${name}]`.slice(0, 120)
    if (!fields.has(name)) {
      return `“${at}” names no field that there is here. Check its name, or leave it out.`
    }
    if (typeof value === 'boolean') {
      continue
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return `“${at}” is true or false.`
    }
    const inner = fields.get(name)
    if (!inner) {
      return `“${at}” is true or false: no fields lie below it. To choose fields of other documents, use “populate”.`
    }
    const fault = faultIn({ fields: inner(), path: at, select: value })
    if (fault !== undefined) {
      return fault
    }
  }
  return undefined
}

const faultInPopulate = ({
  collections,
  populate,
}: {
  collections: Collections
  populate: unknown
}): string | undefined => {
  if (typeof populate !== 'object' || populate === null) {
    return undefined
  }
  for (const [collection, select] of Object.entries(populate)) {
    const path = `populate[${collection}]`.slice(0, 120)
    if (!Object.hasOwn(collections, collection)) {
      return `“${path}” names no collection that there is here. Write populate[collection][field]=true.`
    }
    if (typeof select !== 'object' || select === null) {
      return `“${path}” names fields, as in ${path}[id]=true.`
    }
    const fault = faultIn({ fields: readFields({ collection, collections }), path, select })
    if (fault !== undefined) {
      return fault
    }
  }
  return undefined
}
