// The versions of a document, read and written as they are. Payload's own operations ask what the caller may, run all
// hooks, and write over the latest one.
import type { CollectionSlug, Payload, PayloadRequest } from 'payload'

type Document = { collection: CollectionSlug; id: string }

/** What was saved last, in every language; online or not. */
export const readLatestVersion = async <Doc extends object = Record<string, unknown>>({
  collection,
  id,
  payload,
  req,
}: Document &
  (
    | { payload?: undefined; req: PayloadRequest }
    // Work in the background.
    | { payload: Payload; req?: undefined }
  )): Promise<Doc | undefined> => {
  const { docs } = await (payload ?? req.payload).db.findVersions<Doc>({
    collection,
    limit: 1,
    locale: 'all',
    pagination: false,
    sort: '-updatedAt',
    where: { parent: { equals: id } },
    ...(req ? { req } : {}),
  })
  return docs[0]?.version
}

/** @param at Milliseconds; the version with the highest is the latest. */
export const addVersion = async ({
  at,
  collection,
  id,
  req,
  version,
}: Document & { at: number; req: PayloadRequest; version: object }): Promise<void> => {
  const now = new Date(at).toISOString()
  await req.payload.db.createVersion({
    autosave: false,
    collectionSlug: collection,
    createdAt: now,
    parent: id,
    req,
    returning: false,
    updatedAt: now,
    // The adapter changes the rows that it writes.
    versionData: structuredClone(version) as never,
  })
}
