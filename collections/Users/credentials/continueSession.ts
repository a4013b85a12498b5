// The session that recovered an account goes on, under a new id and with a new token; the old token
// is refused from then on like everybody else's.
import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { getFieldsToSign, jwtSign, type PayloadRequest } from 'payload'
import { generatePayloadCookie } from 'payload/shared'
import { sqlIn } from '../../shared/sqlIn.ts'
import { sessionOf, setSession } from '../sessionOf.ts'
import type { EndedSession } from './endCredentials.ts'

export type ContinuedSession = { exp: number; token: string }

/**
 * Within the transaction that ended the others. Sets the cookie on the answer to `asking`.
 *
 * The new session is as old as the one it follows: going on is not a sign-in, and gives nobody five
 * minutes in which they are not asked for their password.
 *
 * @param asking The request as it was authenticated.
 * @param ended What endCredentials returned. A session that is not among them ended before, so it
 *   does not go on.
 * @param req In whose transaction it is written.
 */
export const continueSession = async ({
  asking,
  email,
  ended,
  req = asking,
  userId,
}: {
  asking: PayloadRequest
  email: string
  ended: readonly EndedSession[]
  req?: PayloadRequest
  userId: string
}): Promise<ContinuedSession | null> => {
  const { user } = asking
  const before = ended.find(({ id }) => id === sessionOf(asking))
  if (!user || user.id !== userId || !before) {
    return null
  }
  const { config } = asking.payload.collections.users
  const sid = randomUUID()
  const expiresAt = new Date(Date.now() + config.auth.tokenExpiration * 1000)
  await sqlIn(
    req,
    sql`insert into public.users_sessions (_order, _parent_id, id, created_at, expires_at)
         values (1, ${userId}::uuid, ${sid}, ${before.createdAt.toISOString()}::timestamptz, ${expiresAt.toISOString()}::timestamptz)`,
  )
  const { exp, token } = await jwtSign({
    fieldsToSign: getFieldsToSign({ collectionConfig: config, email, sid, user }),
    secret: asking.payload.secret,
    tokenExpiration: config.auth.tokenExpiration,
  })
  setSession(user, sid)
  setCookie({ asking, token })
  return { exp, token }
}

const setCookie = ({ asking, token }: { asking: PayloadRequest; token: string }): void => {
  const headers = new Headers(asking.responseHeaders)
  headers.append(
    'Set-Cookie',
    generatePayloadCookie({
      collectionAuthConfig: asking.payload.collections.users.config.auth,
      cookiePrefix: asking.payload.config.cookiePrefix,
      token,
    }),
  )
  asking.responseHeaders = headers
}
