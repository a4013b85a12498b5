// Whoever changes what opens an account is asked for the password again, by every way to it.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { isRefused, logIn, startTarget, type Answer, type Target } from '../support/attacks.ts'
import {
  ageSessions,
  codeOf,
  createPerson,
  keyed,
  makeKey,
  tokened,
  whoIs,
} from '../support/identity.ts'
import { PASSWORD } from '../support/tenants.ts'

let target: Target
let owner: pg.Client

const NEW_PASSWORD = 'a-much-better-password'

beforeAll(async () => {
  target = await startTarget()
  owner = new pg.Client({ connectionString: target.databaseUrl })
  await owner.connect()
})

afterAll(async () => {
  await owner?.end()
  await target?.stop()
})

const person = (options: { isVerified?: boolean } = {}) => createPerson({ target, ...options })

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  target.api.call({ method: 'POST', path, body, headers })

const patch = (path: string, body: unknown, headers: Record<string, string>) =>
  target.api.call({ method: 'PATCH', path, body, headers })

const age = (id: string) => ageSessions({ id, owner })

const emailOf = async (id: string): Promise<string> =>
  (await owner.query<{ email: string }>('select email from users where id = $1', [id])).rows[0]!
    .email

describe('re-authentication', () => {
  type Change = (
    who: { id: string; headers: Record<string, string> },
    extra: object,
  ) => Promise<Answer>
  const graphql =
    (data: string): Change =>
    ({ headers, id }, extra) =>
      post(
        '/api/graphql',
        {
          query: `mutation ($p: String) { updateUser(id: "${id}", data: { ${data}, currentPassword: $p }) { id } }`,
          variables: { p: (extra as { currentPassword?: string }).currentPassword },
        },
        headers,
      )
  const changes: [string, Change][] = [
    [
      'the endpoint for a password',
      ({ headers }, extra) =>
        post('/api/users/change-password', { password: NEW_PASSWORD, ...extra }, headers),
    ],
    [
      'the endpoint for an email',
      ({ headers }, extra) =>
        post('/api/users/change-email', { email: 'new@person.test', ...extra }, headers),
    ],
    [
      'the endpoint for an API key',
      ({ headers }, extra) => post('/api/users/api-keys', { name: 'Key', ...extra }, headers),
    ],
    [
      'PATCH with a password',
      ({ headers, id }, extra) =>
        patch(`/api/users/${id}`, { password: NEW_PASSWORD, ...extra }, headers),
    ],
    [
      'PATCH with an email',
      ({ headers, id }, extra) =>
        patch(`/api/users/${id}`, { email: 'new@person.test', ...extra }, headers),
    ],
    [
      'a bulk PATCH with a password',
      ({ headers, id }, extra) =>
        patch(`/api/users?where[id][in]=${id}`, { password: NEW_PASSWORD, ...extra }, headers),
    ],
    [
      'a bulk PATCH with an email',
      ({ headers, id }, extra) =>
        patch(`/api/users?where[id][in]=${id}`, { email: 'new@person.test', ...extra }, headers),
    ],
    ['GraphQL with a password', graphql(`password: "${NEW_PASSWORD}"`)],
    ['GraphQL with an email', graphql('email: "new@person.test"')],
  ]
  const refusedWith = (answer: Answer): string => JSON.stringify(answer.body)

  it.each(changes)(
    'is asked for by %s: of an old session, and of a key in any case',
    async (_, change) => {
      const { email, id, token } = await person()
      const key = await makeKey({ api: target.api, headers: tokened(token) })
      await age(id)
      const before = await owner.query('select hash, email from users where id = $1', [id])
      for (const headers of [tokened(token), keyed(key)]) {
        for (const nothing of [{}, { currentPassword: '' }, { currentPassword: null }]) {
          const answer = await change({ headers, id }, nothing)
          expect(refusedWith(answer)).toMatch(/reauthentication_required|current password/)
        }
        const wrong = await change({ headers, id }, { currentPassword: 'not-my-password' })
        expect(refusedWith(wrong)).toMatch(/wrong_password|not your current password/)
      }
      const after = await owner.query('select hash, email from users where id = $1', [id])
      expect(after.rows).toEqual(before.rows)
      const { rows } = await owner.query('select 1 from email_changes where user_id = $1', [id])
      expect(rows).toEqual([])
      const fine = await change({ headers: keyed(key), id }, { currentPassword: PASSWORD })
      expect([200, 201]).toContain(fine.status)
      expect(fine.body.errors ?? []).toEqual([])
      expect(await emailOf(id)).toBe(email)
    },
  )

  it('is not renewed by a refresh, nor by going on after a recovery', async () => {
    const { id, token } = await person()
    await age(id)
    const refreshed = await post('/api/users/refresh-token', {}, tokened(token))
    const ended = await post(
      '/api/users/sign-out-everywhere',
      {},
      tokened(refreshed.body.refreshedToken as string),
    )
    const now = ended.body.token as string
    expect(await whoIs(target, tokened(now))).not.toBeNull()
    const answer = await post('/api/users/api-keys', { name: 'Key' }, tokened(now))
    expect(codeOf(answer)).toBe('reauthentication_required')
  })

  it('counts wrong passwords like a sign-in, and locks the account like it', async () => {
    const { email, id, token } = await person()
    await age(id)
    const attempt = (currentPassword: string) =>
      post('/api/users/api-keys', { name: 'Key', currentPassword }, tokened(token))
    for (let at = 0; at < 8; at += 1) {
      expect(codeOf(await attempt('not-my-password'))).toBe('wrong_password')
    }
    expect(codeOf(await attempt(PASSWORD))).toBe('account_locked')
    const login = await post('/api/users/login', { email, password: PASSWORD })
    expect(login.status).toBe(401)
  })

  it('is the operator’s own, for somebody else', async () => {
    const { id } = await person()
    const operator = await logIn({ email: 'operator@test.test', payload: target.payload })
    const { id: operatorId } = await target.world.operator()
    await age(operatorId)
    const headers = tokened(operator)
    const path = `/api/users/${id}`
    const without = await patch(path, { password: NEW_PASSWORD }, headers)
    expect(codeOf(without)).toBe('reauthentication_required')
    const withOwn = await patch(
      path,
      { password: NEW_PASSWORD, currentPassword: PASSWORD },
      headers,
    )
    expect(withOwn.status).toBe(200)
    expect(withOwn.body.doc.token ?? null).toBeNull()
    expect(await whoIs(target, headers)).toBe('operator@test.test')
  })

  it('and what it knows is no question that others can ask', async () => {
    for (const field of [
      'emailVerifiedAt',
      'credentialsEpoch',
      'currentPassword',
      'token',
      'resetPasswordToken',
    ]) {
      for (const query of [`where[${field}][exists]=true`, `where[${field}][equals]=0`]) {
        const answer = await target.api.call({
          as: 'viewer@client.test',
          path: `/api/users?${query}`,
        })
        expect({ query, isRefused: isRefused(answer) }).toEqual({ query, isRefused: true })
      }
      const sorted = await target.api.call({
        as: 'viewer@client.test',
        path: `/api/users?sort=${field}`,
      })
      expect(sorted.status).toBeLessThan(500)
    }
  })

  it('is not asked for anything else', async () => {
    const { email, id, token } = await person()
    await age(id)
    const renamed = await patch(
      `/api/users/${id}`,
      { name: 'Renamed', email, password: '' },
      tokened(token),
    )
    expect([renamed.status, renamed.body.doc.name]).toEqual([200, 'Renamed'])
    expect(await whoIs(target, tokened(token))).toBe(email)
  })
})
