// What gives somebody a way in counts only while the session or the key that asked for it does: a recovery
// that comes between the two would otherwise leave it behind.
import { sql } from '@payloadcms/db-postgres'
import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from 'payload'
import { sqlIn } from '../../shared/sqlIn.ts'
import { keyOf, sessionOf } from '../sessionOf.ts'

/**
 * Within the transaction of the change. Holds the row of the person who asks until it ends, which is what a
 * recovery changes first.
 *
 * @throws 409 `changed_meanwhile` once the session or the key has ended.
 */
export const holdSession = async (req: PayloadRequest): Promise<void> => {
  const { user } = req
  const session = sessionOf(req)
  const key = keyOf(req)
  if (!user || (session === null && key === null)) {
    // Nobody, or a command that names a person.
    return
  }
  await sqlIn(req, sql`select 1 from public.users where id = ${user.id}::uuid for no key update`)
  const rows = await sqlIn(
    req,
    session === null
      ? sql`select 1 from public.api_keys where id = ${key}::uuid and user_id = ${user.id}::uuid`
      : sql`select 1 from public.users_sessions where id = ${session} and _parent_id = ${user.id}::uuid`,
  )
  if (rows.length === 0) {
    throw new APIError(
      'You were signed out meanwhile, so nothing was changed. Sign in again.',
      409,
      { code: 'changed_meanwhile' },
      true,
    )
  }
}

/** The same for a collection whose documents let people in. */
export const whileSignedIn: CollectionBeforeChangeHook = async ({ data, req }) => {
  await holdSession(req)
  return data
}

/** A refresh prolongs the session that it found when it was asked for; one that ended since stays ended. */
export const whileRefreshing: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation === 'refresh') {
    await holdSession(req)
  }
  return args
}
