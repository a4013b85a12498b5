// Passwords are good ones wherever they are set, and links in mails do nothing by being looked at.
import crypto from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import pg from 'pg'
import { logIn, startTarget, type Target } from '../support/attacks.ts'
import { ageSessions, arm, createPerson, tokened, type Armed } from '../support/identity.ts'
import { mailTo, mailsTo } from '../support/mail.ts'
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

describe('A10 and M15: passwords', () => {
  // OWASP Password Storage Cheat Sheet, PBKDF2 with SHA-256.
  it('are hashed and compared in 600,000 rounds', async () => {
    const hashing = jest.spyOn(crypto, 'pbkdf2')
    await person()
    const rounds = hashing.mock.calls.map(([, , asked]) => asked)
    hashing.mockRestore()
    expect(rounds).toEqual([600_000, 600_000])
  })

  const weak = ['abc', 'Password123', 'x'.repeat(257)]

  it('are good ones wherever they are set', async () => {
    const { id, email, token } = await person()
    const passwords = [...weak, email]
    for (const password of passwords) {
      const data = { password, currentPassword: PASSWORD }
      const resetToken = await target.payload.forgotPassword({
        collection: 'users',
        data: { email },
        disableEmail: true,
      })
      const answers = {
        endpoint: await post('/api/users/change-password', data, tokened(token)),
        patch: await patch(`/api/users/${id}`, data, tokened(token)),
        reset: await post('/api/users/reset-password', { token: resetToken, password }),
        create: await target.api.call({
          as: 'operator@test.test',
          method: 'POST',
          path: '/api/users',
          body: { email: password === email ? email : 'made@person.test', name: 'Made', password },
        }),
      }
      for (const [way, { body, status }] of Object.entries(answers)) {
        expect({ way, password, status }).toEqual({ way, password, status: 400 })
        expect(JSON.stringify(body)).toContain('"path":"password"')
      }
      await expect(
        target.payload.update({ collection: 'users', id, data: { password } }),
      ).rejects.toThrow()
      const graph = await post(
        '/api/graphql',
        {
          query: `mutation ($p: String) { updateUser(id: "${id}", data: { password: $p, currentPassword: "${PASSWORD}" }) { id } }`,
          variables: { p: password },
        },
        tokened(token),
      )
      expect(graph.body.errors).toHaveLength(1)
    }
    await expect(logIn({ email, payload: target.payload })).resolves.toBeTruthy()
  })

  it('are not set past the question, by a reset that failed in the same request', async () => {
    const { email, id, token } = await person()
    await age(id)
    const answer = await post(
      '/api/graphql',
      {
        query: `mutation {
          a: resetPasswordUser(token: "nothing", password: "${NEW_PASSWORD}") { token }
          b: updateUser(id: "${id}", data: { password: "${NEW_PASSWORD}" }) { id }
        }`,
      },
      tokened(token),
    )
    expect(answer.body.data.b).toBeNull()
    await expect(logIn({ email, payload: target.payload })).resolves.toBeTruthy()
  })

  it('are reset by an absolute link, whose token is stored as a hash', async () => {
    const { email, id } = await person({ isVerified: false })
    await post('/api/users/forgot-password', { email })
    const { eml, link } = await mailTo(email)
    expect(link.href).toMatch(/^http:\/\/localhost:\d+\/admin\/reset\/[0-9a-f]{40}$/)
    expect(eml).toContain('Subject: Set a new password')
    const token = link.pathname.split('/').at(-1)!
    const { rows } = await owner.query<{ reset_password_token: string }>(
      'select reset_password_token from users where id = $1',
      [id],
    )
    expect(rows[0]!.reset_password_token).toMatch(/^[0-9a-f]{64}$/)
    const byHash = { token: rows[0]!.reset_password_token, password: NEW_PASSWORD }
    expect((await post('/api/users/reset-password', byHash)).status).toBe(403)
    const reset = await post('/api/users/reset-password', { token, password: NEW_PASSWORD })
    expect(reset.status).toBe(200)
    const verified = await owner.query('select email_verified_at from users where id = $1', [id])
    expect(verified.rows[0].email_verified_at).not.toBeNull()
    expect((await mailTo(email)).eml).toContain('Subject: Your password was changed')
  })
})

describe('links in mails', () => {
  it('change nothing and set no cookie when they are only looked at', async () => {
    const armed: Armed = await arm(target)
    const invitation = new URLSearchParams(armed.invitation).toString()
    const looks = [
      `/api/invitations/offer?${invitation}`,
      `/api/invitations/accept?${invitation}`,
      `/api/users/confirm-email?token=${armed.emailToken}`,
      `/api/users/reset-password?token=${armed.resetToken}`,
      `/admin/accept-invitation?${invitation}`,
      `/admin/confirm-email?token=${armed.emailToken}`,
      `/admin/reset/${armed.resetToken}`,
    ]
    for (const path of looks) {
      for (const method of ['HEAD', 'GET', 'GET', 'GET']) {
        const { headers } = await fetch(target.api.url + path, { method })
        expect(headers.getSetCookie()).toEqual([])
      }
    }
    const { tenant, token } = armed.invitation
    const accepted = await post('/api/invitations/accept', { tenant, token }, tokened(armed.acting))
    expect(accepted.status).toBe(200)
    const body = { token: armed.emailToken }
    expect((await post('/api/users/confirm-email', body)).status).toBe(200)
    // Payload sends one such mail in 15 seconds.
    await owner.query('update users set reset_password_requested_at = null where id = $1', [
      armed.id,
    ])
    await post('/api/users/forgot-password', { email: armed.newEmail })
    const { link } = await mailTo(armed.newEmail)
    await fetch(`${target.api.url}/api/users/reset-password${link.search}`)
    const reset = await post('/api/users/reset-password', {
      token: link.pathname.split('/').at(-1),
      password: NEW_PASSWORD,
    })
    expect(reset.status).toBe(200)
  })

  it('and mails escape what people wrote', async () => {
    const { email, id, token } = await person()
    await patch(`/api/users/${id}`, { name: '<b>"Bobby" & Co</b>' }, tokened(token))
    await post('/api/users/change-email', { email: 'esc@person.test' }, tokened(token))
    const { eml } = await mailTo('esc@person.test')
    expect(eml.split('text/html')[1]).toContain('&lt;b&gt;&quot;Bobby&quot; &amp; Co&lt;/b&gt;')
    expect((await mailsTo(email)).length).toBeGreaterThan(0)
  })
})
