// Many guesses at once locked an account, and one of them may have been right. Everything that was opened just
// before ends.
import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { withCapability } from '../../../access/claims.ts'
import { sqlIn } from '../../shared/sqlIn.ts'

/** Payload takes 20 for sessions, from before it counts: auth/strategies/local/incrementLoginAttempts.js. */
const SECONDS = 30

/** Ends the sessions, API keys and changes of email of the last seconds. Outside of any transaction. */
export const endRecent = ({
  payload,
  userId,
}: {
  payload: Payload
  userId: string
}): Promise<void> =>
  withCapability('recoverAccount', '*', async () => {
    const isRecent = sql`created_at > now() - make_interval(secs => ${SECONDS}::int)`
    await sqlIn(
      { payload },
      sql`select rls.end_sessions(_parent_id, id, null) from public.users_sessions
           where _parent_id = ${userId}::uuid and ${isRecent}`,
    )
    await sqlIn(
      { payload },
      sql`delete from public.api_keys where user_id = ${userId}::uuid and ${isRecent}`,
    )
    await sqlIn(
      { payload },
      sql`delete from public.email_changes where user_id = ${userId}::uuid and ${isRecent}`,
    )
  })
