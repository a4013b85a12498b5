// Payload reads a document, lays the change over it and writes the whole of it back. Somebody who trashed it,
// took it offline or made it confidential in between would find that undone, by a person who only changed a
// title. So the row is held before it is read: of two changes at the same time, the second one waits, and
// begins with what the first one left. Added to every collection by src/config/holds.ts.
import { sql } from '@payloadcms/db-postgres'
import {
  APIError,
  NotFound,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type CollectionSlug,
  type PayloadRequest,
  type SanitizedCollectionConfig,
  type Where,
} from 'payload'
import { isUuid } from '../isUuid.ts'
import { sqlIn } from '../sqlIn.ts'

type WriteArgs = {
  data?: { deletedAt?: unknown }
  draft?: boolean
  id?: number | string
  limit?: number
  overrideAccess?: boolean
  sort?: string | string[]
  trash?: boolean
  where?: Where
}

const HOLDING = new Set(['delete', 'restoreVersion', 'update'])

/** Holds the rows that the operation is about to read, in one order for everybody, until its transaction ends. */
export const holdBeforeReading: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  const { slug } = collection
  const held = await heldBy(req)
  if (!HOLDING.has(operation) || !held) {
    return args
  }
  const write = args as WriteArgs
  const named = operation === 'restoreVersion' ? await parentOf({ req, slug, write }) : write.id
  const ids =
    named === undefined ? await matching({ collection, operation, req, write }) : [String(named)]
  const wanted = ids.filter((id) => isUuid(id) && !held.has(keyOf({ id, slug })))
  if (wanted.length > 0) {
    // Foreign keys of others may still be checked against the row meanwhile, unless it is about to go.
    const how =
      operation === 'delete' ? sql`order by id for update` : sql`order by id for no key update`
    const rows = await rowsOf({ how, ids: wanted, req, slug })
    rows.forEach(({ id }) => held.add(keyOf({ id, slug })))
    const isUnknown =
      rows.length === 0 &&
      wanted[0] === write.id &&
      (await rowsOf({ ids: wanted, req, slug })).length === 0
    if (isUnknown) {
      // Payload would call it forbidden. Whoever may read it, and not change it, is told so by its access.
      throw new NotFound(req.t)
    }
  }
  return args
}

/** The check that it was: no way of changing a document goes around it. */
export const refuseUnheld: CollectionBeforeChangeHook = async ({
  collection: { slug },
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'update' && !(await heldBy(req))?.has(keyOf({ id: originalDoc?.id, slug }))) {
    throw new APIError(
      'This was changed at the same moment, so nothing of yours was saved. Look at it again, then repeat your change.',
      409,
      { code: 'changed_meanwhile' },
      true,
    )
  }
  return data
}

const keyOf = ({ id, slug }: { id: unknown; slug: string }): string => `${slug}/${String(id)}`

/** What each open transaction holds. */
const holds = new WeakMap<object, Set<string>>()

type Adapter = { sessions: Record<string, object | undefined> }

const heldBy = async (req: PayloadRequest): Promise<Set<string> | undefined> => {
  const id = await req.transactionID
  const session = (req.payload.db as unknown as Adapter).sessions[String(id)]
  if (!session) {
    return undefined
  }
  const held = holds.get(session) ?? new Set<string>()
  holds.set(session, held)
  return held
}

/**
 * Holds one document, within the transaction of `req`, for code that reads it before Payload's own change does.
 */
export const holdDocument = async ({
  id,
  req,
  slug,
}: {
  id: string
  req: PayloadRequest
  slug: CollectionSlug
}): Promise<void> => {
  await rowsOf({ how: sql`for no key update`, ids: [id], req, slug })
}

/** Those that whoever asks may see, and with a lock those that they may change. */
const rowsOf = ({
  how = sql``,
  ids,
  req,
  slug,
}: {
  how?: ReturnType<typeof sql>
  ids: string[]
  req: PayloadRequest
  slug: string
}): Promise<{ id: string }[]> => {
  const table = sql.identifier(slug.replaceAll('-', '_'))
  return sqlIn(req, sql`select id from ${table} where id in ${ids} ${how}`)
}

const parentOf = async ({
  req,
  slug,
  write,
}: {
  req: PayloadRequest
  slug: CollectionSlug
  write: WriteArgs
}): Promise<string | undefined> => {
  const { docs } = await req.payload.db.findVersions<{ id: string }>({
    collection: slug,
    limit: 1,
    pagination: false,
    req,
    select: { parent: true },
    where: { id: { equals: write.id } },
  })
  return docs[0]?.parent as string | undefined
}

/**
 * Those that the operation will find. Asked as whoever changes them, so that a filter finds out no more than
 * it may.
 */
const matching = async ({
  collection: { access, slug },
  operation,
  req,
  write: { data, draft, limit, overrideAccess, sort, trash, where },
}: {
  collection: SanitizedCollectionConfig
  operation: string
  req: PayloadRequest
  write: WriteArgs
}): Promise<string[]> => {
  if (!where) {
    return []
  }
  const isTrashing = operation === 'update' && Boolean(data?.deletedAt)
  const rights = overrideAccess
    ? []
    : await Promise.all(
        [operation === 'update' ? access.update : access.delete]
          .concat(isTrashing ? [access.delete] : [])
          .map(async (right) => await right({ data, req })),
      )
  if (rights.includes(false)) {
    return []
  }
  const { docs } = await req.payload.find({
    collection: slug,
    depth: 0,
    draft: Boolean(draft) || isTrashing,
    limit: limit ?? 0,
    overrideAccess: overrideAccess ?? false,
    pagination: false,
    req,
    select: {},
    trash: trash ?? false,
    where: { and: [where, ...rights.filter((right) => typeof right === 'object')] },
    ...(sort ? { sort } : {}),
  })
  return docs.map(({ id }) => String(id))
}
