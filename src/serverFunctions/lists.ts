// Lists and tables of documents. Which rows they show, Payload asks the collections' own access for.
import type { PayloadRequest } from 'payload'
import {
  collectionNamed,
  collectionOf,
  requireAny,
  requireList,
  requireObject,
  requireRead,
  requireText,
  type Arguments,
} from './arguments.ts'
import { MOST_LISTED } from '../questions/parameters.ts'
import { isLimitGiven } from './limits.ts'
import { malformed } from './refusal.ts'
import type { Authorise } from './functions.ts'

export const renderList: Authorise = async ({ args, req }) => {
  const collection = collectionOf({ args, req })
  requireObject({ name: 'query', value: args.query })
  await requireAny({ collection, operations: ['read'], req })
  return { args: await withLimit({ args, collection: collection.slug, req }) }
}

export const tableState: Authorise = async ({ args, req }) => {
  requireObject({ name: 'data', value: args.data })
  requireObject({ name: 'parent', value: args.parent })
  requireObject({ name: 'query', value: args.query })
  requireList({ name: 'columns', value: args.columns })
  const isSeveral = Array.isArray(args.collectionSlug)
  const names: unknown[] = isSeveral ? (args.collectionSlug as unknown[]) : [args.collectionSlug]
  for (const name of names) {
    await requireAny({ collection: collectionNamed({ name, req }), operations: ['read'], req })
  }
  const parent = args.parent as Arguments | null | undefined
  if (parent) {
    const { slug } = collectionNamed({ name: parent.collectionSlug, req })
    requireText({ name: 'parent.joinPath', value: parent.joinPath })
    if (parent.id !== undefined && parent.id !== null) {
      await requireRead({ collection: slug, id: parent.id, req })
    }
  }
  if (isSeveral && (names.length === 0 || !parent?.id)) {
    throw malformed('A table of several collections needs the document that they belong to.')
  }
  return { args }
}

/**
 * Payload falls back to the limit that the user chose last. It is kept in their preferences, where
 * any number can stand.
 */
const withLimit = async ({
  args,
  collection,
  req,
}: {
  args: Arguments
  collection: string
  req: PayloadRequest
}): Promise<Arguments> => {
  const query = args.query as Arguments | null | undefined
  if (isLimitGiven(query?.limit)) {
    return args
  }
  const { docs } = await req.payload.find({
    collection: 'payload-preferences',
    depth: 0,
    limit: 1,
    overrideAccess: false,
    pagination: false,
    req,
    where: {
      and: [
        { key: { equals: `collection-${collection}` } },
        { 'user.value': { equals: req.user?.id } },
      ],
    },
  })
  const chosen = Number((docs[0]?.value as { limit?: unknown } | null | undefined)?.limit ?? 1)
  const isPossible = Number.isInteger(chosen) && chosen >= 1 && chosen <= MOST_LISTED
  return isPossible ? args : { ...args, query: { ...query, limit: MOST_LISTED } }
}
