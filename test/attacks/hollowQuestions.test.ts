// A condition that is dropped on the way makes a question about everything. So what would be dropped is refused:
// parts of a URL that its parser leaves out, groups of nothing, and numbers that are empty.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTarget, type Answer, type Target } from '../support/attacks.ts'

const EDITOR = 'editor@client.test'

let target: Target

beforeAll(async () => {
  target = await startTarget()
})

afterAll(async () => {
  await target?.stop()
})

const ask = (path: string, more: object = {}): Promise<Answer> =>
  target.api.call({ path: `/api/case-studies${path}`, ...more })

const post = async (path: string, form: string): Promise<Answer['body']> => {
  const response = await target.send(path, {
    body: form,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-http-method-override': 'GET',
    },
    method: 'POST',
  })
  return response.body
}

const MANY = Array.from({ length: 1000 }, (_, index) => `x=${index}`).join('&')

const DROPPED = [
  `${MANY}&where[id][equals]=nothing`,
  'where[__proto__][equals]=x',
  'where[constructor][equals]=x',
  'where[title][hasOwnProperty]=x',
  'where[and][0][title][__proto__]=x',
  'select[__proto__]=true',
  'where[title][equals]=a%00b',
  'where[%00][equals]=x',
  'where[title][equals]=%E0%A4%A',
  'where%5Btitle%5D%5Bequals%5D=100%',
  'where[title%][equals]=x',
  'x=%',
]

const HOLLOW = [
  'where[or][0]=x',
  'where[or][title][equals]=x',
  'where[and][title][equals]=x',
  'where[or][0]=',
  'where[or][]=x',
  'where[and][0]=x',
  'where[or][0][and][0]=x',
  ...[
    '{"or":[null]}',
    '{"or":[]}',
    '{"or":["x"]}',
    '{"or":[{}]}',
    '{"and":[null]}',
    '{"title":{}}',
  ].map((where) => `where=${encodeURIComponent(where)}`),
]

describe.each([
  ['parameter_not_valid', DROPPED],
  ['filter_not_possible', HOLLOW],
] as const)('%s', (code, queries) => {
  it.each(queries.map((query) => [query.slice(0, 60), query] as const))(
    'for %s, in a list, a count and a change of many, which changes none',
    async (_, query) => {
      const answers = [
        await ask(`?${query}`),
        await ask(`/count?${query}`),
        await ask(`?where[_status][exists]=true&${query}`, {
          as: EDITOR,
          body: { summary: 'Changed' },
          method: 'PATCH',
        }),
      ]
      expect(answers.map(({ body, status }) => [status, body.code])).toEqual(
        answers.map(() => [400, code]),
      )
      const { totalDocs } = await target.payload.count({
        collection: 'case-studies',
        where: { summary: { equals: 'Changed' } },
        overrideAccess: true,
      })
      expect(totalDocs).toBe(0)
    },
  )
})

it('a malformed encoding is named, wherever the API is asked', async () => {
  for (const path of ['/api/nothing', '/api/access', '/api/graphql', '/api/users/me']) {
    const { body, status } = await target.api.call({
      path: `${path}?a=1&where%5Btitle%5D=%E0%A4%A`,
    })
    expect([path, status, body.code]).toEqual([path, 400, 'parameter_not_valid'])
    expect(body.detail).toMatch(/“where\[title\]” is malformed.*%25/)
  }
  const form = await post('/api/case-studies', 'where[title][equals]=%')
  expect(form.code).toBe('parameter_not_valid')
  expect(form.detail).toMatch(/“where\[title\]\[equals\]” is malformed/)
})

it('a form behind a URL with a query is refused, and read without one', async () => {
  const { slug } = target.online
  const form = (query: string) => post(`/api/case-studies${query}`, `where[slug][equals]=${slug}`)
  expect((await form('?x=1')).code).toBe('parameter_not_valid')
  expect((await form('')).totalDocs).toBe(1)
})

it.each(['limit=', 'limit', 'page=&limit=', 'depth=&limit='])(
  'an empty number is none: %s',
  async (query) => {
    const { body, status } = await ask(`?${query}`)
    expect({ status, limit: body.limit, page: body.page }).toEqual({
      status: 200,
      limit: 10,
      page: 1,
    })
  },
)

it.each([
  ['{ CaseStudies(pagination: false) { docs { id } } }', 'parameter_not_valid'],
  ['{ CaseStudies(where: { OR: [null] }) { totalDocs } }', 'filter_not_possible'],
  ['{ CaseStudies(where: { OR: [] }) { totalDocs } }', 'filter_not_possible'],
  ['{ CaseStudies(where: { title: {} }) { totalDocs } }', 'filter_not_possible'],
])('GraphQL refuses %s', async (query, code) => {
  const { body } = await target.graphql({ query })
  expect(body.errors?.[0]?.extensions?.code).toBe(code)
})

it('a day that the month does not have is no date', async () => {
  const { body } = await ask('?where[publishedAt][greater_than]=2026-02-30')
  expect(body.code).toBe('filter_not_possible')
})
