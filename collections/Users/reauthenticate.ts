// Asks once more who is there, before a change that would give the account away: with the current
// password, or with a session that is only minutes old.
import { sql } from '@payloadcms/db-postgres'
import { APIError, type PayloadRequest } from 'payload'
import { sqlIn } from '../shared/sqlIn.ts'
import { beginAttempt, failAttempt, passAttempt } from './credentials/countAttempt.ts'
import { sessionOf } from './sessionOf.ts'
import { isPassword } from './password/verify.ts'

/** How long after a sign-in nobody is asked again. */
const FRESH_MINUTES = 5

/**
 * The person who asks, not the account that is changed: an operator gives their own password.
 *
 * @throws 403 `reauthentication_required`, `wrong_password` or `account_locked`.
 */
export const reauthenticate = async ({
  currentPassword,
  req,
}: {
  currentPassword: unknown
  req: PayloadRequest
}): Promise<void> => {
  if (!req.user) {
    throw refusal('reauthentication_required')
  }
  if (typeof currentPassword === 'string' && currentPassword !== '') {
    await checkCurrentPassword({ currentPassword, req, userId: req.user.id })
  } else if (!(await isSessionFresh(req))) {
    throw refusal('reauthentication_required')
  }
}

const SENTENCES = {
  reauthentication_required: 'Enter your current password to change this.',
  wrong_password: 'This is not your current password. Try again.',
  account_locked: 'Too many wrong passwords. Wait a few minutes, then try again.',
} as const

const refusal = (code: keyof typeof SENTENCES): APIError =>
  new APIError(SENTENCES[code], 403, { code }, true)

/** A key has no session, so it is never fresh. */
const isSessionFresh = async (req: PayloadRequest): Promise<boolean> => {
  const session = sessionOf(req)
  if (!req.user || session === null) {
    return false
  }
  const rows = await sqlIn(
    req,
    sql`select 1 from public.users_sessions
      where id = ${session} and _parent_id = ${req.user.id}::uuid
        and created_at > now() - make_interval(mins => ${FRESH_MINUTES}::int)`,
  )
  return rows.length === 1
}

/** A wrong one counts like one at the sign-in, and locks the account like it. */
const checkCurrentPassword = async ({
  currentPassword,
  req: { payload },
  userId,
}: {
  currentPassword: string
  req: PayloadRequest
  userId: string
}): Promise<void> => {
  const account = { payload, userId }
  const attempt = await beginAttempt(account)
  if (!attempt) {
    throw refusal('account_locked')
  }
  const stored = await payload.db.findOne<{ id: string; hash?: unknown; salt?: unknown }>({
    collection: 'users',
    select: { hash: true, salt: true },
    where: { id: { equals: userId } },
  })
  const { hash, salt } = stored ?? {}
  if (!(await isPassword({ hash, salt, password: currentPassword }))) {
    await failAttempt({ ...account, ...attempt })
    throw refusal('wrong_password')
  }
  // Others may have guessed meanwhile: of many tries at once none profits from the right one.
  if (!(await passAttempt(account))) {
    throw refusal('account_locked')
  }
}
