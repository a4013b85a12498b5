// One tenant never sees, changes or points at what is another's, whoever asks and through whatever
// API: Local, REST with a session, REST with an API key, GraphQL, or nobody at all.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Payload } from 'payload'
import { ROLES } from '../../access/roles.ts'
import type { CaseStudy, Media } from '../../payload-types.ts'
import { createPicture, createStudy } from '../support/content.ts'
import { keyed, makeKey } from '../support/identity.ts'
import { startApi, type Api } from '../support/http.ts'
import { startPayload, type TestPayload } from '../support/payload.ts'
import { createWorld, PASSWORD, type World } from '../support/tenants.ts'

let running: TestPayload
let payload: Payload
let api: Api
let world: World
let draft: CaseStudy
let published: CaseStudy
let secretStudies: CaseStudy[]
let picture: Media
let foreignStudy: CaseStudy

beforeAll(async () => {
  running = await startPayload()
  payload = running.payload
  world = await createWorld({ payload })
  api = await startApi({ payload, password: PASSWORD })
  picture = await createPicture({ payload, tenant: world.client.id })
  const tenant = world.client.id
  published = await createStudy({ payload, tenant, title: 'Public', cover: picture.id })
  draft = await createStudy({ payload, tenant, title: 'Draft', _status: 'draft' })
  secretStudies = await Promise.all([
    createStudy({ payload, tenant, title: 'Unlisted', visibility: 'unlisted' }),
    createStudy({
      payload,
      tenant,
      title: 'Locked',
      visibility: 'password',
      password: 'open sesame',
    }),
    createStudy({ payload, tenant, title: 'Private', visibility: 'private' }),
    createStudy({ payload, tenant, title: 'Embargoed', embargoUntil: '2099-01-01T00:00:00.000Z' }),
  ])
  foreignStudy = await createStudy({ payload, tenant: world.stranger.id, title: 'Theirs' })
})

afterAll(async () => {
  await api.stop()
  await running.stop()
})

const hidden = () => [draft, ...secretStudies]

describe('reading', () => {
  it('shows nobody but members a draft, an unlisted, protected, private or embargoed study', async () => {
    const callers = [undefined, ...ROLES.map((role) => `${role}@stranger.test`)]
    for (const as of callers) {
      const locale = as ? '&locale=all' : ''
      const list = await api.call({ as, path: `/api/case-studies?limit=100&draft=true${locale}` })
      const ids = list.body.docs.map(({ id }: CaseStudy) => id)
      // A list with its drafts is of those whose drafts one reads; nobody reads any, and gets what is online.
      expect({ as, ids: ids.includes(published.id) }).toEqual({ as, ids: as === undefined })
      for (const { id, title } of hidden()) {
        expect({ as, title, listed: ids.includes(id) }).toEqual({ as, title, listed: false })
        for (const query of ['', '?draft=true', '?trash=true', '?depth=2']) {
          const one = await api.call({ as, path: `/api/case-studies/${id}${query}` })
          expect({ as, title, query, status: one.status }).toEqual({
            as,
            title,
            query,
            status: 404,
          })
        }
      }
      const versions = await api.call({
        as,
        path: `/api/case-studies/versions?where[parent][equals]=${draft.id}`,
      })
      expect([403, 200]).toContain(versions.status)
      expect(versions.body.docs ?? []).toEqual([])
      const counted = await api.call({
        as,
        path: `/api/case-studies/count?where[id][equals]=${draft.id}`,
      })
      expect(counted.body.totalDocs).toBe(0)
    }
  })

  it('shows members of the client and of its agency all of them', async () => {
    for (const as of ['viewer@client.test', 'viewer@agency.test', 'operator@test.test']) {
      for (const { id } of hidden()) {
        expect((await api.call({ as, path: `/api/case-studies/${id}?draft=true` })).status).toBe(
          200,
        )
      }
    }
  })

  it('keeps an agency’s own work from its clients', async () => {
    const own = await createStudy({
      payload,
      tenant: world.agency.id,
      title: 'Pitch',
      _status: 'draft',
    })
    const one = await api.call({ as: 'owner@client.test', path: `/api/case-studies/${own.id}` })
    expect(one.status).toBe(404)
  })

  it('answers GraphQL as it answers REST', async () => {
    const query = `{ CaseStudies(limit: 100, draft: true) { docs { id } } CaseStudy(id: "${draft.id}") { id } }`
    for (const as of [undefined, 'owner@stranger.test']) {
      const { body } = await api.call({ as, method: 'POST', path: '/api/graphql', body: { query } })
      const ids = body.data.CaseStudies.docs.map(({ id }: CaseStudy) => id)
      expect(ids.includes(published.id)).toBe(as === undefined)
      expect(ids.filter((id: string) => hidden().some((study) => study.id === id))).toEqual([])
      expect(body.data.CaseStudy).toBeNull()
    }
  })

  it('lets an API key see what its user sees', async () => {
    const headers = keyed(await makeKey({ api, as: 'editor@stranger.test' }))
    expect((await api.call({ headers, path: `/api/case-studies/${draft.id}` })).status).toBe(404)
    expect((await api.call({ headers, path: `/api/case-studies/${foreignStudy.id}` })).status).toBe(
      200,
    )
    const write = await api.call({
      headers,
      method: 'PATCH',
      path: `/api/case-studies/${published.id}`,
      body: { title: 'X' },
    })
    expect([403, 404]).toContain(write.status)
  })

  it('does not answer questions about fields that the caller may not read', async () => {
    for (const field of ['passwordHash', 'createdBy.email', 'origin.key']) {
      const { body, status } = await api.call({
        path: `/api/case-studies?where[${field}][exists]=true`,
      })
      expect({ field, status, docs: body.docs?.length ?? 0 }).toMatchObject({ field, docs: 0 })
    }
    const { body } = await api.call({ path: `/api/case-studies/${published.id}?depth=2` })
    expect(body).not.toHaveProperty('passwordHash')
    expect(body).not.toHaveProperty('createdBy')
  })

  it('keeps leads, memberships, users and internal collections from strangers and from nobody', async () => {
    await payload.create({
      collection: 'leads',
      data: {
        tenant: world.client.id,
        name: 'L',
        email: 'l@example.com',
        message: 'Hello there',
        status: 'new',
      },
      overrideAccess: true,
    })
    const paths = [
      'leads',
      'memberships',
      'users',
      'media-references',
      'payload-jobs',
      'payload-locked-documents',
      'payload-preferences',
      'payload-migrations',
      'payload-kv',
    ]
    for (const path of paths) {
      const { body, status } = await api.call({ path: `/api/${path}` })
      expect({ path, open: status === 200 && body.docs?.length > 0 }).toEqual({ path, open: false })
    }
    const asStranger = await api.call({
      as: 'owner@stranger.test',
      path: '/api/users?limit=100&depth=0',
    })
    const emails: string[] = asStranger.body.docs.map(({ email }: { email: string }) => email)
    expect(emails).toContain('viewer@stranger.test')
    expect(emails.filter((email) => !email.endsWith('@stranger.test'))).toEqual([])
    const memberships = await api.call({
      as: 'owner@stranger.test',
      path: '/api/memberships?limit=100&depth=0',
    })
    expect(
      memberships.body.docs.every(({ tenant }: { tenant: string }) => tenant === world.stranger.id),
    ).toBe(true)
    expect((await api.call({ as: 'owner@stranger.test', path: '/api/leads' })).body.docs).toEqual(
      [],
    )
  })

  it('tells the public only the name of a tenant, not its agency, domains or quotas', async () => {
    await payload.update({
      collection: 'tenants',
      id: world.client.id,
      data: { quotas: { members: 5 } },
      overrideAccess: true,
    })
    await payload.create({
      collection: 'domains',
      data: { tenant: world.client.id, host: 'work.client.test', status: 'pending' },
      overrideAccess: true,
    })
    const { body } = await api.call({ path: `/api/tenants/${world.client.id}` })
    expect(body.name).toBe('Client')
    expect(body).not.toHaveProperty('agency')
    expect(body).not.toHaveProperty('quotas')
    expect(JSON.stringify(body)).not.toContain('work.client.test')
    const found = await api.call({
      path: '/api/domains?where[host][equals]=work.client.test',
    })
    expect(found.body.docs ?? []).toEqual([])
  })
})

describe('writing', () => {
  it('refuses every write to another tenant’s study', async () => {
    for (const role of ROLES) {
      const as = `${role}@stranger.test`
      const path = `/api/case-studies/${published.id}`
      const results = [
        await api.call({ as, method: 'PATCH', path, body: { title: 'Taken' } }),
        await api.call({
          as,
          method: 'PATCH',
          path: `${path}?draft=true&autosave=true`,
          body: { title: 'Taken' },
        }),
        await api.call({
          as,
          method: 'PATCH',
          path,
          body: { deletedAt: new Date().toISOString() },
        }),
        await api.call({ as, method: 'DELETE', path }),
        await api.call({ as, method: 'POST', path: `${path}/duplicate`, body: {} }),
      ]
      expect(results.every(({ status }) => status === 403 || status === 404)).toBe(true)
      const bulk = await api.call({
        as,
        method: 'PATCH',
        path: `/api/case-studies?where[id][equals]=${published.id}`,
        body: { title: 'Taken' },
      })
      expect(bulk.body.docs ?? []).toEqual([])
    }
    const after = await payload.findByID({
      collection: 'case-studies',
      id: published.id,
      overrideAccess: true,
    })
    expect(after.title).toBe('Public')
  })

  it('refuses creating in another tenant, with or without drafts and a forged selector cookie', async () => {
    const as = 'owner@stranger.test'
    const cookie = `payload-tenant=${world.client.id}`
    for (const query of ['', '?draft=true', '?draft=true&autosave=true']) {
      const created = await api.call({
        as,
        method: 'POST',
        path: `/api/case-studies${query}`,
        headers: { cookie },
        body: { title: 'Planted', tenant: world.client.id, _status: 'draft' },
      })
      expect({ query, status: created.status }).toEqual({ query, status: 403 })
    }
    const withoutTenant = await api.call({
      as,
      method: 'POST',
      path: '/api/case-studies?draft=true',
      headers: { cookie },
      body: { title: 'Mine' },
    })
    expect(withoutTenant.status === 201 ? withoutTenant.body.doc.tenant.id : 'refused').not.toBe(
      world.client.id,
    )
  })

  it('never leaves a study without a tenant, and never moves one', async () => {
    const orphan = await api.call({
      as: 'operator@test.test',
      method: 'POST',
      path: '/api/case-studies?draft=true',
      body: { title: 'Orphan' },
    })
    expect(orphan.status).toBe(400)
    expect(JSON.stringify(orphan.body)).toContain('Choose the tenant')
    const moved = await api.call({
      as: 'owner@agency.test',
      method: 'PATCH',
      path: `/api/case-studies/${published.id}`,
      body: { tenant: world.agency.id },
    })
    expect(moved.status).toBe(400)
    const cleared = await api.call({
      as: 'owner@client.test',
      method: 'PATCH',
      path: `/api/case-studies/${published.id}`,
      body: { tenant: null },
    })
    const after = await payload.findByID({
      collection: 'case-studies',
      id: published.id,
      depth: 0,
      overrideAccess: true,
    })
    expect({ status: cleared.status, tenant: after.tenant }).toMatchObject({
      tenant: world.client.id,
    })
  })
})
