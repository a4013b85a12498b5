// The key behind a token, and whose it is. Asked while somebody is authenticated, by nobody else.
import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { hashOf } from '../shared/token.ts'
import { sqlIn } from '../shared/sqlIn.ts'

type FoundKey = { id: string; userId: string; isUseNoted: boolean }

/** @returns `null` for one that is unknown, revoked or expired. */
export const findKey = async ({
  payload,
  token,
}: {
  payload: Payload
  token: string
}): Promise<FoundKey | null> => {
  const [row] = await sqlIn<{ id: string; user_id: string; is_noted: boolean }>(
    { payload },
    sql`select id, user_id, coalesce(last_used_at > now() - interval '1 minute', false) as is_noted
          from public.api_keys where hash = ${hashOf(token)} and expires_at > now()`,
  )
  return row ? { id: row.id, userId: row.user_id, isUseNoted: row.is_noted } : null
}

/**
 * Notes that a key was used, at most once a minute. Of many requests at once one writes, and none
 * waits for it: a row that somebody else is writing is passed over.
 *
 * @see https://www.postgresql.org/docs/current/sql-select.html#SQL-FOR-UPDATE-SHARE
 */
export const noteUse = async ({ id, payload }: { id: string; payload: Payload }): Promise<void> => {
  await sqlIn(
    { payload },
    sql`update public.api_keys set last_used_at = now()
         where id in (
           select id from public.api_keys
            where id = ${id}::uuid
              and (last_used_at is null or last_used_at <= now() - interval '1 minute')
            for update skip locked
         )`,
  )
}
