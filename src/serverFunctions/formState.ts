// The state of a form, and with it the lock of its document: Payload makes and renews a lock for
// whatever id it is asked about, so it is asked only for those who may update that document.
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
  const mayLock =
    Boolean(args.returnLockStatus) &&
    (await mayTouch({ collection: collection.slug, id: document, req, touch: 'update' }))
  return { args: mayLock ? { ...args, skipClientConfigAuth: false } : withoutLock(args) }
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
