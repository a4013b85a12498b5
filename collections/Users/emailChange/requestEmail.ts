// A change of email begins: it is stored beside the account, the new mailbox is asked, the present
// one told. Whoever asks learns nothing about who else has an account.
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { withCapability } from '../../../access/claims.ts'
import { sqlIn } from '../../shared/sqlIn.ts'
import { createToken, hashOf } from '../../shared/token.ts'
import { holdSession } from '../credentials/holdSession.ts'
import { confirmEmailMail, emailRequestedMail, emailTakenMail } from '../mails/index.ts'
import { sendOrRefuse } from '../mails/send.ts'

const HOURS = 24

/**
 * Within a transaction, with the rights of the person who asks, after `reauthenticate`.
 *
 * @param email Normalised, and another one than the account's.
 * @returns until when the link is good.
 */
export const requestEmail = ({
  account,
  email,
  req,
}: {
  account: { id: string; email: string; name: string }
  email: string
  req: PayloadRequest
}): Promise<{ expiresAt: Date }> =>
  withCapability('requestEmail', '*', async () => {
    // Checking a password takes long enough for a recovery to come between.
    await holdSession(req)
    // One after the other: each takes the place of the one before.
    await sqlIn(req, sql`select 1 from public.users where id = ${account.id}::uuid for update`)
    const expiresAt = new Date(Date.now() + HOURS * 60 * 60 * 1000)
    const token = createToken()
    const owners = await sqlIn(req, sql`select 1 from public.users where email = ${email}`)
    const isTaken = owners.length > 0
    await sqlIn(req, sql`delete from public.email_changes where user_id = ${account.id}::uuid`)
    // Stored in either case, so that neither the answer nor what waits tells them apart. Of the one
    // that is taken nobody gets the token.
    await sqlIn(
      req,
      sql`insert into public.email_changes (id, user_id, email, token_hash, expires_at)
           values (gen_random_uuid(), ${account.id}::uuid, ${email}, ${hashOf(token)}, ${expiresAt.toISOString()}::timestamptz)`,
    )
    await sendOrRefuse({
      mail: isTaken ? emailTakenMail() : confirmEmailMail({ name: account.name, token }),
      req,
      to: email,
    })
    await sendOrRefuse({ mail: emailRequestedMail({ email }), req, to: account.email })
    return { expiresAt }
  })
