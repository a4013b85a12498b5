// The events that end credentials, where Payload's own operations carry them out: a changed password,
// a reset, signing out.
import { sql } from '@payloadcms/db-postgres'
import type {
  CollectionAfterChangeHook,
  CollectionAfterLogoutHook,
  CollectionAfterOperationHook,
  CollectionBeforeLoginHook,
} from 'payload'
import { sqlIn } from '../../shared/sqlIn.ts'
import { continueSession } from '../credentials/continueSession.ts'
import { endCredentials } from '../credentials/endCredentials.ts'
import { refuseKey } from '../credentials/refuseKey.ts'
import { requestEmail } from '../emailChange/requestEmail.ts'
import { passwordChangedMail } from '../mails/index.ts'
import { sendNotice } from '../mails/send.ts'
import { noteOf } from '../note.ts'
import { sessionOf } from '../sessionOf.ts'

/** After an update: what guardIdentity let through. */
export const applyChange: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
  const { changes } = noteOf(req)
  const userId = String(previousDoc?.id)
  const change = changes.get(userId)
  changes.delete(userId)
  const { email, name } = (previousDoc ?? {}) as { email: string; name: string }
  let token: string | undefined
  if (change?.hasPassword) {
    const ended = await endCredentials({ req, userId })
    token = (await continueSession({ asking: req, email, ended, userId }))?.token
    await sendNotice({ mail: passwordChangedMail(), req, to: email })
  }
  if (change?.email) {
    await requestEmail({ account: { id: userId, email, name }, email: change.email, req })
  }
  return token === undefined ? doc : { ...doc, token }
}

/**
 * Within a reset, right after Payload made its session: the one that stays. A sign-in passes here
 * too, and ends nothing.
 */
export const endAtReset: CollectionBeforeLoginHook = async ({ req, user }) => {
  const note = noteOf(req)
  const { reset } = note
  if (!reset?.userId || reset.userId !== user.id) {
    return user
  }
  delete note.reset
  const sessions = (user as { sessions?: { id: string }[] }).sessions ?? []
  await endCredentials({
    keepSession: sessions.at(-1)?.id ?? null,
    req,
    userId: user.id,
  })
  return user
}

export const tellAfterReset: CollectionAfterOperationHook = async ({ operation, req, result }) => {
  const user = (result as { user?: { email?: string } } | null)?.user
  if ((operation as string) === 'resetPassword' && user?.email) {
    await sendNotice({ mail: passwordChangedMail(), req, to: user.email })
  }
  return result
}

/** Set by GraphQL's log-out, whose arguments a hook does not see. */
export const ALL_SESSIONS = 'vitrineAllSessions'

/**
 * Runs before Payload reads the sessions to write those that stay: what ended is noted where a list
 * that was read earlier cannot bring it back.
 */
export const endAtLogout: CollectionAfterLogoutHook = async ({ context, req }) => {
  const { user } = req
  if (!user) {
    return
  }
  refuseKey(req, 'signOut')
  const isAll = req.searchParams?.get('allSessions') === 'true' || context[ALL_SESSIONS] === true
  if (isAll) {
    await endCredentials({ req, userId: user.id })
    return
  }
  const session = sessionOf(req)
  if (session !== null) {
    await sqlIn(req, sql`select rls.end_sessions(${user.id}::uuid, ${session}, null)`)
  }
}
