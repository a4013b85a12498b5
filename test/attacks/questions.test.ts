// A question finds what it says and nothing else: letters are letters, conditions stand together, and what is no id
// is nobody’s. By REST, by GraphQL and in the admin’s lists, whose pages use the Local API.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Where } from 'payload'
import { idsOf, startTarget, type Answer, type Target } from '../support/attacks.ts'
import { createStudy } from '../support/content.ts'
import { inShort } from '../support/inShort.ts'

const MEMBER = 'editor@client.test'

const TITLES = ['100 %', '100 x', 'snake_case', 'snakeXcase', 'a\\b', 'ab', 'KRÄNE am Kai', "l'été"]

let target: Target
let ids: Map<string, string>

beforeAll(async () => {
  target = await startTarget()
  const { payload, world } = target
  ids = new Map()
  for (const title of TITLES) {
    const { id } = await createStudy({
      payload,
      tenant: world.client.id,
      title,
      year: 2020,
      outcomes: [{ label: title, value: 1 }],
      seo: { title },
    })
    ids.set(title, id)
  }
})

afterAll(async () => {
  await target?.stop()
})

const named = (found: string[]): string[] =>
  found.flatMap((id) => TITLES.filter((title) => ids.get(title) === id)).sort()

const rest = async (where: Where): Promise<string[]> => {
  const answer = await target.api.call({
    as: MEMBER,
    path: `/api/case-studies?limit=100&where=${encodeURIComponent(JSON.stringify(where))}`,
  })
  expect({ where, status: answer.status, body: answer.status === 200 || answer.body }).toEqual({
    where,
    status: 200,
    body: true,
  })
  return named(idsOf(answer))
}

const graphql = async (path: string, operator: string, value: string): Promise<string[]> => {
  const { body } = await target.graphql({
    as: MEMBER,
    query: `query ($value: String) { CaseStudies(limit: 100, where: { ${path}: { ${operator}: $value } }) { docs { id } } }`,
    variables: { value },
  })
  expect(body.errors).toBeUndefined()
  return named((body.data.CaseStudies.docs as { id: string }[]).map(({ id }) => id))
}

/** As a list of the admin asks. */
const listed = async (where: Where): Promise<string[]> => {
  const { docs } = await target.payload.find({
    collection: 'case-studies',
    depth: 0,
    draft: true,
    limit: 100,
    overrideAccess: false,
    user: await target.world.user('editor', 'client'),
    where,
  })
  return named(docs.map(({ id }) => id))
}

const PATHS = ['title', 'outcomes.label', 'seo.title']

const TYPED = ['%', '_', '\\', '0 %', 'e_c', 'a\\b', '\\%', "l'", 'kräne', 'été']

describe.each(TYPED)('“%s”', (typed) => {
  const containing = TITLES.filter((title) =>
    title.toLowerCase().includes(typed.toLowerCase()),
  ).sort()
  const withWords = TITLES.filter((title) =>
    typed.split(' ').every((word) => title.toLowerCase().includes(word.toLowerCase())),
  ).sort()
  const others = TITLES.filter((title) => !withWords.includes(title)).sort()

  it('is what it is, in every field and by every way of asking', async () => {
    for (const path of inShort(PATHS, TYPED.indexOf(typed), PATHS.length)) {
      const found = {
        contains: await rest({ [path]: { contains: typed } }),
        like: await rest({ [path]: { like: typed } }),
        not_like: await rest({ [path]: { not_like: typed } }),
        ofGraphQL: await graphql(path.replace('.', '__'), 'contains', typed),
        ofGraphQLToo: await graphql(path.replace('.', '__'), 'like', typed),
        ofList: await listed({ or: [{ [path]: { like: typed } }, { slug: { equals: 'none' } }] }),
      }
      expect({ path, ...found }).toEqual({
        path,
        contains: containing,
        like: withWords,
        not_like: others,
        ofGraphQL: containing,
        ofGraphQLToo: withWords,
        ofList: withWords,
      })
    }
  })
})

it('rich text is asked for its letters too, umlauts and quotes among them', async () => {
  const { payload, world } = target
  const body = (text: string) => ({
    root: {
      type: 'root',
      direction: 'ltr',
      format: '',
      indent: 0,
      version: 1,
      children: [{ type: 'paragraph', version: 1, children: [{ type: 'text', text, version: 1 }] }],
    },
  })
  const texts = ['Die Brücke (alt)', 'Die Brücke alt', `He said "no.", it's`]
  const made = new Map<string, string>()
  for (const [index, text] of texts.entries()) {
    const { id } = await payload.create({
      collection: 'pages',
      data: {
        tenant: world.client.id,
        title: `Page ${index}`,
        body: body(text),
        _status: 'published',
      } as never,
      overrideAccess: true,
    })
    made.set(id, text)
  }
  const find = async (operator: string, value: unknown): Promise<(string | undefined)[]> => {
    const where = { 'body.root.children.children.text': { [operator]: value } }
    const answer = await target.api.call({
      as: MEMBER,
      path: `/api/pages?limit=100&where=${encodeURIComponent(JSON.stringify(where))}`,
    })
    expect({ value, status: answer.status }).toEqual({ value, status: 200 })
    return idsOf(answer)
      .map((id) => made.get(id))
      .sort()
  }
  expect(await find('like', 'brücke (')).toEqual([texts[0]])
  expect(await find('like', 'BRÜCKE (')).toEqual([texts[0]])
  expect(await find('not_like', 'BRÜCKE')).toEqual([texts[2]])
  expect(await find('like', 'ALT brücke')).toEqual([texts[0], texts[1]])
  expect(await find('like', '"no."')).toEqual([texts[2]])
  for (const sign of '\\^$.|?*+()[]{}-&~#%_/"') {
    const found = texts.filter((text) => text.includes(sign))
    expect({ sign, found: await find('like', sign) }).toEqual({ sign, found })
  }
  expect(await find('like', 'n..,')).toEqual([])
  expect(await find('like', `it's`)).toEqual([texts[2]])
  expect(await find('equals', texts[0])).toEqual([texts[0]])
  expect(await find('in', [texts[0], texts[2]])).toEqual([texts[0], texts[2]])
})

describe('conditions that stand together', () => {
  it('all count', async () => {
    expect(await rest({ title: { like: 'snake', not_equals: 'snake_case' } })).toEqual([
      'snakeXcase',
    ])
    expect(await rest({ title: { not_equals: 'ab', like: 'a' }, year: { equals: 1999 } })).toEqual(
      [],
    )
    expect(
      await rest({
        or: [{ title: { equals: 'ab' } }, { title: { equals: '100 x' } }],
        and: [{ year: { equals: 2020 } }],
      }),
    ).toEqual(['100 x', 'ab'])
    expect(
      await rest({ and: [{ title: { like: 'snake' } }], or: [{ title: { equals: 'ab' } }] }),
    ).toEqual([])
  })

  it('“not in” finds what has no value as well, as “not equals” does', async () => {
    const { id } = await createStudy({
      payload: target.payload,
      tenant: target.world.client.id,
      title: 'Of no year',
    })
    for (const where of [{ year: { not_equals: 2020 } }, { year: { not_in: [2020, 2021] } }]) {
      const answer = await target.api.call({
        as: MEMBER,
        path: `/api/case-studies?limit=100&where=${encodeURIComponent(JSON.stringify(where))}`,
      })
      expect(idsOf(answer)).toContain(id)
      expect(named(idsOf(answer))).toEqual([])
    }
  })
})

describe('what is no id, number or date', () => {
  const asked = (collection: string, where: object): Promise<Answer> =>
    target.api.call({
      as: MEMBER,
      path: `/api/${collection}?where=${encodeURIComponent(JSON.stringify(where))}`,
    })

  const OPERATORS = [
    'equals',
    'not_equals',
    'in',
    'not_in',
    'contains',
    'greater_than',
    'like',
  ] as const

  it.each([
    ['case-studies', 'client'],
    ['case-studies', 'client.id'],
    ['case-studies', 'client.tenant'],
    ['case-studies', 'cover'],
    ['case-studies', 'services'],
    ['case-studies', 'related.studies'],
    ['case-studies', 'credits.person'],
    ['case-studies', 'id'],
    ['case-studies/versions', 'parent'],
    ['case-studies/versions', 'version.client'],
    ['case-studies/versions', 'id'],
    ['memberships', 'user'],
    ['tenants', 'agency'],
  ])('is refused by name: %s by %s', async (collection, path) => {
    for (const operator of OPERATORS) {
      for (const value of [
        'nonsense',
        '%',
        7,
        true,
        ['nonsense'],
        [target.online.id, 'nonsense'],
        {},
      ]) {
        for (const where of [
          { [path]: { [operator]: value } },
          {
            or: [
              { and: [{ [path]: { [operator]: value } }] },
              { id: { equals: target.online.id } },
            ],
          },
        ]) {
          const { body, status } = await asked(collection, where)
          const isNamed =
            String(body.detail).includes(path) || String(body.detail).includes(operator)
          expect({ where, status, isNamed }).toEqual({ where, status: 400, isNamed: true })
        }
      }
    }
  })

  it('a truth is true or false, and a list holds no “null”', async () => {
    for (const where of [
      { client: { exists: null } },
      { client: { exists: 'perhaps' } },
      { client: { in: 'null' } },
      { client: { not_in: [null, target.online.id] } },
      { year: { in: [2020, null] } },
      { year: { greater_than: null } },
    ]) {
      expect({ where, status: (await asked('case-studies', where)).status }).toEqual({
        where,
        status: 400,
      })
    }
    for (const where of [{ latest: { equals: 'banana' } }, { parent: { exists: 'perhaps' } }]) {
      expect((await asked('case-studies/versions', where)).status).toBe(400)
    }
  })

  it('finds nothing in a list of the admin, beside what makes sense', async () => {
    expect(await listed({ client: { equals: 'nonsense' } })).toEqual([])
    expect(await listed({ year: { greater_than: 'abc' } })).toEqual([])
    expect(
      await listed({ or: [{ client: { in: ['nonsense'] } }, { title: { equals: 'ab' } }] }),
    ).toEqual(['ab'])
  })

  it('is refused by GraphQL, or is nothing there', async () => {
    for (const where of [
      'client: { equals: "nonsense" }',
      'year: { equals: null }, client: { in: ["x"] }',
    ]) {
      const { body } = await target.graphql({
        as: MEMBER,
        query: `{ CaseStudies(where: { ${where} }) { docs { id } } }`,
      })
      expect(body.errors?.[0]?.extensions?.code).toBeDefined()
    }
  })
})
