// A tenant whose main language is not English: what is not translated is read in that language, and what is written
// in one language stays out of the others.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq } from 'payload'
import { copyDataFromLocale } from '../src/serverFunctions/documents.ts'
import { SHOWS_TITLES } from '../collections/shared/hooks/fallBackToMain.ts'
import { logIn, startTarget, type Target } from './support/attacks.ts'
import { richText } from './support/content.ts'

let target: Target
let tenant: string

const EDITOR = 'editor@client.test'

beforeAll(async () => {
  target = await startTarget()
  tenant = target.world.client.id
  await target.payload.update({
    collection: 'tenants',
    id: tenant,
    data: { locales: ['de', 'fr', 'en'], defaultLocale: 'de' },
  })
}, 240_000)

afterAll(async () => {
  await target?.stop()
}, 30_000)

let count = 0

/** Written in German alone. */
const inGerman = async (data: object = {}): Promise<string> => {
  count += 1
  const { id } = await target.payload.create({
    collection: 'case-studies',
    locale: 'de',
    data: {
      tenant,
      visibility: 'public',
      _status: 'published',
      title: `Ein Tisch ${count}`,
      headline: 'Aus Eiche',
      outcomes: [{ label: 'weniger Abfall', value: 3 }],
      chapters: [{ kind: 'challenge', title: 'Am Anfang', body: richText('Ein Brett') }],
      ...data,
    } as never,
  })
  return id
}

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
          data: { tenant, title: 'A', deletedAt: trash ? new Date().toISOString() : null } as never,
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

/** The languages in which there is something. */
const written = (text: object): object =>
  Object.fromEntries(Object.entries(text).filter(([, value]) => value !== null))

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
      'Write it in German first: that is the main language here, and what readers see where nothing is translated.',
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
