// What is online, as opposed to what the latest draft says. With drafts, `previousDoc` is the
// latest version; only the main row tells what readers see.
import type { CollectionSlug, PayloadRequest } from 'payload'

export type PublishedState = {
  isPublished: boolean
  slug: string | null
}

/** Reads the main row of a document, inside the request's own transaction. */
export const readPublishedState = async ({
  collection,
  id,
  req,
}: {
  collection: CollectionSlug
  id: string
  req: PayloadRequest
}): Promise<PublishedState> => {
  const doc = await req.payload.db.findOne<{
    id: string
    _status?: string
    deletedAt?: string
    slug?: string
  }>({
    collection,
    req,
    where: { id: { equals: id } },
    select: { _status: true, slug: true, deletedAt: true },
  })
  return { isPublished: doc?._status === 'published' && !doc.deletedAt, slug: doc?.slug ?? null }
}

const key = (id: string) => `published:${id}`

export const rememberPublishedState = ({
  id,
  req,
  state,
}: {
  id: string
  req: PayloadRequest
  state: PublishedState
}): void => {
  req.context[key(id)] = state
}

export const recallPublishedState = ({
  id,
  req,
}: {
  id: string
  req: PayloadRequest
}): PublishedState | undefined => req.context[key(id)] as PublishedState | undefined
