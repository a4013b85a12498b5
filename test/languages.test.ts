// A tenant whose main language is not English: what is written in one language stays out of the others.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq } from 'payload'
import { copyDataFromLocale } from '../src/serverFunctions/documents.ts'
import type { Target } from './support/attacks.ts'
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

describe('what is written in one language', () => {
  const WRITES: [string, (id: string) => Parameters<Target['api']['call']>[0]][] = [
    ['a draft', (id) => ({ path: `/api/case-studies/${id}?draft=true&locale=fr` })],
    [
      'an autosave',
      (id) => ({ path: `/api/case-studies/${id}?draft=true&autosave=true&locale=fr` }),
    ],
    [
      'publishing',
      (id) => ({ path: `/api/case-studies/${id}?locale=fr`, body: { _status: 'published' } }),
    ],
    [
      'publishing it alone',
      (id) => ({
        path: `/api/case-studies/${id}?locale=fr&publishSpecificLocale=fr`,
        body: { _status: 'published' },
      }),
    ],
    ['many at once', (id) => ({ path: `/api/case-studies?where[id][equals]=${id}&locale=fr` })],
  ]

  it.each(WRITES)('is alone in it, and in the answer: %s', async (_, write) => {
    const id = await inGerman()
    const { body: given, ...rest } = write(id)
    const { body, status } = await target.api.call({
      as: EDITOR,
      method: 'PATCH',
      ...rest,
      body: { title: 'Une table', ...(given as object) },
    })
    expect([status, body.errors?.length ?? 0]).toEqual([200, 0])
    const answer = body.doc ?? body.docs[0]
    expect(answer).toMatchObject({ title: 'Une table' })
    expect(answer.headline ?? null).toBeNull()
    const stored = await target.api.call({
      as: EDITOR,
      path: `/api/case-studies/${id}?locale=all&draft=true&depth=0`,
    })
    expect(written(stored.body.headline)).toEqual({ de: 'Aus Eiche' })
    expect(written(stored.body.chapters[0].title)).toEqual({ de: 'Am Anfang' })
    expect(stored.body.title).toMatchObject({ fr: 'Une table', de: expect.stringMatching(/^Ein/) })
  })

  it('is in the main one where none is named, in GraphQL too', async () => {
    const ask = async (query: string) =>
      (await target.graphql({ as: EDITOR, query: `mutation { ${query} }` })).body
    const data = `{ tenant: "${tenant}", title: "Ein Stuhl", slug: "stuhl", visibility: public }`
    const made = await ask(`createCaseStudy(draft: true, data: ${data}) { id }`)
    expect(made.errors).toBeUndefined()
    const id: string = made.data.createCaseStudy.id
    // The language of one does not hold for the next.
    await ask(
      `fr: updateCaseStudy(id: "${id}", draft: true, locale: fr, data: { title: "Une chaise" }) { id }
       de: updateCaseStudy(id: "${id}", draft: true, data: { headline: "Aus Eiche" }) { id }`,
    )
    const stored = await target.api.call({
      as: EDITOR,
      path: `/api/case-studies/${id}?locale=all&draft=true&depth=0`,
    })
    expect(written(stored.body.title)).toEqual({ de: 'Ein Stuhl', fr: 'Une chaise' })
    expect(written(stored.body.headline)).toEqual({ de: 'Aus Eiche' })
    const refused = await ask(
      `updateCaseStudy(id: "${id}", draft: true, locale: es, data: { title: "x" }) { id }`,
    )
    expect(refused.errors[0].extensions.code).toBe('language_not_offered')
  })
})

describe('what is required', () => {
  it('is so in the main language, whichever another one is published', async () => {
    const id = await inGerman({ outcomes: [] })
    const change = (locale: string, body: object) =>
      target.api.call({
        as: EDITOR,
        method: 'PATCH',
        path: `/api/case-studies/${id}?locale=${locale}`,
        body: { _status: 'published', ...body },
      })
    expect((await change('fr', { summary: 'Du chêne' })).status).toBe(200)
    const { body, status } = await change('de', { title: '' })
    expect([status, body.errors[0].data.errors[0].path]).toEqual([400, 'title'])
  })

  it('holds back what has nothing in the main language', async () => {
    const { body, status } = await target.api.call({
      as: EDITOR,
      method: 'POST',
      path: '/api/case-studies?locale=fr',
      body: { tenant, title: 'Une chaise', _status: 'published' },
    })
    expect([status, body.code]).toEqual([400, 'main_language_missing'])
    expect(body.detail).toBe(
      'Write it in the main language, Deutsch, first: readers see that where nothing is translated.',
    )
    const draft = await target.api.call({
      as: EDITOR,
      method: 'POST',
      path: '/api/case-studies?locale=fr&draft=true',
      body: { tenant, title: 'Une chaise' },
    })
    expect(draft.status).toBe(201)
    const published = await target.api.call({
      as: EDITOR,
      method: 'PATCH',
      path: `/api/case-studies/${draft.body.doc.id}?locale=fr`,
      body: { _status: 'published' },
    })
    expect([published.status, published.body.code]).toEqual([400, 'main_language_missing'])
  })

  it('holds back one language while nothing in the main one is online', async () => {
    const { id } = await target.payload.create({
      collection: 'case-studies',
      draft: true,
      locale: 'de',
      data: { tenant, title: 'Ein Hocker', slug: 'hocker', visibility: 'public' },
    })
    const publish = async (query: string) =>
      target.api.call({
        as: EDITOR,
        method: 'PATCH',
        path: `/api/case-studies/${id}?${query}`,
        body: { _status: 'published', summary: 'Du chêne' },
      })
    const { body, status } = await publish('locale=fr&publishSpecificLocale=fr')
    expect([status, body.code]).toEqual([400, 'main_language_missing'])
    expect(body.detail).toContain('Publish it in the main language, Deutsch, first')
    const unseen = await target.api.call({ path: `/api/case-studies/${id}` })
    expect(unseen.status).toBe(404)
    expect((await publish('locale=de&publishSpecificLocale=de')).status).toBe(200)
    expect((await publish('locale=fr&publishSpecificLocale=fr')).status).toBe(200)
    const seen = await target.api.call({ path: `/api/case-studies/${id}?locale=fr` })
    expect(seen.body).toMatchObject({ summary: 'Du chêne', title: 'Ein Hocker' })
  })

  it('a language that the tenant does not have is refused', async () => {
    const id = await inGerman()
    const { body, status } = await target.api.call({
      as: EDITOR,
      method: 'PATCH',
      path: `/api/case-studies/${id}?locale=es&draft=true`,
      body: { headline: 'x' },
    })
    expect([status, body.code]).toEqual([400, 'language_not_offered'])
    expect(body.detail).toContain('“de”, “fr”, “en”')
  })
})

describe('a copy from one language to another', () => {
  const copy = async (args: { docID: string; fromLocale: string; toLocale: string }) => {
    const { payload, world } = target
    const req = await createLocalReq({ user: await world.user('owner', 'client') }, payload)
    return copyDataFromLocale({
      args: { collectionSlug: 'case-studies', overrideData: false, ...args },
      req,
    })
  }

  it('takes what is written, and leaves what is online', async () => {
    const docID = await inGerman()
    await target.payload.update({
      collection: 'case-studies',
      id: docID,
      locale: 'fr',
      data: { title: 'Une table', _status: 'published' },
    })
    await copy({ docID, fromLocale: 'fr', toLocale: 'en' })
    const read = (draft: boolean) =>
      target.payload.findByID({
        collection: 'case-studies',
        id: docID,
        draft,
        fallbackLocale: false,
        locale: 'en',
      })
    const written = await read(true)
    expect([written.title, written.headline ?? null]).toEqual(['Une table', null])
    expect((await read(false)).title ?? null).toBeNull()
  })

  it.each([
    ['de', 'es'],
    ['es', 'de'],
  ])('is refused outside the tenant’s languages: %s to %s', async (fromLocale, toLocale) => {
    const docID = await inGerman()
    await expect(copy({ docID, fromLocale, toLocale })).rejects.toMatchObject({
      status: 400,
      data: { code: 'language_not_offered' },
    })
  })
})

it('the admin offers the tenant’s languages, the main one first', async () => {
  const { payload, world } = target
  const { localization } = payload.config
  const req = await createLocalReq({ user: await world.user('owner', 'client') }, payload)
  const offered = async (cookie: string) => {
    req.headers = new Headers({ cookie })
    const found =
      localization &&
      (await localization.filterAvailableLocales?.({ locales: localization.locales, req }))
    return found ? found.map(({ code }) => code) : []
  }
  expect(await offered(`payload-tenant=${tenant}`)).toEqual(['de', 'fr', 'en'])
  // Whoever belongs to one tenant works there, chosen or not.
  expect(await offered('')).toEqual(['de', 'fr', 'en'])
  req.user = { ...(await world.operator()), collection: 'users' }
  expect((await offered('')).length).toBeGreaterThan(3)
})
