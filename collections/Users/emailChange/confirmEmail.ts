// A change of email ends: the mailbox confirmed it, so it counts from now on, and everything that
// opened the account under its former email ends.
import { sql } from '@payloadcms/db-postgres'
import { APIError, type PayloadRequest } from 'payload'
import { withCapability } from '../../../access/claims.ts'
import { withFreshRequest } from '../../../plugins/row-level-security/index.ts'
import { inTransaction } from '../../shared/inTransaction.ts'
import { sqlIn } from '../../shared/sqlIn.ts'
import { hashOf, isToken } from '../../shared/token.ts'
import { continueSession, type ContinuedSession } from '../credentials/continueSession.ts'
import { endCredentials } from '../credentials/endCredentials.ts'

const PROBLEMS = {
  email_change_unknown: [
    404,
    'This link was already used, or a newer one replaced it. To get another, change your email again.',
  ],
  email_change_expired: [404, 'This link has expired. To get another, change your email again.'],
  email_taken: [409, 'Another account uses this email now. Nothing was changed.'],
} as const satisfies Record<string, readonly [number, string]>

type ConfirmedEmail = {
  email: string
  formerEmail: string
  /** `null` when this browser has no session of the account. */
  session: ContinuedSession | null
}

/** @throws a sentence for a link that does not work. All of it happens, or nothing. */
export const confirmEmail = async ({
  asking,
  token,
}: {
  asking: PayloadRequest
  token: unknown
}): Promise<ConfirmedEmail> => {
  if (!isToken(token)) {
    throw problem('email_change_unknown')
  }
  let confirmed: ConfirmedEmail | undefined
  await withCapability('confirmEmail', '*', () =>
    inTransaction(withFreshRequest(asking), async (req) => {
      const { email, userId } = await takeChange({ req, token })
      const [account] = await sqlIn<{ email: string }>(
        req,
        sql`select email from public.users where id = ${userId}::uuid for update`,
      )
      const others = await sqlIn(req, sql`select 1 from public.users where email = ${email}`)
      if (!account || others.length > 0) {
        throw problem('email_taken')
      }
      const ended = await endCredentials({ req, userId })
      await sqlIn(
        req,
        sql`update public.users
               set email = ${email}, email_verified_at = now(), updated_at = now()
             where id = ${userId}::uuid`,
      )
      confirmed = {
        email,
        formerEmail: account.email,
        session: await continueSession({ asking, email, ended, req, userId }),
      }
    }),
  )
  return confirmed!
}

/** Of two who confirm at once, one takes it. */
const takeChange = async ({
  req,
  token,
}: {
  req: PayloadRequest
  token: string
}): Promise<{ email: string; userId: string }> => {
  const [taken] = await sqlIn<{ email: string; user_id: string; is_expired: boolean }>(
    req,
    sql`delete from public.email_changes where token_hash = ${hashOf(token)}
         returning email, user_id, expires_at <= now() as is_expired`,
  )
  if (!taken) {
    throw problem('email_change_unknown')
  }
  if (taken.is_expired) {
    throw problem('email_change_expired')
  }
  return { email: taken.email, userId: taken.user_id }
}

const problem = (code: keyof typeof PROBLEMS): APIError => {
  const [status, sentence] = PROBLEMS[code]
  return new APIError(sentence, status, { code }, true)
}
