// Ids of other tenants: to be read, restored, copied, pointed at, or merely confirmed.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Media } from '../../payload-types.ts'
import {
  blockNode,
  createPicture,
  createStudy,
  linkNode,
  richText,
  uploadNode,
} from '../support/content.ts'
import { countOf, isRefused, startTarget, type Target } from '../support/attacks.ts'

let target: Target
let versionId: string
let foreignPicture: Media
let foreignRow: string

const STRANGER = 'owner@stranger.test'
const ABSENT = '0193b9f0-0000-7000-8000-000000000000'

beforeAll(async () => {
  target = await startTarget()
  const { payload, world } = target
  await payload.update({
    collection: 'case-studies',
    id: target.online.id,
    data: { title: 'Client online, unseen change' },
    draft: true,
  })
  const { docs } = await payload.findVersions({
    collection: 'case-studies',
    where: { parent: { equals: target.online.id } },
    sort: '-updatedAt',
  })
  versionId = docs[0]!.id
  foreignPicture = await createPicture({ payload, tenant: world.client.id })
  const withRows = await createStudy({
    payload,
    tenant: world.client.id,
    title: 'With rows',
    _status: 'draft',
    outcomes: [{ value: 1, label: 'One' }],
  })
  foreignRow = (withRows.outcomes?.[0] as { id: string }).id
})

afterAll(async () => {
  await target?.stop()
})

describe('versions of others', () => {
  it('are not read, listed, counted or compared', async () => {
    for (const as of [undefined, STRANGER]) {
      const one = await target.api.call({ as, path: `/api/case-studies/versions/${versionId}` })
      expect({ as, refused: isRefused(one) }).toEqual({ as, refused: true })
      for (const where of [
        `where[parent][equals]=${target.online.id}`,
        `where[version.tenant][equals]=${target.world.client.id}`,
        'where[version.title][like]=unseen',
        'where[or][0][id][exists]=true',
      ]) {
        const list = await target.api.call({
          as,
          path: `/api/case-studies/versions?${where}&limit=0`,
        })
        expect(JSON.stringify(list.body)).not.toContain('unseen')
      }
      const graph = await target.graphql({
        as,
        query: `{ versionCaseStudy(id: "${versionId}") { id } versionsCaseStudies(limit: 0) { docs { version { title } } } }`,
      })
      expect(JSON.stringify(graph.body)).not.toContain('unseen')
    }
    const own = await target.api.call({
      as: 'editor@client.test',
      path: `/api/case-studies/versions/${versionId}`,
    })
    expect(own.body.version.title).toContain('unseen')
  })

  it('are not restored, and one’s own is not restored into somebody else’s document', async () => {
    for (const as of [undefined, STRANGER, 'viewer@client.test']) {
      for (const query of ['', '?draft=true']) {
        const answer = await target.api.call({
          as,
          method: 'POST',
          path: `/api/case-studies/versions/${versionId}${query}`,
        })
        expect({ as, refused: isRefused(answer) }).toEqual({ as, refused: true })
      }
    }
    const kept = await target.payload.findByID({ collection: 'case-studies', id: target.online.id })
    expect(kept.title).toBe('Client online')
  })
})

describe('documents of others', () => {
  it('are not duplicated; of what is online a copy has nothing but what everybody reads', async () => {
    const { client, stranger } = target.world
    const annotated = await createStudy({
      payload: target.payload,
      tenant: client.id,
      title: 'Annotated',
      notes: [{ text: 'Do not tell' }],
      origin: { key: 'private/path.md' },
    })
    const duplicate = (id: string, body: Record<string, unknown>) =>
      target.api.call({
        as: STRANGER,
        method: 'POST',
        path: `/api/case-studies/${id}/duplicate`,
        body,
      })
    for (const id of [target.online.id, target.draft.id]) {
      expect(isRefused(await duplicate(id, {}))).toBe(true)
      expect(isRefused(await duplicate(id, { tenant: client.id, slug: 'mine' }))).toBe(true)
    }
    expect(isRefused(await duplicate(target.draft.id, { tenant: stranger.id }))).toBe(true)
    await duplicate(annotated.id, { tenant: stranger.id, slug: 'mine' })
    const copies = await target.payload.find({
      collection: 'case-studies',
      draft: true,
      where: { tenant: { equals: stranger.id } },
    })
    expect(JSON.stringify(copies.docs)).not.toContain('Do not tell')
  })

  it('are not to be told from those that are not there', async () => {
    const both = async (request: (id: string) => Parameters<typeof target.api.call>[0]) => {
      const answers = []
      for (const id of [target.draft.id, ABSENT]) {
        const { body, status } = await target.api.call(request(id))
        const { requestId: _, ...said } = body as Record<string, unknown>
        answers.push(JSON.stringify({ status, said }).replaceAll(id, 'ID'))
      }
      return answers
    }
    const title = { title: 'X' }
    const requests: ((id: string) => Parameters<typeof target.api.call>[0])[] = [
      (id) => ({ as: STRANGER, path: `/api/case-studies/${id}?draft=true` }),
      (id) => ({ as: STRANGER, method: 'PATCH', path: `/api/case-studies/${id}`, body: title }),
      (id) => ({ as: STRANGER, method: 'DELETE', path: `/api/case-studies/${id}` }),
      (id) => ({
        as: STRANGER,
        method: 'POST',
        path: `/api/case-studies/${id}/duplicate`,
        body: {},
      }),
      (id) => ({ as: STRANGER, path: `/api/case-studies/count?where[id][equals]=${id}` }),
      (id) => ({
        as: STRANGER,
        method: 'PATCH',
        path: `/api/case-studies/${target.foreignDraft.id}?draft=true`,
        body: { related: { mode: 'manual', studies: [id] } },
      }),
      (id) => ({ as: STRANGER, method: 'POST', path: `/api/case-studies/access/${id}`, body: {} }),
    ]
    for (const request of requests) {
      const [theirs, absent] = await both(request)
      expect(theirs).toBe(absent)
    }
  })

  it('the id of a new document is not chosen, be it one that another tenant has', async () => {
    for (const id of [target.draft.id, ABSENT]) {
      const answer = await target.api.call({
        as: STRANGER,
        method: 'POST',
        path: '/api/case-studies?draft=true',
        body: { id, title: `Chosen ${id}`, tenant: target.world.stranger.id },
      })
      expect({ id, status: answer.status }).toEqual({ id, status: 201 })
      expect(answer.body.doc.id).not.toBe(id)
    }
    const kept = await target.payload.findByID({
      collection: 'case-studies',
      id: target.draft.id,
      draft: true,
    })
    expect(kept.title).toBe('Client draft')
  })

  it('the id of an array row takes nothing from whoever has it', async () => {
    const patch = (id: string, query: string, status = 'draft') =>
      target.api.call({
        as: STRANGER,
        method: 'PATCH',
        path: `/api/case-studies/${target.foreignDraft.id}${query}`,
        body: { outcomes: [{ id, value: 2, label: 'Two' }], _status: status },
      })
    // Row ids are 96 random bits: who has one knows it already. It is refused, not handed over.
    const taken = await patch(foreignRow, '', 'published')
    expect(taken.status).toBe(400)
    for (const query of ['?draft=true', '?draft=true&autosave=true']) {
      expect((await patch(foreignRow, query)).status).toBe(200)
    }
    const kept = await target.payload.find({
      collection: 'case-studies',
      where: { title: { equals: 'With rows' } },
    })
    expect(kept.docs[0]?.outcomes?.[0]).toMatchObject({ id: foreignRow, value: 1 })
  })

  it('a slug, a path, a host or a name that another tenant has is free in one’s own', async () => {
    const { client, stranger } = target.world
    const attempts = [
      ['case-studies', { title: 'Same', slug: 'same-slug', _status: 'draft' }],
      ['pages', { title: 'Same', slug: 'same-slug', _status: 'draft' }],
      ['people', { name: 'Same', slug: 'same-slug' }],
      ['services', { name: 'Same', slug: 'same-slug' }],
      ['redirects', { from: '/same', to: '/other' }],
      ['domains', { host: 'same.example.com' }],
    ] as const
    for (const [collection, data] of attempts) {
      await target.payload.create({ collection, data: { tenant: client.id, ...data } as never })
      const answer = await target.api.call({
        as: STRANGER,
        method: 'POST',
        path: `/api/${collection}`,
        body: { tenant: stranger.id, ...data },
      })
      expect({ collection, status: answer.status, errors: answer.body.errors }).toEqual({
        collection,
        status: 201,
        errors: undefined,
      })
      const kept = (answer.body.doc as { slug?: string }).slug ?? 'same-slug'
      expect(kept).toBe('same-slug')
    }
  })
})

describe('pointing at others', () => {
  const body = (node: unknown) => [{ kind: 'story', body: richText('Text', node) }]

  it('no draft, autosave, row, upload, link, block or locale carries a foreign id', async () => {
    const id = foreignPicture.id
    const attempts: Record<string, unknown>[] = [
      { cover: id },
      { cover: { id } },
      { cover: { relationTo: 'media', value: id } },
      { seo: { image: id } },
      { credits: [{ name: 'A', person: id }] },
      { chapters: body(uploadNode(id)) },
      { chapters: body(linkNode('case-studies', target.draft.id)) },
      {
        chapters: body(
          blockNode({
            blockType: 'gallery',
            layout: 'grid',
            images: [{ image: id }, { image: id }],
          }),
        ),
      },
      { chapters: body(blockNode({ blockType: 'video', kind: 'file', file: id, poster: id })) },
      { createdBy: (await target.world.user('owner', 'client')).id, cover: id },
    ]
    for (const data of attempts) {
      for (const query of [
        '',
        '?draft=true',
        '?draft=true&autosave=true',
        '?draft=true&locale=de',
      ]) {
        const answer = await target.api.call({
          as: STRANGER,
          method: 'PATCH',
          path: `/api/case-studies/${target.foreignDraft.id}${query}`,
          body: data,
        })
        const isStored = answer.status < 400
        expect({ data, query, isStored }).toEqual({ data, query, isStored: false })
      }
    }
    const stored = await target.payload.findByID({
      collection: 'case-studies',
      id: target.foreignDraft.id,
      depth: 0,
      draft: true,
      locale: 'all',
    })
    expect(JSON.stringify(stored)).not.toContain(id)
  })

  it('nor do settings, people, leads or memberships', async () => {
    const { stranger } = target.world
    const settings = await target.payload.find({
      collection: 'site-settings',
      where: { tenant: { equals: stranger.id } },
    })
    const page = await target.payload.create({
      collection: 'pages',
      data: { tenant: target.world.client.id, title: 'Theirs', _status: 'draft' } as never,
    })
    const attempts = [
      ['PATCH', `site-settings/${settings.docs[0]!.id}`, { about: page.id }],
      [
        'PATCH',
        `site-settings/${settings.docs[0]!.id}?draft=true`,
        { navigation: [{ label: 'X', kind: 'page', page: page.id }] },
      ],
      ['POST', 'people', { tenant: stranger.id, name: 'P', portrait: foreignPicture.id }],
      [
        'POST',
        'leads',
        {
          tenant: stranger.id,
          name: 'L',
          email: 'l@x.test',
          message: 'Hello',
          study: target.draft.id,
        },
      ],
    ] as const
    for (const [method, path, data] of attempts) {
      const answer = await target.api.call({
        as: STRANGER,
        method,
        path: `/api/${path}`,
        body: data,
      })
      expect({ path, refused: isRefused(answer) }).toEqual({ path, refused: true })
    }
    const leads = await target.api.call({ as: STRANGER, path: '/api/leads' })
    expect(countOf(leads)).toBe(0)
  })
})
