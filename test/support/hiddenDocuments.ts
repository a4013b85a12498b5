// Documents that nobody outside their tenant may read, beside one of each kind that everybody may; and
// public documents that point at either in every place.
import pg from 'pg'
import type { Payload, SanitizedCollectionConfig } from 'payload'
import { fieldRules } from '../../access/fields.ts'
import { grantOf, rules, type RuledCollection, type TenantCollection } from '../../access/rules.ts'
import type { Target } from './attacks.ts'
import { collections } from '../../collections/index.ts'
import { createPicture } from './content.ts'
import { pointingData, type Pick, type Place } from './referencePlaces.ts'

/** In the name of everything hidden. */
export const HIDDEN_WORDS = 'Never to be read'

/** Every kind of hidden document, by collection; the last is of another tenant. */
export type Kinds = { hidden: string[]; foreign: string[]; visible: string }

export type Host = {
  collection: TenantCollection
  id: string
  places: Place[]
  /** Id that it points at → in how many places. */
  pointsAt: Map<string, number>
}

const KINDS: Partial<Record<TenantCollection, Record<string, unknown>[]>> = {
  people: [{ _status: 'draft' }, TRASHED()],
  organisations: [{ _status: 'published', confidential: true }, { _status: 'draft' }],
  testimonials: [{ _status: 'published', consent: 'pending' }, { _status: 'draft' }],
  services: [{ _status: 'draft' }, TRASHED()],
  industries: [{ _status: 'draft' }, TRASHED()],
  technologies: [{ _status: 'draft' }, TRASHED()],
  pages: [{ _status: 'draft' }, TRASHED()],
  'case-studies': [
    { _status: 'published', visibility: 'private' },
    { _status: 'published', visibility: 'public', embargoUntil: '2999-01-01T00:00:00.000Z' },
    { _status: 'published', visibility: 'unlisted' },
    { _status: 'draft' },
    TRASHED(),
  ],
  media: [{ exposure: 'none' }],
  documents: [{ exposure: 'none' }],
}

function TRASHED(): Record<string, unknown> {
  return { _status: 'published', deletedAt: '2026-01-01T00:00:00.000Z' }
}

export const plantHidden = async ({
  databaseUrl,
  payload,
  world,
}: Target): Promise<Map<string, Kinds>> => {
  const kinds = new Map<string, Kinds>()
  for (const [collection, states] of Object.entries(KINDS) as [TenantCollection, object[]][]) {
    const create = (tenant: string, state: object, words: string) =>
      createIn({ collection, payload, state, tenant, words })
    const hidden: string[] = []
    for (const state of states) {
      hidden.push(await create(world.client.id, state, HIDDEN_WORDS))
    }
    kinds.set(collection, {
      hidden,
      foreign: [await create(world.agency.id, states[0]!, HIDDEN_WORDS)],
      visible: await create(world.client.id, visibleState(collection), 'For everybody'),
    })
  }
  await settleExposure({ databaseUrl, kinds })
  return kinds
}

const visibleState = (collection: TenantCollection): object => ({
  ...(collection in { media: 1, documents: 1 } ? { exposure: 'public' } : { _status: 'published' }),
  ...(collection === 'testimonials' ? { consent: 'granted' } : {}),
  ...(collection === 'case-studies' ? { visibility: 'public' } : {}),
})

let count = 0

const createIn = async ({
  collection,
  payload,
  state,
  tenant,
  words,
}: {
  collection: TenantCollection
  payload: Payload
  state: object
  tenant: string
  words: string
}): Promise<string> => {
  count += 1
  const name = `${words} ${count}`
  if (collection === 'media') {
    const { id } = await createPicture({ payload, tenant, colour: `#${String(100_000 + count)}` })
    await payload.update({ collection, id, data: { alt: name } })
    return id
  }
  if (collection === 'documents') {
    const filename = `${name.replaceAll(' ', '-')}.vtt`
    const doc = await payload.db.create({
      collection,
      data: { tenant, title: name, filename, exposure: 'none' },
    })
    return String(doc.id)
  }
  const doc = await payload.create({
    collection: collection as 'people',
    data: {
      tenant,
      ...(['case-studies', 'pages'].includes(collection)
        ? { title: name }
        : collection === 'testimonials'
          ? { quote: name, attribution: name }
          : { name }),
      ...(collection === 'pages' ? { body: null } : {}),
      ...state,
    } as never,
  })
  return doc.id
}

/** What follows from a file's uses is set back: this is about references, not about uses. */
export const settleExposure = async ({
  databaseUrl,
  kinds,
}: {
  databaseUrl: string
  kinds: Map<string, Kinds>
}): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    for (const collection of ['media', 'documents']) {
      const { foreign, hidden, visible } = kinds.get(collection)!
      const set = `update ${collection} set exposure = $1 where id = any ($2)`
      await client.query(set, ['none', [...hidden, ...foreign]])
      await client.query(set, ['public', [visible]])
    }
  } finally {
    await client.end()
  }
}

/** Collections that the public reads. */
const PUBLIC = (Object.keys(rules) as TenantCollection[]).filter(
  (collection) => grantOf(collection, 'read')?.to === 'anyone',
)

/** Pointed at by fields that test/attacks/fieldRules.test.ts is about, or shown anyway. */
function exceptionsOf(collection: RuledCollection): Set<string> {
  return new Set([
    ...Object.entries(fieldRules[collection] ?? {}).flatMap(([name, { read, readWhen }]) =>
      read !== 'document' && !readWhen ? [name] : [],
    ),
    'tenant',
    '_status',
    'deletedAt',
    'exposure',
    'visibility',
    'anonymous',
    'confidential',
    'consent',
  ])
}

/** Public collections that point at something. */
export const HOSTS = PUBLIC.filter((slug) => {
  const fields = collections.find((one) => one.slug === slug)?.fields ?? []
  const { places } = pointingData({ except: exceptionsOf(slug), fields, pick: () => [] })
  return places.length > 0
})

/** Public collections that point at nothing, as far as their own files say. */
export const OTHERS = PUBLIC.filter((slug) => !HOSTS.includes(slug))

/** @returns A public document that points wherever it can, or `null` when it points nowhere. */
export const plantHost = async ({
  collection,
  pick,
  target: { payload, world },
}: {
  collection: TenantCollection
  pick: Pick
  target: Target
}): Promise<Host | null> => {
  const config = payload.collections[collection].config
  const pointsAt = new Map<string, number>()
  const { data, places } = pointingData({
    except: exceptionsOf(collection),
    fields: config.fields,
    pick: (place) => {
      const ids = pick(place).slice(0, place.isMany ? undefined : 1)
      ids.forEach((id) => pointsAt.set(id, (pointsAt.get(id) ?? 0) + 1))
      return ids
    },
  })
  if (places.length === 0) {
    return null
  }
  const operator = await world.operator()
  const id = await write({
    config,
    data: { ...data, ...visibleState(collection) },
    operator,
    payload,
    tenant: world.client.id,
  })
  return { collection, id, places, pointsAt }
}

/** Past hooks and validation, with an operator's rights: nobody could write all of it at once. */
const write = async ({
  config,
  data,
  operator,
  payload,
  tenant,
}: {
  config: SanitizedCollectionConfig
  data: Record<string, unknown>
  operator: { id: string }
  payload: Payload
  tenant: string
}): Promise<string> => {
  count += 1
  const collection = config.slug
  const req = { context: {}, payload, user: operator } as never
  const has = (name: string) => config.flattenedFields.some((field) => field.name === name)
  const named = {
    ...data,
    ...(has('slug') ? { slug: `host-${count}` } : {}),
    ...(has('createdBy') ? { createdBy: operator.id, updatedBy: operator.id } : {}),
    ...(config.upload ? { filename: `host-${count}.png` } : {}),
  }
  if (collection === 'site-settings') {
    // There is one for each tenant, made with it.
    await payload.delete({ collection, where: { tenant: { equals: tenant } } })
  }
  const doc = await payload.db.create({ collection, data: { ...named, tenant }, req })
  return String(doc.id)
}
