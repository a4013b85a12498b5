// Roles of a tenant's own, what the agency may do at a client, and who owns the place.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Payload } from 'payload'
import { createStudy } from '../support/content.ts'
import { startApi, type Api } from '../support/http.ts'
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

const post = (as: string, path: string, body: Record<string, unknown> = {}) =>
  api.call({ as, method: 'POST', path, body })

const patch = (as: string, path: string, body: Record<string, unknown>) =>
  api.call({ as, method: 'PATCH', path, body })

const createRole = (permissions: unknown, { as = 'owner@client.test', name = 'Press' } = {}) =>
  post(as, '/api/roles', { name, permissions, tenant: world.client.id })

const membershipOf = async (email: string, tenant = world.client.id) => {
  const { docs } = await payload.find({
    collection: 'memberships',
    depth: 0,
    where: { and: [{ 'user.email': { equals: email } }, { tenant: { equals: tenant } }] },
  })
  return docs[0]!
}

const codeOf = ({ body }: { body: { errors?: { data?: { code?: string } }[] } }) =>
  body.errors?.[0]?.data?.code

const draft = (title: string) =>
  createStudy({ payload, tenant: world.client.id, title, _status: 'draft' })

const publish = async (as: string, id: string) =>
  (await patch(as, `/api/case-studies/${id}`, { _status: 'published' })).status

describe('a custom role', () => {
  it('gives what it names and nothing else', async () => {
    const as = 'viewer@client.test'
    const study = await draft('To be published')
    expect([403, 404]).toContain(await publish(as, study.id))
    const created = await createRole(['case-studies.publish'])
    expect(created.status).toBe(201)
    // Publishing is worth nothing without changing.
    expect(created.body.doc.permissions).toEqual([
      'case-studies.publish',
      'case-studies.updateAny',
      'case-studies.updateOwn',
    ])
    const { id } = await membershipOf(as)
    const given = await patch('owner@client.test', `/api/memberships/${id}`, {
      role: 'custom',
      customRole: created.body.doc.id,
    })
    expect(given.status).toBe(200)
    expect(await publish(as, study.id)).toBe(200)

    const editor = await membershipOf('editor@client.test')
    expect((await patch(as, `/api/memberships/${editor.id}`, { role: 'viewer' })).status).toBe(403)
    expect(
      (await post(as, '/api/case-studies', { title: 'No', tenant: world.client.id })).status,
    ).toBe(403)
    expect(
      (await post(as, '/api/invitations', { email: 'a@b.test', tenant: world.client.id })).status,
    ).toBe(403)
    const other = await createStudy({
      payload,
      tenant: world.stranger.id,
      title: 'Elsewhere',
      _status: 'draft',
    })
    expect([403, 404]).toContain(await publish(as, other.id))
  })

  it('counts as it is from the next request on, and not while suspended', async () => {
    const as = 'reviewer@client.test'
    const created = await createRole(['case-studies.updateAny'], { name: 'Correctors' })
    const { id } = await membershipOf(as)
    await payload.update({
      collection: 'memberships',
      id,
      data: { role: 'custom', customRole: created.body.doc.id },
    })
    const study = await draft('Corrected')
    const correct = async () =>
      (await patch(as, `/api/case-studies/${study.id}?draft=true`, { title: 'Better' })).status
    expect(await correct()).toBe(200)
    await patch('owner@client.test', `/api/roles/${created.body.doc.id}`, { permissions: [] })
    expect([403, 404]).toContain(await correct())
    await patch('owner@client.test', `/api/roles/${created.body.doc.id}`, {
      permissions: ['case-studies.updateAny'],
    })
    expect(await correct()).toBe(200)
    await patch('owner@client.test', `/api/memberships/${id}`, { status: 'suspended' })
    expect([403, 404]).toContain(await correct())
    const seen = await api.call({ as, path: `/api/case-studies/${study.id}?draft=true` })
    expect(seen.status).toBe(404)
  })

  it('is the owner’s to make, and holds nothing that a person of the tenant cannot hold', async () => {
    for (const as of ['viewer', 'editor', 'admin']) {
      const refused = await createRole(['leads.readInternal'], {
        as: `${as}@client.test`,
        name: as,
      })
      expect(refused.status).toBe(403)
    }
    for (const permission of [
      'world.rule',
      'users.create',
      'tenants.purge',
      'roles.create',
      'domains.create',
      'memberships.create',
      'memberships.grantOwner',
      'memberships.grantCustom',
      'media.expose',
      'leads.create',
      'case-studies.readByLink',
      'tenants.create',
      7,
      null,
    ]) {
      const refused = await createRole([permission], { name: `With ${String(permission)}` })
      expect([permission, refused.status]).toEqual([permission, 400])
    }
    expect((await createRole('case-studies.publish', { name: 'A string' })).status).toBe(201)
  })

  it('stays while somebody holds it or was invited to it', async () => {
    const created = await createRole(['redirects.create'], { name: 'Signposts' })
    const path = `/api/roles/${created.body.doc.id}`
    const remove = () => api.call({ as: 'owner@client.test', method: 'DELETE', path })
    const { id } = await membershipOf('contributor@client.test')
    await payload.update({
      collection: 'memberships',
      id,
      data: { role: 'custom', customRole: created.body.doc.id },
    })
    expect(codeOf(await remove())).toBe('role_in_use')
    await payload.update({ collection: 'memberships', id, data: { role: 'contributor' } })
    const invited = await post('owner@client.test', '/api/invitations', {
      email: 'signs@person.test',
      role: 'custom',
      customRole: created.body.doc.id,
      tenant: world.client.id,
    })
    expect(invited.status).toBe(201)
    expect(codeOf(await remove())).toBe('role_in_use')
    await patch('owner@client.test', `/api/invitations/${invited.body.doc.id}`, {
      status: 'revoked',
    })
    expect((await remove()).status).toBe(200)
  })

  it('belongs to its tenant', async () => {
    const foreign = await post('owner@stranger.test', '/api/roles', {
      name: 'Theirs',
      permissions: ['case-studies.purge'],
      tenant: world.stranger.id,
    })
    expect(foreign.status).toBe(201)
    const customRole = foreign.body.doc.id as string
    const { id } = await membershipOf('contributor@client.test')
    for (const answer of [
      await patch('owner@client.test', `/api/memberships/${id}`, { role: 'custom', customRole }),
      await post('owner@client.test', '/api/invitations', {
        email: 'theirs@person.test',
        role: 'custom',
        customRole,
        tenant: world.client.id,
      }),
    ]) {
      expect(answer.status).toBe(400)
    }
    expect((await membershipOf('contributor@client.test')).role).toBe('contributor')
    const seen = await api.call({ as: 'owner@client.test', path: `/api/roles/${customRole}` })
    expect(seen.status).toBe(404)
  })
})

describe('agency access', () => {
  it('caps what the agency’s people may do at a client', async () => {
    const study = await draft('At the client')
    const as = 'editor@agency.test'
    const look = async () =>
      (await api.call({ as, path: `/api/case-studies/${study.id}?draft=true` })).status
    const write = async () =>
      (await patch(as, `/api/case-studies/${study.id}?draft=true`, { title: 'By the agency' }))
        .status
    const cap = (agencyAccess: string) =>
      patch('owner@client.test', `/api/tenants/${world.client.id}`, { agencyAccess })
    expect([await look(), await write()]).toEqual([200, 200])
    expect((await cap('viewer')).status).toBe(200)
    expect(await look()).toBe(200)
    expect([403, 404]).toContain(await write())
    await cap('none')
    expect(await look()).toBe(404)
    expect([403, 404]).toContain(await write())
    await patch('owner@agency.test', `/api/tenants/${world.client.id}`, { agencyAccess: 'owner' })
    expect(await look()).toBe(404)
    await cap('owner')
    expect([await look(), await write()]).toEqual([200, 200])
  })
})

describe('ownership', () => {
  const makeOwner = async (as: string, email: string, body: Record<string, unknown> = {}) => {
    const { id } = await membershipOf(email)
    return post(as, `/api/memberships/${id}/make-owner`, body)
  }
  const roleOf = async (email: string) => (await membershipOf(email)).role

  it('is given by an owner, to an active member of the same tenant', async () => {
    for (const as of ['admin@client.test', 'editor@client.test']) {
      expect((await makeOwner(as, 'editor@client.test')).status).toBe(403)
    }
    expect((await makeOwner('owner@stranger.test', 'editor@client.test')).status).toBe(404)
    const { id } = await membershipOf('editor@client.test')
    const nobody = await api.call({ method: 'POST', path: `/api/memberships/${id}/make-owner` })
    expect([401, 403, 404]).toContain(nobody.status)
    await payload.update({ collection: 'memberships', id, data: { status: 'suspended' } })
    expect(codeOf(await makeOwner('owner@client.test', 'editor@client.test'))).toBe(
      'ownership_not_active',
    )
    await payload.update({ collection: 'memberships', id, data: { status: 'active' } })
    expect(codeOf(await makeOwner('owner@client.test', 'owner@client.test'))).toBe('ownership_own')
    expect(await roleOf('editor@client.test')).toBe('editor')
  })

  it('is shared, or handed over in one step', async () => {
    const shared = await makeOwner('owner@client.test', 'admin@client.test')
    expect(shared.status).toBe(200)
    expect([await roleOf('owner@client.test'), await roleOf('admin@client.test')]).toEqual([
      'owner',
      'owner',
    ])
    const over = await makeOwner('admin@client.test', 'editor@client.test', { step_down: true })
    expect(over.status).toBe(200)
    expect([await roleOf('admin@client.test'), await roleOf('editor@client.test')]).toEqual([
      'admin',
      'owner',
    ])
    const last = await makeOwner('editor@client.test', 'owner@client.test', { step_down: true })
    expect(last.status).toBe(200)
    expect([await roleOf('editor@client.test'), await roleOf('owner@client.test')]).toEqual([
      'admin',
      'owner',
    ])
  })

  it('is not handed over by somebody who is no owner there himself, and then nothing happens', async () => {
    const through = await makeOwner('owner@agency.test', 'editor@client.test', { step_down: true })
    expect(codeOf(through)).toBe('ownership_no_owner')
    expect(await roleOf('editor@client.test')).toBe('admin')
    const agency = await membershipOf('owner@agency.test', world.agency.id)
    expect(agency.role).toBe('owner')
  })
})

describe('leaving', () => {
  const leave = async (email: string) => {
    const { id } = await membershipOf(email)
    return api.call({ as: email, method: 'DELETE', path: `/api/memberships/${id}` })
  }

  it('is everybody’s right, and counts from the next request on', async () => {
    const study = await draft('Left behind')
    const look = async () =>
      (
        await api.call({
          as: 'viewer@client.test',
          path: `/api/case-studies/${study.id}?draft=true`,
        })
      ).status
    expect(await look()).toBe(200)
    expect((await leave('viewer@client.test')).status).toBe(200)
    expect(await look()).toBe(404)
  })

  it('is refused to the last owner, alone or by way of a colleague', async () => {
    const refused = await leave('owner@client.test')
    expect([refused.status, codeOf(refused)]).toEqual([403, 'last_owner'])
    const { id } = await membershipOf('owner@client.test')
    const removal = await api.call({
      as: 'admin@client.test',
      method: 'DELETE',
      path: `/api/memberships/${id}`,
    })
    expect([403, 404]).toContain(removal.status)
    expect(await membershipOf('owner@client.test')).toMatchObject({ role: 'owner' })
  })
})
