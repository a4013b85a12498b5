// Notes what was online before a change, so that the hooks after it can tell what changed for readers.
import type { CollectionBeforeChangeHook } from 'payload'
import { readPublishedState, rememberPublishedState } from '../published.ts'

export const rememberPublished: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const id: unknown = originalDoc?.id
  if (operation === 'update' && typeof id === 'string') {
    const state = await readPublishedState({ collection: collection.slug, id, req })
    rememberPublishedState({ id, req, state })
  }
  return data
}
