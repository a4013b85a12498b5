// Fields that nobody sets by sending them along, and a password that only its owner changes.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createStudy } from '../support/content.ts'
import { isRefused, jsonRequest, logIn, startTarget, type Target } from '../support/attacks.ts'

let target: Target
let locked: { id: string }

beforeAll(async () => {
  target = await startTarget()
  locked = await createStudy({
    payload: target.payload,
    tenant: target.world.client.id,
    title: 'Locked',
    visibility: 'password',
    password: 'open sesame',
  })
})

afterAll(async () => {
  await target?.stop()
})

const hashOf = async (email: string): Promise<unknown> => {
  const user = await target.payload.db.findOne<{ id: string; hash?: unknown }>({
    collection: 'users',
    where: { email: { equals: email } },
  })
  return user?.hash
}

describe('mass assignment', () => {
  it('CVE-2026-105855 (GHSA-fx49-4h83-wjv9): a password is set by its owner and nobody else, in bulk or one by one', async () => {
    const victim = await target.world.user('contributor', 'client')
    const before = await hashOf(victim.email)
    for (const as of ['owner@client.test', 'owner@agency.test', 'viewer@client.test']) {
      for (const path of [
        `/api/users/${victim.id}`,
        `/api/users?where[id][equals]=${victim.id}`,
        '/api/users?where[email][contains]=contributor@client',
      ]) {
        await target.api.call({ as, method: 'PATCH', path, body: { password: 'taken-over-1' } })
      }
    }
    expect(await hashOf(victim.email)).toBe(before)
    const own = await target.api.call({
      as: victim.email,
      method: 'PATCH',
      path: `/api/users/${victim.id}`,
      body: { password: 'my-own-new-one' },
    })
    expect(own.status).toBe(200)
    await expect(
      logIn({ payload: target.payload, email: victim.email, password: 'my-own-new-one' }),
    ).resolves.toBeTruthy()
  })

  it('hash, salt, reset token, lock and attempts of oneself are nobody’s to send', async () => {
    const as = 'viewer@client.test'
    const user = await target.world.user('viewer', 'client')
    const read = () =>
      target.payload.db.findOne<Record<string, unknown> & { id: string }>({
        collection: 'users',
        where: { id: { equals: user.id } },
      })
    const before = await read()
    await target.api.call({
      as,
      method: 'PATCH',
      path: `/api/users/${user.id}`,
      body: {
        hash: 'x',
        salt: 'x',
        resetPasswordToken: 'known',
        resetPasswordExpiration: '2099-01-01T00:00:00.000Z',
        loginAttempts: -100,
        lockUntil: '1970-01-01T00:00:00.000Z',
        apiKeyIndex: 'known',
      },
    })
    const after = await read()
    expect(after?.hash).toBe(before?.hash)
    expect(after?.salt).toBe(before?.salt)
    expect(after?.resetPasswordToken ?? null).toBeNull()
    const reset = await target.api.call({
      method: 'POST',
      path: '/api/users/reset-password',
      body: { token: 'known', password: 'taken-over-1' },
    })
    expect(isRefused(reset)).toBe(true)
    expect(Number(after?.loginAttempts ?? 0)).toBeGreaterThanOrEqual(0)
  })

  it('CVE-2026-105863 (GHSA-66wr-7vmr-p5jq): no field of a user becomes a claim that says who he is', async () => {
    const as = 'reviewer@stranger.test'
    const user = await target.world.user('reviewer', 'stranger')
    const operator = await target.world.operator()
    await target.api.call({
      as,
      method: 'PATCH',
      path: `/api/users/${user.id}`,
      body: {
        id: operator.id,
        collection: 'tenants',
        sid: 'mine',
        exp: 9999999999,
        name: 'Reserved',
        email: user.email,
      },
    })
    const token = await logIn({ payload: target.payload, email: as })
    const claims = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as {
      [claim: string]: unknown
    }
    expect(claims).toMatchObject({ id: user.id, collection: 'users', email: as })
    expect(claims.sid).not.toBe('mine')
    expect(Object.keys(claims).sort()).toEqual(['collection', 'email', 'exp', 'iat', 'id', 'sid'])
  })

  it('Directus CVE-2026-129239: an update does not reassign who made a document', async () => {
    const as = 'editor@client.test'
    const owner = await target.world.user('owner', 'client')
    const stranger = await target.world.user('owner', 'stranger')
    const before = await target.payload.findByID({
      collection: 'case-studies',
      id: target.online.id,
      depth: 0,
    })
    for (const createdBy of [owner.id, stranger.id, { id: owner.id }]) {
      await target.api.call({
        as,
        method: 'PATCH',
        path: `/api/case-studies/${target.online.id}`,
        body: {
          createdBy,
          updatedBy: createdBy,
          headline: 'Changed',
          _status: 'published',
        },
      })
    }
    const after = await target.payload.findByID({
      collection: 'case-studies',
      id: target.online.id,
      depth: 0,
    })
    expect(after.createdBy ?? null).toBe(before.createdBy ?? null)
    expect(after.updatedBy).toBe((await target.world.user('editor', 'client')).id)
    expect(after.headline).toBe('Changed')
  })

  it('the exposure of a file, the proof of a domain and the hash of a study are derived, not sent', async () => {
    const as = 'owner@client.test'
    const domain = await target.api.call({
      as,
      method: 'POST',
      path: '/api/domains',
      body: {
        tenant: target.world.client.id,
        host: 'proven.example.com',
        status: 'verified',
        verifiedAt: new Date().toISOString(),
      },
    })
    expect(domain.body.doc?.status).toBe('pending')
    const chosen = 'scrypt$2$1$1$AAAA$AAAA'
    await target.api.call({
      as,
      method: 'PATCH',
      path: `/api/case-studies/${locked.id}`,
      body: { passwordHash: chosen, _status: 'published' },
    })
    const stored = await target.payload.db.findOne<{ id: string; passwordHash?: string }>({
      collection: 'case-studies',
      where: { id: { equals: locked.id } },
    })
    expect(stored?.passwordHash).toMatch(/^scrypt\$65536\$/)
  })
})

describe('forgotten passwords', () => {
  const forgot = (body: unknown) => target.send('/api/users/forgot-password', jsonRequest(body))

  it('CVE-2026-34751 (GHSA-hp5w-3hxx-vmwf): only an address is taken, and no option beside it', async () => {
    for (const email of [
      { $ne: null },
      { not_equals: 'x' },
      ['owner@client.test', 'attacker@evil.test'],
      { equals: 'owner@client.test' },
      'owner@client.test, attacker@evil.test',
      'owner@client.test\r\nBcc: attacker@evil.test',
    ]) {
      const answer = await forgot({ email, disableEmail: true, expiration: 9e12 })
      expect(answer.status).toBeLessThan(500)
      expect(JSON.stringify(answer.body)).not.toMatch(/[0-9a-f]{40}/)
    }
    const victim = await target.payload.db.findOne<{ id: string; resetPasswordToken?: unknown }>({
      collection: 'users',
      where: { email: { equals: 'owner@client.test' } },
    })
    expect(victim?.resetPasswordToken ?? null).toBeNull()
  })

  it('an address that nobody has gets the same answer as one that somebody has', async () => {
    const [known, unknown] = [
      await forgot({ email: 'admin@client.test' }),
      await forgot({ email: 'nobody@client.test' }),
    ]
    expect(known).toMatchObject({ status: 200, body: unknown.body })
    expect(unknown.status).toBe(200)
  })

  it('Directus CVE-2024-27295: an address that only looks like somebody’s gets no link', async () => {
    for (const email of [
      'viewer@\u0441lient.test',
      'v\u0131ewer@client.test',
      'viewer@client.test\u200b',
      '\uff56iewer@client.test',
    ]) {
      expect((await forgot({ email })).status).toBeLessThan(500)
    }
    const victim = await target.payload.db.findOne<{ id: string; resetPasswordToken?: unknown }>({
      collection: 'users',
      where: { email: { equals: 'viewer@client.test' } },
    })
    expect(victim?.resetPasswordToken ?? null).toBeNull()
  })
})
