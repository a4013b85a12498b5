// The multi-tenant plugin’s own int.spec.ts, asked of Vitrine: its tenants, memberships and roles.
// The plugin’s menu items are services and case studies here, and its globals are site settings.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Forbidden } from 'payload'
import type { CaseStudy, Service, User } from '../../payload-types.ts'
import { startTarget, type Target } from '../support/attacks.ts'
import { offered } from '../support/attacksAdmin.ts'
import { createStudy } from '../support/content.ts'
import { PASSWORD } from '../support/tenants.ts'

let target: Target
let ours: Service
let theirs: Service
let homeless: User & { collection: 'users' }

beforeAll(async () => {
  target = await startTarget()
  const { payload, world } = target
  const service = (tenant: string, name: string) =>
    payload.create({
      collection: 'services',
      data: { tenant, name, _status: 'published' } as never,
    })
  ours = await service(world.client.id, 'Ours')
  theirs = await service(world.stranger.id, 'Theirs')
  const user = await payload.create({
    collection: 'users',
    data: { email: 'notenants@test.test', name: 'No tenants', password: PASSWORD },
  })
  homeless = { ...user, collection: 'users', tenants: [] }
})

afterAll(async () => {
  await target?.stop()
})

const createWith = async (services: string[], headers: Record<string, string>) =>
  target.api.call({
    as: 'editor@client.test',
    method: 'POST',
    path: '/api/case-studies',
    headers,
    body: {
      title: 'Related',
      slug: `related-${Math.random().toString(36).slice(2)}`,
      tenant: target.world.client.id,
      services,
      _status: 'published',
    },
  })

describe('plugin-multi-tenant int.spec.ts', () => {
  it('tenants › should create a tenant', async () => {
    const tenant = await target.payload.create({
      collection: 'tenants',
      data: {
        name: 'Fourth',
        slug: 'fourth',
        kind: 'client',
        status: 'active',
        locales: ['en'],
        defaultLocale: 'en',
        visibility: 'public',
        agencyAccess: 'owner',
      },
    })
    expect(tenant).toMatchObject({ name: 'Fourth', slug: 'fourth' })
  })

  it('relationships › should allow a relation within the same tenant', async () => {
    const answer = await createWith([ours.id], {
      cookie: `payload-tenant=${target.world.client.id}`,
    })
    expect(answer.status).toBe(201)
    const related = (answer.body.doc as CaseStudy).services as Service[]
    expect(related.map(({ id }) => id)).toEqual([ours.id])
  })

  it('relationships › should reject a relation to another tenant, with the tenant cookie', async () => {
    for (const selected of [target.world.client.id, target.world.stranger.id]) {
      const answer = await createWith([theirs.id], { cookie: `payload-tenant=${selected}` })
      expect(answer.status).toBe(400)
      expect(JSON.stringify(answer.body)).toContain('services')
    }
  })

  it('relationships › should reject a relation to another tenant, without the cookie, by the document’s own tenant', async () => {
    const answer = await createWith([theirs.id], {})
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body)).toContain('services')
  })

  it('users › should answer Forbidden, and not fail, to a user without tenants', async () => {
    for (const collection of ['leads', 'memberships', 'roles'] as const) {
      const attempt = target.payload.find({ collection, overrideAccess: false, user: homeless })
      const seen = await attempt.then(({ docs }) => docs).catch((err: unknown) => err)
      expect(Array.isArray(seen) ? seen : seen instanceof Forbidden ? [] : seen).toEqual([])
    }
    const created = target.payload.create({
      collection: 'services',
      data: { name: 'Nobody’s' } as never,
      overrideAccess: false,
      user: homeless,
    })
    await expect(created).rejects.toBeInstanceOf(Forbidden)
    const status = await target.api.call({ as: 'notenants@test.test', path: '/api/leads' })
    expect(status.status).toBe(403)
  })

  it('users › should let a user without tenants read himself', async () => {
    const { docs } = await target.payload.find({
      collection: 'users',
      overrideAccess: false,
      user: homeless,
    })
    expect(docs.map(({ id }) => id)).toEqual([homeless.id])
  })

  it('users › should let an admin without tenants of his own read everything', async () => {
    const operator = await target.world.operator()
    expect(operator.tenants ?? []).toEqual([])
    const { docs } = await target.payload.find({
      collection: 'services',
      overrideAccess: false,
      user: operator,
    })
    expect(docs.map(({ id }) => id)).toEqual(expect.arrayContaining([ours.id, theirs.id]))
  })

  it('users › should let only global users update memberships', async () => {
    const user = await target.world.user('viewer', 'client')
    await target.payload.update({
      collection: 'users',
      id: user.id,
      data: { name: 'Changed', tenants: [{ tenant: target.world.stranger.id, role: 'owner' }] },
      overrideAccess: false,
      user,
    })
    const after = await target.world.user('viewer', 'client')
    expect(after.name).toBe('Changed')
    const { docs } = await target.payload.find({
      collection: 'services',
      overrideAccess: false,
      user: after,
      where: { tenant: { equals: target.world.stranger.id } },
    })
    // The services of an active tenant are public; what is only a member’s stays away.
    expect(docs.map(({ id }) => id)).toEqual([theirs.id])
    const drafts = await target.payload.find({
      collection: 'case-studies',
      draft: true,
      overrideAccess: false,
      user: after,
      where: { id: { equals: target.foreignDraft.id } },
    })
    expect(drafts.docs).toEqual([])
  })

  it('users › should let only global users set memberships when they create a user', async () => {
    const data = {
      email: 'made@client.test',
      name: 'Made',
      password: PASSWORD,
      tenants: [{ tenant: target.world.stranger.id, role: 'owner' as const }],
    }
    const owner = await target.world.user('owner', 'client')
    await expect(
      target.payload.create({ collection: 'users', data, overrideAccess: false, user: owner }),
    ).rejects.toBeInstanceOf(Forbidden)
    const made = await target.payload.create({
      collection: 'users',
      data,
      overrideAccess: false,
      user: await target.world.operator(),
    })
    const own = await target.payload.findByID({ collection: 'users', id: made.id })
    expect(own.tenants ?? []).toEqual([])
  })

  it('users › should constrain a user object that came from findByID and has no collection', async () => {
    const { collection: _, ...bare } = await target.world.user('editor', 'client')
    const { docs } = await target.payload.find({
      collection: 'case-studies',
      draft: true,
      limit: 0,
      overrideAccess: false,
      user: bare,
    })
    const ids = docs.map(({ id }) => id)
    expect(ids).toContain(target.draft.id)
    expect(ids).not.toContain(target.foreignDraft.id)
  })

  it('tenants › should not hang when a tenant with a global document is deleted', async () => {
    const { docs } = await target.payload.find({
      collection: 'tenants',
      where: { slug: { equals: 'fourth' } },
    })
    const tenant = docs[0]!.id
    const settings = { tenant: { equals: tenant } }
    const before = await target.payload.count({ collection: 'site-settings', where: settings })
    expect(before.totalDocs).toBe(1)
    await createStudy({ payload: target.payload, tenant, title: 'Goes along' })
    await target.payload.delete({ collection: 'tenants', id: tenant })
    for (const collection of ['site-settings', 'case-studies'] as const) {
      const left = await target.payload.count({ collection, where: settings })
      expect(left.totalDocs).toBe(0)
    }
  })

  it('hasMany › should not wrap the filter of a relationship twice', async () => {
    const user = await target.world.user('editor', 'client')
    const filter = await offered({
      payload: target.payload,
      user,
      collection: 'case-studies',
      data: { tenant: target.world.client.id },
      name: 'services',
      relationTo: 'services',
    })
    expect(filter).toEqual({ tenant: { in: [target.world.client.id] } })
  })
})
