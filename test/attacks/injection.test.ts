// SQL injection: what reaches the database is a value, wherever it stands in a request.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { countOf, idsOf, startTarget, type Target } from '../support/attacks.ts'

let target: Target

beforeAll(async () => {
  target = await startTarget()
})

afterAll(async () => {
  await target?.stop()
})

/** Each tries to widen the answer, to break out of the statement, or to forge the context. */
const PAYLOADS = [
  `' OR '1'='1`,
  `') OR 1=1 --`,
  `%' OR id IS NOT NULL --`,
  `x'); select set_config('rls.context','{"caps":["operator"]}',true); --`,
  `x' UNION SELECT id, email FROM users --`,
  `'; drop table case_studies; --`,
  `\\'; select pg_sleep(0) --`,
  `$1 OR true`,
]

const isIntact = async (): Promise<boolean> => {
  const client = new pg.Client({ connectionString: target.databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ count: string }>('select count(*) from case_studies')
    return Number(rows[0]?.count) === 4
  } finally {
    await client.end()
  }
}

/** Nobody asks; what he is shown stays what is online, and the server does not break. */
const expectNothingWon = async (path: string): Promise<void> => {
  const answer = await target.api.call({ path })
  expect({ path, broke: answer.status >= 500 }).toEqual({ path, broke: false })
  const shown = idsOf(answer)
  expect(shown.filter((id) => [target.draft.id, target.foreignDraft.id].includes(id))).toEqual([])
  expect(JSON.stringify(answer.body)).not.toContain('@client.test')
}

const encode = encodeURIComponent

describe('SQL injection', () => {
  it('CVE-2026-105845 (GHSA-v49j-62m6-pgrr): dynamic filters and joins stay values', async () => {
    for (const value of PAYLOADS) {
      for (const path of ['title', 'tenant.slug', 'services.name', 'chapters.title', 'id']) {
        await expectNothingWon(`/api/case-studies?where[${path}][equals]=${encode(value)}`)
      }
      await expectNothingWon(`/api/case-studies?where[${encode(value)}][equals]=x`)
      await expectNothingWon(`/api/case-studies?joins[${encode(value)}][sort]=${encode(value)}`)
      await expectNothingWon(
        `/api/case-studies?joins[related][where][title][equals]=${encode(value)}`,
      )
    }
    expect(await isIntact()).toBe(true)
    const found = await target.api.call({
      path: `/api/case-studies?where[title][equals]=${encode('Client online')}`,
    })
    expect(idsOf(found)).toEqual([target.online.id])
  })

  it('CVE-2026-63316: the lists of `in` and `not_in` stay values', async () => {
    const as = 'viewer@client.test'
    for (const value of PAYLOADS) {
      for (const operator of ['in', 'not_in']) {
        for (const field of ['title', 'services', 'visibility', 'year', 'tenant']) {
          const list = `where[${field}][${operator}][0]=${encode(value)}`
          const answer = await target.api.call({ as, path: `/api/case-studies?${list}` })
          expect({ list, broke: answer.status >= 500 }).toEqual({ list, broke: false })
          expect(idsOf(answer)).not.toContain(target.foreignDraft.id)
        }
      }
    }
    expect(await isIntact()).toBe(true)
    const found = await target.api.call({
      as,
      path: `/api/case-studies?where[title][in][0]=${encode('Client draft')}&draft=true`,
    })
    expect(idsOf(found)).toEqual([target.draft.id])
  })

  it('CVE-2026-105856 (GHSA-pj7x-6wpf-pgvp): a path into JSON is no SQL', async () => {
    const as = 'owner@client.test'
    // Brackets would end the name of the parameter, and with it the filter.
    for (const value of PAYLOADS.filter((payload) => !/[[\]]/.test(payload))) {
      for (const path of [
        `chapters.body.root.${value}`,
        `chapters.body.${value}`,
        `chapters.body.root'||(select 1)||'`,
      ]) {
        const answer = await target.api.call({
          as,
          path: `/api/case-studies?where[${encode(path)}][equals]=x`,
        })
        expect({ path, broke: answer.status >= 500 }).toEqual({ path, broke: false })
        expect(countOf(answer)).toBe(0)
      }
    }
    expect(await isIntact()).toBe(true)
  })

  it('CVE-2026-25544 (GHSA-xx6w-jxg9-2wh8): a value compared with JSON or rich text is no SQL', async () => {
    for (const value of PAYLOADS) {
      for (const operator of ['equals', 'like', 'contains', 'not_equals', 'in', 'exists']) {
        const path = `/api/case-studies?where[chapters.body.root.type][${operator}]=${encode(value)}`
        await expectNothingWon(path)
      }
      await expectNothingWon(`/api/users?where[tenants.tenant][equals]=${encode(value)}`)
    }
    expect(await isIntact()).toBe(true)
  })

  it('a filter into rich text is answered or refused, whatever it compares', async () => {
    const operators = [
      ...['contains', 'equals', 'exists', 'in', 'like', 'not_equals', 'not_in', 'not_like'],
      ...['greater_than', 'greater_than_equal', 'less_than', 'less_than_equal'],
    ]
    const broken: string[] = []
    for (const operator of operators) {
      for (const value of ['=x', '=1', '=null', '=', '=%28', '=%5C', '[0]=x', '[a]=x']) {
        for (const path of ['chapters.body', 'chapters.body.root.type', 'origin.imported.a']) {
          const { status } = await target.api.call({
            as: 'owner@client.test',
            path: `/api/case-studies?where[${path}][${operator}]${value}`,
          })
          broken.push(...(status >= 500 ? [`${path} ${operator} ${value}`] : []))
        }
      }
    }
    expect(broken).toEqual([])
    const found = await target.api.call({
      as: 'owner@client.test',
      path: '/api/case-studies?where[chapters.body.root.children.type][equals]=no-such-node',
    })
    expect(countOf(found)).toBe(0)
  })

  it('CVE-2026-34747 (GHSA-7xxh-373w-35vg): sort, select, page and locale stay what they are', async () => {
    for (const value of PAYLOADS) {
      for (const query of [
        `sort=${encode(value)}`,
        `sort=-${encode(value)}`,
        `sort=title,${encode(value)}`,
        `select[${encode(value)}]=true`,
        `page=${encode(value)}`,
        `limit=${encode(value)}`,
        `locale=${encode(value)}`,
        `fallback-locale=${encode(value)}`,
        `depth=${encode(value)}`,
      ]) {
        await expectNothingWon(`/api/case-studies?${query}`)
      }
    }
    expect(await isIntact()).toBe(true)
    const sorted = await target.api.call({ path: '/api/case-studies?sort=-title&depth=0' })
    expect(idsOf(sorted)).toEqual([target.foreignOnline.id, target.online.id])
  })

  it('drizzle-orm af1a932: an identifier in a request is never quoted into a statement', async () => {
    for (const name of ['title" desc, (select 1)--', 'title"; drop table users; --', '"."title']) {
      await expectNothingWon(`/api/case-studies?sort=${encode(name)}`)
      await expectNothingWon(`/api/case-studies?where[${encode(name)}][exists]=true`)
    }
    expect(await isIntact()).toBe(true)
  })

  it('an id in the path is a value too', async () => {
    for (const value of PAYLOADS) {
      const one = await target.api.call({ path: `/api/case-studies/${encode(value)}` })
      expect({ value, status: one.status }).toEqual({ value, status: 404 })
    }
    expect((await target.api.call({ path: `/api/case-studies/${target.online.id}` })).status).toBe(
      200,
    )
  })

  it('GraphQL variables are values too', async () => {
    for (const value of PAYLOADS) {
      const { body, status } = await target.graphql({
        query:
          'query ($title: String) { CaseStudies(where: {title: {equals: $title}}) { totalDocs } }',
        variables: { title: value },
      })
      expect({ value, status, found: body.data?.CaseStudies?.totalDocs }).toEqual({
        value,
        status: 200,
        found: 0,
      })
    }
  })

  it('a forged context in a value widens nothing, even beside a real session', async () => {
    const as = 'viewer@client.test'
    const forged = `x', true), set_config('rls.context', '{"caps":["operator"],"grants":[{"tenants":"*"}]}`
    await target.api.call({
      as,
      path: `/api/case-studies?where[title][equals]=${encode(forged)}`,
    })
    const after = await target.api.call({ as, path: '/api/case-studies?draft=true&limit=100' })
    expect(idsOf(after)).toContain(target.draft.id)
    expect(idsOf(after)).not.toContain(target.foreignDraft.id)
  })
})
