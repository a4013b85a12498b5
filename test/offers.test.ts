// What the admin is told to offer is what works: for each person and each state of a document, the answer to “may
// I?” and the answer to doing it are the same, for a document and for what a list shows.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { can, principalOf } from '../access/principal.ts'
import { ROLES } from '../access/roles.ts'
import { startTarget, type Target } from './support/attacks.ts'
import { createUser } from './support/tenants.ts'
import { inShort } from './support/inShort.ts'

const COLLECTIONS = [
  'case-studies',
  'pages',
  'people',
  'services',
  'site-settings',
  'redirects',
] as const
type Slug = (typeof COLLECTIONS)[number]

const TRANSLATOR = 'translator@client.test'
const PEOPLE = [
  ...ROLES.map((role) => `${role}@client.test`),
  TRANSLATOR,
  'editor@agency.test',
  'operator@test.test',
]

let target: Target
let number = 0

beforeAll(async () => {
  target = await startTarget()
  const { payload, world } = target
  const tenant = world.client.id
  const role = await payload.create({
    collection: 'roles',
    data: {
      tenant,
      name: 'Translator',
      permissions: ['case-studies.updateAny', 'case-studies.updateOwn'],
    },
  })
  const user = await createUser({ payload, email: TRANSLATOR })
  await payload.create({
    collection: 'memberships',
    data: { customRole: role.id, role: 'custom', status: 'active', tenant, user: user.id },
  })
})

afterAll(() => target?.stop())

const WITH_TRASH: readonly Slug[] = ['case-studies', 'pages', 'people', 'services']
const isReviewed = (slug: Slug) => slug !== 'redirects'

const contentOf = (slug: Slug): Record<string, unknown> => {
  number += 1
  const name = `Offered ${number}`
  return {
    'case-studies': { title: name, visibility: 'public' },
    pages: { title: name },
    people: { name },
    services: { name },
    'site-settings': { wordmark: name },
    redirects: { from: `/old-${number}`, to: '/new' },
  }[slug]
}

const STATES = ['draft', 'online', 'trashed'] as const
type State = (typeof STATES)[number]

type Ask = { as: string; isOwn: boolean; slug: Slug; state: State }

/** A document in a state, made by the person or by nobody that they know. */
const make = async ({ as, isOwn, slug, state }: Ask): Promise<Record<string, unknown>> => {
  const { payload, world } = target
  const user = isOwn ? await userOf(as) : undefined
  if (slug === 'site-settings') {
    const { docs } = await payload.find({
      collection: slug,
      where: { tenant: { equals: world.client.id } },
    })
    return docs[0] as never
  }
  const doc = await payload.create({
    collection: slug,
    data: {
      ...contentOf(slug),
      tenant: world.client.id,
      ...(isReviewed(slug) ? { _status: 'draft' } : {}),
    } as never,
    ...(user ? { user } : {}),
  })
  const after = {
    draft: null,
    online: isReviewed(slug) ? { _status: 'published' } : null,
    trashed: { deletedAt: new Date().toISOString() },
  }[state]
  return after === null
    ? (doc as never)
    : ((await payload.update({ collection: slug, data: after, id: doc.id })) as never)
}

const userOf = async (email: string) => {
  const { docs } = await target.payload.find({
    collection: 'users',
    depth: 0,
    where: { email: { equals: email } },
  })
  return { ...docs[0]!, collection: 'users' as const }
}

/** What the admin asks of a document before it shows a control, and what the control then does. */
const CONTROLS = {
  save: {
    asks: { _status: 'draft' },
    of: 'update',
    in: ['draft', 'online'],
    body: (slug: Slug) => contentOf(slug),
    query: '?draft=true',
  },
  publish: {
    asks: { _status: 'published' },
    of: 'update',
    in: ['draft', 'online'],
    body: () => ({ _status: 'published' }),
    query: '',
  },
  trash: {
    asks: { deletedAt: new Date().toISOString() },
    of: 'delete',
    in: ['draft', 'online'],
    body: () => ({ deletedAt: new Date().toISOString() }),
    query: '',
  },
  restore: {
    asks: { deletedAt: new Date().toISOString(), _status: 'draft' },
    of: 'update',
    in: ['trashed'],
    body: () => ({ deletedAt: null, _status: 'draft' }),
    query: '?trash=true',
  },
  purge: { asks: {}, of: 'delete', in: STATES, body: null, query: '?trash=true' },
} as const

type Control = keyof typeof CONTROLS

const isThere = ({ control, slug, state }: { control: Control; slug: Slug; state: State }) =>
  (CONTROLS[control].in as readonly State[]).includes(state) &&
  (control !== 'publish' || isReviewed(slug)) &&
  (!['trash', 'restore'].includes(control) || WITH_TRASH.includes(slug)) &&
  (state !== 'trashed' || WITH_TRASH.includes(slug)) &&
  // There is one, and it is whoever opened the tenant who made it.
  (slug !== 'site-settings' || (state === 'online' && control !== 'purge'))

const CASES = COLLECTIONS.flatMap((slug) =>
  STATES.flatMap((state) =>
    [true, false].flatMap((isOwn) =>
      (Object.keys(CONTROLS) as Control[])
        .filter(
          (control) => isThere({ control, slug, state }) && !(isOwn && slug === 'site-settings'),
        )
        .map((control) => ({ control, isOwn, slug, state })),
    ),
  ),
)

const isOffered = async ({
  as,
  control,
  doc,
  slug,
}: Omit<Ask, 'isOwn' | 'state'> & { control: Control; doc: Record<string, unknown> }) => {
  const { asks, of } = CONTROLS[control]
  const { deletedAt: _, ...shown } = doc
  const answer = await target.api.call({
    as,
    method: 'POST',
    path: `/api/${slug}/access/${String(doc.id)}`,
    body: { ...shown, ...asks },
  })
  expect(answer.status).toBe(200)
  return Boolean((answer.body as Record<string, unknown>)[of])
}

const isDone = async ({
  as,
  control,
  doc,
  slug,
}: Omit<Ask, 'isOwn' | 'state'> & { control: Control; doc: Record<string, unknown> }) => {
  const { body, query } = CONTROLS[control]
  const answer = await target.api.call({
    as,
    method: body ? 'PATCH' : 'DELETE',
    path: `/api/${slug}/${String(doc.id)}${query}`,
    ...(body ? { body: body(slug) } : {}),
  })
  expect([200, 403, 404]).toContain(answer.status)
  return answer.status === 200
}

/** Nobody has documents of their own where they may not make any. */
const couldMake = async (as: string, slug: Slug): Promise<boolean> =>
  can(principalOf(await userAsking(as)), `${slug}.create`, target.world.client.id)

const userAsking = async (email: string) => {
  const { id } = await userOf(email)
  return {
    ...(await target.payload.findByID({ collection: 'users', depth: 0, id })),
    collection: 'users' as const,
  }
}

describe.each(PEOPLE.map((as, index) => [as, index] as const))('%s', (as, index) => {
  it('is offered for a document what works on it', async () => {
    const asked = inShort(CASES, index, PEOPLE.length)
    const wrong: object[] = []
    for (const one of asked) {
      if (one.isOwn && !(await couldMake(as, one.slug))) {
        continue
      }
      const doc = await make({ as, ...one })
      const offered = await isOffered({ as, doc, ...one })
      const done = await isDone({ as, doc, ...one })
      if (offered !== done) {
        wrong.push({ ...one, done, offered })
      }
    }
    expect(asked.length).toBeGreaterThan(5)
    expect(wrong).toEqual([])
  })
})

/** What a list offers for several documents, and what it then asks for. */
const BULK = {
  edit: {
    of: 'update',
    state: 'online',
    body: (slug: Slug) => contentOf(slug),
    query: 'draft=true',
  },
  publish: { of: 'update', state: 'draft', body: () => ({ _status: 'published' }), query: '' },
  unpublish: { of: 'update', state: 'online', body: () => ({ _status: 'draft' }), query: '' },
  restore: {
    of: 'update',
    state: 'trashed',
    body: () => ({ deletedAt: null, _status: 'draft' }),
    query: 'trash=true',
  },
} as const

const LISTED = COLLECTIONS.filter((slug) => WITH_TRASH.includes(slug))

describe.each(PEOPLE.map((as, index) => [as, index] as const))('%s', (as, index) => {
  it('is offered for a list what works on each of its documents', async () => {
    const { api, world } = target
    const headers = { cookie: `payload-tenant=${world.client.id}` }
    const { body } = await api.call({ as, path: '/api/access', headers })
    const permissions = (body as { collections: Record<Slug, Record<string, unknown>> }).collections
    for (const slug of inShort(LISTED, index, LISTED.length)) {
      const isUpdateOffered = Boolean(permissions[slug].update)
      const works: boolean[] = []
      for (const { body: change, query, state } of Object.values(BULK)) {
        const { id } = await make({ as, isOwn: false, slug, state })
        const answer = await api.call({
          as,
          method: 'PATCH',
          path: `/api/${slug}?where[id][in][0]=${String(id)}&${query}`,
          body: change(slug),
        })
        works.push(answer.status === 200 && answer.body.docs.length === 1)
      }
      expect([slug, isUpdateOffered]).toEqual([slug, works.every(Boolean)])
      const isPurged = Boolean(permissions[slug].delete)
      const { id } = await make({ as, isOwn: false, slug, state: 'trashed' })
      const purged = await api.call({
        as,
        method: 'DELETE',
        path: `/api/${slug}?where[id][in][0]=${String(id)}&trash=true`,
      })
      expect([slug, isPurged]).toEqual([slug, purged.body?.docs?.length === 1])
      const created = await api.call({
        as,
        method: 'POST',
        path: `/api/${slug}?draft=true`,
        body: { ...contentOf(slug), tenant: world.client.id },
      })
      expect([slug, Boolean(permissions[slug].create)]).toEqual([slug, created.status === 201])
    }
  })
})

it('what is offered is what works in the tenant that somebody works in', async () => {
  const { api, payload, world } = target
  const user = await createUser({ payload, email: 'both@test.test' })
  for (const [tenant, role] of [
    [world.client.id, 'editor'],
    [world.stranger.id, 'viewer'],
  ] as const) {
    await payload.create({
      collection: 'memberships',
      data: { role, status: 'active', tenant, user: user.id },
    })
  }
  const offeredIn = async (cookie: string) => {
    const { body } = await api.call({
      as: 'both@test.test',
      path: '/api/access',
      headers: { cookie },
    })
    const { create, update } = body.collections['case-studies'] as Record<string, unknown>
    return [Boolean(create), Boolean(update)]
  }
  expect(await offeredIn(`payload-tenant=${world.client.id}`)).toEqual([true, true])
  expect(await offeredIn(`payload-tenant=${world.stranger.id}`)).toEqual([false, false])
  expect(await offeredIn('')).toEqual([true, true])
  // One that they do not reach changes nothing.
  expect(await offeredIn(`payload-tenant=${world.agency.id}`)).toEqual([true, true])
})
