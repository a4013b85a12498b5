// Every route of the API has limits, and says by name which parameter is beyond them or makes no sense.
// The routes come from Payload's own list of endpoints.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Endpoint } from 'payload'
import pg from 'pg'
import { idsOf, startTarget, type Answer, type Target } from '../support/attacks.ts'
import { createStudy } from '../support/content.ts'
import { inShort } from '../support/inShort.ts'

const NOBODY = undefined
const MEMBER = 'editor@client.test'
const CALLERS = [NOBODY, MEMBER]
const NO_ID = '01a21ddb-f088-739b-b994-4a045a6b5f59'

let target: Target

beforeAll(async () => {
  target = await startTarget()
})

afterAll(async () => {
  await target?.stop()
})

const ask = (as: string | undefined, path: string): Promise<Answer> =>
  target.api.call({ as, path: `/api/${path}` })

/** Every URL that is read, with ids of nothing in it. */
const readRoutes = (): string[] => {
  const { collections, endpoints } = target.payload.config
  const isUnserved = (slug: string, path: string): boolean => {
    const { config } = target.payload.collections[slug as 'pages']
    return (path.startsWith('/versions') && !config.versions) || path.startsWith('/verify')
  }
  const routesOf = (list: false | Endpoint[] | undefined, prefix: string) =>
    (list || [])
      .filter(({ method, path }) => method === 'get' && !isUnserved(prefix || 'users', path))
      .map(({ path }) => `${prefix}${path}`.replace(/:\w+\??/g, NO_ID).replace(/^\/|\/$/g, ''))
  return [
    ...routesOf(endpoints, ''),
    ...collections.flatMap((collection) => routesOf(collection.endpoints, collection.slug)),
  ]
}

/** What nobody may ask, by the name of its parameter; those of the second list a member may. */
const SENSELESS: [name: string, query: string][] = [
  ['limit', 'limit=101'],
  ['limit', 'limit=-1'],
  ['limit', 'limit=abc'],
  ['limit', 'limit=1.5'],
  ['limit', 'limit=1e2'],
  ['limit', 'limit=99999999999999999999'],
  ['limit', 'limit=1&limit=2'],
  ['limit', 'limit[gt]=1'],
  ['page', 'page=-1'],
  ['page', 'page=0'],
  ['page', 'page=many'],
  ['page', 'page=1&page=2'],
  ['page', 'page=9999999999'],
  ['depth', 'depth=5'],
  ['depth', 'depth=-1'],
  ['depth', 'depth=deep'],
  ['depth', 'depth=1&depth=1'],
  ['locale', 'locale=xx'],
  ['locale', 'locale=en&locale=de'],
  ['locale', 'locale[]=en'],
  ['fallback-locale', 'fallback-locale=xx'],
  ['draft', 'draft=yes'],
  ['draft', 'draft=true&draft=true'],
  ['trash', 'trash=1'],
  ['pagination', 'pagination=no'],
  ['where', 'where=anything'],
  ['where', 'where=[]'],
  ['select', 'select=title'],
  ['populate', 'populate=media'],
  ['joins', 'joins=related'],
]

const OF_MEMBERS: [name: string, query: string][] = [
  ['limit', 'limit=0'],
  ['limit', 'pagination=false'],
  ['limit', 'limit=26&depth=2'],
  ['depth', 'depth=3'],
  ['depth', 'depth=4&limit=1'],
  ['locale', 'locale=all'],
  ['locale', 'locale=*'],
]

const expectRefused = (answer: Answer, at: string, name: string): void => {
  const { code, detail } = answer.body as { code?: string; detail?: string }
  expect({
    at,
    status: answer.status,
    code,
    isNamed: detail?.includes(`“${name}”`) || detail,
  }).toEqual({
    at,
    status: 400,
    code: 'parameter_not_valid',
    isNamed: true,
  })
}

it('finds routes of every collection, of plugins and of our own', () => {
  const routes = readRoutes()
  expect(routes.length).toBeGreaterThan(100)
  expect(routes).toEqual(
    expect.arrayContaining([
      'case-studies',
      'case-studies/search',
      `case-studies/versions/${NO_ID}`,
      'users/me',
    ]),
  )
})

describe.each(CALLERS)('asked by %s', (as) => {
  it('every route refuses what makes no sense, by name', async () => {
    for (const [turn, route] of readRoutes().entries()) {
      for (const [name, query] of inShort(SENSELESS, turn)) {
        const at = `${route}?${query}`
        expectRefused(await ask(as, at), at, name)
      }
    }
  }, 600_000)
})

it('what is for members is refused to nobody, on every route', async () => {
  for (const [turn, route] of readRoutes().entries()) {
    for (const [name, query] of inShort(OF_MEMBERS, turn, 2)) {
      const at = `${route}?${query}`
      expectRefused(await ask(NOBODY, at), at, name)
    }
  }
}, 600_000)

it('members ask for all of it; no limit is a hundred', async () => {
  for (const [, query] of OF_MEMBERS) {
    const { body, status } = await ask(MEMBER, `case-studies?${query}`)
    expect({ query, status }).toEqual({ query, status: 200 })
    if (!/depth/.test(query) && /limit=0|pagination/.test(query)) {
      expect({ query, limit: body.limit }).toEqual({ query, limit: 100 })
    }
  }
})

it('the admin’s own questions are answered: everything that is chosen, and a page’s references', async () => {
  const { client } = target.world
  const named = Array.from({ length: 100 }, () => target.online.id).join(',')
  const page = `case-studies?depth=0&draft=true&limit=250&where[id][in]=${named}`
  expect(idsOf(await ask(MEMBER, page))).toEqual([target.online.id])
  expectRefused(await ask(MEMBER, `${page},${target.draft.id}`), 'too many', 'limit')
  expectRefused(await ask(NOBODY, page), 'nobody', 'limit')
  const all = `limit=0&locale=en&where[id][not_equals]=`
  for (const method of ['PATCH', 'DELETE']) {
    const { status } = await target.api.call({
      as: 'admin@client.test',
      ...(method === 'PATCH' ? { body: { featured: false } } : {}),
      method,
      path: `/api/services?${all}&where[tenant][equals]=${client.id}`,
    })
    expect({ method, status }).toEqual({ method, status: 200 })
  }
  expect(
    (await ask(MEMBER, `case-studies?trash=true&where[deletedAt][exists]=true&${all}`)).status,
  ).toBe(200)
})

it('a credential that is none is nobody', async () => {
  const answer = await target.api.call({
    headers: { authorization: 'JWT nothing' },
    path: '/api/case-studies?limit=0',
  })
  expectRefused(answer, 'a dead token', 'limit')
})

it('GraphQL has the same limits', async () => {
  const said = async (as: string | undefined, query: string) => {
    const { body } = await target.graphql({ ...(as ? { as } : {}), query })
    const [error] = (body.errors ?? []) as { extensions: { code: string }; message: string }[]
    return error ? [error.extensions.code, error.message.includes('limit')] : body.data
  }
  for (const limit of [101, -1, 0]) {
    expect(await said(NOBODY, `{ CaseStudies(limit: ${limit}) { docs { id } } }`)).toEqual([
      'parameter_not_valid',
      true,
    ])
  }
  const { CaseStudies } = await said(MEMBER, '{ CaseStudies(limit: 0) { limit docs { id } } }')
  expect(CaseStudies.limit).toBe(100)
  const { body } = await target.graphql({ query: '{ Pages(page: -1) { docs { id } } }' })
  expect(body.errors[0].extensions.code).toBe('parameter_not_valid')
})

describe('a filter', () => {
  it.each([
    ['case-studies', 'where[year][equals]=abc', 'year'],
    ['case-studies', 'where[year][in]=2020,abc', 'year'],
    ['case-studies', 'where[year][greater_than]=', 'year'],
    ['case-studies', 'where[outcomes.value][equals]=many', 'outcomes.value'],
    ['case-studies', 'where[cover][equals]=nonsense', 'cover'],
    ['case-studies', 'where[services][in]=nonsense', 'services'],
    ['case-studies', 'where[services][contains]=nonsense', 'services'],
    ['case-studies', 'where[id][equals]=nonsense', 'id'],
    ['case-studies', 'where[tenant][equals]=client', 'tenant'],
    ['case-studies', 'where[updatedAt][greater_than]=yesterday', 'updatedAt'],
    ['case-studies', 'where[updatedAt][equals]=anything', 'updatedAt'],
    ['case-studies', 'where[updatedAt][in]=2026-01-01,then', 'updatedAt'],
    ['case-studies', 'where[updatedAt][less_than]=99999-01-01', 'updatedAt'],
    ['case-studies', 'where[visibility][equals]=secret', 'visibility'],
    ['case-studies', 'where[anonymous][equals]=maybe', 'anonymous'],
    ['case-studies', 'where[title][exists]=maybe', 'title'],
    ['case-studies', 'where[title]=anything', 'title'],
    ['case-studies', 'where[or]=anything', 'or'],
    ['case-studies', 'where[or][0][and][0][year][equals]=abc', 'year'],
    ['pages', 'where[updatedAt][equals]=anything', 'updatedAt'],
  ])('%s?%s is refused by the name of its field', async (collection, query, field) => {
    for (const as of CALLERS) {
      for (const list of ['', '/count']) {
        const { body, status } = await ask(as, `${collection}${list}?${query}`)
        expect({ as, list, status, detail: body.detail }).toEqual({
          as,
          list,
          status: 400,
          detail: expect.stringContaining(`“${field}”`),
        })
      }
    }
  })

  it('finds what it asks for', async () => {
    const { payload, world } = target
    const tenant = world.client.id
    const study = await createStudy({ payload, tenant, title: 'Of one year', year: 2019 })
    for (const query of [
      'where[year][equals]=2019',
      'where[year][in]=2018,2019',
      `where[id][equals]=${study.id}`,
      `where[tenant][equals]=${tenant}&where[year][equals]=2019`,
      'where[year][equals]=2019&where[updatedAt][greater_than]=2026-01-01',
      'where[year][equals]=2019&where[visibility][equals]=public',
      'where[year][equals]=2019&where[client][equals]=null',
      'where[year][exists]=true&where[title][like]=of%20one',
    ]) {
      const found = idsOf(await ask(MEMBER, `case-studies?${query}`))
      expect({ query, found }).toEqual({ query, found: [study.id] })
    }
  })

  it('asks at most fifty things', async () => {
    const where = (count: number) =>
      Array.from({ length: count }, (_, index) => `where[or][${index}][year][equals]=2000`).join(
        '&',
      )
    expect((await ask(NOBODY, `case-studies?${where(50)}`)).status).toBe(200)
    expect((await ask(NOBODY, `case-studies?${where(51)}`)).body.detail).toContain('51')
    const values = (count: number) =>
      `case-studies?where[title][in]=${Array.from({ length: count }, () => 'a').join(',')}`
    expect((await ask(NOBODY, values(1000))).status).toBe(200)
    const { body, status } = await ask(NOBODY, values(1001))
    expect([status, body.code]).toEqual([400, 'filter_not_possible'])
    expect(body.detail).toContain('1001 values')
  })
})

describe('the database', () => {
  it('works a few seconds for nobody, and longer for a member', async () => {
    const owner = new pg.Client({ connectionString: target.databaseUrl })
    await owner.connect()
    try {
      await owner.query('begin; lock table public.services')
      const ofMember = ask(MEMBER, 'services')
      const refused = await ask(NOBODY, 'services')
      expect([refused.status, refused.body.code]).toEqual([503, 'took_too_long'])
      expect(refused.headers.get('retry-after')).not.toBeNull()
      await owner.query('commit')
      expect((await ofMember).status).toBe(200)
    } finally {
      await owner.end()
    }
  })
})
