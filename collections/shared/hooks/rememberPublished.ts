// Notes what is stored before a change, so that what comes after it can tell what changed for readers.
import type { CollectionBeforeChangeHook } from 'payload'
import { decidingFieldsOf, isShownCollection } from '../changes/deciding.ts'
import { publishedStateOf, rememberPublishedState, rememberStored } from '../published.ts'

/** With drafts: the main row is what readers see, and `originalDoc` is what was saved last. */
export const rememberPublished: CollectionBeforeChangeHook = async ({
  collection: { slug },
  data,
  operation,
  originalDoc,
  req,
}) => {
  const id: unknown = originalDoc?.id
  if (operation === 'update' && typeof id === 'string') {
    const stored = await req.payload.db.findOne<Record<string, unknown> & { id: string }>({
      collection: slug,
      req,
      select: isShownCollection(slug)
        ? decidingFieldsOf(slug)
        : { _status: true, slug: true, deletedAt: true },
      where: { id: { equals: id } },
    })
    rememberPublishedState({ id, req, state: publishedStateOf(stored) })
    if (stored) {
      rememberStored({ id, req, stored })
    }
  }
  return data
}

/** Without drafts the document is its main row. */
export const rememberDocument: CollectionBeforeChangeHook = ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const id: unknown = originalDoc?.id
  if (operation === 'update' && typeof id === 'string') {
    rememberStored({ id, req, stored: originalDoc as Record<string, unknown> })
  }
  return data
}
