/** Writes that an editor's save wins against, whenever it comes. */
import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type PayloadRequest,
} from 'payload'

import type { Stored, WriteSession } from './session.ts'

import { contentHash } from './contentHash.ts'
import { findOne, update } from './session.ts'

/** Runs `work` in one transaction. A trial run needs none. */
export const inTransaction = async <Result>(
  session: WriteSession,
  work: (within: WriteSession) => Promise<Result>,
): Promise<Result> => {
  if (session.req || session.mode === 'dry-run') {
    return work(session)
  }
  const req: PayloadRequest = await createLocalReq(
    session.user ? { user: session.user } : {},
    session.payload,
  )
  await initTransaction(req)
  try {
    const result = await work({ ...session, req })
    await commitTransaction(req)
    return result
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

/**
 * Updates a document that is still as it was when this import read it. The row is held before it is compared,
 * so nobody can save in between.
 *
 * @param seen The document as it was read.
 * @returns null when somebody has saved it since: theirs stays.
 */
export const updateUnchanged = ({
  collection,
  data,
  options,
  seen,
  session,
}: {
  collection: string
  data: Record<string, unknown>
  options?: { draft?: boolean; trash?: boolean }
  seen: Stored
  session: WriteSession
}): Promise<Stored | null> =>
  inTransaction(session, async (within) => {
    if (within.req) {
      await session.port.holdDocument({ collection, id: seen.id, req: within.req })
      const now = await findOne(
        within,
        collection,
        { id: { equals: seen.id } },
        { drafts: 'deletedAt' in seen || '_status' in seen },
      )
      if (!now || stampOf(now) !== stampOf(seen)) {
        return null
      }
    }
    return update(within, collection, seen.id, data, options)
  })

/** Every save changes it. */
const stampOf = (document: Stored): string =>
  JSON.stringify([
    document['updatedAt'],
    document['_status'],
    document['deletedAt'] ?? null,
    document['slug'],
    document['visibility'],
    document['to'],
    contentHash(document),
  ])
