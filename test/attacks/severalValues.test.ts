// Where documents have several values of something, a question is about the document: `not_equals`, `not_in` and
// `not_like` find those of which no value is so, and two conditions on one list are met by two of its values. Compared
// with the same question, answered in memory.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Where } from 'payload'
import { idsOf, startTarget, type Target } from '../support/attacks.ts'
import { createStudy, richText } from '../support/content.ts'
import { IS_FULL } from '../support/inShort.ts'
import {
  expected,
  idOf,
  question,
  serviceIds,
  SERVICES,
  studies,
  whereOf,
  WORDS,
  type Row,
} from '../support/severalQuestions.ts'

const MEMBER = 'editor@client.test'
let target: Target
let client: string

beforeAll(async () => {
  target = await startTarget()
  const { payload, world } = target
  const tenant = world.client.id
  const made = async (collection: 'organisations' | 'services', name: string): Promise<string> => {
    const { id } = await payload.create({
      collection,
      data: { tenant, name, slug: name, _status: 'published' } as never,
      overrideAccess: true,
    })
    return id
  }
  for (const name of SERVICES) {
    serviceIds.set(name, await made('services', name))
  }
  client = await made('organisations', 'harbour-authority')
  for (let at = 0; at < 14; at += 1) {
    // Each combination of the services, of one to three rows and of texts, and of none of them.
    const services = SERVICES.filter((_, bit) => (at & (1 << bit)) !== 0)
    const rows = Array.from({ length: at % 4 }, (_, row): Row => ({
      label: WORDS[(at + row) % 3]!,
      value: (at + row) % 5 === 4 ? null : (at + row) % 5,
    }))
    const chapters = Array.from({ length: (at + 1) % 3 }, (_, part) => WORDS[(at + part) % 3]!)
    const related = studies.slice(0, at % 3).map(({ id }) => id)
    const year = at % 3 === 0 ? null : 2020 + (at % 3)
    const name = `S${at}`
    const { id } = await createStudy({
      payload,
      tenant,
      title: name,
      ...(at % 2 === 0 ? { client } : {}),
      chapters: chapters.map((text) => ({ kind: 'story', body: richText(text) })),
      outcomes: rows.map(({ label, value }) => ({ label, value: 1, before: value, after: value })),
      related: { mode: 'manual', studies: related },
      services: services.map((service) => serviceIds.get(service)!),
      year,
      _status: at % 5 === 4 ? 'draft' : 'published',
    })
    studies.push({ id, chapters, name, related, rows, services, year })
  }
})

afterAll(async () => {
  await target?.stop()
})

const named = (ids: string[]): string[] =>
  studies.filter(({ id }) => ids.includes(id)).map(({ name }) => name)

const own = (where: Where): Where => ({
  and: [{ tenant: { equals: target.world.client.id } }, { title: { like: 'S' } }, where],
})

const rest = async (where: Where, path = 'case-studies?draft=true'): Promise<string[]> => {
  const answer = await target.api.call({
    as: MEMBER,
    path: `/api/${path}&limit=100&where=${encodeURIComponent(JSON.stringify(where))}`,
  })
  expect({ where, status: answer.status, body: answer.status === 200 || answer.body }).toEqual({
    where,
    status: 200,
    body: true,
  })
  const ids = idsOf(answer)
  expect(answer.body.totalDocs).toBe(new Set(ids).size)
  return named(ids)
}

describe('questions about several values', () => {
  it('are answered as the same questions in memory', async () => {
    await fc.assert(
      fc.asyncProperty(question, async (asked) => {
        expect(await rest(own(whereOf(asked)))).toEqual(expected(asked))
      }),
      { numRuns: IS_FULL ? 120 : 40 },
    )
  })

  it('about texts in rows are met by one row', async () => {
    const body = richText('harbor at dawn', ...richText('fog at dawn').root.children)
    const { id } = await createStudy({
      payload: target.payload,
      tenant: target.world.client.id,
      title: 'Both in one chapter',
      chapters: [{ kind: 'story', body }],
    })
    const text = (word: string): Where => ({
      'chapters.body.root.children.children.text': { like: word },
    })
    const chapters = studies.map((study) => study.chapters)
    const answer = await target.api.call({
      as: MEMBER,
      path: `/api/case-studies?draft=true&where=${encodeURIComponent(
        JSON.stringify({ and: [text('harbor'), { and: [text('fog')] }] }),
      )}`,
    })
    expect(chapters.some((all) => all.includes('harbor') && all.includes('fog'))).toBe(true)
    expect(idsOf(answer)).toEqual([id])
  })

  it('count the same, and find the same in lists, in versions and by GraphQL', async () => {
    const { payload, world } = target
    const user = await world.user('editor', 'client')
    const film = idOf('film')
    const without = studies.filter(({ services }) => !services.includes('film'))
    const where: Where = own({ services: { not_equals: film } })
    expect(await rest(where)).toEqual(without.map(({ name }) => name))
    const { totalDocs } = await payload.count({
      collection: 'case-studies',
      overrideAccess: false,
      user,
      where,
    })
    expect(totalDocs).toBe(without.length)
    const { docs } = await payload.find({
      collection: 'case-studies',
      depth: 0,
      limit: 100,
      overrideAccess: false,
      user,
      where,
    })
    expect(named(docs.map(({ id }) => id))).toEqual(without.map(({ name }) => name))
    const answer = await target.api.call({
      as: MEMBER,
      path: `/api/case-studies/versions?limit=100&depth=0&where=${encodeURIComponent(
        JSON.stringify({ 'version.services': { not_equals: film } }),
      )}`,
    })
    const versions = answer.body.docs as { parent: string; version: { services?: string[] } }[]
    expect(versions.every(({ version }) => !version.services?.includes(film))).toBe(true)
    expect(named(versions.map(({ parent }) => parent))).toEqual(without.map(({ name }) => name))
    const { body } = await target.graphql({
      as: MEMBER,
      query: `query ($film: [JSON], $tenant: JSON) { CaseStudies(draft: true, limit: 100, where: { tenant: { equals: $tenant }, title: { like: "S" }, services: { not_in: $film } }) { totalDocs docs { id } } }`,
      variables: { film: [film], tenant: world.client.id },
    })
    expect(body.errors).toBeUndefined()
    expect(body.data.CaseStudies.totalDocs).toBe(without.length)
  })

  it('in all languages at once deny each of them', async () => {
    const { payload, world } = target
    const { id } = await createStudy({ payload, tenant: world.client.id, title: 'Harbour at dusk' })
    await payload.update({
      collection: 'case-studies',
      id,
      locale: 'de',
      data: { title: 'Hafen am Abend', _status: 'published' },
      overrideAccess: true,
    })
    const find = async (title: string) =>
      idsOf(
        await target.api.call({
          as: MEMBER,
          path: `/api/case-studies?locale=all&limit=100&where[title][not_equals]=${encodeURIComponent(title)}`,
        }),
      ).filter((found) => found === id)
    expect(await find('Hafen am Abend')).toEqual([])
    expect(await find('Harbour at dusk')).toEqual([])
    expect(await find('Something else')).toEqual([id])
  })

  it('of documents that rows point at are refused with what to do', async () => {
    for (const asked of [
      { 'credits.person.name': { not_equals: 'Ann' } },
      { 'credits.person.slug': { not_in: ['ann'] } },
      { or: [{ 'credits.person.name': { exists: false } }] },
    ]) {
      const { body, status } = await target.api.call({
        as: MEMBER,
        path: `/api/case-studies?where=${encodeURIComponent(JSON.stringify(asked))}`,
      })
      expect([status, body.code]).toEqual([400, 'filter_not_possible'])
      expect(body.detail).toMatch(/credits\.person\.\w+.*compare with their ids/)
    }
  })

  it('tell nobody of documents that they may not read', async () => {
    // Nobody who is not signed in reads a draft.
    const { payload, world } = target
    const tenant = world.client.id
    const { id } = await payload.create({
      collection: 'services',
      data: { tenant, name: 'Hidden', slug: 'hidden', _status: 'draft' } as never,
      overrideAccess: true,
    })
    const shown = await createStudy({ payload, tenant, title: 'Shown', services: [id] })
    for (const [path, operator, value] of [
      ['services.name', 'not_equals', 'Hidden'],
      ['services.name', 'not_like', 'hidden'],
      ['services.slug', 'not_in', 'hidden'],
    ]) {
      const { body } = await target.api.call({
        path: `/api/case-studies?limit=100&where[id][equals]=${shown.id}&where[${path}][${operator}]=${value}`,
      })
      expect({ path, operator, found: body.totalDocs as unknown }).toEqual({
        path,
        operator,
        found: 1,
      })
    }
  })
})
