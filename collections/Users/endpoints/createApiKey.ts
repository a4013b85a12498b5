// `POST /api/users/api-keys` with `{ name, expiresInDays?, currentPassword? }`: a key for oneself. Its
// token is in this answer and nowhere else.
import { sql } from '@payloadcms/db-postgres'
import {
  addDataAndFileToRequest,
  APIError,
  ValidationError,
  type Endpoint,
  type PayloadRequest,
} from 'payload'
import { withCapability } from '../../../access/claims.ts'
import { createApiKey, shownPartOf } from '../../ApiKeys/token.ts'
import { inTransaction } from '../../shared/inTransaction.ts'
import { sqlIn } from '../../shared/sqlIn.ts'
import { hashOf } from '../../shared/token.ts'
import { apiKeyMadeMail } from '../mails/index.ts'
import { sendNotice } from '../mails/send.ts'
import { holdSession } from '../credentials/holdSession.ts'
import { reauthenticate } from '../reauthenticate.ts'
import { signedIn } from './signedIn.ts'

const DEFAULT_DAYS = 90
const MOST_DAYS = 365
const MOST_KEYS = 20
const LONGEST_NAME = 100

type Wanted = { days: number; name: string }

export const createApiKeyEndpoint: Omit<Endpoint, 'root'> = {
  path: '/api-keys',
  method: 'post',
  handler: async (req) => {
    const { email, id: userId } = signedIn(req)
    await addDataAndFileToRequest(req)
    const { currentPassword, ...data } = (req.data ?? {}) as Record<string, unknown>
    const wanted = wantedOf(data)
    await reauthenticate({ currentPassword, req })
    const { token, ...key } = await storeKey({ ...wanted, req, userId })
    await sendNotice({ mail: apiKeyMadeMail(key), req, to: email })
    return Response.json(
      {
        message: 'Copy the key now. It is not shown again.',
        doc: { ...key, expiresAt: key.expiresAt.toISOString() },
        token,
      },
      { headers: { 'cache-control': 'no-store' }, status: 201 },
    )
  },
}

const wantedOf = ({ expiresInDays = DEFAULT_DAYS, name }: Record<string, unknown>): Wanted => {
  const trimmed = typeof name === 'string' ? name.trim() : ''
  const isName = trimmed.length > 0 && trimmed.length <= LONGEST_NAME
  const isDays = Number.isInteger(expiresInDays) && Number(expiresInDays) >= 1
  const errors = [
    ...(isName
      ? []
      : [{ path: 'name', message: `Enter a name of 1 to ${LONGEST_NAME} characters.` }]),
    ...(isDays && Number(expiresInDays) <= MOST_DAYS
      ? []
      : [{ path: 'expiresInDays', message: `Choose 1 to ${MOST_DAYS} days.` }]),
  ]
  if (errors.length > 0) {
    throw new ValidationError({ collection: 'api-keys', errors })
  }
  return { days: Number(expiresInDays), name: trimmed }
}

type StoredKey = {
  createdAt: string
  expiresAt: Date
  id: string
  name: string
  prefix: string
  token: string
}

/** Counted and stored while the account's row is held: many at once do not pass the limit. */
const storeKey = async ({
  days,
  name,
  req,
  userId,
}: Wanted & { req: PayloadRequest; userId: string }): Promise<StoredKey> => {
  const token = createApiKey()
  const prefix = shownPartOf(token)
  const expiresAt = new Date(Date.now() + days * 24 * 60 * 60 * 1000)
  let stored: { created_at: string; id: string } | undefined
  await withCapability('makeApiKey', '*', () =>
    inTransaction(req, async () => {
      await holdSession(req)
      await sqlIn(
        req,
        sql`delete from public.api_keys where user_id = ${userId}::uuid and expires_at <= now()`,
      )
      const kept = await sqlIn(
        req,
        sql`select 1 from public.api_keys where user_id = ${userId}::uuid`,
      )
      if (kept.length >= MOST_KEYS) {
        throw new APIError(
          `You have ${MOST_KEYS} API keys, which is the most. Delete one that you no longer use.`,
          409,
          { code: 'too_many_api_keys' },
          true,
        )
      }
      ;[stored] = await sqlIn<{ created_at: string; id: string }>(
        req,
        sql`insert into public.api_keys (id, user_id, name, prefix, hash, expires_at)
             values (gen_random_uuid(), ${userId}::uuid, ${name}, ${prefix}, ${hashOf(token)}, ${expiresAt.toISOString()}::timestamptz)
             returning id, created_at`,
      )
    }),
  )
  const { created_at, id } = stored!
  return { createdAt: new Date(created_at).toISOString(), expiresAt, id, name, prefix, token }
}
