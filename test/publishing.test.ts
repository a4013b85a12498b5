// Nothing becomes public unless somebody said so: every action of the admin and the API, on every collection
// with drafts, in every state, and what readers are shown before and after.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import type { CollectionSlug } from 'payload'
import { grantOf, hasDrafts, hasTrash, rules, type TenantCollection } from '../access/rules.ts'
import { startTarget, type Target } from './support/attacks.ts'
import { isOnline, publicView } from './support/publicView.ts'
import { inShort } from './support/inShort.ts'
import { KINDS, type Data } from './support/takenBack.ts'
import {
  AS,
  isDone,
  LEAVING,
  PUBLISHING,
  restoreAndPublish,
  RETURNING,
  SILENT,
  type Write,
  type Written,
} from './support/writes.ts'

const COLLECTIONS = (Object.keys(rules) as TenantCollection[]).filter(hasDrafts)

type State = 'draft' | 'pending' | 'published' | 'scheduled' | 'trashed'

let target: Target
let owner: pg.Client

beforeAll(async () => {
  target = await startTarget()
  owner = new pg.Client({ connectionString: target.databaseUrl })
  await owner.connect()
})

afterAll(async () => {
  await owner?.end()
  await target?.stop()
})

const canBe = (slug: TenantCollection, { needs }: Pick<Write, 'needs'>): boolean =>
  needs === undefined ||
  (needs === 'trash' && hasTrash(slug)) ||
  (needs === 'no trash' && !hasTrash(slug)) ||
  (needs === 'schedule' && grantOf(slug, 'schedule') !== undefined) ||
  (needs === 'duplicate' && slug !== 'site-settings')

/** Brings a document that is online into a state, as the platform. */
const bring = async (written: Written, state: State): Promise<void> => {
  const { collection, id, saved } = written
  const { payload } = target
  await payload.update({
    collection,
    id,
    trash: true,
    data: { _status: 'published', ...BEFORE(saved), deletedAt: null } as never,
  })
  if (state === 'draft') {
    await payload.update({ collection, id, data: { _status: 'draft' } as never })
  }
  if (state === 'pending' || state === 'scheduled') {
    await payload.update({ collection, id, data: PENDING(saved), draft: true })
  }
  if (state === 'scheduled') {
    const user = await target.world.user('owner', 'client')
    await payload.jobs.queue({
      task: 'schedulePublish',
      input: {
        type: 'publish',
        doc: { relationTo: collection as 'pages', value: id },
        user: { relationTo: 'users', value: user.id },
      },
      waitUntil: new Date('2099-01-01'),
    })
  }
  if (state === 'trashed') {
    await payload.update({ collection, id, data: { deletedAt: new Date().toISOString() } })
  }
}

const each = (saved: Data, text: string): Data =>
  Object.fromEntries(Object.keys(saved).map((field) => [field, text]))

const BEFORE = (saved: Data): Data => each(saved, 'As it was')
const PENDING = (saved: Data): Data => each(saved, 'In preparation')

const statesOf = (slug: TenantCollection): State[] => [
  'draft',
  'published',
  'pending',
  ...(hasTrash(slug) ? (['trashed'] as const) : []),
  ...(grantOf(slug, 'schedule') ? (['scheduled'] as const) : []),
]

const storedOf = async ({ collection, id }: Written): Promise<Data> =>
  (await target.payload.findByID({
    collection,
    id,
    depth: 0,
    draft: true,
    trash: true,
  })) as unknown as Data

const CASES = COLLECTIONS.flatMap((slug, index) =>
  inShort(statesOf(slug), index, 2).map((state) => ({ slug, state })),
)
const tried = new Set<Write>()

describe.each(COLLECTIONS)('%s', (slug) => {
  const collection = slug as CollectionSlug
  const { make, saved } = KINDS[slug]!
  let written: Written

  beforeAll(async () => {
    const id = await make(target, 100 + COLLECTIONS.indexOf(slug))
    written = { collection, id, saved, target }
  })

  it.each(CASES.filter((one) => one.slug === slug).map(({ state }) => state))(
    'stays as it is for readers whatever is saved, %s',
    async (state) => {
      await bring(written, state)
      const turn = 7 * CASES.findIndex((one) => one.slug === slug && one.state === state)
      const writes = SILENT.filter((one) => canBe(slug, one))
      for (const write of inShort(writes, turn, 10)) {
        tried.add(write)
        const before = await publicView({ ...written, owner })
        // What lies in the trash may come back, and is no more public then.
        if (state === 'trashed') {
          await bring(written, state)
        }
        const answer = await write.run(written).catch((err: unknown) => {
          if (state !== 'trashed') {
            throw new Error(`${write.name}: ${String(err)}`, { cause: err })
          }
        })
        if (state !== 'trashed') {
          expect([write.name, isDone(answer) || answer]).toEqual([write.name, true])
        }
        expect([write.name, await publicView({ ...written, owner })]).toEqual([write.name, before])
      }
      const plans = await owner.query(
        `select 1 from payload_jobs where input->'doc'->>'value' = $1 and wait_until > '2098-01-01'`,
        [written.id],
      )
      expect(plans.rows.length > 0 || state !== 'scheduled').toBe(true)
    },
  )

  it('keeps what was saved, beside what is online', async () => {
    const keeping = SILENT.filter(
      ({ name, needs }) => /PATCH|GraphQL( draft|$)|Local/.test(name) && needs === undefined,
    )
    for (const write of inShort(keeping, COLLECTIONS.indexOf(slug), 4)) {
      await bring(written, 'pending')
      await write.run(written)
      expect([write.name, await storedOf(written)]).toMatchObject([
        write.name,
        { ...saved, _status: 'draft' },
      ])
    }
  })

  it.each(
    inShort(LEAVING, COLLECTIONS.indexOf(slug) + 4, 6)
      .filter((one) => canBe(slug, one))
      .map((one) => [one.name, one] as const),
  )('is gone for readers after %s', async (_, { run }) => {
    for (const state of ['published', 'pending'] as const) {
      await bring(written, state)
      expect(await isOnline({ ...written, owner })).toBe(true)
      const answer = await run(written)
      expect(isDone(answer) || answer).toBe(true)
      expect(await isOnline({ ...written, owner })).toBe(false)
      // What was saved last is still what was saved last.
      const stored = await storedOf(written)
      expect(stored).toMatchObject(state === 'pending' ? { _status: 'draft' } : {})
      if (!stored.deletedAt) {
        expect(stored).toMatchObject(state === 'pending' ? PENDING(saved) : BEFORE(saved))
      }
      const { docs } = await target.payload.findVersions({
        collection,
        limit: 1,
        where: {
          and: [{ parent: { equals: written.id } }, { 'version._status': { equals: 'published' } }],
        },
      })
      expect(docs).toHaveLength(1)
    }
  })

  if (hasTrash(slug)) {
    it.each(
      inShort(RETURNING, COLLECTIONS.indexOf(slug), RETURNING.length).map(
        (one) => [one.name, one] as const,
      ),
    )('comes back from the trash as a draft by %s', async (_, { run }) => {
      await bring(written, 'trashed')
      const answer = await run(written)
      expect(isDone(answer) || answer).toBe(true)
      expect(await storedOf(written)).toMatchObject({
        ...BEFORE(saved),
        _status: 'draft',
        deletedAt: null,
      })
      expect(await isOnline({ ...written, owner })).toBe(false)
    })
  }

  it.each(
    inShort(PUBLISHING, COLLECTIONS.indexOf(slug) + 1, 3)
      .filter((one) => canBe(slug, one))
      .map((one) => [one.name, one] as const),
  )('is published with what was saved last by %s', async (_, { run }) => {
    await bring(written, 'pending')
    const answer = await run(written)
    expect(isDone(answer) || answer).toBe(true)
    const { body } = await target.api.call({ path: `/api/${collection}/${written.id}` })
    expect(body).toMatchObject(PENDING(saved))
  })

  it('is restored and published when both are asked for', async () => {
    await bring(written, 'pending')
    const { docs } = await target.payload.findVersions({
      collection,
      limit: 1,
      sort: 'updatedAt',
      where: { parent: { equals: written.id } },
    })
    const first = docs[0]!.version as unknown as Data
    const answer = await restoreAndPublish(written)
    expect(isDone(answer) || answer).toBe(true)
    const { body } = await target.api.call({ as: AS, path: `/api/${collection}/${written.id}` })
    expect(body).toMatchObject({
      _status: 'published',
      ...Object.fromEntries(Object.keys(saved).map((field) => [field, first[field] ?? null])),
    })
  })

  if (slug !== 'site-settings') {
    it.each(
      inShort(
        SILENT.filter(({ needs }) => needs === 'duplicate'),
        COLLECTIONS.indexOf(slug),
        3,
      ).map((one) => [one.name, one] as const),
    )('has a copy that nobody published, by %s', async (_, { run }) => {
      await bring(written, 'published')
      const answer = (await run(written)) as {
        body: { data?: Record<string, { id: string }>; doc?: { id: string } }
      }
      const id = answer.body.doc?.id ?? Object.values(answer.body.data!)[0]!.id
      expect(await isOnline({ ...written, id, owner })).toBe(false)
      const copy = await storedOf({ ...written, id })
      expect(copy).toMatchObject({ _status: 'draft' })
      expect(copy.publishedAt ?? null).toBeNull()
    })
  }

  it('begins as a draft', async () => {
    if (slug === 'site-settings') {
      // The only one of its tenant.
      return
    }
    const { _status: _, id: __, slug: ___, ...data } = await storedOf(written)
    const made = await target.api.call({
      as: AS,
      method: 'POST',
      path: `/api/${collection}`,
      body: Object.fromEntries(
        ['name', 'title', 'quote', 'attribution', 'consent', 'visibility', 'tenant']
          .filter((field) => data[field] !== undefined)
          .map((field) => [field, data[field]]),
      ),
    })
    expect(made.status).toBe(201)
    expect(made.body.doc._status).toBe('draft')
    expect(await isOnline({ ...written, id: made.body.doc.id, owner })).toBe(false)
  })
})

it('everything that may be saved is among what was', () => {
  expect(SILENT.filter((one) => !tried.has(one)).map(({ name }) => name)).toEqual([])
})

it('moves people in their list for readers, and publishes no draft by it', async () => {
  const { api, payload, world } = target
  const make = async (name: string) =>
    payload.create({
      collection: 'people',
      data: { tenant: world.client.id, name, _status: 'published' } as never,
    })
  const [first, second] = [await make('First of two'), await make('Second of two')]
  const order = async () =>
    (
      await api.call({
        path: `/api/people?where[id][in]=${first.id},${second.id}&sort=_order`,
      })
    ).body.docs.map(({ name }: { name: string }) => name)
  const moveBehind = (id: string, { _order, id: other }: typeof first) =>
    api.call({
      as: AS,
      method: 'POST',
      path: '/api/reorder',
      body: {
        collectionSlug: 'people',
        docsToMove: [id],
        newKeyWillBe: 'greater',
        orderableFieldName: '_order',
        target: { id: other, key: _order },
      },
    })
  expect((await moveBehind(first.id, second)).status).toBe(200)
  expect(await order()).toEqual(['Second of two', 'First of two'])
  const moved = await payload.findByID({ collection: 'people', draft: true, id: first.id })
  expect(moved._status).toBe('published')
  await payload.update({
    collection: 'people',
    data: { name: 'In preparation' },
    draft: true,
    id: second.id,
  })
  expect((await moveBehind(second.id, moved)).status).toBe(200)
  expect(await order()).toEqual(['Second of two', 'First of two'])
  const answer = await api.call({
    as: AS,
    method: 'PATCH',
    path: `/api/people/${second.id}`,
    body: { _order: moved._order },
  })
  expect(answer.status).toBe(200)
  expect(await order()).toContain('Second of two')
})
