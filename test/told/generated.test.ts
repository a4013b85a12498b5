// Generated: whenever what a query of a site answers has changed, a tag that it noted was told, and when something was
// taken away, as a change of who may see it. VITRINE_SEED repeats a run; `npm run prove` makes more changes.
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { createLocalReq, type CollectionSlug, type Payload } from 'payload'
import { mediaOptions } from '../../src/config/media.ts'
import { deliverFile } from '../../plugins/media/jobs/deliverFile.ts'
import type { Site } from '../../src/site/data/site.ts'
import { createPicture, linkNode, richText, uploadNode } from '../support/content.ts'
import { IS_FULL } from '../support/inShort.ts'
import { startPayload, type TestPayload } from '../support/payload.ts'
import { readNoted, siteQueries, type Read } from '../support/siteReads.ts'
import { createWorld, type World } from '../support/tenants.ts'
import { toldBy, writesOf, type Data, type Writes } from '../support/told.ts'

const SEED = Number(process.env.VITRINE_SEED ?? (IS_FULL ? Date.now() % 1_000_000 : 1))
const CHANGES = Number(process.env.VITRINE_ATTEMPTS ?? (IS_FULL ? 1_000 : 20))

/** @see https://en.wikipedia.org/wiki/Xorshift */
const randomOf = (seed: number) => {
  let state = seed * 2_654_435_761 + 1
  return (below: number): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

const below = randomOf(SEED)
const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)]!
const some = <Item>(items: readonly Item[]): Item[] => items.filter(() => below(3) === 0)
const chance = (of: number): boolean => below(of) === 0

let running: TestPayload
let payload: Payload
let world: World
let writes: Writes
let site: Site

/** What there is, by collection; the deleted are no longer here. */
const there: Record<string, string[]> = {}

beforeAll(async () => {
  running = await startPayload()
  payload = running.payload
  world = await createWorld({ payload })
  writes = writesOf({ payload, tenant: world.client.id })
  for (const colour of ['#336699', '#aa3300', '#00aa33']) {
    const { id } = await createPicture({ payload, tenant: world.client.id, colour })
    ;(there.media ??= []).push(id)
  }
  for (let index = 0; index < 3; index += 1) {
    for (const collection of COLLECTIONS) {
      // A slug that is taken is refused.
      await make(collection).catch(() => undefined)
    }
  }
  const { getSite } = await import('../../src/site/data/site.ts')
  site = (await getSite({ mode: 'path', tenant: 'client', locale: 'en' }))!
})

afterAll(() => running?.stop())

const COLLECTIONS = [
  'organisations',
  'services',
  'people',
  'testimonials',
  'pages',
  'case-studies',
  'redirects',
] as const

const ids = (collection: string): string[] => there[collection] ?? []
const one = (collection: string): string | null =>
  ids(collection).length === 0 || chance(4) ? null : pick(ids(collection))

const WORDS = ['port', 'rail', 'tide', 'crane'] as const
const SLUGS = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'about'] as const
const words = (): string => `${pick(WORDS)} ${below(1000)}`
const soon = (): string => new Date(Date.now() + 3_600_000 * (1 + below(100))).toISOString()

const body = () =>
  richText(
    words(),
    ...[
      chance(2) && ids('media').length > 0 ? uploadNode(pick(ids('media'))) : null,
      chance(2) && ids('pages').length > 0 ? linkNode('pages', pick(ids('pages'))) : null,
      chance(3) && ids('case-studies').length > 0
        ? linkNode('case-studies', pick(ids('case-studies')))
        : null,
    ].filter((node) => node !== null),
  )

/** Each field by itself, so that a change may touch any number of them. */
const FIELDS: Record<string, Record<string, () => unknown>> = {
  organisations: {
    name: words,
    description: words,
    logo: () => one('media'),
    url: () => `https://${pick(WORDS)}.example`,
    confidential: () => chance(3),
  },
  services: { name: words, description: words },
  people: { name: words, role: words, portrait: () => one('media') },
  testimonials: {
    quote: words,
    attribution: words,
    consent: () => pick(['granted', 'granted', 'pending']),
    organisation: () => one('organisations'),
    portrait: () => one('media'),
  },
  pages: { title: words, body },
  'case-studies': {
    title: words,
    summary: words,
    year: () => 2000 + below(25),
    featured: () => chance(2),
    visibility: () => pick(['public', 'public', 'public', 'unlisted', 'password', 'private']),
    password: () => 'long enough',
    client: () => one('organisations'),
    anonymous: () => chance(3),
    anonymousLabel: words,
    cover: () => one('media'),
    services: () => some(ids('services')),
    testimonials: () => some(ids('testimonials')),
    credits: () => some(ids('people')).map((person) => ({ person, role: words() })),
    chapters: () => [{ kind: 'challenge', title: words(), body: body() }],
    related: () => ({ mode: 'manual', studies: some(ids('case-studies')).slice(0, 4) }),
    embargoUntil: () => (chance(4) ? soon() : null),
  },
  redirects: {
    to: () => pick(['/', '/people', ...SLUGS.map((slug) => `/work/${slug}`), '/nothing']),
  },
}

const REQUIRED: Record<string, string[]> = {
  organisations: ['name'],
  services: ['name'],
  people: ['name'],
  testimonials: ['quote', 'attribution', 'consent'],
  pages: ['title'],
  'case-studies': ['title', 'visibility', 'password'],
  redirects: ['to'],
}

const dataFor = (collection: string, isNew: boolean): Data =>
  Object.fromEntries(
    Object.entries(FIELDS[collection] ?? {})
      .filter(([name]) => (isNew && REQUIRED[collection]?.includes(name)) || chance(3))
      .map(([name, make]) => [name, make()]),
  )

const slugFor = async (collection: string): Promise<Data> => {
  if (collection === 'redirects') {
    return { from: `/${pick(['old', 'older', 'oldest'])}` }
  }
  return ['testimonials'].includes(collection) ? {} : { slug: pick(SLUGS) }
}

const make = async (collection: CollectionSlug): Promise<void> => {
  const status = collection === 'redirects' ? {} : { _status: chance(4) ? 'draft' : 'published' }
  const data = { ...dataFor(collection, true), ...(await slugFor(collection)), ...status }
  const { id } = await writes.create(collection, data)
  ;(there[collection] ??= []).push(id)
}

/** After `then` the site is there again. */
type Step = { name: string; run: () => Promise<unknown>; then?: Step }

const stepOn = (collection: CollectionSlug): Step => {
  const id = pick(ids(collection))
  if (id === undefined) {
    return { name: `create ${collection}`, run: () => make(collection) }
  }
  const data = dataFor(collection, false)
  const published = collection === 'redirects' ? {} : { _status: 'published' }
  const update = (name: string, changes: Data, args: object = {}): Step => ({
    name: `${name} ${collection} ${id} ${JSON.stringify(changes)}`,
    run: () => writes.update(collection, id, changes, args),
  })
  const many = { id: { in: some(ids(collection)) } }
  return pick<() => Step>([
    () => ({ name: `create ${collection}`, run: () => make(collection) }),
    () => update('publish', { ...data, ...published }),
    () => update('publish', { ...data, ...published }),
    () => update('publish', { ...data, ...published }),
    () => update('rename', { slug: pick(SLUGS), ...published }),
    () => update('draft', data, { draft: true }),
    () => update('unpublish', { _status: 'draft' }),
    () => update('trash', { deletedAt: new Date().toISOString() }),
    () => update('restore', { deletedAt: null, ...published }, { trash: true }),
    () => ({
      name: `delete ${collection} ${id}`,
      run: async () => {
        await writes.remove(collection, id)
        there[collection] = ids(collection).filter((other) => other !== id)
      },
    }),
    () => ({
      name: `publish many ${collection} ${JSON.stringify(many)}`,
      run: () =>
        payload.update({
          collection,
          where: many,
          data: { ...data, ...published },
          overrideAccess: true,
        } as never),
    }),
  ])()
}

const stepOnSite = (): Step => {
  const { id } = world.client
  const settings = (data: Data): Step => ({
    name: `settings ${JSON.stringify(data)}`,
    run: async () => {
      const { docs } = await payload.find({
        collection: 'site-settings',
        where: { tenant: { equals: id } },
      })
      await writes.update('site-settings', docs[0]!.id, data)
    },
  })
  const tenant = (data: Data): Step => ({
    name: `tenant ${JSON.stringify(data)}`,
    run: () => writes.update('tenants', id, data),
  })
  const media = pick(ids('media'))
  return pick<() => Step>([
    () => settings({ tagline: words(), _status: 'published' }),
    () => settings({ about: one('pages'), _status: 'published' }),
    () => settings({ seo: { image: one('media') }, _status: 'published' }),
    () => ({ ...settings({ _status: 'draft' }), then: settings({ _status: 'published' }) }),
    () => tenant({ name: words() }),
    () => ({ ...tenant({ visibility: 'hidden' }), then: tenant({ visibility: 'public' }) }),
    () => ({ ...tenant({ status: 'suspended' }), then: tenant({ status: 'active' }) }),
    () => ({
      name: `domain`,
      run: async () => {
        const { docs } = await payload.find({ collection: 'domains', overrideAccess: true })
        const [domain] = docs
        if (domain && chance(2)) {
          await writes.remove('domains', domain.id)
        } else if (domain) {
          await payload.db.updateOne({
            collection: 'domains',
            id: domain.id,
            data: { status: pick(['pending', 'verified']), verifiedAt: new Date().toISOString() },
          })
        } else {
          await writes.create('domains', { host: 'work.client.example' })
        }
      },
    }),
    () => ({
      name: `describe ${media}`,
      run: () => writes.update('media', media, { alt: words() }),
    }),
    () => ({
      name: `deliver ${media}`,
      run: async () => {
        const { handler } = deliverFile(mediaOptions)
        const req = await createLocalReq({}, payload)
        const input = { collection: 'media', id: media, tenant: id }
        await (handler as (args: object) => Promise<unknown>)({ input, req })
      },
    }),
  ])()
}

type Reads = Map<string, Read>

/** What was there is not any more, so that nobody may be shown it. The settings choose what is said about a site. */
const isTakenAway = ({ name, now, was }: { name: string; now: unknown; was: unknown }): boolean =>
  name !== 'about' &&
  (now === null || (Array.isArray(now) && Array.isArray(was) && now.length < was.length))

const readAll = async (): Promise<Reads> => {
  const slugs = {
    studies: [...SLUGS],
    people: SLUGS.slice(0, 3),
    pages: SLUGS.slice(3),
    paths: ['/old', '/work/alpha'],
  }
  const reads: Reads = new Map()
  for (const [name, query] of Object.entries(await siteQueries({ site, slugs }))) {
    reads.set(name, await readNoted(query))
  }
  return reads
}

it(`what has changed was told, in ${CHANGES} changes of seed ${SEED}`, async () => {
  let before = await readAll()
  let seen = 0
  let next: Step | undefined
  for (let index = 0; index < CHANGES; index += 1) {
    const step: Step = next ?? (chance(5) ? stepOnSite() : stepOn(pick(COLLECTIONS)))
    next = step.then
    let refusal = ''
    const told = await toldBy(async () => {
      // What is refused changes nothing: a slug that is taken, a draft that is not whole.
      await step.run().catch((err: unknown) => (refusal = String(err)))
    })
    const after = await readAll()
    for (const [name, { value }] of after) {
      const then = before.get(name)!
      if (JSON.stringify(value) !== JSON.stringify(then.value)) {
        seen += 1
        const tags = [
          ...told.access,
          ...(isTakenAway({ name, now: value, was: then.value }) ? [] : told.content),
        ]
        const isTold = tags.some((tag) => then.tags.has(tag))
        expect({
          change: step.name,
          name,
          refusal,
          isTold,
          ...(isTold ? {} : { tags, was: then.value, value }),
        }).toEqual({
          change: step.name,
          name,
          refusal: '',
          isTold: true,
        })
      }
    }
    before = after
  }
  // Most changes are seen somewhere; none at all would prove nothing.
  expect(seen).toBeGreaterThan(CHANGES / 2)
}, 3_600_000)
