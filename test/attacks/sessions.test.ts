// Who somebody is: forged and outlived tokens, keys of people who left, locked accounts.
import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  isRefused,
  jsonRequest,
  logIn,
  startTarget,
  type Answer,
  type Target,
} from '../support/attacks.ts'
import { hashOf } from '../../collections/shared/token.ts'
import { keyed, makeKey } from '../support/identity.ts'
import { PASSWORD } from '../support/tenants.ts'

let target: Target

beforeAll(async () => {
  target = await startTarget()
})

afterAll(async () => {
  await target?.stop()
})

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

const sign = (header: unknown, claims: unknown, secret: string): string => {
  const body = `${encode(header)}.${encode(claims)}`
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`
}

const claimsOf = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>

const me = (headers: Record<string, string>): Promise<Answer> =>
  target.api.call({ headers, path: '/api/users/me' })

const whoIs = async (headers: Record<string, string>): Promise<string | null> =>
  ((await me(headers)).body.user as { email: string } | null)?.email ?? null

const byToken = (token: string) => whoIs({ authorization: `JWT ${token}` })

const HEADER = { alg: 'HS256', typ: 'JWT', authVersion: 1 }

describe('forged tokens', () => {
  it('`alg: none`, in any spelling, is no signature', async () => {
    const email = 'owner@client.test'
    const real = await logIn({ payload: target.payload, email })
    expect(await byToken(real)).toBe(email)
    for (const alg of ['none', 'None', 'NONE', 'nOnE', '']) {
      const body = `${encode({ ...HEADER, alg })}.${real.split('.')[1]}`
      expect(await byToken(`${body}.`)).toBeNull()
      expect(await byToken(`${body}.${real.split('.')[2]}`)).toBeNull()
    }
  })

  it('a key that is guessed, empty, or that the header brings along signs nothing', async () => {
    const real = await logIn({ payload: target.payload, email: 'owner@client.test' })
    const claims = claimsOf(real)
    const secret = target.payload.secret
    expect(await byToken(sign(HEADER, claims, secret))).toBe('owner@client.test')
    for (const key of ['', 'secret', 'a-secret-for-tests-only', secret.toUpperCase()]) {
      expect(await byToken(sign(HEADER, claims, key))).toBeNull()
    }
    const withKey = {
      ...HEADER,
      jwk: { kty: 'oct', k: Buffer.from('mine').toString('base64url') },
      jku: 'http://127.0.0.1:9/keys',
      kid: '../../../../dev/null',
    }
    expect(await byToken(sign(withKey, claims, 'mine'))).toBeNull()
    expect(await byToken(sign({ ...HEADER, alg: 'HS512' }, claims, secret))).toBeNull()
  })

  it('a token of another collection, of nobody, or without a session is nobody’s', async () => {
    const claims = claimsOf(await logIn({ payload: target.payload, email: 'owner@client.test' }))
    const { secret } = target.payload
    for (const change of [
      { collection: 'tenants' },
      { collection: 'memberships' },
      { collection: '__proto__' },
      { collection: 'constructor' },
      { collection: undefined },
      { sid: undefined },
      { sid: '' },
      { sid: ['x'] },
      { id: { not_equals: 'x' } },
      { id: '0193b9f0-0000-7000-8000-000000000000' },
      { exp: 1 },
    ]) {
      expect({
        change,
        who: await byToken(sign(HEADER, { ...claims, ...change }, secret)),
      }).toEqual({
        change,
        who: null,
      })
    }
  })

  it('somebody else’s session under one’s own name, or the other way round, is nobody’s', async () => {
    const one = claimsOf(await logIn({ payload: target.payload, email: 'owner@client.test' }))
    const other = claimsOf(await logIn({ payload: target.payload, email: 'owner@stranger.test' }))
    const { secret } = target.payload
    expect(await byToken(sign(HEADER, { ...one, sid: other.sid }, secret))).toBeNull()
    expect(await byToken(sign(HEADER, { ...other, id: one.id }, secret))).toBeNull()
  })

  it('a user is what the database says, whatever a signed token claims beside', async () => {
    const claims = claimsOf(await logIn({ payload: target.payload, email: 'viewer@stranger.test' }))
    const token = sign(
      HEADER,
      {
        ...claims,
        operator: true,
        email: 'operator@test.test',
        tenants: [{ tenant: target.world.client.id, role: 'owner' }],
      },
      target.payload.secret,
    )
    const { body } = await me({ authorization: `JWT ${token}` })
    expect(body.user).toMatchObject({ email: 'viewer@stranger.test', operator: false })
    const foreign = await target.api.call({
      headers: { authorization: `JWT ${token}` },
      path: `/api/case-studies/${target.draft.id}?draft=true`,
    })
    expect(foreign.status).toBe(404)
  })
})

describe('outlived sessions', () => {
  it('CVE-2025-4643: a token is worth nothing after logging out', async () => {
    const email = 'viewer@client.test'
    const token = await logIn({ payload: target.payload, email })
    const other = await logIn({ payload: target.payload, email })
    const authorization = `JWT ${token}`
    const out = await target.send('/api/users/logout', jsonRequest({}, { authorization }))
    expect(out.status).toBe(200)
    expect(await byToken(token)).toBeNull()
    expect(await whoIs({ cookie: `payload-token=${token}` })).toBeNull()
    expect(await byToken(other)).toBe(email)
    await target.send(
      '/api/users/logout?allSessions=true',
      jsonRequest({}, { authorization: `JWT ${other}` }),
    )
    expect(await byToken(other)).toBeNull()
  })

  it('CVE-2025-4644: a session that somebody fixed beforehand is not the one that a login makes', async () => {
    const email = 'viewer@agency.test'
    const fixed = claimsOf(await logIn({ payload: target.payload, email: 'viewer@stranger.test' }))
    const answer = await target.send(
      '/api/users/login',
      jsonRequest(
        { email, password: PASSWORD, sid: fixed.sid, id: fixed.id },
        { cookie: `payload-token=fixed; sid=${String(fixed.sid)}` },
      ),
    )
    expect(answer.status).toBe(200)
    const made = claimsOf((answer.body as { token: string }).token)
    expect(made.sid).not.toBe(fixed.sid)
    expect(made.id).not.toBe(fixed.id)
    const again = claimsOf(await logIn({ payload: target.payload, email }))
    expect(again.sid).not.toBe(made.sid)
  })

  it('a changed password ends the other sessions', async () => {
    const email = 'reviewer@client.test'
    const [kept, stolen] = [
      await logIn({ payload: target.payload, email }),
      await logIn({ payload: target.payload, email }),
    ]
    const user = await target.world.user('reviewer', 'client')
    const change = await target.send(`/api/users/${user.id}`, {
      ...jsonRequest({ password: 'a-better-password' }, { authorization: `JWT ${kept}` }),
      method: 'PATCH',
    })
    expect(change.status).toBe(200)
    expect(await byToken(stolen)).toBeNull()
    expect(await byToken(kept)).toBeNull()
    const { doc } = change.body as { doc: { token: string } }
    expect(await byToken(doc.token)).toBe(email)
  })

  it('a reset password ends all of them, and its link works once', async () => {
    const email = 'contributor@client.test'
    const stolen = await logIn({ payload: target.payload, email })
    const token = await target.payload.forgotPassword({
      collection: 'users',
      data: { email },
      disableEmail: true,
    })
    const reset = (password: string) =>
      target.send('/api/users/reset-password', jsonRequest({ token, password }))
    expect((await reset('a-better-password')).status).toBe(200)
    expect(await byToken(stolen)).toBeNull()
    expect(isRefused(await reset('a-third-password'))).toBe(true)
  })

  it('a reset link cannot be a pattern, a list or nothing', async () => {
    for (const token of ['', null, { $ne: null }, { like: '' }, ['a'], true, '%', 'null']) {
      const answer = await target.send(
        '/api/users/reset-password',
        jsonRequest({ token, password: 'taken-over-1' }),
      )
      expect({ token, refused: isRefused(answer) }).toEqual({ token, refused: true })
    }
  })

  it('Strapi CVE-2025-25298: a long password counts to its last byte', async () => {
    const email = 'contributor@agency.test'
    const user = await target.world.user('contributor', 'agency')
    const password = `${'x'.repeat(90)}-end`
    await target.payload.update({ collection: 'users', id: user.id, data: { password } })
    const attempt = (guess: string) =>
      target.send('/api/users/login', jsonRequest({ email, password: guess }))
    for (const guess of [password.slice(0, 72), password.slice(0, -1), `${password}x`]) {
      expect((await attempt(guess)).status).toBe(401)
    }
    expect((await attempt(password)).status).toBe(200)
  })
})

describe('API keys', () => {
  const study = (key: string) =>
    target.api.call({
      headers: keyed(key),
      path: `/api/case-studies/${target.draft.id}?draft=true`,
    })

  it('the key of somebody who lost their membership opens nothing of that tenant', async () => {
    const editor = await target.world.user('editor', 'client')
    const key = await makeKey({ api: target.api, as: editor.email })
    expect((await study(key)).status).toBe(200)
    const membership = { user: { equals: editor.id } }
    await target.payload.update({
      collection: 'memberships',
      where: membership,
      data: { status: 'suspended' },
    })
    expect((await study(key)).status).toBe(404)
    await target.payload.delete({ collection: 'memberships', where: membership })
    expect((await study(key)).status).toBe(404)
  })

  it('a key is a whole key of the named collection', async () => {
    const key = await makeKey({ api: target.api, as: 'viewer@client.test' })
    for (const authorization of [
      `users API-Key ${key.slice(0, -1)}`,
      `users API-Key ${key.toUpperCase()}`,
      `users API-Key ${key.slice(3)}`,
      `users API-Key ${hashOf(key)}`,
      'users API-Key ',
      'users API-Key %',
      'users API-Key null',
      `tenants API-Key ${key}`,
      `api-keys API-Key ${key}`,
      `__proto__ API-Key ${key}`,
    ]) {
      expect({ authorization, who: await whoIs({ authorization }) }).toEqual({
        authorization,
        who: null,
      })
    }
    expect(await whoIs(keyed(key))).toBe('viewer@client.test')
  })
})

describe('locked accounts', () => {
  const fail = (email: string) =>
    target.send('/api/users/login', jsonRequest({ email, password: 'wrong-password' }))
  const lockOf = async (email: string): Promise<unknown> => {
    const user = await target.payload.db.findOne<{ id: string; lockUntil?: unknown }>({
      collection: 'users',
      where: { email: { equals: email } },
    })
    return user?.lockUntil ?? null
  }
  const lock = async (email: string): Promise<void> => {
    for (let attempt = 0; attempt < 9; attempt += 1) {
      await fail(email)
    }
  }

  it('CVE-2026-105866 (GHSA-v5gf-vpjc-pc7w): knocking on a locked account does not lock it longer, nor end a session', async () => {
    const email = 'admin@stranger.test'
    const working = await logIn({ payload: target.payload, email })
    await lock(email)
    const until = await lockOf(email)
    expect(until).not.toBeNull()
    await lock(email)
    expect(await lockOf(email)).toEqual(until)
    expect(await byToken(working)).toBe(email)
  })

  it('what is no password counts as no attempt', async () => {
    const email = 'editor@stranger.test'
    for (let attempt = 0; attempt < 12; attempt += 1) {
      for (const password of [undefined, null, '', { $ne: '' }, ['x']]) {
        await target.send('/api/users/login', jsonRequest({ email, password }))
      }
    }
    expect(await lockOf(email)).toBeNull()
    await expect(logIn({ payload: target.payload, email })).resolves.toBeTruthy()
  })

  it('CVE-2026-11779 (GHSA-jg8r-5jh2-v2xj): only an operator unlocks', async () => {
    const email = 'reviewer@stranger.test'
    await lock(email)
    expect(await lockOf(email)).not.toBeNull()
    const unlock = (as: string | undefined) =>
      target.api.call({ as, method: 'POST', path: '/api/users/unlock', body: { email } })
    for (const as of [
      undefined,
      'viewer@client.test',
      'owner@stranger.test',
      'owner@agency.test',
    ]) {
      expect({ as, refused: isRefused(await unlock(as)) }).toEqual({ as, refused: true })
    }
    const graph = await target.graphql({
      as: 'owner@stranger.test',
      query: `mutation { unlockUser(email: "${email}") }`,
    })
    expect(graph.body.data?.unlockUser ?? null).toBeNull()
    expect(await lockOf(email)).not.toBeNull()
    expect((await unlock('operator@test.test')).status).toBe(200)
    expect(await lockOf(email)).toBeNull()
  })
})
