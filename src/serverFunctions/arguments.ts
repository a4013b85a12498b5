// Reads what a call says it is about, and asks whether its user may have that.
import type { CollectionSlug, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { mayTouch } from '../locks/mayTouch.ts'
import { malformed, NOT_ALLOWED, NOT_FOUND, refusalError } from './refusal.ts'

/** As they arrive: anything that a browser may send. */
export type Arguments = Record<string, unknown>

type Asked = { args: Arguments; req: PayloadRequest }

/** The collection that an argument names. */
export const collectionNamed = ({ name, req }: { name: unknown; req: PayloadRequest }) => {
  const { collections } = req.payload
  if (typeof name !== 'string' || !Object.hasOwn(collections, name)) {
    throw refusalError(NOT_FOUND)
  }
  return collections[name as CollectionSlug].config
}

export const collectionOf = ({ args, req }: Asked): SanitizedCollectionConfig =>
  collectionNamed({ name: args.collectionSlug, req })

/** Refuses a collection that its user may not `do` any of these things in, whatever the document. */
export const requireAny = async ({
  collection,
  operations,
  req,
}: {
  collection: SanitizedCollectionConfig
  operations: readonly ('create' | 'read' | 'update')[]
  req: PayloadRequest
}): Promise<void> => {
  for (const operation of operations) {
    if ((await collection.access[operation]({ req })) !== false) {
      return
    }
  }
  throw refusalError(NOT_FOUND)
}

/** Refuses a document that the user may not read as a member. */
export const requireRead = async ({
  collection,
  id,
  req,
}: {
  collection: string
  id: unknown
  req: PayloadRequest
}): Promise<string> => {
  if (typeof id !== 'string' || !(await mayTouch({ collection, id, req, touch: 'read' }))) {
    throw refusalError(NOT_FOUND)
  }
  return id
}

/** Refuses a document that the user may not change, and hides those that they may not even read. */
export const requireUpdate = async (asked: {
  collection: string
  id: unknown
  req: PayloadRequest
}): Promise<string> => {
  const id = await requireRead(asked)
  if (!(await mayTouch({ ...asked, id, touch: 'update' }))) {
    throw refusalError(NOT_ALLOWED)
  }
  return id
}

export const requireText = ({
  isOptional = false,
  most = 1_000,
  name,
  value,
}: {
  isOptional?: boolean
  most?: number
  name: string
  value: unknown
}): void => {
  if (isOptional && (value === undefined || value === null)) {
    return
  }
  if (typeof value !== 'string' || value.length > most) {
    throw malformed(`“${name}” has to be a text of at most ${most} characters.`)
  }
}

export const requireObject = ({ name, value }: { name: string; value: unknown }): void => {
  const isMissing = value === undefined || value === null
  if (!isMissing && (typeof value !== 'object' || Array.isArray(value))) {
    throw malformed(`“${name}” has to be an object.`)
  }
}

export const requireList = ({ name, value }: { name: string; value: unknown }): void => {
  if (value !== undefined && value !== null && !Array.isArray(value)) {
    throw malformed(`“${name}” has to be a list.`)
  }
}
