// What a change of a document tells, in every collection that sites read: exactly the tags of what it changes, and whether
// that is what is shown or who may see it. What no reader was or is shown tells nothing.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { CollectionSlug, Payload } from 'payload'
import { richText } from '../support/content.ts'
import { startPayload, type TestPayload } from '../support/payload.ts'
import { createWorld, type World } from '../support/tenants.ts'
import { NOTHING, toldBy, writesOf, type Data, type Told, type Writes } from '../support/told.ts'

type Case = {
  collection: CollectionSlug
  data: Data
  /** Changes nothing but what is shown. */
  text: Data
  /** What lists choose or sort by; a collection may have nothing like it. */
  listed?: Data
  /** Who may see it. */
  access: Data[]
}

const NEXT_YEAR = new Date(Date.now() + 365 * 24 * 60 * 60 * 1000).toISOString()

const CASES: Case[] = [
  {
    collection: 'case-studies',
    data: { title: 'A study', visibility: 'public' },
    text: { summary: 'Told otherwise' },
    listed: { year: 2020 },
    access: [
      { visibility: 'unlisted' },
      { visibility: 'password', password: 'long enough' },
      { anonymous: true, anonymousLabel: 'A port' },
      { embargoUntil: NEXT_YEAR },
      { slug: 'another-slug' },
    ],
  },
  {
    collection: 'pages',
    data: { title: 'A page' },
    text: { body: richText('Told otherwise') },
    listed: { title: 'Another title' },
    access: [{ slug: 'another-slug' }],
  },
  {
    collection: 'people',
    data: { name: 'Ada' },
    text: { role: 'Engineer' },
    listed: { name: 'Grace' },
    access: [{ slug: 'another-slug' }],
  },
  {
    collection: 'organisations',
    data: { name: 'A port' },
    text: { description: 'Told otherwise' },
    listed: { name: 'Another port' },
    access: [{ confidential: true }, { url: 'https://port.example' }, { slug: 'another-slug' }],
  },
  {
    collection: 'services',
    data: { name: 'Research' },
    text: { description: 'Told otherwise' },
    listed: { name: 'Design' },
    access: [{ slug: 'another-slug' }],
  },
  {
    collection: 'industries',
    data: { name: 'Shipping' },
    text: { description: 'Told otherwise' },
    listed: { name: 'Rail' },
    access: [{ slug: 'another-slug' }],
  },
  {
    collection: 'technologies',
    data: { name: 'Postgres' },
    text: { url: 'https://postgres.example' },
    listed: { name: 'TypeScript' },
    access: [{ slug: 'another-slug' }],
  },
  {
    collection: 'testimonials',
    data: { quote: 'It works', attribution: 'Ada', consent: 'granted' },
    text: { quote: 'It works well' },
    access: [{ consent: 'pending' }],
  },
]

let running: TestPayload
let payload: Payload
let world: World
let writes: Writes

beforeAll(async () => {
  running = await startPayload()
  payload = running.payload
  world = await createWorld({ payload })
  writes = writesOf({ payload, tenant: world.client.id })
})

afterAll(() => running?.stop())

describe.each(CASES)('$collection', ({ access: ofAccess, collection, data, listed, text }) => {
  it('tells nothing of a draft, whatever becomes of it', async () => {
    const told = await toldBy(async () => {
      const { id } = await writes.create(collection, { ...data, _status: 'draft' })
      await writes.update(collection, id, text, { draft: true })
      await writes.update(collection, id, listed ?? text)
      await writes.update(collection, id, { deletedAt: new Date().toISOString() })
      await writes.update(collection, id, { deletedAt: null }, { trash: true })
      await writes.remove(collection, id)
    })
    expect(told).toEqual(NOTHING)
  })

  it('tells who may see it when it goes online and offline, by whichever way', async () => {
    const made = await writes.create(collection, { ...data, _status: 'draft' })
    const { id, slug } = made
    const appears = writes.appearance(collection, id, [slug])
    const ways: [string, () => Promise<unknown>, Told][] = [
      ['publish', () => writes.update(collection, id, { _status: 'published' }), appears],
      ['save a draft', () => writes.update(collection, id, text, { draft: true }), NOTHING],
      ['unpublish', () => writes.update(collection, id, { _status: 'draft' }), appears],
      ['publish again', () => writes.update(collection, id, { _status: 'published' }), appears],
      [
        'trash',
        () => writes.update(collection, id, { deletedAt: new Date().toISOString() }),
        appears,
      ],
      [
        'restore',
        () => writes.update(collection, id, { deletedAt: null }, { trash: true }),
        NOTHING,
      ],
      ['publish once more', () => writes.update(collection, id, { _status: 'published' }), appears],
      ['delete', () => writes.remove(collection, id), appears],
    ]
    for (const [way, work, expected] of ways) {
      expect([way, await toldBy(work)]).toEqual([way, expected])
    }
  })

  it('tells what is shown when nothing else changes, and the lists when they choose by it', async () => {
    const { id } = await writes.create(collection, { ...data, _status: 'published' })
    const publish = (changes: Data) =>
      writes.update(collection, id, { ...changes, _status: 'published' })
    expect(await toldBy(() => publish(text))).toEqual({ content: [id], access: [] })
    if (listed) {
      const lists = [`${collection}:*`, `${collection}:${world.client.id}`]
      expect(await toldBy(() => publish(listed))).toEqual({
        content: [id, ...lists].sort(),
        access: [],
      })
    }
    await writes.remove(collection, id)
  })

  it('tells who may see it when that changes, under the slug before and after', async () => {
    for (const changes of ofAccess) {
      const { id, slug } = await writes.create(collection, { ...data, _status: 'published' })
      const publish = () => writes.update(collection, id, { ...changes, _status: 'published' })
      const expected = writes.membership(collection, id, [...new Set([slug, changes.slug ?? slug])])
      const told = await toldBy(publish)
      expect([changes, told.content]).toEqual([changes, []])
      expect([changes, told.access]).toEqual([changes, expect.arrayContaining(expected)])
      await writes.remove(collection, id)
    }
  })

  it('tells each of many that are changed or deleted at once', async () => {
    const made = []
    for (const name of ['one', 'two', 'three']) {
      const title = Object.keys(data).find((key) => ['title', 'name', 'attribution'].includes(key))!
      made.push(
        await writes.create(collection, {
          ...data,
          [title]: `${name} of many`,
          _status: 'published',
        }),
      )
    }
    const ids = made.map(({ id }) => id)
    const where = { id: { in: ids } }
    const changed = await toldBy(() =>
      payload.update({
        collection,
        where,
        data: { ...text, _status: 'published' },
        overrideAccess: true,
      } as never),
    )
    expect(changed).toEqual({ content: [...ids].sort(), access: [] })
    const gone = await toldBy(() => payload.delete({ collection, where, overrideAccess: true }))
    const all = made.flatMap(({ id, slug }) => writes.membership(collection, id, [slug]))
    expect(gone).toEqual({ content: [], access: [...new Set(all)].sort() })
  })
})
