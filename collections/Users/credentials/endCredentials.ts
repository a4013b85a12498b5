// The one place where the credentials of an account end: its sessions, its API keys, and every link
// that was mailed and is still open, to it or by it: it may have been in foreign hands when they went out.
// Each event that recovers an account calls it, in its transaction.
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { withCapability } from '../../../access/claims.ts'
import { sqlIn } from '../../shared/sqlIn.ts'

/** Kept on an invitation that ended with the credentials of one of the two who are part of it. */
export type EndedBecause = 'recipient' | 'sender'

export type EndedSession = { id: string; createdAt: Date }

/**
 * @param keepSession A session that stays as it is; for one that was made in this very transaction.
 * @returns the sessions that ended. Statement by statement, so that what others wrote until the
 *   account's row was free is seen and ends as well.
 */
export const endCredentials = ({
  keepSession = null,
  req,
  userId,
}: {
  keepSession?: string | null
  req: PayloadRequest
  userId: string
}): Promise<EndedSession[]> =>
  withCapability('recoverAccount', '*', async () => {
    const [account] = await sqlIn<{ email: string }>(
      req,
      sql`update public.users
             set credentials_epoch = credentials_epoch + 1,
                 reset_password_token = null, reset_password_expiration = null
           where id = ${userId}::uuid returning email`,
    )
    if (!account) {
      throw new Error('The credentials of an unknown account cannot end.')
    }
    const sessions = await sqlIn<{ id: string; created_at: string }>(
      req,
      sql`select id, created_at from rls.end_sessions(${userId}::uuid, null, ${keepSession})`,
    )
    await sqlIn(req, sql`delete from public.api_keys where user_id = ${userId}::uuid`)
    await sqlIn(req, sql`delete from public.email_changes where user_id = ${userId}::uuid`)
    await endInvitations({ because: 'recipient', of: sql`email = ${account.email}`, req })
    await endInvitations({ because: 'sender', of: sql`invited_by_id = ${userId}::uuid`, req })
    return sessions.map(({ created_at, id }) => ({ id, createdAt: new Date(created_at) }))
  })

const endInvitations = ({
  because,
  of,
  req,
}: {
  because: EndedBecause
  of: ReturnType<typeof sql>
  req: PayloadRequest
}): Promise<unknown> =>
  sqlIn(
    req,
    sql`update public.invitations
           set status = 'revoked', ended_because = ${because}, updated_at = now()
         where ${of} and status = 'pending'`,
  )
