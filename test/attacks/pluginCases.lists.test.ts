// The multi-tenant plugin’s own e2e.spec.ts, first half: list filters, documents and bulk upload, at
// the level where their promise is kept: the filters and options that the admin asks for. Its items
// are services here, and its public items studies that are online.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Media, Page, Service } from '../../payload-types.ts'
import { startTarget, type Target } from '../support/attacks.ts'
import { adminReq, fieldOf, listed, listFilter, offered } from '../support/attacksAdmin.ts'
import { createPicture, linkNode, richText, blockNode } from '../support/content.ts'

let target: Target
let ours: Service
let theirs: Service
let page: Page
let picture: Media

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
  page = await payload.create({
    collection: 'pages',
    data: { tenant: world.stranger.id, title: 'Their page', _status: 'published' } as never,
  })
  picture = await createPicture({ payload, tenant: world.stranger.id })
})

afterAll(async () => {
  await target?.stop()
})

const operator = () => target.world.operator()
const member = () => target.world.user('editor', 'client')
const agency = () => target.world.user('editor', 'agency')

describe('plugin-multi-tenant e2e.spec.ts › Filters', () => {
  it('tenants list should show all tenants when none is selected', async () => {
    const { agency: own, client, stranger } = target.world
    const ids = await listed({
      payload: target.payload,
      user: await operator(),
      collection: 'tenants',
    })
    expect(ids).toEqual(expect.arrayContaining([own.id, client.id, stranger.id]))
  })

  it('tenants list should show one’s own tenants, whichever is selected', async () => {
    const { agency: own, client, stranger } = target.world
    // The list of tenants is not narrowed by the selector: it is where one chooses another.
    for (const selected of [undefined, client.id, stranger.id]) {
      const ids = await listed({
        payload: target.payload,
        user: await agency(),
        collection: 'tenants',
        ...(selected ? { selected } : {}),
      })
      expect(ids.sort()).toEqual([own.id, client.id].sort())
    }
  })

  it('items list should show all items when no tenant is selected', async () => {
    const ids = await listed({
      payload: target.payload,
      user: await operator(),
      collection: 'services',
    })
    expect(ids).toEqual(expect.arrayContaining([ours.id, theirs.id]))
  })

  it('items list should show the items of the selected tenant', async () => {
    const { client, stranger } = target.world
    for (const [selected, expected] of [
      [client.id, ours.id],
      [stranger.id, theirs.id],
    ] as const) {
      const user = await operator()
      const ids = await listed({ payload: target.payload, user, collection: 'services', selected })
      expect(ids).toEqual([expected])
    }
  })

  it('public items should be visible to a super admin', async () => {
    const user = await operator()
    const ids = await listed({ payload: target.payload, user, collection: 'case-studies' })
    expect(ids).toEqual(expect.arrayContaining([target.online.id, target.foreignOnline.id]))
  })

  it('public items of other tenants should be hidden from users with assigned tenants', async () => {
    const user = await member()
    const ids = await listed({ payload: target.payload, user, collection: 'case-studies' })
    expect(ids).toContain(target.online.id)
    expect(ids).not.toContain(target.foreignOnline.id)
    const anybody = await target.api.call({ path: `/api/case-studies/${target.foreignOnline.id}` })
    expect(anybody.status).toBe(200)
  })

  it('users list should show all users to a super admin', async () => {
    const user = await operator()
    const ids = await listed({ payload: target.payload, user, collection: 'users' })
    expect(ids).toContain((await target.world.user('viewer', 'stranger')).id)
    expect(ids).toContain((await target.world.user('viewer', 'client')).id)
  })

  it('users list should show colleagues only, whatever the cookie says', async () => {
    for (const selected of [target.world.client.id, target.world.stranger.id]) {
      const user = await member()
      const ids = await listed({ payload: target.payload, user, collection: 'users', selected })
      expect(ids).toContain((await target.world.user('viewer', 'client')).id)
      expect(ids).not.toContain((await target.world.user('viewer', 'stranger')).id)
    }
  })

  it('localized data should be offered in the languages of the selected tenant', async () => {
    const { localization } = target.payload.config
    const offer = async (user: Awaited<ReturnType<typeof member>>, selected?: string) => {
      if (!localization || !localization.filterAvailableLocales) {
        return []
      }
      const req = await adminReq({
        payload: target.payload,
        user,
        ...(selected ? { selected } : {}),
      })
      const { locales } = localization
      return (await localization.filterAvailableLocales({ locales, req })).map(({ code }) => code)
    }
    const both = ['en', 'de']
    expect((await offer(await operator())).length).toBeGreaterThan(2)
    expect(await offer(await operator(), target.world.client.id)).toEqual(both)
    // Whoever belongs to one tenant works there, chosen or not.
    expect(await offer(await member())).toEqual(both)
    expect(await offer(await member(), target.world.client.id)).toEqual(both)
  })
})

describe('plugin-multi-tenant e2e.spec.ts › Documents', () => {
  it('should set the tenant upon entering a document', async () => {
    // What a document offers follows its own tenant, and not what was selected before.
    const filter = await offered({
      payload: target.payload,
      user: await operator(),
      selected: target.world.client.id,
      collection: 'case-studies',
      data: { tenant: target.world.stranger.id },
      name: 'services',
      relationTo: 'services',
    })
    expect(filter).toEqual({ tenant: { in: [target.world.stranger.id] } })
  })

  const move = async (tenant: string) =>
    target.api.call({
      as: 'operator@test.test',
      method: 'PATCH',
      path: `/api/services/${ours.id}`,
      headers: { cookie: `payload-tenant=${target.world.stranger.id}` },
      body: { tenant, name: 'Ours' },
    })

  const tenantOf = async () =>
    (await target.payload.findByID({ collection: 'services', id: ours.id, depth: 0 })).tenant

  it('should keep the document’s tenant when switching is cancelled', async () => {
    expect((await move(target.world.client.id)).status).toBe(200)
    expect(await tenantOf()).toBe(target.world.client.id)
  })

  it('should not switch the document’s tenant when switching is confirmed, either: it stays with its tenant', async () => {
    const answer = await move(target.world.stranger.id)
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body)).toContain('stays with its tenant')
    expect(await tenantOf()).toBe(target.world.client.id)
  })

  const write = (node: unknown) =>
    target.api.call({
      as: 'editor@client.test',
      method: 'PATCH',
      path: `/api/case-studies/${target.draft.id}?draft=true`,
      body: { chapters: [{ kind: 'story', body: richText('Text', node) }] },
    })

  it('should filter internal links in Lexical editor', async () => {
    for (const collection of ['case-studies', 'pages', 'people'] as const) {
      const user = await member()
      const selected = target.world.client.id
      expect(await listFilter({ payload: target.payload, user, collection, selected })).toEqual({
        and: [{ tenant: { in: [selected] } }],
      })
    }
    expect((await write(linkNode('pages', page.id))).status).toBe(400)
    expect((await write(linkNode('case-studies', target.online.id))).status).toBe(200)
  })

  it('should filter relationships in Lexical BlocksFeature', async () => {
    const toPage = (id: string) =>
      blockNode({ blockType: 'callToAction', heading: 'Go', label: 'Go', kind: 'page', page: id })
    const own = await target.payload.create({
      collection: 'pages',
      data: { tenant: target.world.client.id, title: 'Our page', _status: 'published' } as never,
    })
    expect((await write(toPage(page.id))).status).toBe(400)
    expect((await write(toPage(own.id))).status).toBe(200)
    const poster = blockNode({ blockType: 'video', kind: 'link', poster: picture.id })
    expect((await write(poster)).status).toBe(400)
  })
})

describe('plugin-multi-tenant e2e.spec.ts › Bulk upload and polymorphic relationships', () => {
  it('should show the tenant field inline in “Edit all” of a bulk upload', async () => {
    const field = fieldOf({ payload: target.payload, collection: 'media', name: 'tenant' }) as {
      admin?: { hidden?: boolean; components?: { Field?: { path?: string } } }
      required?: boolean
    }
    expect(field.admin?.hidden ?? false).toBe(false)
    expect(field.admin?.components?.Field?.path).toContain('TenantField')
    // Left empty, a file goes where its uploader may create, if that is one tenant only.
    const upload = (as: string) =>
      target.upload({
        as,
        bytes: 'a,b',
        data: { title: 'Bulk' },
        mimeType: 'text/csv',
        name: 'bulk.csv',
        path: '/api/documents',
      })
    const single = await upload('editor@client.test')
    expect(single.body.doc.tenant.id).toBe(target.world.client.id)
    expect((await upload('editor@agency.test')).status).toBe(400)
  })

  it('should not add duplicate constraints to a polymorphic relationship', async () => {
    const data = { tenant: target.world.client.id }
    for (const name of [
      'services',
      'industries',
      'technologies',
      'testimonials',
      'client',
    ] as const) {
      const relationTo = name === 'client' ? 'organisations' : name
      const user = await member()
      const filter = await offered({
        payload: target.payload,
        user,
        collection: 'case-studies',
        data,
        name,
        relationTo,
      })
      const constraints = JSON.stringify(filter).match(/"tenant"/g) ?? []
      expect({ name, constraints: constraints.length }).toEqual({ name, constraints: 1 })
    }
  })
})
