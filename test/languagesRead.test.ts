// A tenant whose main language is not English: what is not translated is read in that language, and so is everything
// where none is named.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq } from 'payload'
import { SHOWS_TITLES } from '../collections/shared/hooks/fallBackToMain.ts'
import { logIn, type Target } from './support/attacks.ts'
import { EDITOR, startGerman, written, type German } from './support/german.ts'

let target: Target
let tenant: string
let inGerman: German['inGerman']

beforeAll(async () => {
  ;({ inGerman, target, tenant } = await startGerman())
}, 240_000)

afterAll(async () => {
  await target?.stop()
}, 30_000)

const TOLD = {
  headline: 'Aus Eiche',
  outcomes: [{ label: 'weniger Abfall' }],
  chapters: [{ title: 'Am Anfang', body: { root: expect.anything() } }],
}

describe('what is not translated', () => {
  it.each(['', 'locale=de', 'locale=fr', 'locale=en'])(
    'is read in the main language: %s',
    async (query) => {
      const id = await inGerman()
      for (const as of [undefined, EDITOR]) {
        const one = await target.api.call({ as, path: `/api/case-studies/${id}?${query}` })
        expect(one.body).toMatchObject(TOLD)
        const list = await target.api.call({
          as,
          path: `/api/case-studies?where[id][equals]=${id}&select[headline]=true&${query}`,
        })
        expect(list.body.docs).toEqual([{ id, headline: 'Aus Eiche' }])
      }
    },
  )

  it('is read so beside what points at it, and in GraphQL', async () => {
    const id = await inGerman()
    const other = await inGerman({ related: { mode: 'manual', studies: [id] } })
    const { body } = await target.api.call({ path: `/api/case-studies/${other}?locale=fr&depth=1` })
    expect(body.related.studies[0].title).toMatch(/^Ein Tisch/)
    const answer = await target.api.call({
      method: 'POST',
      path: '/api/graphql',
      body: { query: `{ CaseStudy(id: "${id}", locale: fr) { title headline } }` },
    })
    expect(answer.body.data.CaseStudy).toMatchObject({ headline: 'Aus Eiche' })
  })

  it('is left out for whoever asks for no other language, or for a certain one', async () => {
    const id = await inGerman()
    const none = await target.api.call({
      path: `/api/case-studies/${id}?locale=fr&fallback-locale=none`,
    })
    expect(none.body.headline ?? null).toBeNull()
    const english = await target.api.call({
      path: `/api/case-studies/${id}?locale=fr&fallback-locale=en`,
    })
    expect(english.body.headline ?? null).toBeNull()
  })
})

describe('where no language is named', () => {
  const inTwo = async (): Promise<string> => {
    const id = await inGerman({ title: 'Zwei Bänke' })
    await target.payload.update({
      collection: 'case-studies',
      id,
      locale: 'en',
      data: { title: 'Two benches', headline: 'Of oak', _status: 'published' },
    })
    await target.payload.update({
      collection: 'case-studies',
      id,
      locale: 'de',
      data: { headline: '', _status: 'published' },
    })
    return id
  }

  it.each([
    ['by id', (id: string) => `/api/case-studies/${id}?`],
    ['among all', (id: string) => `/api/case-studies?where[id][equals]=${id}&`],
    [
      'among the tenant’s',
      (id: string) =>
        `/api/case-studies?where[tenant.slug][equals]=client&where[id][equals]=${id}&`,
    ],
  ])('the main one is read, and what it lacks as usual: %s', async (_, path) => {
    const id = await inTwo()
    for (const as of [undefined, EDITOR]) {
      const read = async (more: string) => {
        const { body } = await target.api.call({ as, path: `${path(id)}${more}` })
        return body.docs?.[0] ?? body
      }
      expect(await read('depth=0')).toMatchObject({ title: 'Zwei Bänke', headline: 'Of oak' })
      const none = await read('fallback-locale=none')
      expect([none.title, none.headline || null]).toEqual(['Zwei Bänke', null])
      expect(await read('depth=0&locale=en')).toMatchObject({ title: 'Two benches' })
    }
  })

  it('texts are filtered and sorted by it, in one tenant', async () => {
    await inTwo()
    const count = async (title: string) =>
      (
        await target.api.call({
          path: `/api/case-studies?where[tenant][equals]=${tenant}&where[title][equals]=${title}`,
        })
      ).body.totalDocs
    expect(await count('Zwei Bänke')).toBeGreaterThan(0)
    expect(await count('Two benches')).toBe(0)
  })

  it('so it is in GraphQL, in search, and of what is pointed at', async () => {
    const id = await inTwo()
    const other = await inGerman({ related: { mode: 'manual', studies: [id] } })
    const ask = async (more = '') =>
      (
        await target.graphql({
          query: `{ CaseStudy(id: "${other}"${more}) { related { studies { title } } } one: CaseStudy(id: "${id}"${more}) { title } }`,
        })
      ).body.data
    expect(await ask()).toEqual({
      CaseStudy: { related: { studies: [{ title: 'Zwei Bänke' }] } },
      one: { title: 'Zwei Bänke' },
    })
    expect((await ask(', locale: en')).one).toEqual({ title: 'Two benches' })
    const { body } = await target.api.call({
      as: EDITOR,
      path: `/api/case-studies/search?q=Bänke&tenant=client`,
    })
    expect(body.docs.map(({ title }: { title: string }) => title)).toContain('Zwei Bänke')
  })

  it('what was read can be written back', async () => {
    const id = await inTwo()
    const path = `/api/case-studies/${id}?draft=true`
    const { body } = await target.api.call({ as: EDITOR, path })
    await target.api.call({ as: EDITOR, method: 'PATCH', path, body: { title: body.title } })
    const stored = await target.api.call({ as: EDITOR, path: `${path}&locale=all&depth=0` })
    expect(written(stored.body.title)).toEqual({ de: 'Zwei Bänke', en: 'Two benches' })
  })
})

it.each([
  ['by id', (id: string) => `/api/case-studies/${id}?locale=es`],
  [
    'by id, to fall back to',
    (id: string) => `/api/case-studies/${id}?fallback-locale=ja&locale=fr`,
  ],
  ['of a tenant', () => `/api/case-studies?where[tenant.slug][equals]=client&locale=ja`],
  ['of a tenant by id', () => `/api/people?where[and][0][tenant][equals]=${tenant}&locale=ja`],
])('a language that the tenant does not have is refused to readers: %s', async (_, path) => {
  const id = await inGerman()
  for (const as of [undefined, EDITOR]) {
    const { body, status } = await target.api.call({ as, path: path(id) })
    expect([status, body.code]).toEqual([400, 'language_not_offered'])
  }
})

describe('a title that is not translated', () => {
  it.each([
    ['the admin', '/admin/collections/case-studies', 'depth=0', / \(DE\)$/],
    ['a site of one’s own', '/de/work', 'depth=0', /^Ein Tisch \d+$/],
    ['a form of the admin', '/admin/collections/people/1', 'depth=0&fallback-locale=null', null],
    ['the admin, with what it points at', '/admin/collections/case-studies', 'depth=1', /\d$/],
  ])('is marked in lists for people, and nowhere else: %s', async (_, page, query, title) => {
    const id = await inGerman()
    const { body } = await target.send(
      `/api/case-studies/${id}?draft=true&locale=fr&select[title]=true&${query}`,
      {
        headers: {
          authorization: `JWT ${await logIn({ payload: target.payload, email: EDITOR })}`,
          referer: `https://cms.example${page}`,
        },
      },
    )
    expect(body.title ?? null).toEqual(title === null ? null : expect.stringMatching(title))
  })

  it('is marked in what the dashboard lists', async () => {
    const { payload, world } = target
    const id = await inGerman()
    const user = await world.user('editor', 'client')
    const titleIn = async (context: object) => {
      const req = await createLocalReq({ context: { ...context }, locale: 'fr', user }, payload)
      const { docs } = await payload.find({
        collection: 'case-studies',
        overrideAccess: false,
        req,
        user,
        where: { id: { equals: id } },
      })
      return docs[0]?.title
    }
    expect(await titleIn({ [SHOWS_TITLES]: true })).toMatch(/ \(DE\)$/)
    expect(await titleIn({})).toMatch(/^Ein Tisch \d+$/)
  })

  it.each([false, true])(
    'is marked in the lists of collections, in the trash: %s',
    async (trash) => {
      const { payload, world } = target
      const user = await world.user('editor', 'client')
      for (const main of ['de', 'en'] as const) {
        await payload.update({
          collection: 'tenants',
          id: tenant,
          data: { defaultLocale: main },
        })
        const { id } = await payload.create({
          collection: 'case-studies',
          locale: main,
          data: { tenant, title: 'A', deletedAt: trash ? new Date().toISOString() : null },
          draft: true,
        })
        const req = await createLocalReq({ locale: 'fr', user }, payload)
        // As Payload's own list asks.
        const { docs } = await payload.find({
          collection: 'case-studies',
          depth: 0,
          draft: true,
          fallbackLocale: false,
          includeLockStatus: true,
          locale: 'fr',
          overrideAccess: false,
          req,
          trash,
          user,
          where: { id: { equals: id } },
        })
        expect(docs.map(({ title }) => title)).toEqual([`A (${main.toUpperCase()})`])
      }
      await payload.update({ collection: 'tenants', id: tenant, data: { defaultLocale: 'de' } })
    },
  )
})
