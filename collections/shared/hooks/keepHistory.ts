// Payload takes a document offline by writing over its latest version. What was online would then be in no
// version, and with it the URL that readers knew; of many documents at once, drafts that wait would be lost.
import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionSlug,
  PayloadRequest,
} from 'payload'
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
    const latest = await readLatest({ id, req, slug: slug })
    if (latest) {
      await addVersion({ at: Date.now(), id, req, slug: slug, version: latest })
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
    await addVersion({ at: Date.now() + 1, id, req, slug: slug, version: draft })
  }
  req.context[key(id)] = undefined
  return doc
}

const key = (id: string) => `draftOf:${id}`

type Where = { id: string; req: PayloadRequest; slug: CollectionSlug }

const readLatest = async ({ id, req, slug }: Where): Promise<Version | undefined> => {
  const { docs } = await req.payload.db.findVersions<Version>({
    collection: slug,
    limit: 1,
    locale: 'all',
    pagination: false,
    req,
    sort: '-updatedAt',
    where: { parent: { equals: id } },
  })
  return docs[0]?.version
}

const addVersion = async ({
  at,
  id,
  req,
  slug,
  version,
}: Where & { at: number; version: Version }): Promise<void> => {
  const now = new Date(at).toISOString()
  await req.payload.db.createVersion({
    autosave: false,
    collectionSlug: slug,
    createdAt: now,
    parent: id,
    req,
    returning: false,
    updatedAt: now,
    // The adapter changes the rows that it writes.
    versionData: { ...structuredClone(version), _status: 'draft' } as never,
  })
}
