/** One import under way: who writes, where, in which language, and what is already known. */
import type { CollectionSlug, Payload, PayloadRequest, TypedUser, Where } from 'payload'

import type { ImporterPort } from '../options.ts'
import type { ImportMode, Recorder } from '../report.ts'
import type { ImportSource } from '../types.ts'
import type { AssetFinder } from '../read/assets.ts'

export type Stored = { id: string; [field: string]: unknown }

export type WriteSession = {
  /** Sources that documents of earlier imports, from before sources had names, belong to. */
  adopted: ReadonlySet<string>
  assets: AssetFinder
  locale: string
  mode: ImportMode
  overwrite: boolean
  payload: Payload
  port: ImporterPort
  recorder: Recorder
  source: ImportSource
  tenantId: string
  /** Undefined only on the command line: Vitrine's own code is trusted, a user's rights are checked. */
  user?: TypedUser
  /** The transaction that this is part of. */
  req?: PayloadRequest
  /** Ids of what this run has found or made, so that nothing is looked up or made twice. */
  cache: Map<string, Promise<string | null>>
}

/** Whether a document of the source is published by this run, and with it what it refers to. */
export const goesOnline = (
  session: WriteSession,
  document: { isDraft: boolean; isPrivate: boolean },
): boolean => session.mode === 'publish' && !document.isDraft && !document.isPrivate

/** Every read names the tenant; with a user the access rules apply as well. */
const access = (session: WriteSession) => ({
  depth: 0 as const,
  locale: session.locale as never,
  overrideAccess: session.user === undefined,
  ...(session.user ? { user: session.user } : {}),
  ...(session.req ? { req: session.req } : {}),
})

export const findOne = async (
  session: WriteSession,
  collection: string,
  where: Where,
  options: { drafts?: boolean } = {},
): Promise<Stored | null> => {
  const { docs } = await session.payload.find({
    ...access(session),
    collection: collection as CollectionSlug,
    fallbackLocale: false,
    limit: 1,
    pagination: false,
    where: { and: [{ tenant: { equals: session.tenantId } }, where] },
    // What lies in the bin still holds its address and its origin.
    ...(options.drafts ? { draft: true, trash: true } : {}),
  })
  return (docs[0] as Stored | undefined) ?? null
}

/** Whether it has been online. Who took it offline, or prepares a change of it, decides about it from then on. */
export const wasOnline = async (
  session: WriteSession,
  collection: string,
  id: string,
): Promise<boolean> => {
  const { docs } = await session.payload.findVersions({
    ...access(session),
    collection: collection as CollectionSlug,
    limit: 1,
    pagination: false,
    select: { parent: true } as never,
    where: { and: [{ parent: { equals: id } }, { 'version._status': { equals: 'published' } }] },
  })
  return docs.length > 0
}

export const create = async (
  session: WriteSession,
  collection: string,
  data: Record<string, unknown>,
  options: {
    draft?: boolean
    file?: { data: Buffer; mimetype: string; name: string; size: number }
  } = {},
): Promise<Stored> => {
  if (session.mode === 'dry-run') {
    return { id: `new:${collection}:${session.cache.size}:${Math.random()}` }
  }
  const saved: unknown = await session.payload.create({
    ...access(session),
    collection: collection as CollectionSlug,
    context: { isImport: true },
    data: { ...data, tenant: session.tenantId } as never,
    ...(options.draft === undefined ? {} : { draft: options.draft as false }),
    ...(options.file ? { file: options.file } : {}),
  })
  return saved as Stored
}

export const update = async (
  session: WriteSession,
  collection: string,
  id: string,
  data: Record<string, unknown>,
  options: { draft?: boolean; trash?: boolean } = {},
): Promise<Stored> => {
  if (session.mode === 'dry-run') {
    return { id }
  }
  return (await session.payload.update({
    ...access(session),
    collection: collection as CollectionSlug,
    context: { isImport: true },
    data: data,
    id,
    ...(options.draft === undefined ? {} : { draft: options.draft }),
    ...(options.trash ? { trash: true } : {}),
  })) as unknown as Stored
}

/** Does the work for a key once; everyone else who asks gets the same answer. */
export const once = (
  session: WriteSession,
  key: string,
  work: () => Promise<string | null>,
): Promise<string | null> => {
  const known = session.cache.get(key)
  if (known) {
    return known
  }
  const promise = work()
  session.cache.set(key, promise)
  return promise
}

/** One sentence of whatever went wrong, with the fields that Payload names. */
export const reasonOf = (error: unknown): string => {
  if (typeof error === 'object' && error !== null && 'data' in error) {
    const { errors } =
      (error as { data?: { errors?: Array<{ message?: string; path?: string }> } }).data ?? {}
    if (Array.isArray(errors) && errors.length > 0) {
      return (
        errors
          // Some sentences name the path themselves.
          .map(({ message = '', path = '' }) =>
            message.includes(`“${path}`) ? message : `${path}: ${message}`,
          )
          .join('; ')
          .slice(0, 300)
      )
    }
  }
  return (error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)).slice(
    0,
    300,
  )
}
