// Payload signs in, refreshes and signs out by writing back the whole account that it read before. What
// happened to the account in between stays.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'
import pg from 'pg'
import { jwtSign } from 'payload'
import { sqlIn } from '../../collections/shared/sqlIn.ts'
import { withClaims } from '../../plugins/row-level-security/index.ts'
import { jsonRequest, logIn, startTarget, type Answer, type Target } from '../support/attacks.ts'
import {
  ageSessions,
  codeOf,
  createAccount,
  createPerson,
  keyed,
  makeKey,
  tokened,
  whoIs,
} from '../support/identity.ts'
import { PASSWORD } from '../support/tenants.ts'

let target: Target
let owner: pg.Client

beforeAll(async () => {
  target = await startTarget()
  owner = new pg.Client({ connectionString: target.databaseUrl })
  await owner.connect()
})

afterAll(async () => {
  await owner?.end()
  await target?.stop()
})

const signIn = (email: string, password = PASSWORD): Promise<Answer> =>
  target.send('/api/users/login', jsonRequest({ email, password }))

const person = async (name: string): Promise<{ email: string; token: string }> => {
  const email = `${name}@races.test`
  await createAccount({ email, payload: target.payload })
  return { email, token: await logIn({ email, payload: target.payload }) }
}

/** Changes the row while the request waits for it, with what it read of the account already stale. */
const whileItWaits = async (
  { change, email }: { change: string; email: string },
  ask: () => Promise<Answer>,
): Promise<Answer> => {
  await owner.query('begin')
  await owner.query(`update users set ${change} where email = $1`, [email])
  const asked = ask()
  for (let waiting = 0; waiting === 0;) {
    const { rows } = await owner.query<{ count: number }>(
      `select count(*)::int as count from pg_locks where not granted`,
    )
    waiting = rows[0]!.count
  }
  await owner.query('commit')
  return asked
}

it('of eight sign-ins of one person at once, each token works', async () => {
  const { email, token } = await person('many')
  const answers = await Promise.all(Array.from({ length: 8 }, () => signIn(email)))
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
  for (const { body } of answers) {
    expect(await whoIs(target, tokened(body.token as string))).toBe(email)
  }
  expect(await whoIs(target, tokened(token))).toBe(email)
})

it('sign-ins, refreshes and sign-outs at once each do what they say, and nothing else', async () => {
  const { email, token: kept } = await person('mixed')
  const [leaving, refreshing] = await Promise.all([
    Promise.all([1, 2, 3].map(() => logIn({ email, payload: target.payload }))),
    Promise.all([1, 2, 3].map(() => logIn({ email, payload: target.payload }))),
  ])
  const post = (path: string, token: string) => target.send(path, jsonRequest({}, tokened(token)))
  const answers = await Promise.all([
    ...leaving.map((token) => post('/api/users/logout', token)),
    ...refreshing.map((token) => post('/api/users/refresh-token', token)),
    ...[1, 2, 3].map(() => signIn(email)),
  ])
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
  const fresh = answers
    .map(({ body }) => body as { refreshedToken?: string; token?: string })
    .map(({ refreshedToken, token }) => refreshedToken ?? token)
    .filter((token) => token !== undefined)
  expect(fresh).toHaveLength(6)
  for (const token of [kept, ...refreshing, ...fresh]) {
    expect(await whoIs(target, tokened(token))).toBe(email)
  }
  for (const token of leaving) {
    expect(await whoIs(target, tokened(token))).toBeNull()
  }
})

describe('what was written while it waited stays', () => {
  const WAYS: Record<string, (token: string, email: string) => Promise<Answer>> = {
    'a sign-in': (_, email) => signIn(email),
    'a refresh': (token) =>
      target.send('/api/users/refresh-token', jsonRequest({}, tokened(token))),
    'a sign-out': (token) => target.send('/api/users/logout', jsonRequest({}, tokened(token))),
    'a sign-in by GraphQL': (_, email) =>
      target.graphql({
        query: `mutation { loginUser(email: "${email}", password: "${PASSWORD}") { token } }`,
      }),
  }

  it.each(Object.keys(WAYS))('after %s', async (way) => {
    const { email, token } = await person(`stays-${Object.keys(WAYS).indexOf(way)}`)
    await owner.query(
      `update users set operator = true, reset_password_token = 'old',
         reset_password_expiration = now() + interval '1 hour' where email = $1`,
      [email],
    )
    const answer = await whileItWaits(
      {
        email,
        change: `operator = false, name = 'New name', reset_password_token = null, reset_password_expiration = null`,
      },
      () => WAYS[way]!(token, email),
    )
    expect([answer.status, answer.body.errors]).toEqual([200, undefined])
    const { rows } = await owner.query(
      `select operator, name, reset_password_token, reset_password_expiration from users where email = $1`,
      [email],
    )
    expect(rows).toEqual([
      {
        operator: false,
        name: 'New name',
        reset_password_token: null,
        reset_password_expiration: null,
      },
    ])
  })

  it('a password that was changed meanwhile signs nobody in', async () => {
    const { email } = await person('changed')
    const answer = await whileItWaits(
      { email, change: 'credentials_epoch = credentials_epoch + 1' },
      () => signIn(email),
    )
    expect([answer.status, answer.body.token]).toEqual([409, undefined])
  })
})

it('a session that ended meanwhile is not refreshed', async () => {
  const { email, token } = await person('ended')
  await owner.query('begin')
  await owner.query('select 1 from users where email = $1 for update', [email])
  const asked = target.send('/api/users/refresh-token', jsonRequest({}, tokened(token)))
  for (let waiting = 0; waiting === 0;) {
    const { rows } = await owner.query<{ count: number }>(
      `select count(*)::int as count from pg_locks where not granted`,
    )
    waiting = rows[0]!.count
  }
  await owner.query(
    'delete from users_sessions where _parent_id = (select id from users where email = $1)',
    [email],
  )
  await owner.query('commit')
  const { body, status } = await asked
  expect([status, body.refreshedToken]).toEqual([409, undefined])
  expect(await whoIs(target, tokened(token))).toBeNull()
})

it('guesses at once lock the account, and end what they may have opened', async () => {
  const { email } = await person('guessed')
  const answers = await Promise.all([
    ...Array.from({ length: 12 }, (_, index) => signIn(email, `wrong-password-${index}`)),
    signIn(email),
  ])
  expect(answers.filter(({ status }) => status !== 401 && status !== 200)).toEqual([])
  const { rows } = await owner.query<{ locked: boolean }>(
    'select lock_until > now() as locked from users where email = $1',
    [email],
  )
  expect(rows).toEqual([{ locked: true }])
  expect((await signIn(email)).status).toBe(401)
})

describe('wrong current passwords at once', () => {
  const makesKey = ({ currentPassword, token }: { currentPassword: string; token: string }) =>
    target.send(
      '/api/users/api-keys',
      jsonRequest({ name: 'Guessed', currentPassword }, tokened(token)),
    )
  const wrong = (token: string) =>
    Array.from({ length: 12 }, (_, index) =>
      makesKey({ currentPassword: `wrong-password-${index}`, token }),
    )

  it('are each refused, and lock the account', async () => {
    const { email, id, token } = await createPerson({ target })
    await ageSessions({ id, owner })
    const answers = await Promise.all(wrong(token))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403))
    const codes = answers.map(codeOf)
    // As many as one after the other are compared with the password, and not one more.
    expect(codes.filter((code) => code === 'wrong_password')).toHaveLength(8)
    expect(codes.filter((code) => code === 'account_locked')).toHaveLength(4)
    const { rows } = await owner.query<{ locked: boolean }>(
      'select lock_until > now() as locked from users where id = $1',
      [id],
    )
    expect(rows).toEqual([{ locked: true }])
    expect((await signIn(email)).status).toBe(401)
    expect(codeOf(await makesKey({ currentPassword: PASSWORD, token }))).toBe('account_locked')
    expect(await whoIs(target, tokened(token))).toBe(email)
  })

  it('end what a right one among them may have opened', async () => {
    const { email, id, token } = await createPerson({ target })
    const before = await makeKey({ api: target.api, headers: tokened(token) })
    await ageSessions({ id, owner })
    await owner.query(
      `update api_keys set created_at = now() - interval '1 hour' where user_id = $1`,
      [id],
    )
    // Opened just now, as if the first guess had been the right one.
    const guessed = await signIn(email)
    const made = await makesKey({ currentPassword: PASSWORD, token })
    const asked = await target.send(
      '/api/users/change-email',
      jsonRequest({ email: `new-${email}`, currentPassword: PASSWORD }, tokened(token)),
    )
    expect([guessed.status, made.status, asked.status]).toEqual([200, 201, 200])
    await Promise.all(wrong(token))
    expect(await whoIs(target, tokened(guessed.body.token as string))).toBeNull()
    expect(await whoIs(target, keyed(made.body.token as string))).toBeNull()
    const { rows } = await owner.query('select 1 from email_changes where user_id = $1', [id])
    expect(rows).toEqual([])
    expect(await whoIs(target, tokened(token))).toBe(email)
    expect(await whoIs(target, keyed(before))).toBe(email)
  })

  it('do not count any more once the right one was entered', async () => {
    const { id, token } = await createPerson({ target })
    await ageSessions({ id, owner })
    for (const currentPassword of ['wrong-password', 'wrong-password', PASSWORD]) {
      await makesKey({ currentPassword, token })
    }
    const { rows } = await owner.query<{ attempts: number }>(
      'select login_attempts::int as attempts from users where id = $1',
      [id],
    )
    expect(rows).toEqual([{ attempts: 0 }])
  })
})

describe('an account with many sessions', () => {
  const MOST = 100
  const sessionsOf = async (id: string): Promise<string[]> => {
    const { rows } = await owner.query<{ id: string }>(
      'select id from users_sessions where _parent_id = $1 order by created_at',
      [id],
    )
    return rows.map((row) => row.id)
  }
  const tokenOf = async (user: { email: string; id: string }, sid: string): Promise<string> => {
    const { token } = await jwtSign({
      fieldsToSign: { collection: 'users', ...user, sid },
      secret: target.payload.secret,
      tokenExpiration: 3600,
    })
    return token
  }

  it('keeps the youngest 100, and what was read before does not bring the oldest back', async () => {
    const { email, id, token } = await createPerson({ target })
    await owner.query(
      `insert into users_sessions (_order, _parent_id, id, created_at, expires_at)
       select n + 1, $1, gen_random_uuid(), now() - n * interval '1 minute', now() + interval '1 hour'
         from generate_series(1, $2::int) n`,
      [id, MOST - 1],
    )
    const before = await sessionsOf(id)
    expect(before).toHaveLength(MOST)
    const stale = await target.payload.db.findOne<Record<string, unknown> & { id: string }>({
      collection: 'users',
      where: { id: { equals: id } },
    })
    const { body, status } = await signIn(email)
    expect(status).toBe(200)
    const after = await sessionsOf(id)
    expect(after).toHaveLength(MOST)
    expect(after.slice(0, -1)).toEqual(before.slice(1))
    expect(await whoIs(target, tokened(await tokenOf({ email, id }, before[0]!)))).toBeNull()
    for (const working of [await tokenOf({ email, id }, before[1]!), token, body.token as string]) {
      expect(await whoIs(target, tokened(working))).toBe(email)
    }
    await target.payload.db.updateOne({ collection: 'users', id, data: { ...stale } })
    expect(await sessionsOf(id)).not.toContain(before[0])
  })
})

it('nobody ends, or notes as ended, a session of somebody else', async () => {
  const [person, other] = [await createPerson({ target }), await createPerson({ target })]
  const { rows } = await owner.query<{ id: string }>(
    'select id from users_sessions where _parent_id = $1',
    [other.id],
  )
  const session = rows[0]!.id
  const end = (userId: string) =>
    withClaims({ userId: person.id, grants: [], caps: [] }, () =>
      sqlIn(target, sql`select rls.end_sessions(${userId}::uuid, ${session}, null)`),
    )
  await end(person.id)
  await expect(end(other.id)).rejects.toThrow()
  const noted = await owner.query('select 1 from rls.ended_sessions where id = $1', [session])
  expect(noted.rows).toEqual([])
  const refreshed = await target.send(
    '/api/users/refresh-token',
    jsonRequest({}, tokened(other.token)),
  )
  expect(refreshed.status).toBe(200)
  expect(await whoIs(target, tokened(other.token))).toBe(other.email)
})
