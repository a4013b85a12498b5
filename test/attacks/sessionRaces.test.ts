// Payload signs in, refreshes and signs out by writing back the whole account that it read before. What
// happened to the account in between stays.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { jsonRequest, logIn, startTarget, type Answer, type Target } from '../support/attacks.ts'
import { createAccount, tokened, whoIs } from '../support/identity.ts'
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
