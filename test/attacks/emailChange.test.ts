// An email counts once its mailbox confirmed it; an account that nobody verified is nobody's claim.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { logIn, startTarget, type Answer, type Target } from '../support/attacks.ts'
import {
  codeOf,
  createAccount,
  createPerson,
  keyed,
  makeKey,
  tokened,
  whoIs,
} from '../support/identity.ts'
import { mailTo } from '../support/mail.ts'
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

const emailOf = async (id: string): Promise<string> =>
  (await owner.query<{ email: string }>('select email from users where id = $1', [id])).rows[0]!
    .email

describe('a new email', () => {
  const ask = (headers: Record<string, string>, email: string) =>
    post('/api/users/change-email', { email, currentPassword: PASSWORD }, headers)

  it('counts from the moment on that its mailbox confirms it, and not before', async () => {
    const { email, id, token } = await person()
    const asked = await ask(tokened(token), '  New-Mailbox@person.test ')
    expect([asked.status, asked.body.email]).toEqual([200, 'new-mailbox@person.test'])
    const told = await mailTo(email)
    expect(told.eml).toContain('new-mailbox@person.test')
    expect(told.eml).not.toContain('confirm-email')
    expect(await emailOf(id)).toBe(email)
    const shown = await target.api.call({
      path: '/api/users/change-email',
      headers: tokened(token),
    })
    expect(shown.body.pending.email).toBe('new-mailbox@person.test')
    await expect(logIn({ email, payload: target.payload })).resolves.toBeTruthy()
    await expect(
      logIn({ email: 'new-mailbox@person.test', payload: target.payload }),
    ).rejects.toThrow()

    const { link } = await mailTo('new-mailbox@person.test')
    expect(link.pathname).toBe('/admin/confirm-email')
    const body = { token: link.searchParams.get('token') }
    const confirmed = await post('/api/users/confirm-email', body)
    expect(confirmed.body).toMatchObject({ email: 'new-mailbox@person.test', isSignedIn: false })
    expect(confirmed.body.token).toBeUndefined()
    expect(codeOf(await post('/api/users/confirm-email', body))).toBe('email_change_unknown')
    const { rows } = await owner.query(
      'select email, email_verified_at is not null as verified from users where id = $1',
      [id],
    )
    expect(rows).toEqual([{ email: 'new-mailbox@person.test', verified: true }])
    expect((await mailTo(email)).eml).toContain('has a new email')
  })

  it('is stored as a hash, expires, and is replaced or taken back', async () => {
    const { id, token } = await person()
    const linkOf = async (email: string) =>
      (await mailTo(email)).link.searchParams.get('token') ?? ''
    await ask(tokened(token), 'first@person.test')
    const first = await linkOf('first@person.test')
    const dump = await owner.query('select * from email_changes where user_id = $1', [id])
    expect(JSON.stringify(dump.rows)).not.toContain(first)
    await ask(tokened(token), 'second@person.test')
    const second = await linkOf('second@person.test')
    expect(codeOf(await post('/api/users/confirm-email', { token: first }))).toBe(
      'email_change_unknown',
    )
    await owner.query(
      `update email_changes set expires_at = now() - interval '1 second' where user_id = $1`,
      [id],
    )
    expect(codeOf(await post('/api/users/confirm-email', { token: second }))).toBe(
      'email_change_expired',
    )
    await ask(tokened(token), 'third@person.test')
    const path = '/api/users/change-email'
    await target.api.call({ method: 'DELETE', path, headers: tokened(token) })
    const third = await linkOf('third@person.test')
    expect(codeOf(await post('/api/users/confirm-email', { token: third }))).toBe(
      'email_change_unknown',
    )
    for (const odd of [undefined, null, '', 'x', { like: '%' }, [third], `${third}x`]) {
      expect(codeOf(await post('/api/users/confirm-email', { token: odd }))).toBe(
        'email_change_unknown',
      )
    }
  })

  it('that has an account is asked for with the same answer, and never becomes one’s own', async () => {
    const { id, email, token } = await person()
    const taken = await ask(tokened(token), 'owner@atlas-like.test')
    const existing = await ask(tokened(token), 'owner@stranger.test')
    const shape = ({ body, status }: Answer) => [
      status,
      Object.keys(body),
      String(body.message).replace(/\S+@\S+/, '…'),
    ]
    expect(shape(existing)).toEqual(shape(taken))
    for (const [method, path, body] of [
      ['PATCH', `/api/users/${id}`, { email: 'owner@stranger.test' }],
      ['PATCH', `/api/users/${id}`, { email: 'free@person.test' }],
    ] as const) {
      const answer = await target.api.call({
        method,
        path,
        headers: tokened(token),
        body: { ...body, currentPassword: PASSWORD },
      })
      expect([answer.status, answer.body.doc.email]).toEqual([200, email])
    }
    const { eml } = await mailTo('owner@stranger.test')
    expect(eml).toContain('has an account already')
    expect(eml).not.toContain('confirm-email')
  })

  it('is refused when somebody else has it by then', async () => {
    const { id, email, token } = await person()
    await ask(tokened(token), 'raced@person.test')
    const { link } = await mailTo('raced@person.test')
    await createAccount({ email: 'raced@person.test', payload: target.payload })
    const answer = await post('/api/users/confirm-email', {
      token: link.searchParams.get('token'),
    })
    expect([answer.status, codeOf(answer)]).toEqual([409, 'email_taken'])
    expect(await emailOf(id)).toBe(email)
    expect(await whoIs(target, tokened(token))).toBe(email)
  })

  it('of somebody else waits for that mailbox too, whoever asks', async () => {
    const { id, email } = await person()
    const answer = await target.api.call({
      as: 'operator@test.test',
      method: 'PATCH',
      path: `/api/users/${id}`,
      body: { email: 'by-operator@person.test', currentPassword: PASSWORD },
    })
    expect([answer.status, answer.body.doc.email]).toEqual([200, email])
    const { link } = await mailTo('by-operator@person.test')
    await post('/api/users/confirm-email', { token: link.searchParams.get('token') })
    expect(await emailOf(id)).toBe('by-operator@person.test')
  })

  it('is written by nobody’s own SQL, nor is the mark that it was verified', async () => {
    const { id } = await person({ isVerified: false })
    const { asPrincipal } = await import('../../access/claims.ts')
    const { principalOf } = await import('../../access/principal.ts')
    const { operator } = target.world
    for (const user of [{ id, collection: 'users' }, await operator()]) {
      for (const data of [
        { email: 'stolen@person.test' },
        { emailVerifiedAt: new Date().toISOString() },
      ]) {
        await expect(
          asPrincipal(principalOf(user), () =>
            target.payload.db.updateOne({ collection: 'users', id, data }),
          ),
        ).rejects.toThrow()
      }
      await expect(
        asPrincipal(principalOf(user), () =>
          target.payload.db.create({
            collection: 'email-changes',
            data: {
              user: id,
              email: 'stolen@person.test',
              tokenHash: 'a'.repeat(64),
              expiresAt: '2099-01-01T00:00:00.000Z',
            },
          }),
        ),
      ).rejects.toThrow()
    }
    const patched = await target.api.call({
      as: 'operator@test.test',
      method: 'PATCH',
      path: `/api/users/${id}`,
      body: { emailVerifiedAt: new Date().toISOString(), credentialsEpoch: 7 },
    })
    expect(patched.status).toBe(200)
    const { rows } = await owner.query(
      'select email_verified_at, credentials_epoch from users where id = $1',
      [id],
    )
    expect(rows).toEqual([{ email_verified_at: null, credentials_epoch: '0' }])
  })
})

describe('A1: an account hijacked before its owner came', () => {
  it('gives nothing to the one who made it', async () => {
    const { id, token } = await person({ isVerified: false })
    const key = await makeKey({ api: target.api, headers: tokened(token) })
    const ceo = 'ceo@bigco.test'
    await patch(
      `/api/users/${id}`,
      { email: ceo, currentPassword: PASSWORD, enableAPIKey: true, apiKey: 'attacker-key' },
      tokened(token),
    )
    expect(await whoIs(target, keyed('attacker-key'))).toBeNull()
    const invite = await target.api.call({
      as: 'owner@client.test',
      method: 'POST',
      path: '/api/invitations',
      body: { email: ceo, role: 'admin', tenant: target.world.client.id },
    })
    expect(invite.status).toBe(201)
    const { searchParams } = (await mailTo(ceo)).link
    const offer = await target.api.call({
      path: `/api/invitations/offer?${searchParams.toString()}`,
    })
    expect(offer.body.hasAccount).toBe(false)
    // The worst case: somebody made an account with the email before there was a confirmation.
    await owner.query('update users set email = $1 where id = $2', [ceo, id])
    const accepted = await post('/api/invitations/accept', {
      ...Object.fromEntries(searchParams),
      name: 'The CEO',
      password: NEW_PASSWORD,
    })
    expect(accepted.status).toBe(200)
    expect(await whoIs(target, keyed(key))).toBeNull()
    expect(await whoIs(target, tokened(token))).toBeNull()
    const old = await post('/api/users/login', { email: ceo, password: PASSWORD })
    expect(old.status).toBe(401)
    const login = await post('/api/users/login', { email: ceo, password: NEW_PASSWORD })
    expect(login.body.user).toMatchObject({
      name: 'The CEO',
      tenants: [{ tenant: target.world.client.id, role: 'admin' }],
    })
  })

  it('is not answered for by anybody else who is signed in', async () => {
    const { email } = await person({ isVerified: false })
    await target.api.call({
      as: 'owner@client.test',
      method: 'POST',
      path: '/api/invitations',
      body: { email, role: 'viewer', tenant: target.world.client.id },
    })
    const { searchParams } = (await mailTo(email)).link
    const answer = await target.api.call({
      as: 'viewer@stranger.test',
      method: 'POST',
      path: '/api/invitations/accept',
      body: { ...Object.fromEntries(searchParams), name: 'X', password: NEW_PASSWORD },
    })
    expect(codeOf(answer)).toBe('other_account')
    const weak = await post('/api/invitations/accept', {
      ...Object.fromEntries(searchParams),
      name: 'X',
      password: 'password123',
    })
    expect(weak.status).toBe(400)
  })
})
