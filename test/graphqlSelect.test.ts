// GraphQL reads what is asked for, and answers as if it had read everything.
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals'
import { startTarget, type Target } from './support/attacks.ts'
import { richText } from './support/content.ts'

let target: Target
let first: string
let second: string

beforeAll(async () => {
  target = await startTarget()
  const { payload, world } = target
  const tenant = world.client.id
  const service = await payload.create({
    collection: 'services',
    data: { tenant, name: 'Film', slug: 'film', description: 'Moving', _status: 'published' },
  })
  const study = async (title: string, data: object) =>
    (
      await payload.create({
        collection: 'case-studies',
        data: {
          tenant,
          title,
          headline: `${title} in short`,
          visibility: 'public',
          services: [service.id],
          outcomes: [{ label: 'less waste', value: 3 }],
          chapters: [{ kind: 'challenge', title: 'At first', body: richText('A board') }],
          _status: 'published',
          ...data,
        } as never,
      })
    ).id
  first = await study('One', {})
  second = await study('Two', { related: { mode: 'manual', studies: [first] } })
}, 240_000)

afterAll(async () => {
  await target?.stop()
}, 30_000)

const QUERIES: [string, (select: string) => string][] = [
  ['a list', (s) => `{ CaseStudies(sort: "title"${s}) { docs { title } totalDocs } }`],
  ['a number', (s) => `{ CaseStudies(sort: "title"${s}) { totalDocs } }`],
  [
    'under other names',
    (s) =>
      `{ CaseStudies(sort: "title"${s}) { docs { called: title also: title outcomes { label } } docs { id headline outcomes { n: value } } } }`,
  ],
  [
    'through fragments',
    (s) =>
      `{ CaseStudies(sort: "title"${s}) { ...L docs { ... on CaseStudy { slug outcomes { value } } } } } fragment L on CaseStudies { docs { title outcomes { label } } }`,
  ],
  [
    'with references',
    (s) =>
      `{ CaseStudies(sort: "title"${s}) { docs { services { name description } related { mode studies { title services { slug } } } } } }`,
  ],
  [
    'several at once',
    (s) =>
      `{ a: CaseStudy(id: "ONE"${s}) { services { name } } b: CaseStudy(id: "TWO"${s}) { title related { studies { headline chapters { title body } } } services { slug } } Services(limit: 5${s}) { docs { slug } } }`,
  ],
  [
    'twice over',
    (s) => `{ CaseStudy(id: "ONE"${s}) { title } CaseStudy(id: "ONE"${s}) { headline } }`,
  ],
]

it.each(QUERIES)('the answer is the same: %s', async (_, query) => {
  const ask = async (as: string | undefined, select: string) =>
    (
      await target.graphql({
        as,
        query: query(select).replaceAll('ONE', first).replaceAll('TWO', second),
      })
    ).body
  for (const as of [undefined, 'viewer@client.test']) {
    const whole = await ask(as, ', select: false')
    expect(whole.errors).toBeUndefined()
    expect(await ask(as, '')).toEqual(whole)
  }
})

it('no more is read than that', async () => {
  const find = jest.spyOn(target.payload.db, 'find')
  const selectOf = async (query: string): Promise<unknown> => {
    find.mockClear()
    expect((await target.graphql({ query })).body.errors).toBeUndefined()
    const [asked] = find.mock.calls.find(([{ collection }]) => collection === 'case-studies')!
    return asked.select
  }
  expect(await selectOf('{ CaseStudies { docs { title } } }')).toMatchObject({ title: true })
  expect(await selectOf('{ CaseStudies { docs { title } } }')).not.toHaveProperty('chapters')
  expect(await selectOf('{ CaseStudies { totalDocs } }')).not.toHaveProperty('title')
  find.mockRestore()
})
