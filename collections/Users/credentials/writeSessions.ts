// Payload reads an account, adds a session to it or takes one away, and writes the whole of it back: whoever
// signs in would undo what was changed meanwhile, and end the session of a sign-in at the same moment. So
// only what happens to the sessions is written.
import { sql } from '@payloadcms/db-postgres'
import {
  APIError,
  LockedAuth,
  type DatabaseAdapterObj,
  type Payload,
  type PayloadRequest,
} from 'payload'
import { sqlIn } from '../../shared/sqlIn.ts'
import { endRecent } from './endRecent.ts'

/** Each living session is read with every request of its account, and a sign-in reads them all. */
const MOST_SESSIONS = 100

type Session = { id: string; createdAt: Date | string; expiresAt: Date | string }

type Account = {
  credentialsEpoch?: unknown
  id: string
  sessions: Session[]
  /** Noted by a sign-in, and by nothing else that writes sessions. */
  _strategy?: unknown
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
          await endRecent({ payload: writing.payload, userId: account.id })
          return null
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
  account: { _strategy: strategy, credentialsEpoch, id, sessions },
  req,
}: {
  account: Account
  req: PayloadRequest
}): Promise<null> => {
  const [account] = await sqlIn<{ credentials_epoch: string; is_locked: boolean | null }>(
    req,
    sql`select credentials_epoch, lock_until > now() as is_locked
          from public.users where id = ${id}::uuid for no key update`,
  )
  if (account?.is_locked && strategy === 'local-jwt') {
    // Of many guesses at once one was right, and the others locked the account meanwhile.
    throw new LockedAuth(req.t)
  }
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
  const given = sessions.map(({ createdAt, expiresAt, id: session }) => ({
    id: session,
    created_at: timeOf(createdAt),
    expires_at: timeOf(expiresAt),
  }))
  await sqlIn(
    req,
    sql`insert into public.users_sessions (_order, _parent_id, id, created_at, expires_at)
         select last.place + 1, ${id}::uuid, s.id, s.created_at, s.expires_at
           from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
                  as s (id text, created_at timestamptz, expires_at timestamptz),
                (select coalesce(max(_order), 0) as place
                   from public.users_sessions where _parent_id = ${id}::uuid) last
          where s.expires_at > now()
         on conflict (id) do update set expires_at = excluded.expires_at
          where users_sessions.expires_at < excluded.expires_at`,
  )
  await sqlIn(
    req,
    sql`select rls.end_sessions(_parent_id, id, null)
          from (select _parent_id, id from public.users_sessions where _parent_id = ${id}::uuid
                 order by created_at desc nulls last, _order desc offset ${MOST_SESSIONS}::int) oldest`,
  )
  return null
}

const timeOf = (date: Date | string): string => new Date(date).toISOString()
