// Documents point only at documents of their own tenant, and files are public only while something
// public shows them.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Payload } from 'payload'
import type { CaseStudy, Media } from '../../payload-types.ts'
import {
  blockNode,
  createPicture,
  createStudy,
  linkNode,
  richText,
  uploadNode,
} from '../support/content.ts'
import { startApi, type Api } from '../support/http.ts'
import { startPayload, type TestPayload } from '../support/payload.ts'
import { createWorld, PASSWORD, type World } from '../support/tenants.ts'

let running: TestPayload
let payload: Payload
let api: Api
let world: World
let draft: CaseStudy
let picture: Media
let foreignPicture: Media
let foreignStudy: CaseStudy

beforeAll(async () => {
  running = await startPayload()
  payload = running.payload
  world = await createWorld({ payload })
  api = await startApi({ payload, password: PASSWORD })
  const tenant = world.client.id
  picture = await createPicture({ payload, tenant })
  foreignPicture = await createPicture({ payload, tenant: world.stranger.id })
  await createStudy({ payload, tenant, title: 'Public', cover: picture.id })
  draft = await createStudy({ payload, tenant, title: 'Draft', _status: 'draft' })
  foreignStudy = await createStudy({ payload, tenant: world.stranger.id, title: 'Theirs' })
})

afterAll(async () => {
  await api?.stop()
  await running.stop()
})

describe('references', () => {
  it('refuses to point at another tenant’s media, studies or terms, in any field, block or link', async () => {
    const service = await payload.create({
      collection: 'services',
      data: { tenant: world.stranger.id, name: 'Theirs' } as never,
      overrideAccess: true,
    })
    const body = (node: unknown) => [{ kind: 'story', body: richText('Text', node) }]
    const attempts: Record<string, Record<string, unknown>> = {
      cover: { cover: foreignPicture.id },
      services: { services: [service.id] },
      related: { related: { mode: 'manual', studies: [foreignStudy.id] } },
      'seo image': { seo: { image: foreignPicture.id } },
      'upload node': { chapters: body(uploadNode(foreignPicture.id)) },
      'gallery block': {
        chapters: body(
          blockNode({
            blockType: 'gallery',
            layout: 'grid',
            images: [{ image: foreignPicture.id }],
          }),
        ),
      },
      'before/after block': {
        chapters: body(
          blockNode({ blockType: 'beforeAfter', before: picture.id, after: foreignPicture.id }),
        ),
      },
      'call to action': {
        chapters: body(
          blockNode({ blockType: 'callToAction', kind: 'study', study: foreignStudy.id }),
        ),
      },
      'internal link': { chapters: body(linkNode('case-studies', foreignStudy.id)) },
      'nothing at all': { cover: '0193b9f0-0000-7000-8000-000000000000' },
    }
    for (const [what, data] of Object.entries(attempts)) {
      for (const query of ['', '?draft=true', '?draft=true&autosave=true']) {
        const result = await api.call({
          as: 'owner@client.test',
          method: 'PATCH',
          path: `/api/case-studies/${draft.id}${query}`,
          body: data,
        })
        expect({ what, query, status: result.status }).toEqual({ what, query, status: 400 })
      }
    }
    const own = await api.call({
      as: 'owner@client.test',
      method: 'PATCH',
      path: `/api/case-studies/${draft.id}?draft=true`,
      body: { cover: picture.id, chapters: body(uploadNode(picture.id)) },
    })
    expect(own.status).toBe(200)
  })
})

describe('files', () => {
  it('serves and lists a picture only when something public shows it', async () => {
    const file = (media: Media) => `/api/media/file/${encodeURIComponent(media.filename!)}`
    expect((await api.call({ path: file(picture) })).status).toBe(200)
    expect([403, 404]).toContain((await api.call({ path: file(foreignPicture) })).status)
    expect(
      (await api.call({ as: 'viewer@stranger.test', path: file(foreignPicture) })).status,
    ).toBe(200)
    const listed = await api.call({ path: '/api/media?limit=100' })
    expect(listed.body.docs.map(({ id }: Media) => id)).toEqual([picture.id])
  })

  it('withdraws it with the study', async () => {
    const shown = await createPicture({ payload, tenant: world.client.id, colour: '#993333' })
    const study = await createStudy({
      payload,
      tenant: world.client.id,
      title: 'Short-lived',
      cover: shown.id,
    })
    const path = `/api/media/file/${encodeURIComponent(shown.filename!)}`
    expect((await api.call({ path })).status).toBe(200)
    await payload.update({
      collection: 'case-studies',
      id: study.id,
      data: { _status: 'draft' },
      overrideAccess: true,
    })
    expect([403, 404]).toContain((await api.call({ path })).status)
  })
})
