// The two hooks around every read: before it, what our rules look at is read as well; after it, what
// the caller may not know of is taken out. Added to every collection by src/config/reads.ts.
import {
  APIError,
  getFieldByPath,
  type CollectionAfterOperationHook,
  type CollectionBeforeOperationHook,
  type SanitizedCollectionConfig,
} from 'payload'
import { siblingsOf } from '../../../access/fields.ts'
import { allRules, type RuledCollection } from '../../../access/rules.ts'
import { hideUnreadable, hideUnreadableValues } from './hideUnreadable.ts'
import { dropAdded, withSiblings, type Added, type Selection } from './select.ts'

/** On the arguments of a read, so that hooks in between may copy them. */
const ADDED = Symbol('what was added to the selection')

type ReadArgs = {
  [ADDED]?: Added[]
  currentDepth?: number
  field?: string
  id?: number | string
  overrideAccess?: boolean
  select?: Selection
}

/** Reads what our rules look at, whatever the caller selected. */
export const beforeRead: CollectionBeforeOperationHook = ({ args, collection, operation }) => {
  const read = args as ReadArgs
  if (read.overrideAccess || !read.select) {
    return args
  }
  if (typeof read.select !== 'object') {
    throw new APIError(
      'Select fields by name, for example select[title]=true.',
      400,
      { code: 'query_not_possible' },
      true,
    )
  }
  const { fields, slug } = collection
  const hasVersions = Boolean(collection.versions)
  const siblings = slug in allRules ? siblingsOf(slug as RuledCollection) : []
  const { added, select } = withSiblings({
    fields,
    hasVersions,
    select: read.select,
    siblings,
  })
  // Of a version by its id, and of one that is restored, Payload has taken the selection already: only a
  // change of the object itself reaches it. The hook cannot tell the former from a document by its id.
  if (operation === 'restoreVersion' || (hasVersions && read.id !== undefined)) {
    replaceContent(read.select, select ?? EVERYTHING)
    return { ...args, [ADDED]: added }
  }
  return { ...args, [ADDED]: added, select }
}

/** Leaves out a field that no collection has. */
const EVERYTHING: Selection = { '': false }

const replaceContent = (target: Selection, content: Selection): void => {
  for (const name of Object.keys(target)) {
    delete target[name]
  }
  Object.assign(target, content)
}

/** Takes out what the caller may not know of, and then what they did not ask for. */
export const afterRead: CollectionAfterOperationHook = async ({
  args,
  collection,
  req,
  result,
}) => {
  const read = args as ReadArgs
  if (read.overrideAccess) {
    return result
  }
  const added = read[ADDED] ?? []
  const docs = docsOf(result)
  // What is read along is walked with the document that it is read for: one query for all of them.
  // Rows that are about to be narrowed again are walked while they are whole.
  if (isAskedByCaller({ read, req }) || added.some(({ asked }) => asked)) {
    await hideUnreadable({ collection, docs: docs.map(documentOf), req })
  }
  docs.forEach((doc) => dropAdded({ added, doc }))
  return isDistinct(result) && read.field
    ? { ...result, values: await shownValues({ collection, field: read.field, req, result }) }
    : result
}

type AfterReadArgs = Parameters<CollectionAfterOperationHook>[0]

/** GraphQL reads along what it resolves by itself, each for its own. */
const isAskedByCaller = ({ read, req }: { read: ReadArgs; req: AfterReadArgs['req'] }): boolean =>
  req.payloadAPI === 'GraphQL' || (read.currentDepth ?? 0) <= 1

const docsOf = (result: unknown): unknown[] => {
  if (typeof result !== 'object' || result === null) {
    return []
  }
  return 'docs' in result && Array.isArray(result.docs) ? result.docs : [result]
}

/** A version carries the document; a document has no field of that name. */
const documentOf = (doc: unknown): unknown =>
  typeof doc === 'object' && doc !== null && 'version' in doc ? doc.version : doc

type Distinct = { values: Record<string, unknown>[] }

const isDistinct = (result: unknown): result is Distinct =>
  typeof result === 'object' &&
  result !== null &&
  'values' in result &&
  Array.isArray(result.values)

const shownValues = async ({
  collection,
  field: path,
  req,
  result,
}: {
  collection: SanitizedCollectionConfig
  field: string
  req: AfterReadArgs['req']
  result: Distinct
}): Promise<Distinct['values']> => {
  const found = getFieldByPath({
    config: req.payload.config,
    fields: collection.flattenedFields,
    includeRelationships: true,
    path,
  })
  return found
    ? hideUnreadableValues({ field: found.field as never, key: path, req, values: result.values })
    : []
}
