// What studies refer to, and every way in which somebody may try to put it online over HTTP.
import type { Payload } from 'payload'
import { rules, hasDrafts, type TenantCollection } from '../../access/rules.ts'
import type { Api } from './http.ts'

export const REVIEWED = [
  'people',
  'organisations',
  'testimonials',
  'services',
  'industries',
  'technologies',
] as const

export type Reviewed = (typeof REVIEWED)[number]

/** Everything with drafts that a contributor may create, so that a new collection joins by itself. */
export const WRITTEN_BY_CONTRIBUTORS = (Object.keys(rules) as TenantCollection[]).filter(
  (slug) =>
    hasDrafts(slug) &&
    'create' in rules[slug] &&
    (rules[slug] as { create: { to: string } }).create.to === 'contributor',
)

const SINGULAR: Record<Reviewed, string> = {
  people: 'Person',
  organisations: 'Organisation',
  testimonials: 'Testimonial',
  services: 'Service',
  industries: 'Industry',
  technologies: 'Technology',
}

let count = 0

/** A record that would be public as far as its own fields decide. */
export const recordData = (collection: Reviewed, words: string): Record<string, unknown> => {
  count += 1
  const name = `${words} ${count}`
  return collection === 'testimonials'
    ? { quote: name, attribution: name, consent: 'granted' }
    : { name }
}

export const createRecord = ({
  collection,
  payload,
  status = 'published',
  tenant,
  words,
  ...data
}: {
  collection: Reviewed
  payload: Payload
  status?: 'draft' | 'published'
  tenant: string
  words: string
} & Record<string, unknown>): Promise<{ id: string }> =>
  payload.create({
    collection,
    data: { tenant, ...recordData(collection, words), _status: status, ...data } as never,
    overrideAccess: true,
  })

export type Attempt = {
  name: string
  run: (context: {
    api: Api
    as: string
    collection: Reviewed
    tenant: string
    words: string
    /** A draft of whoever tries. */
    draft: () => Promise<string>
    /** A draft of whoever tries, with the id of a version from when an editor had published it. */
    unpublished: () => Promise<{ id: string; version: string }>
    /** In the trash, a draft of whoever tries. */
    trashed: () => Promise<string>
    /** Published, and made by whoever tries. */
    online: () => Promise<string>
  }) => Promise<{ status: number; body: unknown }>
}

const PUBLISHED = { _status: 'published' }

const post =
  (query: string, status: object = PUBLISHED): Attempt['run'] =>
  async ({ api, as, collection, tenant, words }) =>
    api.call({
      as,
      body: { tenant, ...recordData(collection, words), ...status },
      method: 'POST',
      path: `/api/${collection}${query}`,
    })

const patch =
  (
    query: string,
    data: (words: string) => object = () => PUBLISHED,
    of: 'draft' | 'online' | 'trashed' = 'draft',
  ): Attempt['run'] =>
  async ({ api, as, collection, words, ...records }) =>
    api.call({
      as,
      body: data(words),
      method: 'PATCH',
      path: `/api/${collection}/${await records[of]()}${query}`,
    })

const renamed = (words: string) => ({ name: words, attribution: words })

const query =
  (build: (collection: Reviewed, id: string, tenant: string) => string): Attempt['run'] =>
  async ({ api, as, collection, draft, tenant }) =>
    api.call({
      as,
      body: { query: build(collection, await draft(), tenant) },
      method: 'POST',
      path: '/api/graphql',
    })

const fields = (collection: Reviewed, words: string): string =>
  collection === 'testimonials'
    ? `quote: "${words}", attribution: "${words}", consent: granted`
    : `name: "${words}"`

/** None of them may make anything public that was not. */
export const waysToPublish = (words: string): Attempt[] => [
  { name: 'create', run: post('') },
  { name: 'create without a status', run: post('', {}) },
  { name: 'create with draft=false', run: post('?draft=false') },
  { name: 'create with draft=true and a status', run: post('?draft=true') },
  { name: 'create in all languages', run: post('?publishAllLocales=true', {}) },
  { name: 'create in one language', run: post('?publishSpecificLocale=de&locale=de', {}) },
  { name: 'create with locale=all', run: post('?locale=all', {}) },
  {
    name: 'create in the trash, published',
    run: post('?trash=true', { ...PUBLISHED, deletedAt: new Date().toISOString() }),
  },
  { name: 'change the status', run: patch('') },
  { name: 'change the status with draft=true', run: patch('?draft=true') },
  { name: 'change the status as autosave', run: patch('?draft=true&autosave=true') },
  { name: 'publish all languages', run: patch('?publishAllLocales=true', () => ({})) },
  { name: 'publish one language', run: patch('?publishSpecificLocale=en') },
  {
    name: 'publish one language without a status',
    run: patch('?publishSpecificLocale=de', () => ({})),
  },
  {
    name: 'a status for each language',
    run: patch('?locale=all', () => ({ _status: { en: 'published' } })),
  },
  {
    name: 'bulk',
    run: async ({ api, as, collection, draft }) =>
      api.call({
        as,
        body: PUBLISHED,
        method: 'PATCH',
        path: `/api/${collection}?where[id][equals]=${await draft()}`,
      }),
  },
  {
    name: 'duplicate what is online',
    run: async ({ api, as, collection, online, words }) =>
      api.call({
        as,
        body: { ...PUBLISHED, ...renamed(words) },
        method: 'POST',
        path: `/api/${collection}/${await online()}/duplicate?draft=false`,
      }),
  },
  {
    name: 'duplicate a draft',
    run: async ({ api, as, collection, draft }) =>
      api.call({
        as,
        body: PUBLISHED,
        method: 'POST',
        path: `/api/${collection}/${await draft()}/duplicate`,
      }),
  },
  ...['', '?draft=false', '?draft=true'].map((suffix): Attempt => ({
    name: `restore a published version ${suffix}`,
    run: async ({ api, as, collection, unpublished }) =>
      api.call({
        as,
        method: 'POST',
        path: `/api/${collection}/versions/${(await unpublished()).version}${suffix}`,
      }),
  })),
  {
    name: 'out of the trash',
    run: patch('?trash=true', () => ({ ...PUBLISHED, deletedAt: null }), 'trashed'),
  },
  { name: 'change what is online', run: patch('', renamed, 'online') },
  { name: 'change what is online, as a draft', run: patch('?draft=true', renamed, 'online') },
  {
    name: 'change what is online, by autosave',
    run: patch('?draft=true&autosave=true', renamed, 'online'),
  },
  {
    name: 'GraphQL create',
    run: query(
      (collection, _, tenant) =>
        `mutation { create${SINGULAR[collection]}(draft: false, data: { tenant: "${tenant}", ${fields(collection, words)}, _status: published }) { id } }`,
    ),
  },
  {
    name: 'GraphQL update',
    run: query(
      (collection, id) =>
        `mutation { update${SINGULAR[collection]}(id: "${id}", draft: false, data: { _status: published }) { id } }`,
    ),
  },
  {
    name: 'GraphQL duplicate',
    run: query(
      (collection, id) =>
        `mutation { duplicate${SINGULAR[collection]}(id: "${id}", data: { _status: published }) { id } }`,
    ),
  },
]
