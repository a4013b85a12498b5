// Payload takes a document offline by writing over its latest version. What was online would then be in no
// version, and with it the URL that readers knew; of many documents at once, drafts that wait would be lost.
import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'
import { addVersion, readLatestVersion } from '../versions.ts'
import { writingOf } from '../writing.ts'

type Version = Record<string, unknown> & { _status?: string }

/** Gives Payload a version of its own to write over. */
export const keepVersion: CollectionBeforeChangeHook = async ({
  collection: { slug },
  data,
  originalDoc,
  req,
}) => {
  const { keepsDrafts, takesOffline } = writingOf({ req, slug })
  const id: unknown = originalDoc?.id
  if (takesOffline && typeof id === 'string') {
    const latest = await readLatestVersion<Version>({ collection: slug, id, req })
    if (latest) {
      await addVersion({ at: Date.now(), collection: slug, id, req, version: asDraft(latest) })
    }
    req.context[key(id)] = keepsDrafts && latest?._status === 'draft' ? latest : undefined
  }
  return data
}

/** What was saved last stays what was saved last. */
export const keepDraft: CollectionAfterChangeHook = async ({ collection: { slug }, doc, req }) => {
  const { id } = doc as { id: string }
  const draft = req.context[key(id)] as Version | undefined
  if (draft && writingOf({ req, slug }).takesOffline) {
    // Later than the version that Payload has just written, so that this is the latest.
    await addVersion({ at: Date.now() + 1, collection: slug, id, req, version: asDraft(draft) })
  }
  req.context[key(id)] = undefined
  return doc
}

const asDraft = (version: Version): Version => ({ ...version, _status: 'draft' })

const key = (id: string) => `draftOf:${id}`
