/** Creates or updates one document, and tells an editor's later work from the import's own. */
import type { Where } from 'payload'

import type { DocumentStatus } from '../report.ts'
import type { ImportedDocument } from '../types.ts'
import type { WriteSession } from './session.ts'
import type { Stored } from './session.ts'

import { clip } from '../convert/limits.ts'
import { contentHash } from './contentHash.ts'
import { EARLIER_SOURCE } from './known.ts'
import { MOST_TITLE } from './study.ts'
import { create, findOne, goesOnline, reasonOf, update, wasOnline } from './session.ts'
import { inTransaction, updateUnchanged } from './unchanged.ts'

/** Counts up whenever the same source would be written differently: old imports then count as changed. */
const CONVERTER_VERSION = 1
const MOST_SLUG_ATTEMPTS = 20

export type Upserted = { id: string; slug: string; status: DocumentStatus }

/** What is here already for a document of the source, and what may be done with it. */
export type Standing = {
  existing: Stored | null
  decision: 'create' | 'keep-edited' | 'keep-trashed' | 'skip' | 'update'
}

export const standingOf = async ({
  collection,
  document,
  hash,
  session,
}: {
  collection: string
  document: ImportedDocument
  hash: string
  session: WriteSession
}): Promise<Standing> => {
  const existing = await findImported({ collection, document, session })
  if (!existing) {
    return { decision: 'create', existing }
  }
  const origin = (existing['origin'] ?? {}) as { hash?: string; updated?: string }
  if (session.overwrite) {
    return { decision: 'update', existing }
  }
  if (existing['deletedAt']) {
    return { decision: 'keep-trashed', existing }
  }
  const isOffline = goesOnline(session, document) && existing['_status'] !== 'published'
  if (isOffline && (await wasOnline(session, collection, existing.id))) {
    return { decision: 'keep-edited', existing }
  }
  if (origin.hash === hash && !wantsPublish({ document, existing, session })) {
    return { decision: 'skip', existing }
  }
  return {
    decision: origin.updated && origin.updated !== contentHash(existing) ? 'keep-edited' : 'update',
    existing,
  }
}

/** By its key; else by one that it had, if it still looks like it; else as one of before sources had names. */
const findImported = async ({
  collection,
  document: { formerKeys, key, source, title },
  session,
}: {
  collection: string
  document: ImportedDocument
  session: WriteSession
}): Promise<Stored | null> => {
  const find = (from: string, ...wheres: Where[]): Promise<Stored | null> =>
    findOne(
      session,
      collection,
      { and: [{ 'origin.source': { equals: from } }, ...wheres] },
      { drafts: true },
    )
  const sources = [source, ...(session.adopted.has(source) ? [EARLIER_SOURCE] : [])]
  for (const from of sources) {
    const found =
      (await find(from, { 'origin.key': { equals: key } })) ??
      (formerKeys.length > 0
        ? await find(
            from,
            { 'origin.key': { in: formerKeys } },
            { title: { equals: clip(title, MOST_TITLE) } },
          )
        : null)
    if (found) {
      return found
    }
  }
  return null
}

export const upsert = async ({
  collection,
  data,
  document,
  existing,
  hash,
  session,
}: {
  collection: string
  data: Record<string, unknown>
  document: ImportedDocument
  existing: Stored | null
  hash: string
  session: WriteSession
}): Promise<Upserted> => {
  const isPublished = goesOnline(session, document)
  const origin = {
    hash,
    key: document.key,
    source: document.source,
    updated: contentHash(data),
    url: document.originUrl ?? document.oldAddresses[0],
  }
  const complete = {
    ...data,
    ...(collection === session.port.slugs.caseStudies && document.date
      ? { publishedAt: document.date }
      : {}),
    _status: isPublished ? 'published' : 'draft',
    origin,
  }
  if (existing) {
    // Fields that the source no longer fills are emptied, not left over.
    const cleared = Object.fromEntries(
      Object.entries(withoutShowing({ complete, session })).map(([key, value]) => [
        key,
        value === undefined ? null : value,
      ]),
    )
    const saved = await inTransaction(session, async (within) => {
      const written = await updateUnchanged({
        collection,
        data: { ...cleared, ...(existing['deletedAt'] ? { deletedAt: null } : {}) },
        options: { draft: !isPublished, trash: Boolean(existing['deletedAt']) },
        seen: existing,
        session: within,
      })
      if (written) {
        await settle({ collection, data: written, isPublished, origin, session: within })
      }
      return written
    })
    return {
      id: existing.id,
      slug: typeof existing['slug'] === 'string' ? existing['slug'] : document.slug,
      status: saved ? 'updated' : 'kept',
    }
  }
  const { saved, slug } = await createWithSlug({
    collection,
    data: complete,
    isPublished,
    origin,
    session,
    slug: document.slug,
  })
  return { id: saved.id, slug, status: 'created' }
}

/** Who may read it, and whether anybody may, is an editor's to say: an import only hides what is there. */
const withoutShowing = ({
  complete: { _status, visibility, ...rest },
  session,
}: {
  complete: Record<string, unknown>
  session: WriteSession
}): Record<string, unknown> => ({
  ...rest,
  ...(visibility === 'private' || (session.overwrite && visibility !== undefined)
    ? { visibility }
    : {}),
  // Said each time: what says nothing saves a draft.
  _status,
})

/** A draft of an earlier run goes online when the import is now asked to publish. */
const wantsPublish = ({
  document,
  existing,
  session,
}: {
  document: ImportedDocument
  existing: Stored
  session: WriteSession
}): boolean => goesOnline(session, document) && existing['_status'] !== 'published'

const createWithSlug = async ({
  collection,
  data,
  isPublished,
  origin,
  session,
  slug,
}: {
  collection: string
  data: Record<string, unknown>
  isPublished: boolean
  origin: Record<string, unknown>
  session: WriteSession
  slug: string
}): Promise<{ saved: Stored; slug: string }> => {
  for (let attempt = 1; ; attempt++) {
    const candidate = attempt === 1 ? slug : `${slug.slice(0, 76)}-${attempt}`
    const isTaken = await findOne(
      session,
      collection,
      { slug: { equals: candidate } },
      { drafts: true },
    )
    if (isTaken && attempt < MOST_SLUG_ATTEMPTS) {
      continue
    }
    try {
      const saved = await inTransaction(session, async (within) => {
        const made = await create(
          within,
          collection,
          { ...data, slug: candidate },
          { draft: !isPublished },
        )
        await settle({ collection, data: made, isPublished, origin, session: within })
        return made
      })
      return { saved, slug: candidate }
    } catch (error) {
      // Reserved words and documents that this user may not see hold addresses too.
      if (attempt >= MOST_SLUG_ATTEMPTS || !/(^|; )slug: /.test(reasonOf(error))) {
        throw error
      }
    }
  }
}

/**
 * The hash of what was written must be the hash of what is read back, or every second run would
 * take the import's own work for an editor's. Where saving changed something, what was saved counts.
 */
const settle = async ({
  collection,
  data,
  isPublished,
  origin,
  session,
}: {
  collection: string
  data: Stored
  isPublished: boolean
  origin: Record<string, unknown>
  session: WriteSession
}): Promise<void> => {
  if (session.mode === 'dry-run') {
    return
  }
  const updated = contentHash(data)
  if (updated !== origin['updated']) {
    await update(
      session,
      collection,
      data.id,
      { origin: { ...origin, updated }, _status: isPublished ? 'published' : 'draft' },
      { draft: !isPublished },
    )
  }
}

/** Whether somebody has changed it, hidden it or deleted it since this run wrote it. */
export const wasTouched = ({
  document,
  existing,
  session,
}: {
  document: ImportedDocument
  existing: Stored
  session: WriteSession
}): boolean => {
  const origin = (existing['origin'] ?? {}) as { updated?: string }
  return (
    Boolean(existing['deletedAt']) ||
    origin.updated !== contentHash(existing) ||
    (goesOnline(session, document) && existing['_status'] !== 'published')
  )
}

export const hashOf = ({
  document,
  surroundings,
}: {
  document: ImportedDocument
  surroundings: string
}): string => `${CONVERTER_VERSION}:${document.sourceHash}:${surroundings}`
