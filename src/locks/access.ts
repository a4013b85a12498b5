// Access to Payload's locks. A lock is seen, moved and kept only by those who may update its document:
// nobody else is held up by it.
import {
  APIError,
  type Access,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from 'payload'
import { principalOf } from '../../access/principal.ts'
import { isFresh, LOCKS, type Lock } from './lock.ts'
import { mayTouch, touchable } from './mayTouch.ts'

/** More documents than people work on at once in one installation. */
const MOST_LOCKS = 1_000

const nobody: Access = () => false

export const lockAccess = {
  // The admin's form makes them; see src/serverFunctions/formState.ts.
  create: nobody,
  read: async ({ req }: { req: PayloadRequest }) => ownOr(req, await locksToUpdate(req)),
  update: async ({ req }: { req: PayloadRequest }) => {
    const ids = await locksToUpdate(req)
    return ids.length > 0 ? { id: { in: ids } } : false
  },
  // Letting go of a lock of one's own takes no right to the document.
  delete: async ({ req }: { req: PayloadRequest }) => ownOr(req, await locksToUpdate(req)),
} satisfies Record<string, Access>

const ownOr = (req: PayloadRequest, ids: string[]): ReturnType<Access> => {
  if (!req.user) {
    return false
  }
  const isOwn = { 'user.value': { equals: req.user.id } }
  return ids.length > 0 ? { or: [isOwn, { id: { in: ids } }] } : isOwn
}

/** The ids of all locks that hold and whose documents the request's user may update. */
const locksToUpdate = async (req: PayloadRequest): Promise<string[]> => {
  if (!req.user) {
    return []
  }
  const { docs } = await req.payload.db.find<Lock>({
    collection: LOCKS,
    limit: MOST_LOCKS,
    pagination: false,
    req,
    sort: '-updatedAt',
  })
  const byCollection = new Map<string, Lock[]>()
  for (const lock of docs) {
    const collection = lock.document?.relationTo
    if (collection && isFresh({ lock, payload: req.payload })) {
      byCollection.set(collection, [...(byCollection.get(collection) ?? []), lock])
    }
  }
  const found = await Promise.all(
    [...byCollection].map(async ([collection, locks]) => {
      const ids = locks.map((lock) => lock.document!.value)
      const allowed = await touchable({ collection, ids, req, touch: 'update' })
      return locks.filter((lock) => allowed.has(lock.document!.value))
    }),
  )
  return found.flat().map(({ id }) => id)
}

type Written = { document?: unknown; globalSlug?: unknown; user?: unknown }

/** A lock is pointed only at a document that its new holder may update, and held only by them. */
export const guardLockUpdate: CollectionBeforeOperationHook = async ({
  args,
  operation,
  overrideAccess,
  req,
}) => {
  const data = (args as { data?: Written }).data
  if (operation !== 'update' || overrideAccess || !data) {
    return args
  }
  const { userId } = principalOf(req.user)
  const isTheirs = data.user === undefined || idOf(data.user) === userId
  const isPossible =
    data.document === undefined ||
    (await mayTouch({
      collection: relationOf(data.document),
      id: idOf(data.document) ?? '',
      req,
      touch: 'update',
    }))
  if (!isTheirs || !isPossible || data.globalSlug !== undefined) {
    throw new APIError(
      'You can only lock a document that you may edit, and only for yourself.',
      403,
      { code: 'not_allowed' },
      true,
    )
  }
  return args
}

const relationOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'relationTo' in value
    ? String(value.relationTo)
    : ''

const idOf = (reference: unknown): string | null => {
  const value =
    typeof reference === 'object' && reference !== null && 'value' in reference
      ? reference.value
      : null
  if (typeof value === 'object' && value !== null && 'id' in value) {
    return String(value.id)
  }
  return typeof value === 'string' ? value : null
}
