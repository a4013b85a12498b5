// The documents of the generated attempts: of every kind and in every state, some of them made by
// the tenant's contributor.
import type { CollectionSlug, Payload } from 'payload'
import type pg from 'pg'
import { hasDrafts, type RuledCollection } from '../../../access/rules.ts'
import type { World } from '../../support/tenants.ts'

export type Kind = { collection: RuledCollection & CollectionSlug; data: Record<string, unknown> }

const FUTURE = '2099-01-01T00:00:00.000Z'

/** One entry a state; made once in each tenant, and once more as the contributor's own. */
const KINDS: Kind[] = [
  ...(['public', 'unlisted', 'private'] as const).flatMap((visibility): Kind[] => [
    { collection: 'case-studies', data: { visibility, _status: 'published' } },
    { collection: 'case-studies', data: { visibility, _status: 'draft' } },
  ]),
  {
    collection: 'case-studies',
    data: { visibility: 'public', _status: 'published', embargoUntil: FUTURE },
  },
  {
    collection: 'case-studies',
    data: { visibility: 'public', _status: 'published', deletedAt: '2026-01-01T00:00:00.000Z' },
  },
  { collection: 'case-studies', data: { _status: 'draft', deletedAt: '2026-01-01T00:00:00.000Z' } },
  { collection: 'pages', data: { _status: 'published' } },
  { collection: 'pages', data: { _status: 'draft' } },
  ...(
    [
      { collection: 'people', data: {} },
      { collection: 'organisations', data: { confidential: true } },
      { collection: 'organisations', data: { confidential: false } },
      { collection: 'services', data: {} },
      { collection: 'industries', data: {} },
      { collection: 'technologies', data: {} },
      { collection: 'testimonials', data: { consent: 'granted' } },
      { collection: 'testimonials', data: { consent: 'pending' } },
    ] as const
  ).flatMap(({ collection, data }): Kind[] =>
    (['published', 'draft'] as const).flatMap((_status) => [
      { collection, data: { ...data, _status } },
      { collection, data: { ...data, _status, deletedAt: '2026-01-01T00:00:00.000Z' } },
    ]),
  ),
  { collection: 'leads', data: {} },
  { collection: 'redirects', data: {} },
]

let count = 0

/** Fields that a document of the collection cannot do without, unique each time. */
export const requiredData = (collection: string): Record<string, unknown> => {
  count += 1
  const name = `n${count}x${Date.now().toString(36)}`
  switch (collection) {
    case 'case-studies':
    case 'pages':
      return { title: name, slug: name }
    case 'testimonials':
      return { quote: name, attribution: name }
    case 'leads':
      return { name, email: `${name}@example.com`, message: name, status: 'new' }
    case 'redirects':
      return { from: `/${name}`, to: '/' }
    default:
      return { name, slug: name }
  }
}

export const createDocuments = async ({
  owner,
  payload,
  world,
}: {
  owner: pg.Client
  payload: Payload
  world: World
}): Promise<void> => {
  for (const tenant of ['agency', 'client', 'stranger'] as const) {
    const contributor = await world.user('contributor', tenant)
    for (const { collection, data } of KINDS) {
      for (const isOwn of [false, true]) {
        const doc = await payload.create({
          collection,
          data: { ...requiredData(collection), ...data, tenant: world[tenant].id } as never,
        })
        if (isOwn) {
          const table = collection.replaceAll('-', '_')
          await owner.query(`update ${table} set created_by_id = $1 where id = $2`, [
            contributor.id,
            doc.id,
          ])
          if (hasDrafts(collection)) {
            await owner.query(
              `update _${table}_v set version_created_by_id = $1 where parent_id = $2`,
              [contributor.id, doc.id],
            )
          }
        }
      }
    }
  }
}

export const COLLECTIONS = [
  ...new Set(KINDS.map(({ collection }) => collection)),
  'memberships',
  'roles',
] as (RuledCollection & CollectionSlug)[]
