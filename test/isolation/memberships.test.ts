// Rights come from memberships alone, and nobody writes his own.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Payload } from 'payload'
import type { CaseStudy } from '../../payload-types.ts'
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

const membershipOf = async (email: string) => {
  const { docs } = await payload.find({
    collection: 'memberships',
    depth: 0,
    overrideAccess: true,
    where: { 'user.email': { equals: email } },
  })
  return docs[0]!
}

describe('memberships', () => {
  it('cannot be written by their own user, in any role', async () => {
    for (const as of [
      'viewer@client.test',
      'editor@client.test',
      'admin@client.test',
      'owner@client.test',
    ]) {
      const { id, role } = await membershipOf(as)
      const change = await api.call({
        as,
        method: 'PATCH',
        path: `/api/memberships/${id}`,
        body: { role: 'owner', status: 'active' },
      })
      expect([403, 404]).toContain(change.status)
      expect((await membershipOf(as)).role).toBe(role)
    }
  })

  it('cannot be smuggled in through the user document', async () => {
    const user = await world.user('viewer', 'client')
    await api.call({
      as: 'viewer@client.test',
      method: 'PATCH',
      path: `/api/users/${user.id}`,
      body: {
        name: 'Renamed',
        operator: true,
        tenants: [{ tenant: world.stranger.id, role: 'owner' }],
      },
    })
    const after = await world.user('viewer', 'client')
    expect(after).toMatchObject({ name: 'Renamed', operator: false })
    expect(after.tenants).toEqual([{ tenant: world.client.id, role: 'viewer' }])
  })

  it('keep at least one owner', async () => {
    const { id } = await membershipOf('owner@client.test')
    const change = await api.call({
      as: 'operator@test.test',
      method: 'PATCH',
      path: `/api/memberships/${id}`,
      body: { role: 'editor' },
    })
    expect(change.status).toBe(403)
    expect(JSON.stringify(change.body)).toContain('needs an owner')
    const removal = await api.call({
      as: 'operator@test.test',
      method: 'DELETE',
      path: `/api/memberships/${id}`,
    })
    expect(removal.status).toBe(403)
  })

  it('count from the next request on, and stop counting with the tenant’s suspension', async () => {
    const study = await createStudy({
      payload,
      tenant: world.client.id,
      title: 'Seen',
      _status: 'draft',
    })
    const look = async (as: string) =>
      (await api.call({ as, path: `/api/case-studies/${study.id}?draft=true` })).status
    expect(await look('reviewer@client.test')).toBe(200)
    const { id } = await membershipOf('reviewer@client.test')
    await payload.update({
      collection: 'memberships',
      id,
      data: { status: 'suspended' },
      overrideAccess: true,
    })
    expect(await look('reviewer@client.test')).toBe(404)

    expect(await look('editor@client.test')).toBe(200)
    await payload.update({
      collection: 'tenants',
      id: world.client.id,
      data: { status: 'suspended' },
      overrideAccess: true,
    })
    expect(await look('editor@client.test')).toBe(404)
    expect(await look('editor@agency.test')).toBe(404)
    expect(await look('admin@agency.test')).toBe(200)
    await payload.update({
      collection: 'tenants',
      id: world.client.id,
      data: { status: 'active' },
      overrideAccess: true,
    })
    expect(await look('editor@client.test')).toBe(200)
  })
})

describe('roles', () => {
  it('a viewer and a reviewer write nothing', async () => {
    const study = await createStudy({ payload, tenant: world.client.id, title: 'Fixed' })
    for (const as of ['viewer@client.test']) {
      const create = await api.call({
        as,
        method: 'POST',
        path: '/api/case-studies',
        body: { title: 'No', tenant: world.client.id },
      })
      const update = await api.call({
        as,
        method: 'PATCH',
        path: `/api/case-studies/${study.id}`,
        body: { title: 'No' },
      })
      expect([create.status, update.status]).toEqual([403, expect.any(Number)])
      expect([403, 404]).toContain(update.status)
    }
  })

  it('a contributor writes own drafts, and does not publish them', async () => {
    const as = 'contributor@client.test'
    const create = (body: Record<string, unknown>) =>
      api.call({
        as,
        method: 'POST',
        path: '/api/case-studies?draft=true',
        body: { tenant: world.client.id, ...body },
      })
    const own = await create({ title: 'Mine', _status: 'draft' })
    expect(own.status).toBe(201)
    const { id } = own.body.doc as CaseStudy
    const edit = await api.call({
      as,
      method: 'PATCH',
      path: `/api/case-studies/${id}?draft=true`,
      body: { title: 'Mine, better' },
    })
    expect(edit.status).toBe(200)
    const publish = await api.call({
      as,
      method: 'PATCH',
      path: `/api/case-studies/${id}`,
      body: { _status: 'published' },
    })
    expect(publish.status).toBe(403)
    expect(JSON.stringify(publish.body)).toContain('does not include publishing')
    expect((await create({ title: 'At once', _status: 'published' })).status).toBe(201)
    const { totalDocs } = await payload.count({
      collection: 'case-studies',
      overrideAccess: true,
      where: { and: [{ title: { equals: 'At once' } }, { _status: { equals: 'published' } }] },
    })
    expect(totalDocs).toBe(0)
    const others = await createStudy({
      payload,
      tenant: world.client.id,
      title: 'Somebody else’s',
      _status: 'draft',
    })
    const foreign = await api.call({
      as,
      method: 'PATCH',
      path: `/api/case-studies/${others.id}?draft=true`,
      body: { title: 'Mine now' },
    })
    expect([403, 404]).toContain(foreign.status)
  })

  it('nobody changes a colleague’s e-mail or password', async () => {
    const editor = await world.user('editor', 'client')
    for (const as of ['owner@client.test', 'owner@agency.test']) {
      const change = await api.call({
        as,
        method: 'PATCH',
        path: `/api/users/${editor.id}`,
        body: { password: 'taken-over', email: 'x@x.test' },
      })
      expect([403, 404]).toContain(change.status)
    }
    await expect(
      payload.login({
        collection: 'users',
        data: { email: 'editor@client.test', password: PASSWORD },
      }),
    ).resolves.toBeTruthy()
  })

  it('an agency’s admin opens a client of his own agency and of no other', async () => {
    const as = 'admin@agency.test'
    const open = (body: Record<string, unknown>) =>
      api.call({
        as,
        method: 'POST',
        path: '/api/tenants',
        body: {
          locales: ['en'],
          defaultLocale: 'en',
          status: 'active',
          visibility: 'public',
          kind: 'client',
          ...body,
        },
      })
    const mine = await open({ name: 'New client', slug: 'new-client' })
    expect(mine.status).toBe(201)
    const stored = await payload.findByID({
      collection: 'tenants',
      id: mine.body.doc.id,
      depth: 0,
      overrideAccess: true,
    })
    expect(stored.agency).toBe(world.agency.id)
    const settings = await payload.count({
      collection: 'site-settings',
      overrideAccess: true,
      where: { tenant: { equals: mine.body.doc.id } },
    })
    expect(settings.totalDocs).toBe(1)
    expect((await api.call({ as, path: `/api/tenants/${mine.body.doc.id}` })).status).toBe(200)
    expect((await open({ name: 'X', slug: 'x1', agency: world.stranger.id })).status).toBe(403)
    expect((await open({ name: 'X', slug: 'x2', kind: 'agency' })).status).toBe(403)
    expect((await open({ name: 'X', slug: 'admin' })).status).toBe(400)
  })

  it('a client’s owner does not lift his own suspension, quotas or agency', async () => {
    await api.call({
      as: 'owner@client.test',
      method: 'PATCH',
      path: `/api/tenants/${world.client.id}`,
      body: {
        name: 'Client & Co',
        status: 'archived',
        agency: null,
        kind: 'agency',
        quotas: { members: 999 },
      },
    })
    const after = await payload.findByID({
      collection: 'tenants',
      id: world.client.id,
      depth: 0,
      overrideAccess: true,
    })
    expect(after).toMatchObject({
      name: 'Client & Co',
      status: 'active',
      agency: world.agency.id,
      kind: 'client',
    })
    expect(after.quotas?.members ?? null).toBeNull()
  })

  it('deleting a tenant leaves nothing of it behind, the trash and old versions included', async () => {
    const gone = world.stranger.id
    const trashed = await createStudy({ payload, tenant: gone, title: 'Trashed' })
    await payload.update({
      collection: 'case-studies',
      id: trashed.id,
      data: { deletedAt: new Date().toISOString() },
      overrideAccess: true,
    })
    const removal = await api.call({
      as: 'owner@stranger.test',
      method: 'DELETE',
      path: `/api/tenants/${gone}`,
    })
    expect(removal.status).toBe(200)
    const left = await payload.count({
      collection: 'case-studies',
      overrideAccess: true,
      trash: true,
      where: { or: [{ id: { equals: trashed.id } }, { tenant: { exists: false } }] },
    })
    expect(left.totalDocs).toBe(0)
    const versions = await payload.countVersions({
      collection: 'case-studies',
      overrideAccess: true,
      where: { parent: { equals: trashed.id } },
    })
    expect(versions.totalDocs).toBe(0)
    const agency = await api.call({
      as: 'owner@agency.test',
      method: 'DELETE',
      path: `/api/tenants/${world.agency.id}`,
    })
    expect(agency.status).toBe(409)
  })
})
