// A value is what its field holds, or it is refused by the name of the field: it is never stored as something else,
// and never as nothing. Collections and fields come from the configuration.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { FlattenedField } from 'payload'
import { startTarget, type Answer, type Target } from '../support/attacks.ts'
import { richText } from '../support/content.ts'

const OWNER = 'owner@client.test'
const NO_ID = '01a21ddb-f088-739b-b994-4a045a6b5f59'

let target: Target

beforeAll(async () => {
  target = await startTarget()
})

afterAll(async () => {
  await target?.stop()
})

const write = (collection: string, data: object): Promise<Answer> =>
  target.api.call({
    as: OWNER,
    body: { tenant: target.world.client.id, ...data },
    method: 'POST',
    path: `/api/${collection}?draft=true`,
  })

const change = (data: object, query = '?draft=true'): Promise<Answer> =>
  target.api.call({
    as: OWNER,
    body: data,
    method: 'PATCH',
    path: `/api/case-studies/${target.draft.id}${query}`,
  })

const NEVER_STORED: unknown[] = ['a\u0000b', 'a\ud800', '\udc00b']

/** What a field of each kind does not hold. */
const WRONG: Record<string, unknown[]> = {
  text: [5, true, {}, ['x'], { en: 'x' }, ...NEVER_STORED],
  textarea: [5, true, {}, ['x'], ...NEVER_STORED],
  code: [5, {}, ...NEVER_STORED],
  email: [5, {}, ...NEVER_STORED],
  number: ['abc', '12abc', '0x10', 'NaN', 'Infinity', '1e999', true, {}, [1]],
  date: [
    'yesterday',
    '2026-02-30',
    '2026-13-01',
    '10000-01-01',
    '+010000-01-01T00:00:00Z',
    '-000001-01-01T00:00:00Z',
    '9999-12-31T23:59:59-05:00',
    '2026-01-01T25:00:00Z',
    '1 March 2026',
    '5',
    5,
    true,
    {},
  ],
  checkbox: ['yes', 'on', 1, {}, []],
  select: ['nothing of the kind', 5, {}, true, ...NEVER_STORED],
  radio: ['nothing of the kind', 5, {}],
  relationship: ['abc', '12', 5, true, {}, { id: 'abc' }, ...NEVER_STORED],
  upload: ['abc', 5, true, {}],
  array: ['x', 5, true, {}, ['x'], [5]],
  json: NEVER_STORED,
}

/** Of every collection that a tenant's people write. */
const fields = (): [collection: string, path: string, field: FlattenedField][] => {
  const within = (
    collection: string,
    list: FlattenedField[],
    before: string[],
  ): [string, string, FlattenedField][] =>
    list.flatMap((field) => {
      const path = [...before, field.name]
      const own: [string, string, FlattenedField][] =
        field.type in WRONG && !('virtual' in field && field.virtual)
          ? [[collection, path.join('.'), field]]
          : []
      return field.type === 'group' || field.type === 'tab'
        ? within(collection, field.flattenedFields, path)
        : field.type === 'array'
          ? [...own, ...within(collection, field.flattenedFields, [...path, '0'])]
          : own
    })
  return (
    target.payload.config.collections
      .filter(({ flattenedFields }) => flattenedFields.some(({ name }) => name === 'tenant'))
      .filter(({ slug }) => slug !== 'memberships' && slug !== 'invitations')
      // Without a file, Payload looks at nothing else; some collections nobody writes over HTTP.
      .filter(({ endpoints, upload }) => !upload && endpoints !== false)
      .flatMap(({ flattenedFields, slug }) => within(slug, flattenedFields, []))
      .filter(([, path]) => path !== 'tenant' && path !== '_order')
  )
}

/** `credits.0.role` with a value, as data. */
const dataAt = (path: string, value: unknown): object =>
  path
    .split('.')
    .reduceRight<unknown>(
      (inner, key) => (key === '0' ? [inner] : { [key]: inner }),
      value,
    ) as object

it('every field refuses what it does not hold, by its path', async () => {
  const all = fields()
  expect(all.length).toBeGreaterThan(100)
  expect(new Set(all.map(([, , { type }]) => type)).size).toBeGreaterThan(7)
  for (const [turn, [collection, path, field]] of all.entries()) {
    const isList = 'hasMany' in field && field.hasMany === true
    const wrong = WRONG[field.type]!
    // Each field a few, all together all of them.
    for (const offset of [0, 1]) {
      const one = wrong[(turn * 2 + offset) % wrong.length]
      const value = isList ? [one] : one
      const { body, status } = await write(collection, dataAt(path, value))
      const named = (body.errors?.[0]?.data?.errors ?? []) as { path: string }[]
      expect({
        collection,
        path,
        value,
        status,
        code: body.code,
        isNamed: named.some((error) => error.path.startsWith(path)) || body.detail,
      }).toEqual({ collection, path, value, status: 400, code: 'malformed_value', isNamed: true })
    }
  }
}, 600_000)

describe('a field', () => {
  const WRONG_HERE: [name: string, data: object, path: string][] = [
    ['a year of letters', { year: 'abc' }, 'year'],
    ['half a number', { year: '2019ish' }, 'year'],
    ['a date without a day', { embargoUntil: '2026-02-30' }, 'embargoUntil'],
    ['a date too far', { publishedAt: '10000-01-01' }, 'publishedAt'],
    ['NUL in a title', { title: 'a\u0000b' }, 'title'],
    ['half a pair in a title', { title: 'a\ud83d' }, 'title'],
    ['an outcome of words', { outcomes: [{ label: 'x', value: 'many' }] }, 'outcomes.0.value'],
    ['one of a list', { services: 'abc' }, 'services'],
    ['no id in a list', { services: [NO_ID, 'abc'] }, 'services.1'],
    ['an unknown visibility', { visibility: 'secret' }, 'visibility'],
    ['NUL in a row’s id', { credits: [{ id: '\u0000', name: 'A' }] }, 'credits.0.id'],
    ['a row’s id of a number', { credits: [{ id: 5, name: 'A' }] }, 'credits.0.id'],
  ]

  it.each(WRONG_HERE)('refuses %s and changes nothing', async (_, data, path) => {
    const before = await stored()
    for (const query of ['?draft=true', '', '?draft=true&autosave=true', '?draft=true&locale=de']) {
      const { body, status } = await change({ headline: 'Changed', ...data }, query)
      expect({ status, code: body.code, named: body.errors[0].data.errors[0].path }).toEqual({
        status: 400,
        code: 'malformed_value',
        named: path,
      })
    }
    expect(await stored()).toEqual(before)
  })

  it('refuses it in each language, when all are written', async () => {
    const { body, status } = await change(
      { title: { en: 'Good', de: 'a\u0000' } },
      '?draft=true&locale=all',
    )
    expect({ status, path: body.errors[0].data.errors[0].path }).toEqual({
      status: 400,
      path: 'title.de',
    })
    const good = await change({ title: { en: 'Good', de: 'Gut' } }, '?draft=true&locale=all')
    expect(good.status).toBe(200)
  })

  it('refuses it in GraphQL', async () => {
    const { body } = await target.graphql({
      as: OWNER,
      query:
        'mutation ($id: String!, $title: String!) { updateCaseStudy(id: $id, draft: true, data: { title: $title }) { id } }',
      variables: { id: target.draft.id, title: 'a\u0000b' },
    })
    expect(body.errors[0]).toMatchObject({
      message: expect.stringContaining('“title”'),
      extensions: { code: 'malformed_value' },
    })
  })

  it('holds what it says it holds, as Payload takes it', async () => {
    const good = {
      title: 'Größe 𝒳 👩‍👩‍👧 \t\n',
      year: '2019',
      embargoUntil: '2026-02-28T10:30:00+02:00',
      featured: 'true',
      services: [],
      cover: null,
      client: '',
      credits: [{ name: 'A', role: '' }],
      outcomes: [{ label: 'x', value: -1.5e3 }],
      testimonials: [],
      // As the form sends a list without rows.
      chapters: 0,
      seo: { noindex: false },
    }
    const { body, status } = await change(good)
    expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined })
    expect(body.doc).toMatchObject({
      title: good.title,
      year: 2019,
      embargoUntil: '2026-02-28T08:30:00.000Z',
      featured: true,
      client: null,
      outcomes: [{ value: -1500 }],
    })
    expect(
      (await change({ year: '', chapters: [{ kind: 'story', body: richText('x') }] })).body.doc
        .year,
    ).toBeNull()
  })

  it('takes a document as it was read', async () => {
    const { payload, world } = target
    const service = await payload.create({
      collection: 'services',
      data: { tenant: world.client.id, name: 'Design', _status: 'published' } as never,
      overrideAccess: true,
    })
    await change({ services: [service.id] })
    const { body } = await target.api.call({
      as: OWNER,
      path: `/api/case-studies/${target.draft.id}?draft=true&depth=1`,
    })
    expect(body.services[0]).toMatchObject({ name: 'Design' })
    const answer = await change(body)
    expect({ status: answer.status, detail: answer.body.detail }).toEqual({ status: 200 })
    expect(answer.body.doc.services).toMatchObject([{ id: service.id }])
  })
})

const stored = async (): Promise<object> => {
  const { updatedAt: _, ...doc } = await target.payload.findByID({
    collection: 'case-studies',
    depth: 0,
    draft: true,
    id: target.draft.id,
    overrideAccess: true,
  })
  return doc
}
