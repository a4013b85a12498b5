// An operator that compares with one value is given one. Two would be another question than the one that was meant,
// and are refused by the field and the operator, wherever the API is asked.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { jsonRequest, startTarget, tokenFor, type Answer, type Target } from '../support/attacks.ts'

const EDITOR = 'editor@client.test'
const ID = '01a21ddb-f088-739b-b994-4a045a6b5f59'

let target: Target

beforeAll(async () => {
  target = await startTarget()
})

afterAll(async () => {
  await target?.stop()
})

/** As a query, as JSON in a query, and as a form behind a POST. */
const ways = async (path: string, operator: string, values: unknown[]): Promise<Answer[]> => {
  const repeated = values
    .map((value) => `where[${path}][${operator}]=${encodeURIComponent(String(value))}`)
    .join('&')
  const json = `where=${encodeURIComponent(JSON.stringify({ [path]: { [operator]: values } }))}`
  const nested = `where[or][0][and][0][${path}][${operator}][]=${String(values[0])}`
  return [
    await target.api.call({ as: EDITOR, path: `/api/case-studies?${repeated}` }),
    await target.api.call({ as: EDITOR, path: `/api/case-studies?${json}` }),
    await target.api.call({ as: EDITOR, path: `/api/case-studies?${nested}` }),
    await target.api.call({ as: EDITOR, path: `/api/case-studies/count?${repeated}` }),
    await target.send('/api/case-studies', {
      ...jsonRequest(repeated, {
        authorization: `JWT ${await tokenFor(target)(EDITOR)}`,
        'content-type': 'application/x-www-form-urlencoded',
        'x-payload-http-method-override': 'GET',
      }),
    }),
  ]
}

const expectNamed = ({ body, status }: Answer, ...named: string[]): void => {
  expect({ code: body.code, detail: body.detail, status }).toEqual({
    code: 'filter_not_possible',
    detail: expect.any(String),
    status: 400,
  })
  for (const one of named) {
    expect(body.detail).toContain(`“${one}”`)
  }
}

describe('an operator that is given twice', () => {
  it.each<[string, string, unknown[], string]>([
    ['title', 'not_equals', ['a', 'b'], 'not_in'],
    ['title', 'equals', ['Client online', 'Client draft'], 'in'],
    ['title', 'equals', ['a', 'a'], 'in'],
    ['title', 'exists', ['true', 'false'], ''],
    ['title', 'like', ['a', 'b'], ''],
    ['title', 'not_like', ['a', 'b'], ''],
    ['title', 'contains', ['a', 'b'], ''],
    ['title', 'greater_than', ['a', 'b'], ''],
    ['year', 'equals', [2019, 2020], 'in'],
    ['year', 'not_equals', [2019, 2020], 'not_in'],
    ['year', 'greater_than_equal', [2019, 2020], ''],
    ['createdAt', 'less_than', ['2026-01-01', '2026-02-01'], ''],
    ['id', 'equals', [ID, ID], 'in'],
    ['tenant', 'not_equals', [ID, ID], 'not_in'],
    ['_status', 'equals', ['draft', 'published'], 'in'],
    ['services', 'equals', [ID, ID], 'in'],
    ['outcomes.value', 'equals', [1, 2], 'in'],
  ])('on “%s” by “%s” is refused by both names', async (path, operator, values, instead) => {
    for (const answer of await ways(path, operator, values)) {
      expectNamed(answer, path, operator, ...(instead === '' ? [] : [instead]))
    }
  })

  it('is refused in a change and a deletion of many, which do nothing', async () => {
    const query = 'where[title][not_equals]=a&where[title][not_equals]=b'
    for (const method of ['DELETE', 'PATCH']) {
      const answer = await target.api.call({
        as: EDITOR,
        body: { summary: 'Never' },
        method,
        path: `/api/case-studies?${query}`,
      })
      expectNamed(answer, 'title', 'not_equals')
    }
  })

  it('is refused in the versions', async () => {
    const path = 'version.title'
    const query = `where[${path}][equals]=a&where[${path}][equals]=b`
    const answer = await target.api.call({
      as: EDITOR,
      path: `/api/case-studies/versions?${query}`,
    })
    expectNamed(answer, path, 'equals', 'in')
  })
})

describe('a value that is no plain one', () => {
  it.each(['equals', 'not_equals', 'in', 'exists'])('is refused by “%s”', async (operator) => {
    for (const path of ['title', 'year', 'id', '_status']) {
      const answer = await target.api.call({
        as: EDITOR,
        path: `/api/case-studies?where[${path}][${operator}][x]=1`,
      })
      expectNamed(answer, path, operator)
    }
  })

  it('is refused in GraphQL, as is a character that cannot be stored', async () => {
    const ask = (where: object): Promise<Answer> =>
      target.graphql({
        as: EDITOR,
        query: 'query ($where: CaseStudy_where) { CaseStudies(where: $where) { docs { id } } }',
        variables: { where },
      })
    for (const operator of ['equals', 'like', 'not_equals']) {
      const { body } = await ask({ title: { [operator]: 'a\0b' } })
      expect(body.errors[0]).toMatchObject({
        extensions: { code: 'filter_not_possible', statusCode: 400 },
        message: expect.stringMatching(`“title” is compared by “${operator}”`),
      })
    }
    const several = await ask({ chapters__body: { equals: ['a', 'b'] } })
    expect(several.body.errors[0].extensions.statusCode).toBe(400)
    expect(several.body.errors[0].message).toContain('equals')
    const { body } = await target.api.call({
      as: EDITOR,
      path: `/api/case-studies?where=${encodeURIComponent('{"title":{"equals":"a\\u0000b"}}')}`,
    })
    expect(body.detail).toContain('“title” is compared by “equals”')
  })
})

it('several values are asked for with “in”, repeated or in one', async () => {
  for (const query of [
    'where[title][in]=Client online&where[title][in]=Client draft',
    'where[title][in]=Client online,Client draft',
    'where={"title":{"in":["Client online","Client draft"]}}',
  ]) {
    const { body } = await target.api.call({ as: EDITOR, path: `/api/case-studies?${query}` })
    expect({ query, found: body.totalDocs }).toEqual({ query, found: 2 })
  }
})
