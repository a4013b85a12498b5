// Queues the moment at which an embargo ends: the study's files become listed and the cached pages
// are made anew.
import type { CollectionAfterChangeHook } from 'payload'
import { tenantIdOf } from '../../../access/principal.ts'
import { readPublishedState } from '../../shared/published.ts'

export const scheduleEmbargo: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
  const until = typeof doc.embargoUntil === 'string' ? new Date(doc.embargoUntil) : null
  if (until === null || until <= new Date() || doc._status !== 'published') {
    return doc
  }
  const isQueued =
    previousDoc?._status === 'published' && previousDoc.embargoUntil === doc.embargoUntil
  const { isPublished } = await readPublishedState({ collection: 'case-studies', id: doc.id, req })
  if (isPublished && !isQueued) {
    await req.payload.jobs.queue({
      task: 'liftEmbargo',
      input: { study: doc.id, tenant: tenantIdOf(doc.tenant) ?? '' },
      waitUntil: until,
      req,
      overrideAccess: true,
    })
  }
  return doc
}
