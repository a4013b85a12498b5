// What was deleted or lies in the trash holds no document that points at it: it is saved, copied, published,
// taken offline, planned, trashed and brought back as before. Of references, only new ones are checked.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { CollectionSlug } from 'payload'
import { grantOf, hasDrafts, hasTrash, rules, type TenantCollection } from '../access/rules.ts'
import { startTarget, type Target } from './support/attacks.ts'
import { blockNode, createStudy, linkNode, richText } from './support/content.ts'
import { HOSTS, plantHidden, plantHost, type Kinds } from './support/hiddenDocuments.ts'
import type { Place } from './support/referencePlaces.ts'
import { KINDS } from './support/takenBack.ts'
import { inShort } from './support/inShort.ts'
import { isDone, LEAVING, RETURNING, SILENT, type Write, type Written } from './support/writes.ts'

const COLLECTIONS = HOSTS.filter(hasDrafts)

/** What can be deleted while something points at it; files cannot. */
const POINTED_AT = (Object.keys(rules) as (CollectionSlug & TenantCollection)[]).filter(hasTrash)

const ENDS = ['deleted', 'trashed'] as const

let target: Target

beforeAll(async () => {
  target = await startTarget()
})

afterAll(() => target?.stop())

const end = async (how: (typeof ENDS)[number], collection: CollectionSlug, id: string) => {
  const { payload } = target
  await (how === 'deleted'
    ? payload.delete({ collection, id, trash: true })
    : payload.update({
        collection,
        id,
        data: { deletedAt: new Date().toISOString() },
      }))
}

const canBe = (slug: TenantCollection, { needs }: Pick<Write, 'needs'>): boolean =>
  needs === undefined ||
  (needs === 'trash' && hasTrash(slug)) ||
  (needs === 'no trash' && !hasTrash(slug)) ||
  (needs === 'schedule' && grantOf(slug, 'schedule') !== undefined) ||
  (needs === 'duplicate' && slug !== 'site-settings')

/** What is planted is of an older editor, which is another matter; texts of today's are tried below. */
const takesText = ({ name }: Write): boolean => /restore|was read|copy to|^a schedule$/.test(name)

/** A text is refused for what its editor does not have, wherever that points. */
const isOfEditor = ({ path, relationTo }: Place): boolean =>
  !path.includes('(relationship)') && !(path.includes('(upload)') && relationTo === 'documents')

const WRITES = [...SILENT, ...LEAVING]
const tried = new Set<string>()

describe.each(ENDS)('what points at what was %s', (how) => {
  const hosts = new Map<TenantCollection, Written>()
  let kinds: Map<string, Kinds>

  beforeAll(async () => {
    kinds = await plantHidden(target)
    for (const collection of COLLECTIONS) {
      const host = await plantHost({
        collection,
        pick: (place) => {
          const id = kinds.get(place.relationTo)?.visible
          return id !== undefined && isOfEditor(place) ? [id] : []
        },
        target,
      })
      const written = { collection: collection as CollectionSlug, id: host!.id }
      await target.payload.update({ ...written, data: {}, draft: true })
      hosts.set(collection, { ...written, saved: KINDS[collection]!.saved, target })
    }
    for (const collection of POINTED_AT) {
      await end(how, collection, kinds.get(collection)!.visible)
    }
  })

  const online = async ({ collection, id }: Written) => {
    await target.payload.db.updateOne({
      collection,
      id,
      data: {
        _status: 'published',
        ...(hasTrash(collection as 'pages') ? { deletedAt: null } : {}),
      },
      req: { context: {}, payload: target.payload, user: await target.world.operator() },
    })
  }

  it.each(COLLECTIONS)('goes on being written and taken offline: %s', async (slug) => {
    const written = hosts.get(slug)!
    const turn = ENDS.indexOf(how) + COLLECTIONS.indexOf(slug)
    for (const write of inShort(WRITES, turn, COLLECTIONS.length)) {
      if (!canBe(slug, write) || takesText(write)) {
        continue
      }
      tried.add(write.name)
      await online(written)
      const answer = await write.run(written).catch((err: unknown) => {
        throw new Error(`${write.name}: ${String(err)}`, { cause: err })
      })
      expect([write.name, isDone(answer) || answer]).toEqual([write.name, true])
    }
    for (const write of hasTrash(slug) ? inShort(RETURNING, turn, RETURNING.length) : []) {
      await online(written)
      await target.payload.update({
        collection: written.collection,
        id: written.id,
        data: { deletedAt: new Date().toISOString() },
      })
      const answer = await write.run(written)
      expect([write.name, isDone(answer) || answer]).toEqual([write.name, true])
    }
  })

  it('is published again, whether fields, links or blocks point there', async () => {
    const { payload, world } = target
    const tenant = world.client.id
    const make = (collection: CollectionSlug, data: object) =>
      payload.create({ collection, data: { tenant, _status: 'published', ...data } as never })
    const person = await make('people', { name: 'Linked' })
    const page = await make('pages', { title: 'Linked' })
    const client = await make('organisations', { name: 'Client' })
    const testimonial = await make('testimonials', {
      quote: 'Q',
      attribution: 'A',
      consent: 'granted',
    })
    const other = await createStudy({ payload, tenant, title: 'Linked' })
    const text = richText(
      'Text',
      linkNode('people', String(person.id)),
      linkNode('pages', String(page.id)),
      linkNode('case-studies', other.id),
      blockNode({ blockType: 'quote', testimonial: testimonial.id }),
      blockNode({
        blockType: 'callToAction',
        kind: 'study',
        study: other.id,
        heading: 'Read',
        label: 'Read',
      }),
    )
    const study = await createStudy({
      payload,
      tenant,
      title: 'Points',
      chapters: [{ kind: 'challenge', body: text }],
      client: client.id,
      // A credit stands without a page of its person.
      credits: [{ name: 'Linked', person: person.id }],
      related: { mode: 'manual', studies: [other.id] },
      testimonials: [testimonial.id],
    })
    const host = await make('pages', { title: 'Points', body: text })
    for (const [collection, { id }] of [
      ['people', person],
      ['pages', page],
      ['organisations', client],
      ['testimonials', testimonial],
      ['case-studies', other],
    ] as [CollectionSlug, { id: string }][]) {
      await end(how, collection, id)
    }
    for (const [collection, id] of [
      ['case-studies', study.id],
      ['pages', String(host.id)],
    ] as [CollectionSlug & TenantCollection, string][]) {
      const written = { collection, id, saved: KINDS[collection]!.saved, target }
      const writes = SILENT.filter((one) => canBe(collection, one))
      for (const write of inShort(writes, ENDS.indexOf(how), 6)) {
        const answer = await write.run(written)
        expect([write.name, isDone(answer) || answer]).toEqual([write.name, true])
      }
    }
    for (const path of [`/api/case-studies/${study.id}`, `/api/pages/${String(host.id)}`]) {
      for (const body of [
        { title: 'Renamed', _status: 'published' },
        { _status: 'draft' },
        { _status: 'published' },
      ]) {
        const answer = await target.api.call({
          as: 'editor@client.test',
          method: 'PATCH',
          path,
          body,
        })
        expect([path, body, answer.status, answer.body.errors]).toEqual([
          path,
          body,
          200,
          undefined,
        ])
      }
    }
  })
})

it('every way to write is among those that were tried', () => {
  const left = WRITES.filter((one) => !takesText(one) && !tried.has(one.name))
  expect(left.map(({ name }) => name)).toEqual([])
})

it('does not point anew at what is not there, or is another tenant’s', async () => {
  const { payload, world } = target
  const study = await createStudy({ payload, tenant: world.client.id, title: 'New' })
  const foreign = await payload.create({
    collection: 'people',
    data: { tenant: world.stranger.id, name: 'Theirs', _status: 'published' } as never,
  })
  for (const id of [foreign.id, '0193b9f0-0000-7000-8000-000000000000']) {
    const answer = await target.api.call({
      as: 'editor@client.test',
      method: 'PATCH',
      path: `/api/case-studies/${study.id}`,
      body: { chapters: [{ kind: 'challenge', body: richText('Text', linkNode('people', id)) }] },
    })
    expect(answer.status).toBe(400)
  }
})

it('takes nothing of another tenant along into a copy', async () => {
  const { payload, world } = target
  const person = await payload.create({
    collection: 'people',
    data: { tenant: world.agency.id, name: 'Theirs', _status: 'published' } as never,
  })
  const study = await createStudy({
    payload,
    tenant: world.agency.id,
    title: 'Copied',
    chapters: [{ kind: 'challenge', body: richText('Text', linkNode('people', person.id)) }],
  })
  const copy = await target.api.call({
    as: 'owner@agency.test',
    method: 'POST',
    path: `/api/case-studies/${study.id}/duplicate`,
    body: { tenant: world.client.id },
  })
  expect(copy.status).toBeGreaterThanOrEqual(400)
})
