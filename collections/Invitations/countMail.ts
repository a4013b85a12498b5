// Whoever may invite writes to any address, so there are only so many mails.
import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { MOST_OF_TENANT, MOST_TO_PERSON } from '../../access/sqlInvitations.ts'
import { refusal } from '../../src/http/problem.ts'
import { sqlIn } from '../shared/sqlIn.ts'

type Counted = { refused: 'person' | 'tenant'; seconds: number }

/**
 * Outside of any transaction: a mail that went out counts, whatever becomes of its invitation.
 *
 * @throws 429 `too_many_invitations` when it is one too many.
 */
export const countMail = async ({
  email,
  payload,
  tenant,
}: {
  email: string
  payload: Payload
  tenant: string
}): Promise<void> => {
  const [counted] = await sqlIn<Counted>(
    { payload },
    sql`select refused, seconds from rls.count_invitation_mail(${email}, ${tenant}::uuid)`,
  )
  if (counted) {
    throw refusal({
      code: 'too_many_invitations',
      detail: SENTENCES[counted.refused],
      retryAfter: counted.seconds,
    })
  }
}

const SENTENCES: Record<Counted['refused'], string> = {
  person: `This address was invited ${MOST_TO_PERSON} times within an hour. Try again later.`,
  tenant: `This tenant has sent ${MOST_OF_TENANT} invitations within a day. Try again tomorrow.`,
}
