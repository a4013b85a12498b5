// What others point at is deleted or trashed only after saying what becomes of that; what points nowhere is listed.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { CollectionSlug } from 'payload'
import { isRefused, startTarget, type Answer, type Target } from './support/attacks.ts'
import { blockNode, createStudy, linkNode, richText } from './support/content.ts'
import { inShort } from './support/inShort.ts'

let target: Target
let tenant: string
let count = 0

beforeAll(async () => {
  target = await startTarget()
  tenant = target.world.client.id
})

afterAll(() => target?.stop())

const EDITOR = 'editor@client.test'
const ADMIN = 'admin@client.test'

const make = async (collection: CollectionSlug, data: object = {}): Promise<string> => {
  count += 1
  const name = `${collection} ${count}`
  const doc = await target.payload.create({
    collection,
    data: {
      tenant,
      _status: 'published',
      ...(collection === 'pages'
        ? { title: name }
        : collection === 'testimonials'
          ? { quote: name, attribution: name, consent: 'granted' }
          : { name }),
      ...data,
    } as never,
  })
  return String(doc.id)
}

/** Everything that can be pointed at and trashed, with what points there; each in a field and in a text. */
const PLACES: [CollectionSlug, (id: string) => Record<string, unknown>][] = [
  ['people', (id) => ({ credits: [{ person: id, role: 'Design' }] })],
  ['organisations', (id) => ({ client: id })],
  ['testimonials', (id) => ({ testimonials: [id] })],
  ['services', (id) => ({ services: [id] })],
  ['industries', (id) => ({ industries: [id] })],
  ['technologies', (id) => ({ technologies: [id] })],
  [
    'pages',
    (id) => ({ chapters: [{ kind: 'story', body: richText('Words', linkNode('pages', id)) }] }),
  ],
  [
    'people',
    (id) => ({ chapters: [{ kind: 'story', body: richText('Words', linkNode('people', id)) }] }),
  ],
  [
    'testimonials',
    (id) => ({
      chapters: [
        {
          kind: 'story',
          body: richText('Words', blockNode({ blockType: 'quote', testimonial: id })),
        },
      ],
    }),
  ],
]

const study = async (data: object) => {
  count += 1
  const { id } = await createStudy({
    payload: target.payload,
    tenant,
    title: `Study ${count}`,
    ...data,
  })
  return { id, title: `Study ${count}` }
}

const WAYS: [string, (collection: string, id: string, query: string) => Promise<Answer>][] = [
  [
    'trashed',
    (collection, id, query) =>
      target.api.call({
        as: ADMIN,
        method: 'PATCH',
        path: `/api/${collection}/${id}?${query}`,
        body: { deletedAt: '2026-01-01T00:00:00.000Z' },
      }),
  ],
  [
    'deleted',
    (collection, id, query) =>
      target.api.call({ as: ADMIN, method: 'DELETE', path: `/api/${collection}/${id}?${query}` }),
  ],
]

const stored = async (id: string, draft: boolean) =>
  JSON.stringify(await target.payload.findByID({ collection: 'case-studies', depth: 0, draft, id }))

const isThere = async (collection: CollectionSlug, id: string) =>
  (await target.payload.findByID({ collection, id, disableErrors: true })) !== null

/** Of a place in short, each of them at another one. */
const waysAt = (collection: string, turn = 0) =>
  inShort(WAYS, PLACES.findIndex(([one]) => one === collection) + turn, WAYS.length)

describe.each(PLACES)('%s that something points at', (collection, pointing) => {
  it.each(waysAt(collection))('are not %s without a word', async (_, end) => {
    const id = await make(collection)
    const { id: from, title } = await study(pointing(id))
    const answer = await end(collection, id, '')
    expect(answer.status).toBe(409)
    expect(answer.body.code).toBe('still_referenced')
    expect(answer.body.detail).toContain(title)
    expect(answer.body.errors[0].data).toMatchObject({
      hidden: 0,
      referrers: [
        { collection: 'case-studies', id: from, title, isOnline: true, url: expect.any(String) },
      ],
    })
    expect(await isThere(collection, id)).toBe(true)
    const { body } = await target.api.call({
      as: EDITOR,
      path: `/api/${collection}/${id}/referrers`,
    })
    expect(body).toMatchObject({ hidden: 0, referrers: [{ id: from }] })
  })

  it.each(waysAt(collection, 1))('are taken out of it when they are %s', async (_, end) => {
    const id = await make(collection)
    const { id: from } = await study({ ...pointing(id), headline: 'Online' })
    await target.payload.update({
      collection: 'case-studies',
      id: from,
      data: { headline: 'In preparation' },
      draft: true,
    })
    const answer = await end(collection, id, 'references=remove')
    expect([answer.status, answer.body.errors]).toEqual([200, undefined])
    for (const [draft, headline] of [
      [false, 'Online'],
      [true, 'In preparation'],
    ] as const) {
      const text = await stored(from, draft)
      expect(text).not.toContain(id)
      expect(text).toContain(headline)
    }
    expect(await isThere(collection, id)).toBe(false)
    const { body } = await target.api.call({ path: `/api/case-studies/${from}` })
    expect(body.headline).toBe('Online')
  })

  it.each(waysAt(collection, 2))(
    'have another one in their place when they are %s',
    async (_, end) => {
      const id = await make(collection)
      const other = await make(collection)
      const { id: from } = await study(pointing(id))
      const answer = await end(collection, id, `references=${other}`)
      expect([answer.status, answer.body.errors]).toEqual([200, undefined])
      for (const draft of [false, true]) {
        const text = await stored(from, draft)
        expect(text).not.toContain(id)
        expect(text).toContain(other)
      }
    },
  )

  it('leave a gap that is listed when that is asked for', async () => {
    const id = await make(collection)
    const { id: from, title } = await study(pointing(id))
    const answer = await WAYS[0]![1](collection, id, 'references=keep')
    expect(answer.status).toBe(200)
    expect((await target.api.call({ path: `/api/case-studies/${from}?depth=0` })).body).not.toEqual(
      expect.stringContaining(id),
    )
    const { body } = await target.api.call({
      as: EDITOR,
      path: `/api/tenants/${tenant}/broken-links`,
    })
    const own = (body.documents as { id: string; links: { id: string }[] }[]).filter(
      (one) => one.id === from,
    )
    expect(own).toEqual([
      {
        collection: 'case-studies',
        id: from,
        title,
        isOnline: true,
        url: expect.stringContaining(from),
        links: [{ collection, id, path: expect.any(String), state: 'trashed' }],
      },
    ])
    const shown = await target.api.call({ path: `/api/case-studies/${from}?depth=1` })
    expect(JSON.stringify(shown.body)).not.toContain(id)
  })
})

describe('what becomes of references', () => {
  it('is refused when it makes no sense, and nothing is changed', async () => {
    const id = await make('people')
    const foreign = await make('people', { tenant: target.world.stranger.id })
    const page = await make('pages')
    const { id: from } = await study(PLACES[0]![1](id))
    for (const choice of ['nonsense', id, foreign, page, '0193b9f0-0000-7000-8000-000000000000']) {
      const answer = await WAYS[0]![1]('people', id, `references=${choice}`)
      expect([choice, answer.status]).toEqual([choice, 400])
    }
    expect(await isThere('people', id)).toBe(true)
    expect(await stored(from, false)).toContain(id)
  })

  it('is all or nothing', async () => {
    const { payload, world } = target
    const contributor = await world.user('contributor', 'client')
    const { id } = await payload.create({
      collection: 'people',
      data: { tenant, name: 'Own draft' } as never,
      overrideAccess: false,
      user: contributor,
    })
    const own = await payload.create({
      collection: 'case-studies',
      data: { tenant, title: 'Own', visibility: 'public', credits: [{ person: id }] } as never,
      overrideAccess: false,
      user: contributor,
    })
    const { id: others } = await study(PLACES[0]![1](id))
    const path = `/api/people/${id}?references=remove`
    const body = { deletedAt: '2026-01-01T00:00:00.000Z' }
    const answer = await target.api.call({
      as: 'contributor@client.test',
      method: 'PATCH',
      path,
      body,
    })
    expect(isRefused(answer)).toBe(true)
    expect(answer.body.code).toBe('references_not_changeable')
    expect(await stored(own.id, true)).toContain(id)
    expect(await stored(others, false)).toContain(id)
    expect(await isThere('people', id)).toBe(true)
  })

  it('is asked of many at once as it is of one', async () => {
    const [pointed, free] = [await make('people'), await make('people')]
    const { id: from } = await study(PLACES[0]![1](pointed))
    const end = (method: 'DELETE' | 'PATCH', ids: string[], choice = '') =>
      target.api.call({
        as: ADMIN,
        method,
        path: `/api/people?where[id][in]=${ids.join(',')}${choice}`,
        ...(method === 'PATCH' ? { body: { deletedAt: '2026-01-01T00:00:00.000Z' } } : {}),
      })
    const told = {
      id: pointed,
      code: 'still_referenced',
      hidden: 0,
      referrers: [{ collection: 'case-studies', id: from }],
    }
    for (const method of ['PATCH', 'DELETE'] as const) {
      const alone = await end(method, [pointed])
      expect([alone.status, alone.body.code]).toEqual([409, 'still_referenced'])
      expect(alone.body.errors).toMatchObject([told])
    }
    const both = await end('PATCH', [pointed, free])
    expect(both.body.docs).toMatchObject([{ id: free }])
    expect(both.body.errors).toMatchObject([told])
    expect((await end('PATCH', [pointed], '&references=remove')).status).toBe(200)
    expect(await stored(from, false)).not.toContain(pointed)
  })

  it('says of each of many which one it is about', async () => {
    const ids = [await make('people'), await make('people')]
    const { docs } = await target.payload.find({
      collection: 'people',
      where: { id: { in: ids } },
    })
    const { body } = await target.api.call({
      as: EDITOR,
      method: 'DELETE',
      path: `/api/people?where[id][in]=${ids.join(',')}`,
    })
    const sentences = (body.errors as { message: string }[]).map(({ message }) => message)
    expect(sentences).toHaveLength(2)
    for (const { name } of docs) {
      expect(sentences).toContainEqual(expect.stringMatching(`^“${name}”: Only an admin`))
    }
  })

  it('is told to nobody else', async () => {
    const id = await make('people')
    await study(PLACES[0]![1](id))
    for (const as of [undefined, 'owner@stranger.test']) {
      const options = as === undefined ? {} : { as }
      expect(
        isRefused(await target.api.call({ ...options, path: `/api/people/${id}/referrers` })),
      ).toBe(true)
      expect(
        isRefused(
          await target.api.call({ ...options, path: `/api/tenants/${tenant}/broken-links` }),
        ),
      ).toBe(true)
    }
  })

  it('is asked in bulk and in GraphQL too', async () => {
    const id = await make('people')
    const { title } = await study(PLACES[0]![1](id))
    const many = await target.api.call({
      as: ADMIN,
      method: 'PATCH',
      path: `/api/people?where[id][in]=${id}`,
      body: { deletedAt: '2026-01-01T00:00:00.000Z' },
    })
    expect(JSON.stringify(many.body.errors)).toContain(title)
    const graphql = await target.graphql({
      as: ADMIN,
      query: `mutation { deletePerson(id: "${id}") { id } }`,
    })
    expect(JSON.stringify(graphql.body.errors)).toContain(title)
    expect(await isThere('people', id)).toBe(true)
  })
})
