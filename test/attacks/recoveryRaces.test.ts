// What somebody asks for while an account is being recovered, and what finishes only afterwards.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { logIn, startTarget, type Answer, type Target } from '../support/attacks.ts'
import { arm, codeOf, keyed, tokened, whoIs, type Armed } from '../support/identity.ts'
import { PASSWORD } from '../support/tenants.ts'

const NEW_PASSWORD = 'a-much-better-password'

let target: Target

beforeAll(async () => {
  target = await startTarget()
})

afterAll(async () => {
  await target?.stop()
})

const call = (armed: Armed, method: string, path: string, body: unknown) =>
  target.api.call({ method, path, body, headers: tokened(armed.acting) })

describe('what is under way while an account is recovered', () => {
  const ways = [
    ['a change of email', '/api/users/change-email', { email: 'elsewhere@evil.test' }],
    ['an API key', '/api/users/api-keys', { name: 'In flight' }],
  ] as const

  it.each(ways)('%s does not survive it', async (_, path, body) => {
    const armed = await arm(target)
    const owner = new pg.Client({ connectionString: target.databaseUrl })
    await owner.connect()
    try {
      // Held here, as a reset holds it: the request waits, with its password already checked.
      await owner.query('begin')
      await owner.query('select 1 from users where email = $1 for update', [armed.email])
      const asked = call(armed, 'POST', path, { ...body, currentPassword: PASSWORD })
      for (let waiting = 0; waiting === 0;) {
        const { rows } = await owner.query<{ count: number }>(
          `select count(*)::int as count from pg_locks where not granted`,
        )
        waiting = rows[0]!.count
      }
      await owner.query(
        'delete from users_sessions where _parent_id = (select id from users where email = $1)',
        [armed.email],
      )
      await owner.query('commit')
      const answer = await asked
      expect([answer.status, codeOf(answer)]).toEqual([409, 'changed_meanwhile'])
    } finally {
      await owner.end()
    }
  })

  it('many of them at once neither survive a reset nor stop it', async () => {
    const armed = await arm(target)
    const pending = Array.from({ length: 4 }, (_, index) =>
      index % 2 === 0
        ? call(armed, 'POST', '/api/users/change-email', {
            email: `elsewhere${index}@evil.test`,
            currentPassword: PASSWORD,
          })
        : call(armed, 'POST', '/api/users/api-keys', {
            name: `In flight ${index}`,
            currentPassword: PASSWORD,
          }),
    )
    const reset = await target.api.call({
      method: 'POST',
      path: '/api/users/reset-password',
      body: { token: armed.resetToken, password: NEW_PASSWORD },
    })
    await Promise.all(pending)
    expect(reset.status).toBe(200)
    const mine = { authorization: `JWT ${reset.body.token as string}` }
    const { body: left } = await target.api.call({ path: '/api/users/change-email', headers: mine })
    expect(left.pending).toBeNull()
    const { body: keys } = await target.api.call({ path: '/api/api-keys', headers: mine })
    expect(keys.docs).toEqual([])
  })

  it('an invitation does not survive the end of the session that sends it', async () => {
    const token = await logIn({ email: 'owner@client.test', payload: target.payload })
    const asOwner = (path: string, body: object) =>
      target.api.call({ method: 'POST', path, body, headers: tokened(token) })
    const invite = (index: number) =>
      asOwner('/api/invitations', {
        tenant: target.world.client.id,
        email: `in-flight-${index}@evil.test`,
        role: 'viewer',
      })
    expect((await invite(0)).status).toBe(201)
    const owner = new pg.Client({ connectionString: target.databaseUrl })
    await owner.connect()
    try {
      // As a recovery does it: the row of the person first, then their sessions.
      await owner.query('begin')
      await owner.query(`select 1 from users where email = 'owner@client.test' for update`)
      const asked = invite(1)
      for (let waiting = 0; waiting === 0;) {
        const { rows } = await owner.query<{ count: number }>(
          `select count(*)::int as count from pg_locks where not granted`,
        )
        waiting = rows[0]!.count
      }
      await owner.query(
        `delete from users_sessions where _parent_id = (select id from users where email = 'owner@client.test')`,
      )
      await owner.query('commit')
      const answer = await asked
      expect([answer.status, codeOf(answer)]).toEqual([409, 'changed_meanwhile'])
      const { rowCount } = await owner.query(
        `select from invitations where email = 'in-flight-1@evil.test'`,
      )
      expect(rowCount).toBe(0)
    } finally {
      await owner.end()
    }
  })
})

it('a password and an email may be changed at once', async () => {
  const armed = await arm(target)
  const answer = await call(armed, 'PATCH', `/api/users/${armed.id}`, {
    currentPassword: PASSWORD,
    email: 'both-at-once@person.test',
    password: NEW_PASSWORD,
  })
  expect(answer.status).toBe(200)
})

describe('an API key ends nothing that opens the account', () => {
  const asKey = (armed: Armed, method: string, path: string, body: unknown = {}) =>
    target.api.call({ method, path, headers: keyed(armed.key), body })
  const signOut = (query: string) => (armed: Armed) =>
    asKey(armed, 'POST', '/api/graphql', { query: `mutation { ${query} }` })
  const ways: [string, (armed: Armed) => Promise<Answer>][] = [
    ['signing out everywhere', (armed) => asKey(armed, 'POST', '/api/users/sign-out-everywhere')],
    ['signing out', (armed) => asKey(armed, 'POST', '/api/users/logout')],
    [
      'signing out all sessions',
      (armed) => asKey(armed, 'POST', '/api/users/logout?allSessions=true'),
    ],
    ['signing out by GraphQL', signOut('logoutUser')],
    ['signing out all sessions by GraphQL', signOut('logoutUser(allSessions: true)')],
    ['taking back a change of email', (armed) => asKey(armed, 'DELETE', '/api/users/change-email')],
  ]

  it.each(ways)('by %s', async (_, way) => {
    const armed = await arm(target)
    const answer = await way(armed)
    const { errors } = answer.body as { errors: { extensions?: { data: { code: string } } }[] }
    const code = codeOf(answer) ?? errors[0]?.extensions?.data.code
    expect(code).toBe('reauthentication_required')
    const open = await Promise.all(
      Object.entries(armed.opens).map(async ([name, isOpen]) => [name, await isOpen()]),
    )
    expect(open.filter(([, isOpen]) => !isOpen)).toEqual([])
  })

  it('by deleting another key; but it deletes itself', async () => {
    const armed = await arm(target)
    const { body } = await call(armed, 'POST', '/api/users/api-keys', { name: 'Other' })
    const { body: keys } = await call(armed, 'GET', '/api/api-keys', undefined)
    for (const path of [
      `/api/api-keys/${body.doc.id}`,
      '/api/api-keys?where[name][equals]=Other',
    ]) {
      await asKey(armed, 'DELETE', path)
      expect(await whoIs(target, keyed(body.token as string))).toBe(armed.email)
    }
    const own = (keys.docs as { id: string; name: string }[]).find(({ name }) => name !== 'Other')!
    expect((await asKey(armed, 'DELETE', `/api/api-keys/${own.id}`)).status).toBe(200)
    expect(await armed.opens['API key']()).toBe(false)
  })
})
