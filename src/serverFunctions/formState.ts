// The state of a form, and with it the lock of its document: Payload makes and renews a lock for
// whatever id it is asked about, so it is asked only for those who may update that document.
import type { PayloadRequest } from 'payload'
import { lockDurationMs, LOCKS } from '../locks/lock.ts'
import { mayTouch } from '../locks/mayTouch.ts'
import {
  collectionNamed,
  requireAny,
  requireObject,
  requireRead,
  requireText,
  type Arguments,
} from './arguments.ts'
import { NOT_FOUND, refusalError } from './refusal.ts'
import type { Authorise } from './functions.ts'

export const formState: Authorise = async ({ args, req }) => {
  for (const name of OBJECTS) {
    requireObject({ name, value: args[name] })
  }
  requireText({ isOptional: true, name: 'schemaPath', value: args.schemaPath })
  const { collectionSlug, globalSlug, id, widgetSlug } = args
  if (globalSlug !== undefined && globalSlug !== null) {
    // There are none.
    throw refusalError(NOT_FOUND)
  }
  if (collectionSlug === undefined || collectionSlug === null) {
    requireText({ name: 'widgetSlug', value: widgetSlug })
    return { args: withoutLock(args) }
  }
  const collection = collectionNamed({ name: collectionSlug, req })
  if (id === undefined || id === null) {
    await requireAny({ collection, operations: ['create', 'update'], req })
    return { args: withoutLock(args) }
  }
  const document = await requireRead({ collection: collection.slug, id, req })
  const where = { collection: collection.slug, id: document, req }
  if (!args.returnLockStatus) {
    return { args: withoutLock(args) }
  }
  return (await mayTouch({ ...where, touch: 'update' }))
    ? { args: { ...args, skipClientConfigAuth: false } }
    : {
        args: withoutLock(args),
        finish: async (result) => ({ ...(result as object), lockedState: await lockSeen(where) }),
      }
}

const OBJECTS = [
  'data',
  'docPreferences',
  'documentFormState',
  'formState',
  'initialBlockData',
  'initialBlockFormState',
  'select',
]

const withoutLock = (args: Arguments): Arguments => ({
  ...args,
  returnLockStatus: false,
  // Shows fields to somebody who is not signed in; only the form of the first user asks for it.
  skipClientConfigAuth: false,
  updateLastEdited: false,
})

/** The lock that a reader sees, without making one. The shape is Payload's. */
const lockSeen = async ({
  collection,
  id,
  req,
}: {
  collection: string
  id: string
  req: PayloadRequest
}): Promise<unknown> => {
  const since = new Date(Date.now() - lockDurationMs(req.payload, collection)).toISOString()
  const { docs } = await req.payload.find({
    collection: LOCKS,
    depth: 1,
    limit: 1,
    overrideAccess: false,
    pagination: false,
    req,
    where: {
      and: [
        { 'document.relationTo': { equals: collection } },
        { 'document.value': { equals: id } },
        { updatedAt: { greater_than: since } },
      ],
    },
  })
  const [lock] = docs
  return lock && { isLocked: true, lastEditedAt: lock.updatedAt, user: lock.user?.value }
}
