// Payload reads an account, adds a session to it or takes one away, and writes the whole of it back: whoever
// signs in would undo what was changed meanwhile, and end the session of a sign-in at the same moment. So
// only what happens to the sessions is written.
import { sql } from '@payloadcms/db-postgres'
import { APIError, type DatabaseAdapterObj, type Payload, type PayloadRequest } from 'payload'
import { sqlIn } from '../../shared/sqlIn.ts'

type Session = { id: string; createdAt: Date | string; expiresAt: Date | string }

type Account = {
  credentialsEpoch?: unknown
  id: string
  sessions: Session[]
}

type Write = {
  collection: string
  data: Record<string, unknown>
  req?: PayloadRequest
}

type Adapter = { payload: Payload; updateOne: (this: unknown, write: Write) => Promise<unknown> }

/** The same database, in which a sign-in, a refresh and a sign-out write sessions and nothing else. */
export const writesSessionsOnly = <T extends DatabaseAdapterObj>(database: T): T => ({
  ...database,
  init: (args) => {
    const adapter = database.init(args)
    const writing = adapter as unknown as Adapter
    const { updateOne } = writing
    writing.updateOne = async function (write) {
      const { collection, data, req } = write
      if (collection === 'users' && Array.isArray(data?.sessions)) {
        const account = data as Account
        // A change of the sessions alone leaves the time of the last change as it was.
        if (req && data.updatedAt === null) {
          return addSessions({ account, req })
        }
        // Many guesses at once: what one of them may have opened ends.
        if (!req && data._strategy === 'local-jwt') {
          return endOthers({ account, payload: writing.payload })
        }
      }
      return updateOne.call(this, write)
    }
    return adapter
  },
})

/**
 * Holds the account until the transaction of `req` ends. Sessions that ended meanwhile are left out by the
 * database: see `rls.ended_sessions`.
 */
const addSessions = async ({
  account: { credentialsEpoch, id, sessions },
  req,
}: {
  account: Account
  req: PayloadRequest
}): Promise<null> => {
  const [account] = await sqlIn<{ credentials_epoch: string }>(
    req,
    sql`select credentials_epoch from public.users where id = ${id}::uuid for no key update`,
  )
  if (Number(account?.credentials_epoch) !== Number(credentialsEpoch)) {
    throw new APIError(
      'The password or the email of this account was changed at the same moment. Sign in again.',
      409,
      { code: 'changed_meanwhile' },
      true,
    )
  }
  await sqlIn(
    req,
    sql`delete from public.users_sessions where _parent_id = ${id}::uuid and expires_at <= now()`,
  )
  for (const session of sessions) {
    await sqlIn(
      req,
      sql`insert into public.users_sessions (_order, _parent_id, id, created_at, expires_at)
           select coalesce(max(_order), 0) + 1, ${id}::uuid, ${session.id},
                  ${timeOf(session.createdAt)}::timestamptz, ${timeOf(session.expiresAt)}::timestamptz
             from public.users_sessions where _parent_id = ${id}::uuid
           on conflict (id) do update
             set expires_at = greatest(users_sessions.expires_at, excluded.expires_at)`,
    )
  }
  return null
}

const endOthers = async ({
  account: { id, sessions },
  payload,
}: {
  account: Account
  payload: Payload
}): Promise<null> => {
  const kept = sessions.map(({ id: session }) => session)
  await sqlIn(
    { payload },
    sql`select rls.end_sessions(${id}::uuid, s.id, null) from public.users_sessions s
         where s._parent_id = ${id}::uuid
           and not (s.id = any (string_to_array(${kept.join(',')}, ',')))`,
  )
  return null
}

const timeOf = (date: Date | string): string => new Date(date).toISOString()
