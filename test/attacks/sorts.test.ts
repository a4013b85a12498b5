// Pages of a list put together are the whole list, each document once, whatever it is sorted by; an order that cannot
// hold that is refused by the name of its field. The paths are those of the configuration.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { CollectionSlug, FlattenedField } from 'payload'
import { idsOf, startTarget, type Target } from '../support/attacks.ts'
import { createPicture, createStudy } from '../support/content.ts'
import { inShort } from '../support/inShort.ts'

const OWNER = 'owner@client.test'
const OPERATOR = 'operator@test.test'

const ROWS = 8

let target: Target

beforeAll(async () => {
  target = await startTarget()
  await fillCollections()
}, 120_000)

afterAll(async () => {
  await target?.stop()
})

/** Many documents of each kind, most of them alike, made at the same moment, with several values in their lists. */
const fillCollections = async (): Promise<void> => {
  const { payload, world } = target
  const tenant = world.client.id
  const createdAt = '2026-03-01T12:00:00.000Z'
  const make = async (
    collection: CollectionSlug,
    data: (index: number) => object,
  ): Promise<string[]> => {
    const ids: string[] = []
    for (let index = 0; index < ROWS; index += 1) {
      const { id } = await payload.create({
        collection,
        data: { tenant, createdAt, ...data(index) } as never,
        overrideAccess: true,
      })
      ids.push(String(id))
    }
    return ids
  }
  const name = (index: number) => ({ name: `Name ${index % 3}`, slug: `name-${index}` })
  const terms = {
    services: await make('services', name),
    industries: await make('industries', name),
    technologies: await make('technologies', name),
  }
  const clients = await make('organisations', name)
  const people = await make('people', name)
  const testimonials = await make('testimonials', (index) => ({
    attribution: `Somebody ${index % 2}`,
    quote: 'Good.',
    consent: 'granted',
    organisation: clients[index % 2],
  }))
  await make('pages', (index) => ({ title: `Page ${index % 2}`, slug: `page-${index}` }))
  await make('redirects', (index) => ({ from: `/from-${index}`, to: `/to-${index % 2}` }))
  await make('leads', (index) => ({
    name: `Lead ${index % 2}`,
    email: `lead-${index}@test.test`,
    message: 'Hello.',
  }))
  const pictures = [
    await createPicture({ payload, tenant }),
    await createPicture({ payload, tenant, colour: '#993300' }),
  ]
  for (let index = 0; index < ROWS; index += 1) {
    await createStudy({
      payload,
      tenant,
      createdAt,
      title: `Title ${index % 2}`,
      year: index % 2 ? 2020 : null,
      client: clients[index % 3],
      cover: pictures[index % 2]!.id,
      services: terms.services.slice(0, 1 + (index % 4)),
      industries: terms.industries.slice(index % 4),
      technologies: terms.technologies.slice(0, index % 3),
      testimonials: testimonials.slice(0, index % 3),
      outcomes: [1, 2, 3]
        .slice(0, 1 + (index % 3))
        .map((value) => ({ label: `Label ${value}`, value })),
      chapters: [1, 2, 3].map((part) => ({ kind: 'approach', title: `Chapter ${part}` })),
      credits: [
        { person: people[index % 2], role: 'Design' },
        { name: 'Guest', role: 'Words' },
      ],
      _status: index % 2 ? 'published' : 'draft',
    })
  }
}

/** Every path of a collection, and of what its references lead to. */
const pathsIn = (fields: FlattenedField[], depth = 0, prefix = ''): string[] =>
  fields.flatMap((field): string[] => {
    const path = prefix + field.name
    if (field.type === 'relationship' || field.type === 'upload') {
      const targets = depth === 0 ? [field.relationTo].flat() : []
      return [
        path,
        ...targets.flatMap((to) =>
          pathsIn(
            target.payload.collections[to].config.flattenedFields,
            1,
            Array.isArray(field.relationTo) ? `${path}.value.` : `${path}.`,
          ),
        ),
      ]
    }
    if ('flattenedFields' in field) {
      return [path, ...pathsIn(field.flattenedFields, depth, `${path}.`)]
    }
    return [path]
  })

const listOf = async ({
  as,
  query,
  slug,
  sort,
}: {
  as: string
  query: string
  slug: string
  sort: string
}) => {
  const ask = (rest: string) =>
    target.api.call({
      as,
      path: `/api/${slug}?depth=0&select[id]=true&${query}&sort=${sort}&${rest}`,
    })
  const whole = await ask('limit=100')
  if (whole.status !== 200) {
    return { status: whole.status, detail: String(whole.body.detail), whole: [], pages: [] }
  }
  const pages: string[] = []
  for (let page = 1; ; page += 1) {
    const { body } = await ask(`limit=3&page=${page}`)
    pages.push(...idsOf({ body } as never))
    if (!body.hasNextPage || page > 50) {
      break
    }
  }
  return { status: 200, detail: '', whole: idsOf(whole), pages }
}

/** What is wrong with an order, or nothing. */
const faultOf = async (
  asked: Parameters<typeof listOf>[0],
  everything: string[],
): Promise<string[]> => {
  const { detail, pages, status, whole } = await listOf(asked)
  const at = `${asked.slug}?sort=${asked.sort}&${asked.query}`
  if (status !== 200) {
    const isNamed =
      detail.includes(`“${asked.sort.replace(/^-/, '')}”`) ||
      /cannot filter or sort|cannot be queried/.test(detail)
    return status === 400 && isNamed ? [] : [`${at} → ${status} ${detail}`]
  }
  const isWhole = [...whole].sort().join() === [...everything].sort().join()
  return isWhole && pages.join() === whole.join()
    ? []
    : [`${at}: ${everything.length} there, ${whole.length} in one list, ${pages.length} in pages`]
}

const SLUGS: [slug: CollectionSlug, as: string][] = [
  ...(
    [
      'case-studies',
      'pages',
      'people',
      'organisations',
      'services',
      'industries',
      'technologies',
      'testimonials',
      'media',
      'redirects',
      'leads',
      'memberships',
      'site-settings',
    ] as const
  ).map((slug): [CollectionSlug, string] => [slug, OWNER]),
  ['users', OPERATOR],
  ['tenants', OPERATOR],
]

describe.each(SLUGS)('%s', (slug, as) => {
  it('is whole in pages of three by every path, or the path is refused', async () => {
    const { config } = target.payload.collections[slug]
    const all = pathsIn(config.flattenedFields)
    const isOwn = (path: string): boolean => pathsIn(config.flattenedFields, 1).includes(path)
    const turn = SLUGS.findIndex(([one]) => one === slug)
    const paths = [
      ...inShort(all.filter(isOwn), turn, 4),
      ...inShort(
        all.filter((path) => !isOwn(path)),
        turn,
        24,
      ),
    ]
    const query = config.versions ? 'draft=true' : 'limit=100'
    const everything = idsOf(
      await target.api.call({
        as,
        path: `/api/${slug}?depth=0&limit=100&${query.replace('limit=100', '')}`,
      }),
    )
    expect(everything.length).toBeGreaterThan(0)
    const faults: string[] = []
    for (const [index, path] of paths.entries()) {
      const sort = `${index % 2 ? '-' : ''}${path}`
      const found = await faultOf(
        { as, query: query.replace('limit=100', ''), slug, sort },
        everything,
      )
      faults.push(...found)
    }
    expect(faults).toEqual([])
    expect(paths.length).toBeGreaterThan(2)
  }, 240_000)
})

it('studies are whole in every language, by two fields, and among versions', async () => {
  const everything = async (slug: string, query = '') =>
    idsOf(await target.api.call({ as: OWNER, path: `/api/${slug}?depth=0&limit=100&${query}` }))
  // By its client a study is sorted within one’s own tenants.
  const ofClient = `where[tenant][equals]=${target.world.client.id}`
  const faults = []
  for (const [query, sort] of [
    ['locale=de', 'title'],
    ['locale=de&draft=true', '-headline'],
    ['', 'year,title'],
    [ofClient, 'client.name,-title'],
    [ofClient, 'client.name,tenant.slug'],
    ['where[services.name][exists]=true', 'title'],
    [`where[services][exists]=true&${ofClient}`, 'client.name'],
    ['where[outcomes.label][like]=label', '-year'],
  ] as const) {
    faults.push(
      ...(await faultOf(
        { as: OWNER, query, slug: 'case-studies', sort },
        await everything('case-studies', query),
      )),
    )
  }
  for (const sort of [
    'version.title',
    '-version.year',
    'updatedAt',
    '-parent',
    'version.client.name',
  ]) {
    const all = await everything('case-studies/versions')
    faults.push(
      ...(await faultOf({ as: OWNER, query: '', slug: 'case-studies/versions', sort }, all)),
    )
  }
  expect(faults).toEqual([])
}, 120_000)

it.each([
  ['chapters.title'],
  ['chapters'],
  ['services'],
  ['services.name'],
  ['-related.studies'],
  ['nonsense'],
  ['title.nonsense'],
  ['title,outcomes.label'],
  ['version.credits.name'],
  ['chapters.body'],
  ['password'],
])('%s is refused, in REST and in GraphQL', async (sort) => {
  const last = sort.split(',').at(-1)!.replace(/^-/, '')
  const { body, status } = await target.api.call({
    as: OWNER,
    path: `/api/case-studies?sort=${sort}`,
  })
  expect({ status, code: body.code, isNamed: String(body.detail).includes(`“${last}”`) }).toEqual({
    status: 400,
    code: 'sort_not_possible',
    isNamed: true,
  })
  const graphql = await target.graphql({
    as: OWNER,
    query: `{ CaseStudies(sort: "${sort.replaceAll('.', '__')}") { docs { id } } }`,
  })
  expect(graphql.body.errors[0].extensions.code).toBe('sort_not_possible')
})

it('an answer in all languages is not put in order by one that has a value in each', async () => {
  const ask = (query: string) => target.api.call({ as: OWNER, path: `/api/case-studies?${query}` })
  expect((await ask('locale=all&sort=title')).body.detail).toContain('“title”')
  expect((await ask('locale=all&sort=year')).status).toBe(200)
  expect((await ask('locale=all&sort=title.de')).status).toBe(200)
})

it('a list of the admin that is asked for such an order is there, in its usual one', async () => {
  const find = async (sort: string | undefined) => {
    const { docs } = await target.payload.find({
      collection: 'case-studies',
      depth: 0,
      limit: 100,
      overrideAccess: false,
      ...(sort ? { sort } : {}),
      user: await target.world.user('owner', 'client'),
    })
    return docs.map(({ id }) => id)
  }
  const usual = await find(undefined)
  expect(usual.length).toBeGreaterThan(ROWS)
  expect(await find('services')).toEqual(usual)
  expect(await find('-chapters.title')).toEqual(usual)
})
