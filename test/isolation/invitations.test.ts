// An invitation: asked by an admin, answered by whoever holds the mail, once, while it is good.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Payload } from 'payload'
import { startApi, type Api } from '../support/http.ts'
import { mailTo } from '../support/mail.ts'
import { startPayload, type TestPayload } from '../support/payload.ts'
import { createWorld, PASSWORD, type World } from '../support/tenants.ts'

let running: TestPayload
let payload: Payload
let api: Api
let world: World

beforeAll(async () => {
  running = await startPayload()
  payload = running.payload
  world = await createWorld({ payload })
  api = await startApi({ payload, password: PASSWORD })
})

afterAll(async () => {
  await api?.stop()
  await running.stop()
})

const invite = (email: string, body: Record<string, unknown> = {}, as = 'admin@client.test') =>
  api.call({
    as,
    method: 'POST',
    path: '/api/invitations',
    body: { email, role: 'editor', tenant: world.client.id, ...body },
  })

const linkFor = async (email: string) => {
  const { link } = await mailTo(email)
  return { tenant: link.searchParams.get('tenant'), token: link.searchParams.get('token') }
}

type Link = { tenant: string | null; token: string | null }

const offer = ({ tenant, token }: Link) =>
  api.call({ path: `/api/invitations/offer?tenant=${tenant}&token=${token}` })

const accept = (link: Link, body: Record<string, unknown> = {}, as?: string) =>
  api.call({
    as,
    method: 'POST',
    path: '/api/invitations/accept',
    body: { ...link, ...body },
  })

const newcomer = { name: 'Nova Newcomer', password: PASSWORD }

const codeOf = ({ body }: { body: { errors?: { data?: { code?: string } }[] } }) =>
  body.errors?.[0]?.data?.code

const membershipsOf = async (email: string) => {
  const { docs } = await payload.find({
    collection: 'memberships',
    depth: 0,
    where: { 'user.email': { equals: email } },
  })
  return docs
}

const setMembership = async (email: string, data: Record<string, unknown>) => {
  const [membership] = await membershipsOf(email)
  await payload.update({ collection: 'memberships', id: membership!.id, data })
}

describe('an invitation', () => {
  it('goes out by mail, makes an account and a membership, and is good once', async () => {
    const created = await invite('  New@Person.test ', {
      tokenHash: 'a'.repeat(64),
      status: 'accepted',
      expiresAt: '2099-01-01T00:00:00.000Z',
      invitedBy: (await world.user('viewer', 'client')).id,
    })
    expect(created.status).toBe(201)
    const { id } = created.body.doc as { id: string }
    const stored = await payload.findByID({ collection: 'invitations', id, depth: 0 })
    expect(stored).toMatchObject({
      email: 'new@person.test',
      status: 'pending',
      invitedBy: (await world.user('admin', 'client')).id,
    })
    const days = (new Date(stored.expiresAt ?? '').getTime() - Date.now()) / 86_400_000
    expect(Math.round(days)).toBe(7)
    expect(JSON.stringify(created.body)).not.toMatch(/tokenHash|[0-9a-f]{64}/)

    const { eml, link } = await mailTo('new@person.test')
    expect(eml).toContain('Subject: admin@client.test invites you to Client')
    expect(eml).toContain('Your role there: Editor.')
    expect(link.pathname).toBe('/admin/accept-invitation')

    const parts = await linkFor('new@person.test')
    expect((await offer(parts)).body).toEqual({
      tenant: 'Client',
      role: 'Editor',
      email: 'new@person.test',
      inviter: 'admin@client.test',
      hasAccount: false,
    })
    const short = await accept(parts, { name: 'Nova', password: 'short' })
    expect(short.status).toBe(400)
    expect(JSON.stringify(short.body)).toContain('10 characters')

    const accepted = await accept(parts, newcomer)
    expect(accepted).toMatchObject({ status: 200, body: { tenant: 'Client' } })
    expect(await membershipsOf('new@person.test')).toMatchObject([
      { tenant: world.client.id, role: 'editor', status: 'active' },
    ])
    const study = await api.call({
      as: 'new@person.test',
      method: 'POST',
      path: '/api/case-studies?draft=true',
      body: { title: 'First', tenant: world.client.id },
    })
    expect(study.status).toBe(201)
    const me = await api.call({ as: 'new@person.test', path: '/api/users/me' })
    expect(me.body.user).toMatchObject({ name: 'Nova Newcomer', operator: false })

    const again = await accept(parts, newcomer)
    expect([again.status, codeOf(again)]).toEqual([404, 'invitation_used'])
    expect(codeOf(await offer(parts))).toBe('invitation_used')
  })

  it('is used once by two answers at once', async () => {
    await invite('twice@person.test')
    const parts = await linkFor('twice@person.test')
    const answers = await Promise.all([accept(parts, newcomer), accept(parts, newcomer)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404])
    expect(await membershipsOf('twice@person.test')).toHaveLength(1)
  })

  it('expires, with a sentence that says what to do', async () => {
    const created = await invite('late@person.test')
    const parts = await linkFor('late@person.test')
    await payload.update({
      collection: 'invitations',
      id: created.body.doc.id,
      data: { expiresAt: new Date(Date.now() - 1000).toISOString() },
    })
    for (const answer of [await offer(parts), await accept(parts, newcomer)]) {
      expect([answer.status, codeOf(answer)]).toEqual([404, 'invitation_expired'])
      expect(JSON.stringify(answer.body)).toContain('Ask for a new one')
    }
    expect(await membershipsOf('late@person.test')).toEqual([])
  })

  it('is revoked, and then nothing else', async () => {
    const created = await invite('revoked@person.test')
    const parts = await linkFor('revoked@person.test')
    const change = (status: string) =>
      api.call({
        as: 'admin@client.test',
        method: 'PATCH',
        path: `/api/invitations/${created.body.doc.id}`,
        body: { status },
      })
    expect((await change('accepted')).status).toBe(409)
    expect((await change('revoked')).status).toBe(200)
    expect((await change('pending')).status).toBe(409)
    expect(codeOf(await offer(parts))).toBe('invitation_revoked')
    expect(codeOf(await accept(parts, newcomer))).toBe('invitation_revoked')
    expect((await invite('revoked@person.test')).status).toBe(201)
  })

  it('keeps to whom, as what and until when it was sent', async () => {
    const created = await invite('fixed@person.test')
    const { id } = created.body.doc as { id: string }
    const before = await payload.findByID({
      collection: 'invitations',
      id,
      depth: 0,
      showHiddenFields: true,
    })
    await api.call({
      as: 'owner@client.test',
      method: 'PATCH',
      path: `/api/invitations/${id}`,
      body: {
        email: 'else@person.test',
        role: 'owner',
        expiresAt: '2099-01-01T00:00:00.000Z',
        tokenHash: 'b'.repeat(64),
        invitedBy: (await world.user('owner', 'client')).id,
      },
    })
    const after = await payload.findByID({
      collection: 'invitations',
      id,
      depth: 0,
      showHiddenFields: true,
    })
    expect({ ...after, updatedAt: '' }).toEqual({ ...before, updatedAt: '' })
    const found = await api.call({
      as: 'owner@client.test',
      path: `/api/invitations?where[tokenHash][exists]=true`,
    })
    expect(JSON.stringify(found.body)).not.toContain(String(before.tokenHash))
  })

  it('is sent again with a new link, and the old one is dead', async () => {
    const created = await invite('again@person.test')
    const old = await linkFor('again@person.test')
    const resend = await api.call({
      as: 'owner@client.test',
      method: 'POST',
      path: `/api/invitations/${created.body.doc.id}/resend`,
    })
    expect(resend.status).toBe(200)
    const fresh = await linkFor('again@person.test')
    expect(fresh.token).not.toBe(old.token)
    expect(codeOf(await accept(old, newcomer))).toBe('invitation_unknown')
    expect((await accept(fresh, newcomer)).status).toBe(200)
    const closed = await api.call({
      as: 'owner@client.test',
      method: 'POST',
      path: `/api/invitations/${created.body.doc.id}/resend`,
    })
    expect(codeOf(closed)).toBe('invitation_closed')
  })

  it('is nothing under another tenant, with another token, or without either', async () => {
    await invite('walls@person.test')
    const { tenant, token } = await linkFor('walls@person.test')
    for (const link of [
      { tenant: world.stranger.id, token },
      { tenant: world.agency.id, token },
      { tenant, token: 'x'.repeat(43) },
      { tenant, token: 'short' },
      { tenant: "' or true --", token },
      { tenant: null, token: null },
    ]) {
      expect(codeOf(await offer(link))).toBe('invitation_unknown')
      expect(codeOf(await accept(link, newcomer))).toBe('invitation_unknown')
    }
    const odd = await api.call({
      method: 'POST',
      path: '/api/invitations/accept',
      body: { tenant: { like: '%' }, token: { exists: true } },
    })
    expect(codeOf(odd)).toBe('invitation_unknown')
    expect(await membershipsOf('walls@person.test')).toEqual([])
  })

  it('for an account that exists is answered by that account alone', async () => {
    const email = 'viewer@stranger.test'
    expect((await invite(email, { role: 'reviewer' })).status).toBe(201)
    const parts = await linkFor(email)
    expect((await offer(parts)).body).toMatchObject({ hasAccount: true })
    const nobody = await accept(parts, newcomer)
    expect([nobody.status, codeOf(nobody)]).toEqual([401, 'sign_in_first'])
    const other = await accept(parts, newcomer, 'editor@stranger.test')
    expect([other.status, codeOf(other)]).toEqual([401, 'other_account'])
    expect((await accept(parts, {}, email)).status).toBe(200)
    expect(await membershipsOf(email)).toHaveLength(2)
    const reach = await api.call({ as: email, path: `/api/tenants/${world.client.id}` })
    expect(reach.status).toBe(200)
    const login = await payload.login({ collection: 'users', data: { email, password: PASSWORD } })
    expect(login.user?.name).toBe(email)
  })
})

describe('inviting', () => {
  it('is an admin’s, up to his own role', async () => {
    for (const as of ['viewer', 'contributor', 'reviewer', 'editor']) {
      expect((await invite('no@person.test', {}, `${as}@client.test`)).status).toBe(403)
    }
    const above = await invite('no@person.test', { role: 'owner' })
    expect([above.status, codeOf(above)]).toEqual([403, 'role_above_own'])
    const custom = await invite('no@person.test', { role: 'custom' })
    expect(custom.status).toBe(403)
    expect(
      (await invite('co-owner@person.test', { role: 'owner' }, 'owner@client.test')).status,
    ).toBe(201)
  })

  it('ends at one’s own tenant', async () => {
    expect((await invite('no@person.test', { tenant: world.stranger.id })).status).toBe(403)
    const seen = await api.call({ as: 'owner@stranger.test', path: '/api/invitations?limit=0' })
    expect(seen.body.docs ?? []).toEqual([])
    const created = await invite('hidden@person.test')
    const path = `/api/invitations/${created.body.doc.id}`
    const as = 'owner@stranger.test'
    expect((await api.call({ as, path })).status).toBe(404)
    expect([403, 404]).toContain(
      (await api.call({ as, path, method: 'PATCH', body: { status: 'revoked' } })).status,
    )
    expect([403, 404]).toContain(
      (await api.call({ as, path: `${path}/resend`, method: 'POST' })).status,
    )
    expect([403, 404]).toContain(
      (await api.call({ path: `${path}/resend`, method: 'POST' })).status,
    )
    expect([401, 403, 404]).toContain((await api.call({ path: '/api/invitations' })).status)
    expect((await invite('client@person.test', {}, 'admin@agency.test')).status).toBe(201)
  })

  it('says so when the person is a member, or was invited already', async () => {
    const member = await invite('Editor@client.test')
    expect(member.status).toBe(400)
    expect(JSON.stringify(member.body)).toContain('member already')
    await invite('pending@person.test')
    const twice = await invite('Pending@Person.test')
    expect(twice.status).toBe(400)
    expect(JSON.stringify(twice.body)).toContain('invited already')
    expect((await invite('not-an-address')).status).toBe(400)
  })

  it('counts with the rights that the inviter has when it is answered', async () => {
    await invite('lost@person.test', { role: 'admin' })
    const parts = await linkFor('lost@person.test')
    for (const change of [{ status: 'suspended' }, { status: 'active', role: 'editor' }]) {
      await setMembership('admin@client.test', change)
      for (const answer of [await offer(parts), await accept(parts, newcomer)]) {
        expect([answer.status, codeOf(answer)]).toEqual([403, 'inviter_lost_right'])
      }
    }
    await setMembership('admin@client.test', { role: 'admin' })
    expect((await accept(parts, newcomer)).status).toBe(200)
  })
})
