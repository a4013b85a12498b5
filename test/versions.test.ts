// Version control: drafts beside what is online, every version with its author, restore, schedule,
// trash, and addresses that go on working.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Payload } from 'payload'
import { runDueJobs } from '../src/jobs/runner.ts'
import { createStudy } from './support/content.ts'
import { startApi, type Api } from './support/http.ts'
import { startPayload, type TestPayload } from './support/payload.ts'
import { createWorld, PASSWORD, type World } from './support/tenants.ts'

let running: TestPayload
let payload: Payload
let api: Api
let world: World
let tenant: string

beforeAll(async () => {
  running = await startPayload()
  payload = running.payload
  world = await createWorld({ payload })
  api = await startApi({ payload, password: PASSWORD })
  tenant = world.client.id
})

afterAll(async () => {
  await api?.stop()
  await running.stop()
})

const as = 'editor@client.test'

describe('versions', () => {
  it('keep the published text while a draft goes on, with the author of each', async () => {
    const study = await createStudy({ payload, tenant, title: 'First' })
    const path = `/api/case-studies/${study.id}`
    await api.call({ as, method: 'PATCH', path: `${path}?draft=true`, body: { title: 'Second' } })
    expect((await api.call({ path })).body.title).toBe('First')
    expect((await api.call({ as, path: `${path}?draft=true` })).body.title).toBe('Second')
    const editor = await world.user('editor', 'client')
    const { body } = await api.call({
      as,
      path: `/api/case-studies/versions?where[parent][equals]=${study.id}&sort=-updatedAt&depth=0`,
    })
    expect(body.docs).toHaveLength(2)
    expect(body.docs[0].version).toMatchObject({ title: 'Second', updatedBy: editor.id })
    const restored = await api.call({
      as,
      method: 'POST',
      path: `/api/case-studies/versions/${body.docs[1].id}`,
    })
    expect(restored.status).toBe(200)
    expect((await api.call({ as, path: `${path}?draft=true` })).body.title).toBe('First')
  })

  it('cannot be restored by somebody who may not write', async () => {
    const study = await createStudy({ payload, tenant, title: 'Guarded' })
    const { docs } = await payload.findVersions({
      collection: 'case-studies',
      overrideAccess: true,
      where: { parent: { equals: study.id } },
    })
    for (const caller of ['viewer@client.test', 'owner@stranger.test', undefined]) {
      const { status } = await api.call({
        as: caller,
        method: 'POST',
        path: `/api/case-studies/versions/${docs[0]!.id}`,
      })
      expect({ caller, refused: status === 403 || status === 404 }).toEqual({
        caller,
        refused: true,
      })
    }
  })
})

describe('slugs', () => {
  it('are made from titles, unique within the tenant and free in another', async () => {
    const one = await createStudy({ payload, tenant, title: 'Größer als gedacht' })
    const two = await createStudy({ payload, tenant, title: 'Größer als gedacht' })
    const other = await createStudy({
      payload,
      tenant: world.stranger.id,
      title: 'Größer als gedacht',
    })
    expect([one.slug, two.slug, other.slug]).toEqual([
      'groesser-als-gedacht',
      'groesser-als-gedacht-2',
      'groesser-als-gedacht',
    ])
    const typed = await api.call({
      as,
      method: 'PATCH',
      path: `/api/case-studies/${two.id}`,
      body: { slug: one.slug },
    })
    expect(typed.status).toBe(400)
    expect(JSON.stringify(typed.body)).toContain('already used here')
  })

  it('leave a redirect when they change after publishing, without chains or circles', async () => {
    const study = await createStudy({ payload, tenant, title: 'Old name' })
    const rename = (slug: string, query = '') =>
      api.call({
        as,
        method: 'PATCH',
        path: `/api/case-studies/${study.id}${query}`,
        body: { slug, _status: query ? 'draft' : 'published' },
      })
    const redirects = async () => {
      const { docs } = await payload.find({
        collection: 'redirects',
        depth: 0,
        overrideAccess: true,
        where: { tenant: { equals: tenant } },
        sort: 'from',
      })
      return docs.map(({ from, to }) => `${from} → ${to}`)
    }
    await rename('new-name', '?draft=true')
    expect(await redirects()).toEqual([])
    await rename('new-name')
    expect(await redirects()).toEqual(['/work/old-name → /work/new-name'])
    await rename('newest-name')
    expect(await redirects()).toEqual([
      '/work/new-name → /work/newest-name',
      '/work/old-name → /work/newest-name',
    ])
    await rename('old-name')
    expect(await redirects()).toEqual([
      '/work/new-name → /work/old-name',
      '/work/newest-name → /work/old-name',
    ])
  })
})

describe('schedule and trash', () => {
  it('publishes at its time, with the rights of whoever scheduled it', async () => {
    const study = await createStudy({ payload, tenant, title: 'Later', _status: 'draft' })
    const schedule = async (email: 'editor' | 'contributor') => {
      const user = await world.user(email, 'client')
      await payload.jobs.queue({
        task: 'schedulePublish',
        input: {
          type: 'publish',
          doc: { relationTo: 'case-studies', value: study.id },
          user: { relationTo: 'users', value: user.id },
        },
        waitUntil: new Date(Date.now() - 1000),
      })
      await runDueJobs({ payload })
      return (
        await payload.findByID({ collection: 'case-studies', id: study.id, overrideAccess: true })
      )._status
    }
    expect(await schedule('contributor')).toBe('draft')
    expect(await schedule('editor')).toBe('published')
  })

  it('moves to the trash and back, and deletes for good only for an admin', async () => {
    const study = await createStudy({ payload, tenant, title: 'Unloved' })
    const path = `/api/case-studies/${study.id}`
    const trash = await api.call({
      as,
      method: 'PATCH',
      path,
      body: { deletedAt: new Date().toISOString() },
    })
    expect(trash.status).toBe(200)
    expect((await api.call({ path })).status).toBe(404)
    expect(
      (await api.call({ as, path: '/api/case-studies?trash=true&where[deletedAt][exists]=true' }))
        .body.docs,
    ).toHaveLength(1)
    const purge = await api.call({ as, method: 'DELETE', path: `${path}?trash=true` })
    expect(purge.status).toBe(403)
    const back = await api.call({
      as,
      method: 'PATCH',
      path: `${path}?trash=true`,
      body: { deletedAt: null },
    })
    expect(back.status).toBe(200)
    await api.call({ as, method: 'PATCH', path, body: { deletedAt: new Date().toISOString() } })
    expect(
      (await api.call({ as: 'admin@client.test', method: 'DELETE', path: `${path}?trash=true` }))
        .status,
    ).toBe(200)
  })
})

describe('passwords of studies', () => {
  it('are stored as a hash that nobody reads, and are needed before publishing', async () => {
    const without = await api.call({
      as,
      method: 'POST',
      path: '/api/case-studies',
      body: { title: 'Locked', tenant, visibility: 'password', _status: 'published' },
    })
    expect(without.status).toBe(400)
    expect(JSON.stringify(without.body)).toContain('Set a password')
    const made = await api.call({
      as,
      method: 'POST',
      path: '/api/case-studies',
      body: {
        title: 'Locked',
        tenant,
        visibility: 'password',
        password: 'open sesame',
        _status: 'published',
      },
    })
    expect(made.status).toBe(201)
    expect(JSON.stringify(made.body)).not.toContain('scrypt')
    const stored = await payload.findByID({
      collection: 'case-studies',
      id: made.body.doc.id,
      overrideAccess: true,
      showHiddenFields: true,
    })
    expect(stored.passwordHash).toMatch(/^scrypt\$65536\$8\$2\$/)
    await api.call({
      as,
      method: 'PATCH',
      path: `/api/case-studies/${made.body.doc.id}`,
      body: { title: 'Still locked' },
    })
    const kept = await payload.findByID({
      collection: 'case-studies',
      id: made.body.doc.id,
      overrideAccess: true,
      showHiddenFields: true,
    })
    expect(kept.passwordHash).toBe(stored.passwordHash)
  })
})
