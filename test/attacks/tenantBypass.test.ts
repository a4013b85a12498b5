// Bypasses of tenancy as they were found in Payload's own multi-tenant plugin and its endpoints:
// becoming a member by oneself, writing into another tenant, reordering what is not one's own.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Person, Service } from '../../payload-types.ts'
import { countOf, idsOf, isRefused, startTarget, type Target } from '../support/attacks.ts'
import { richText } from '../support/content.ts'

let target: Target
let ours: Person
let theirs: Person
let foreignService: Service

const STRANGER = 'owner@stranger.test'

beforeAll(async () => {
  target = await startTarget()
  const { payload, world } = target
  const person = (tenant: string, name: string) =>
    payload.create({ collection: 'people', data: { tenant, name, _status: 'published' } as never })
  ours = await person(world.stranger.id, 'Ours')
  theirs = await person(world.client.id, 'Theirs')
  foreignService = await payload.create({
    collection: 'services',
    data: { tenant: world.client.id, name: 'Theirs', _status: 'published' } as never,
  })
})

afterAll(async () => {
  await target?.stop()
})

const orderOf = async (id: string): Promise<unknown> => {
  const person = await target.payload.findByID({ collection: 'people', id, depth: 0 })
  return (person as { _order?: unknown })._order
}

const reachOf = async (as: string): Promise<string[]> => {
  const { body } = await target.api.call({ as, path: '/api/users/me' })
  return (body.user.tenants as { tenant: string }[]).map(({ tenant }) => tenant)
}

describe('becoming a member by oneself', () => {
  it('CVE-2026-105860 (GHSA-p96c-xwx8-3cqj): a user does not assign himself to another tenant', async () => {
    const user = await target.world.user('owner', 'stranger')
    const foreign = target.world.client.id
    const rows = [{ tenant: foreign, role: 'owner', status: 'active' }]
    for (const body of [
      { tenants: rows },
      { tenants: [...rows, { tenant: target.world.stranger.id, role: 'owner' }] },
      { memberships: rows },
      { 'tenants[0].tenant': foreign },
      { tenant: foreign },
    ]) {
      await target.api.call({
        as: STRANGER,
        method: 'PATCH',
        path: `/api/users/${user.id}`,
        body: { name: 'Renamed', ...body },
      })
      expect(await reachOf(STRANGER)).toEqual([target.world.stranger.id])
    }
    const me = await target.api.call({ as: STRANGER, path: '/api/users/me' })
    expect(me.body.user.name).toBe('Renamed')
  })

  it('no membership is made, moved or handed to oneself in another tenant', async () => {
    const user = await target.world.user('owner', 'stranger')
    const foreign = target.world.client.id
    const own = await target.payload.find({
      collection: 'memberships',
      depth: 0,
      where: { user: { equals: user.id } },
    })
    const attempts = [
      { method: 'POST', path: '/api/memberships', body: { user: user.id, tenant: foreign } },
      {
        method: 'POST',
        path: '/api/memberships?draft=true',
        body: { user: user.id, tenant: { id: foreign }, role: 'owner', status: 'active' },
      },
      {
        method: 'PATCH',
        path: `/api/memberships/${own.docs[0]!.id}`,
        body: { tenant: foreign },
      },
      {
        method: 'PATCH',
        path: `/api/memberships?where[tenant][equals]=${foreign}`,
        body: { user: user.id },
      },
      {
        method: 'POST',
        path: `/api/memberships/${own.docs[0]!.id}/duplicate`,
        body: { tenant: foreign },
      },
    ]
    for (const attempt of attempts) {
      await target.api.call({ as: STRANGER, ...attempt })
      expect(await reachOf(STRANGER)).toEqual([target.world.stranger.id])
    }
    const members = await target.payload.count({
      collection: 'memberships',
      where: { and: [{ tenant: { equals: foreign } }, { user: { equals: user.id } }] },
    })
    expect(members.totalDocs).toBe(0)
  })

  it('`operator: true` on oneself, at creation or later, changes nothing', async () => {
    const user = await target.world.user('owner', 'stranger')
    for (const body of [{ operator: true }, { operator: 'true' }, { operator: 1 }]) {
      await target.api.call({
        as: STRANGER,
        method: 'PATCH',
        path: `/api/users/${user.id}`,
        body,
      })
      await target.api.call({
        as: STRANGER,
        method: 'PATCH',
        path: `/api/users?where[id][equals]=${user.id}`,
        body,
      })
    }
    const created = await target.api.call({
      as: STRANGER,
      method: 'POST',
      path: '/api/users',
      body: { email: 'made@stranger.test', name: 'M', password: 'long-enough-1', operator: true },
    })
    expect(created.status).toBe(403)
    expect((await target.world.user('owner', 'stranger')).operator).toBe(false)
  })

  it('a tenant is not moved below one’s own agency', async () => {
    const as = 'owner@agency.test'
    const move = await target.api.call({
      as,
      method: 'PATCH',
      path: `/api/tenants/${target.world.stranger.id}`,
      body: { agency: target.world.agency.id, agencyAccess: 'owner' },
    })
    expect(isRefused(move)).toBe(true)
    expect(await reachOf(as)).not.toContain(target.world.stranger.id)
    expect(await reachOf(as)).toContain(target.world.client.id)
  })
})

describe('writing into another tenant', () => {
  it('CVE-2026-105864 (GHSA-xhm9-gwgw-3q2q): nothing is created in another tenant, however its name is sent', async () => {
    const foreign = target.world.client.id
    for (const collection of ['case-studies', 'pages', 'services', 'redirects', 'domains']) {
      for (const tenant of [foreign, { id: foreign }, [foreign], { value: foreign }]) {
        for (const query of ['', '?draft=true', '?draft=true&autosave=true']) {
          const answer = await target.api.call({
            as: STRANGER,
            method: 'POST',
            path: `/api/${collection}${query}`,
            headers: { cookie: `payload-tenant=${foreign}` },
            body: {
              tenant,
              title: 'Planted',
              name: 'Planted',
              from: '/planted',
              to: '/',
              host: 'planted.example.com',
            },
          })
          expect({ collection, broke: answer.status >= 500 }).toEqual({ collection, broke: false })
        }
      }
    }
    for (const collection of [
      'case-studies',
      'pages',
      'services',
      'redirects',
      'domains',
    ] as const) {
      const planted = await target.payload.find({
        collection,
        depth: 0,
        limit: 0,
        where: { tenant: { equals: foreign } },
      })
      expect(JSON.stringify(planted.docs).toLowerCase()).not.toContain('planted')
    }
    const fine = await target.api.call({
      as: STRANGER,
      method: 'POST',
      path: '/api/services',
      body: { tenant: target.world.stranger.id, name: 'Fine' },
    })
    expect(fine.status).toBe(201)
  })

  it('bulk changes and deletions by filter stay in one’s own tenant', async () => {
    const { client, stranger } = target.world
    const both = `where[tenant][in][0]=${client.id}&where[tenant][in][1]=${stranger.id}`
    const change = await target.api.call({
      as: STRANGER,
      method: 'PATCH',
      path: `/api/services?${both}`,
      body: { name: 'Renamed' },
    })
    expect(idsOf(change)).not.toContain(foreignService.id)
    const removal = await target.api.call({
      as: STRANGER,
      method: 'DELETE',
      path: `/api/services?${both}`,
    })
    expect(idsOf(removal)).not.toContain(foreignService.id)
    const kept = await target.payload.findByID({ collection: 'services', id: foreignService.id })
    expect(kept.name).toBe('Theirs')
    const own = await target.payload.count({
      collection: 'services',
      where: { tenant: { equals: stranger.id } },
    })
    expect(own.totalDocs).toBe(0)
  })

  it('a filter that says nothing is no licence to delete everything', async () => {
    for (const query of ['', '?where=', '?where[]=', '?where[or][0]=']) {
      await target.api.call({ as: STRANGER, method: 'DELETE', path: `/api/case-studies${query}` })
    }
    const left = await target.payload.count({
      collection: 'case-studies',
      where: { tenant: { equals: target.world.client.id } },
    })
    expect(left.totalDocs).toBe(2)
  })

  it('what is refused for a document is refused for its drafts and autosaves', async () => {
    for (const query of ['?draft=true', '?draft=true&autosave=true', '?publishSpecificLocale=en']) {
      const answer = await target.api.call({
        as: STRANGER,
        method: 'PATCH',
        path: `/api/case-studies/${target.draft.id}${query}`,
        body: { title: 'Taken', chapters: [{ kind: 'story', body: richText('Taken') }] },
      })
      expect(isRefused(answer)).toBe(true)
    }
    const versions = await target.payload.countVersions({
      collection: 'case-studies',
      where: { 'version.title': { equals: 'Taken' } },
    })
    expect(versions.totalDocs).toBe(0)
  })
})

describe('reordering', () => {
  const reorder = (as: string | undefined, body: Record<string, unknown>) =>
    target.api.call({ as, method: 'POST', path: '/api/reorder', body })

  it('CVE-2026-105859 (GHSA-f7hx-52q9-hcrf): the reorder endpoint changes nothing that is not one’s own', async () => {
    const before = await orderOf(theirs.id)
    const body = {
      collectionSlug: 'people',
      docsToMove: [theirs.id],
      newKeyWillBe: 'greater',
      orderableFieldName: '_order',
      target: { id: ours.id, key: await orderOf(ours.id) },
    }
    for (const as of [undefined, STRANGER, 'viewer@client.test']) {
      const answer = await reorder(as, body)
      expect({ as, refused: isRefused(answer) }).toEqual({ as, refused: true })
      const mixed = await reorder(as, { ...body, docsToMove: [ours.id, theirs.id] })
      expect({ as, refused: isRefused(mixed) }).toEqual({ as, refused: true })
    }
    expect(await orderOf(theirs.id)).toBe(before)
  })

  it('nor any field but the order, in any collection that is not orderable', async () => {
    const member = await target.world.user('viewer', 'stranger')
    const attempts = [
      { collectionSlug: 'people', orderableFieldName: 'name' },
      { collectionSlug: 'users', orderableFieldName: 'password', docsToMove: [member.id] },
      { collectionSlug: 'case-studies', orderableFieldName: '_order' },
      { collectionSlug: 'people', orderableFieldName: '__proto__' },
    ]
    for (const attempt of attempts) {
      const answer = await reorder(STRANGER, {
        docsToMove: [ours.id],
        newKeyWillBe: 'greater',
        target: { id: ours.id, key: 'a0' },
        ...attempt,
      })
      expect(isRefused(answer)).toBe(true)
    }
    const person = await target.payload.findByID({ collection: 'people', id: ours.id })
    expect(person.name).toBe('Ours')
  })

  it('the owner reorders his own', async () => {
    const second = await target.payload.create({
      collection: 'people',
      data: { tenant: target.world.stranger.id, name: 'Second' } as never,
    })
    const answer = await reorder(STRANGER, {
      collectionSlug: 'people',
      docsToMove: [ours.id],
      newKeyWillBe: 'greater',
      orderableFieldName: '_order',
      target: { id: second.id, key: await orderOf(second.id) },
    })
    expect(answer.status).toBe(200)
    const sorted = await target.api.call({
      as: STRANGER,
      path: `/api/people?sort=_order&where[tenant][equals]=${target.world.stranger.id}`,
    })
    expect(idsOf(sorted)).toEqual([second.id, ours.id])
    expect(countOf(sorted)).toBe(2)
  })
})
