// Nothing, in each of the ways in which a program may write it, into every field there is: stored as nothing, or refused
// by the field’s name.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { CollectionSlug, FlattenedField } from 'payload'
import { inShort } from '../support/inShort.ts'
import { startTarget, type Answer, type Target } from '../support/attacks.ts'

const AS = 'owner@client.test'

let target: Target

beforeAll(async () => {
  target = await startTarget()
})

afterAll(async () => {
  await target?.stop()
})

const COLLECTIONS = [
  'case-studies',
  'industries',
  'leads',
  'organisations',
  'pages',
  'people',
  'redirects',
  'services',
  'site-settings',
  'technologies',
  'testimonials',
] as const

const NOTHING: readonly unknown[] = ['', [], {}, [null], [''], [{}]]

/** Each field with a value, in the place where it stands; the first row of a list. */
function* bodiesFor(fields: FlattenedField[], value: unknown): Generator<[string, object]> {
  for (const field of fields) {
    yield [field.name, { [field.name]: value }]
    if (field.type === 'group' || field.type === 'tab' || field.type === 'array') {
      for (const [path, body] of bodiesFor(field.flattenedFields, value)) {
        const inner = field.type === 'array' ? [body] : body
        yield [`${field.name}.${path}`, { [field.name]: inner }]
      }
    }
  }
}

const idOf = async (collection: CollectionSlug): Promise<string> => {
  const { docs } = await target.payload.find({
    collection,
    limit: 1,
    overrideAccess: true,
    where: { tenant: { equals: target.world.client.id } },
  })
  if (docs[0]) {
    return String(docs[0].id)
  }
  const made = await target.payload.create({
    collection,
    data: {
      tenant: target.world.client.id,
      title: 'Empty',
      name: 'Empty',
      quote: 'Empty',
      email: 'empty@client.test',
      message: 'Empty, but long enough',
      from: '/empty',
      to: '/work',
    } as never,
    draft: true,
    overrideAccess: true,
  })
  return String(made.id)
}

describe.each(COLLECTIONS)('%s', (collection) => {
  it('is changed without a failure, and each refusal names the field', async () => {
    const id = await idOf(collection)
    const { flattenedFields } = target.payload.collections[collection].config
    const failures: object[] = []
    const turn = COLLECTIONS.indexOf(collection)
    for (const value of [null, ...inShort(NOTHING, turn, 6)]) {
      for (const [path, body] of bodiesFor(flattenedFields, value)) {
        const answer = await target.api.call({
          as: AS,
          body,
          method: 'PATCH',
          path: `/api/${collection}/${id}?draft=true&depth=0`,
        })
        if (!isClear(answer, path)) {
          failures.push({ body, said: answer.body.detail as unknown, status: answer.status })
        }
      }
    }
    expect(failures).toEqual([])
  }, 300_000)
})

/** Taken, or refused with a sentence that has the name of the field, or with a right that is missing. */
const isClear = ({ body, status }: Answer, path: string): boolean =>
  status === 200 ||
  status === 403 ||
  (status >= 400 && status < 500 && String(body.detail).includes(path.split('.')[0]!))

it('two rows of one id are refused by the second, and a row of another document is copied', async () => {
  const path = (id: string) => `/api/case-studies/${id}?draft=true&depth=0`
  const change = (id: string, ids: string[]) =>
    target.api.call({
      as: AS,
      body: { outcomes: ids.map((row) => ({ id: row, label: row, value: 1 })) },
      method: 'PATCH',
      path: path(id),
    })
  const twice = await change(target.draft.id, ['a', 'b', 'a'])
  expect([twice.status, twice.body.code]).toEqual([400, 'malformed_value'])
  expect(twice.body.detail).toContain('“outcomes.2.id” is the id of an earlier row')
  for (const id of [target.draft.id, target.online.id]) {
    const { body, status } = await change(id, ['a', 'b'])
    expect([status, body.detail]).toEqual([200, undefined])
  }
})

it('a password of a study is a text', async () => {
  for (const password of [{ a: 1 }, 12345678, ['long enough'], true, '\0'.repeat(9)]) {
    const { body, status } = await target.api.call({
      as: AS,
      body: { password, visibility: 'password' },
      method: 'PATCH',
      path: `/api/case-studies/${target.draft.id}?draft=true`,
    })
    expect({ password, status, said: String(body.detail) }).toEqual({
      password,
      status: 400,
      said: expect.stringContaining('password'),
    })
  }
})

describe('languages', () => {
  it.each([
    [{ title: { en: 'x', xx: 'y' } }, '“title.xx” names no language'],
    [{ title: 'x' }, '“title” holds a value for each language'],
    [{ title: ['x'] }, '“title” holds a value for each language'],
    [{ chapters: [{ body: { root: {} } }] }, '“chapters.0.body.root” names no language'],
  ])('of %j are languages, where all are written at once', async (body, said) => {
    const answer = await target.api.call({
      as: AS,
      body,
      method: 'PATCH',
      path: `/api/case-studies/${target.draft.id}?draft=true&locale=all`,
    })
    expect([answer.status, answer.body.detail]).toEqual([400, expect.stringContaining(said)])
  })

  it('what was read in all of them is written in all of them', async () => {
    const path = `/api/case-studies/${target.online.id}?draft=true&locale=all&depth=0`
    const { body: doc } = await target.api.call({ as: AS, path })
    const { body, status } = await target.api.call({ as: AS, body: doc, method: 'PATCH', path })
    expect([status, body.detail, body.doc?.title]).toEqual([200, undefined, doc.title])
  })

  it.each([
    ['publishSpecificLocale=xx', '“publishSpecificLocale” names no language'],
    ['publishSpecificLocale=de&publishSpecificLocale=en', 'Give “publishSpecificLocale” once'],
    ['publishAllLocales=all', '“publishAllLocales” is true or false'],
    ['unpublishAllLocales=7', '“unpublishAllLocales” is true or false'],
  ])('%s is refused', async (query, said) => {
    const answer = await target.api.call({
      as: AS,
      body: {},
      method: 'PATCH',
      path: `/api/case-studies/${target.online.id}?${query}`,
    })
    expect([answer.status, answer.body.detail]).toEqual([400, expect.stringContaining(said)])
  })

  it('a copy takes those that are named, however they are', async () => {
    const path = `/api/case-studies/${target.online.id}/duplicate`
    const wrong = await target.api.call({
      as: AS,
      method: 'POST',
      path: `${path}?selectedLocales=en,xx`,
    })
    expect([wrong.status, wrong.body.detail]).toEqual([400, expect.stringContaining('“xx”')])
    for (const query of ['selectedLocales=en', 'selectedLocales[]=en', 'selectedLocales=en,de']) {
      const { body, status } = await target.api.call({
        as: AS,
        method: 'POST',
        path: `${path}?${query}`,
      })
      expect([query, status, body.doc?.title]).toEqual([
        query,
        200,
        expect.stringContaining('Client online'),
      ])
    }
  })
})
