// What the admin's lists call online is what readers meet, whatever was published once.
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { createLocalReq, type CollectionSlug, type PayloadRequest } from 'payload'
// Payload's own question, which is answered in collections/shared/hooks/countOnline.ts.
import { enrichDocsWithVersionStatus } from '../node_modules/@payloadcms/next/dist/views/List/enrichDocsWithVersionStatus.js'
import { startPayload, type TestPayload } from './support/payload.ts'
import { createWorld, type World } from './support/tenants.ts'

let running: TestPayload
let world: World
let req: PayloadRequest

beforeAll(async () => {
  running = await startPayload()
  world = await createWorld({ payload: running.payload })
  req = await createLocalReq({ user: await world.user('editor', 'client') }, running.payload)
})

afterAll(async () => {
  await running?.stop()
})

/** As a list reads it: the latest version, with the word that Payload finds for it. */
const statusOf = async (collection: CollectionSlug, id: string): Promise<unknown> => {
  const { docs } = await running.payload.find({
    collection,
    draft: true,
    trash: true,
    where: { id: { equals: id } },
  })
  const enriched = (await enrichDocsWithVersionStatus({
    collectionConfig: running.payload.collections[collection].config,
    data: { docs } as never,
    req,
  })) as { docs: { _displayStatus?: string; _status?: string }[] }
  const [doc] = enriched.docs
  return doc?._displayStatus ?? doc?._status
}

it.each(['case-studies', 'pages', 'people', 'testimonials', 'services'] as const)(
  'among %s',
  async (collection) => {
    const { payload } = running
    const text = { name: 'A', attribution: 'A', quote: 'A', title: 'A' }
    const { id } = await payload.create({
      collection,
      data: { ...text, tenant: world.client.id, _status: 'published' } as never,
    })
    const change = async (data: object, draft = false) => {
      await payload.update({ collection, id, data, draft, trash: true })
      return statusOf(collection, id)
    }
    const next = { ...text, name: 'B', title: 'B' }
    expect(await statusOf(collection, id)).toBe('published')
    expect(await change({ ...next, _status: 'draft' }, true)).toBe('changed')
    expect(await change({ _status: 'draft' })).toBe('draft')
    expect(await change({ _status: 'published' })).toBe('published')
    expect(await change({ deletedAt: new Date().toISOString() })).not.toBe('changed')
    expect(await change({ deletedAt: null, _status: 'draft' })).toBe('draft')
  },
)
