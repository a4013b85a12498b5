// Tells everybody what has changed, exactly when it has: this process at once after the commit, before the write
// itself returns, and the others by a Postgres notification in the transaction. One that rolls back tells nothing.
import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import type { Payload, PayloadRequest } from 'payload'
import { INVALIDATION_CHANNEL, tenantTag } from '../invalidation.ts'
import { merged, noticeFrom, payloadsOf, type Gathered, type Notice } from './notice.ts'

export type Listener = (notice: Notice) => void

type Executor = { execute: (query: unknown) => Promise<unknown> }
type Session = { db: Executor }
export type TellingAdapter = {
  drizzle: Executor
  payload: Pick<Payload, 'logger'>
  sessions: Record<string, Session | undefined>
}

type Shared = { id: string; listeners: Set<Listener>; pending: WeakMap<Session, Gathered> }

// Next bundles modules again for itself, and the admin writes from there.
const KEY = Symbol.for('vitrine.notices')
const holder = globalThis as unknown as Record<symbol, Shared | undefined>
const shared: Shared = (holder[KEY] ??= {
  id: randomUUID(),
  listeners: new Set(),
  pending: new WeakMap(),
})

/** Names this process in its notices: it has heard them by the time that they come back. */
export const PROCESS = shared.id

/**
 * Calls `listener` with what each write of this process has changed, once it is committed and before the write
 * returns.
 *
 * @returns what ends it.
 */
export const onTold = (listener: Listener): (() => void) => {
  shared.listeners.add(listener)
  return () => {
    shared.listeners.delete(listener)
  }
}

/** What has changed. With more than a few hundred tags, everything of the tenant counts as changed. */
export type Change = {
  /** Of whom the tags are; `null` for those that are not of one tenant. */
  tenant: string | null
  /** What is shown has changed, and not to whom. */
  content?: readonly string[]
  /** Who may see what has changed. */
  access?: readonly string[]
}

/** Tells a change at the commit of the request's transaction; at once where there is none. */
export const tell = async ({
  req,
  ...change
}: Change & { req: Pick<PayloadRequest, 'payload' | 'transactionID'> }): Promise<void> => {
  const adapter = req.payload.db as unknown as TellingAdapter
  await tellThrough({ adapter, changes: [change], transaction: await req.transactionID })
}

export const tellThrough = async ({
  adapter,
  changes,
  transaction,
}: {
  adapter: TellingAdapter
  changes: readonly Change[]
  transaction: number | string | null | undefined
}): Promise<void> => {
  const session = sessionOf(adapter, transaction)
  if (session) {
    shared.pending.set(session, merged(shared.pending.get(session), changes))
    return
  }
  const notice = noticeFrom(merged(undefined, changes), tenantTag)
  await notify(adapter.drizzle, notice)
  hear(adapter, notice)
}

/**
 * Commits a transaction together with what was told in it.
 *
 * @throws when it could not be told to others: then it is not committed.
 */
export const commitAndTell = async ({
  adapter,
  commit,
  transaction,
}: {
  adapter: TellingAdapter
  commit: () => Promise<void>
  transaction: number | string | null | undefined
}): Promise<void> => {
  const session = sessionOf(adapter, transaction)
  const gathered = session && shared.pending.get(session)
  if (!session || !gathered) {
    return commit()
  }
  const notice = noticeFrom(gathered, tenantTag)
  await notify(session.db, notice)
  await commit()
  hear(adapter, notice)
}

const sessionOf = (
  { sessions }: TellingAdapter,
  transaction: number | string | null | undefined,
): Session | undefined =>
  transaction === null || transaction === undefined ? undefined : sessions[String(transaction)]

/** @see https://www.postgresql.org/docs/current/sql-notify.html */
const notify = async (db: Executor, notice: Notice): Promise<void> => {
  for (const payload of payloadsOf(notice, PROCESS)) {
    await db.execute(sql`select pg_notify(${INVALIDATION_CHANNEL}, ${payload})`)
  }
}

const hear = ({ payload }: TellingAdapter, notice: Notice): void => {
  if (notice.access.length + notice.content.length === 0) {
    return
  }
  for (const listener of shared.listeners) {
    try {
      listener(notice)
    } catch (err) {
      // The change is committed: whoever wrote it is not told otherwise.
      payload.logger.error({ msg: 'A change could not be passed on in this process.', err })
    }
  }
}
