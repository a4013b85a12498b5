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
  return publishedStateOf(doc)
}

export const publishedStateOf = (doc: Record<string, unknown> | null): PublishedState => ({
  isPublished: doc?._status === 'published' && !doc.deletedAt,
  slug: typeof doc?.slug === 'string' ? doc.slug : null,
})

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

const storedKey = (id: string) => `stored:${id}`

/** Notes what the main row of a document says before it is written, for whoever writes it. */
export const rememberStored = ({
  id,
  req,
  stored,
}: {
  id: string
  req: Pick<PayloadRequest, 'context'>
  stored: Record<string, unknown>
}): void => {
  req.context[storedKey(id)] = stored
}

/** Once: after the write it is no longer true. */
export const takeStored = ({
  id,
  req,
}: {
  id: string
  req: Pick<PayloadRequest, 'context'>
}): Record<string, unknown> | undefined => {
  const stored = req.context[storedKey(id)] as Record<string, unknown> | undefined
  req.context[storedKey(id)] = undefined
  return stored
}
