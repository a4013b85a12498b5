// What a site reads is noted: a change of anything that a query shows tells one of its tags, and a change of anything
// else tells none.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Payload } from 'payload'
import { isNoting } from '../../plugins/publication/index.ts'
import type { Site } from '../../src/site/data/site.ts'
import { blockNode, createPicture, linkNode, richText, uploadNode } from '../support/content.ts'
import { hearChanges } from '../support/hearChanges.ts'
import { startPayload, type TestPayload } from '../support/payload.ts'
import { readNoted, siteQueries, type Read } from '../support/siteReads.ts'
import { createWorld, type World } from '../support/tenants.ts'
import { toldBy, writesOf, type Data, type Doc, type Writes } from '../support/told.ts'

let running: TestPayload
let payload: Payload
let world: World
let writes: Writes
let site: Site
let endHearing: (() => void) | undefined
let docs: Record<string, Pick<Doc, 'id'>>

const published = { _status: 'published' }

beforeAll(async () => {
  running = await startPayload()
  payload = running.payload
  world = await createWorld({ payload })
  const tenant = world.client.id
  writes = writesOf({ payload, tenant })
  const { create } = writes
  const picture = await createPicture({ payload, tenant })
  const portrait = await createPicture({ payload, tenant, colour: '#aa3300' })
  const client = await create('organisations', { name: 'A port', ...published })
  const service = await create('services', { name: 'Research', ...published })
  const person = await create('people', { name: 'Ada', portrait: portrait.id, ...published })
  const other = await create('people', { name: 'Grace', ...published })
  const page = await create('pages', { title: 'About', slug: 'about', ...published })
  const testimonial = await create('testimonials', {
    quote: 'It works',
    attribution: 'The harbour master',
    consent: 'granted',
    organisation: client.id,
    ...published,
  })
  const study = await create('case-studies', {
    title: 'A study',
    slug: 'a-study',
    visibility: 'public',
    client: client.id,
    services: [service.id],
    credits: [{ person: person.id, role: 'Lead' }],
    testimonials: [testimonial.id],
    chapters: [
      {
        kind: 'challenge',
        body: richText('It was slow', uploadNode(picture.id), linkNode('pages', page.id)),
      },
      {
        kind: 'approach',
        body: richText('We asked', blockNode({ blockType: 'quote', testimonial: testimonial.id })),
      },
    ],
    ...published,
  })
  const unlisted = await create('case-studies', {
    title: 'Unlisted',
    slug: 'unlisted',
    visibility: 'unlisted',
    cover: picture.id,
    ...published,
  })
  const redirect = await create('redirects', { from: '/old', to: '/work/a-study' })
  docs = {
    client,
    other,
    page,
    person,
    picture,
    portrait,
    redirect,
    service,
    study,
    testimonial,
    unlisted,
  }
  const { getSite } = await import('../../src/site/data/site.ts')
  const { publication } = await import('../../src/site/publication.ts')
  endHearing = hearChanges({ cache: publication() })
  site = (await getSite({ mode: 'path', tenant: 'client', locale: 'en' }))!
})

afterAll(async () => {
  endHearing?.()
  await running?.stop()
})

const read = async (name: string): Promise<Read> => {
  const slugs = {
    studies: ['a-study', 'unlisted', 'nothing'],
    people: ['ada', 'nobody'],
    pages: ['about', 'nothing'],
    paths: ['/old', '/gone'],
  }
  const queries = await siteQueries({ site, slugs })
  return readNoted(queries[name]!)
}

const collectionOf: Record<string, Parameters<Writes['update']>[0]> = {
  client: 'organisations',
  other: 'people',
  page: 'pages',
  person: 'people',
  picture: 'media',
  portrait: 'media',
  redirect: 'redirects',
  service: 'services',
  study: 'case-studies',
  testimonial: 'testimonials',
  unlisted: 'case-studies',
}

/** Which change of each document readers see, without changing who sees it. */
const TEXTS: Record<string, Data> = {
  client: { description: 'By the sea' },
  other: { role: 'Admiral' },
  page: { body: richText('Who we are') },
  person: { role: 'Engineer' },
  picture: { alt: 'A harbour' },
  portrait: { alt: 'Ada at her desk' },
  redirect: { to: '/people' },
  service: { description: 'Asking people' },
  study: { summary: 'It was slow' },
  testimonial: { quote: 'It works well' },
  unlisted: { summary: 'With the link' },
}

const change = (name: string) =>
  toldBy(() =>
    writes.update(collectionOf[name]!, docs[name]!.id, {
      ...TEXTS[name],
      ...(['picture', 'portrait', 'redirect'].includes(name) ? {} : published),
    }),
  )

const SHOWS: Record<string, string[]> = {
  cards: ['study', 'client', 'service'],
  'study a-study': ['study', 'client', 'service', 'person', 'testimonial', 'picture', 'page'],
  'study unlisted': ['unlisted', 'picture'],
  people: ['person', 'other', 'portrait'],
  'person ada': ['person', 'portrait', 'study'],
  pages: ['page'],
  'page about': ['page'],
  about: ['page'],
  'redirect /old': ['redirect'],
}

describe.each(Object.entries(SHOWS))('%s', (query, shown) => {
  it('notes what a change of each document that it shows tells', async () => {
    const { tags, value } = await read(query)
    expect(value).toBeTruthy()
    for (const name of shown) {
      const { access, content } = await change(name)
      const told = [...access, ...content]
      expect([name, told.some((tag) => tags.has(tag))]).toEqual([name, true])
    }
  })
})

it('what is not there is noted, and is told when it comes', async () => {
  for (const [query, collection, data] of [
    [
      'study nothing',
      'case-studies',
      { title: 'Nothing', slug: 'nothing', visibility: 'unlisted' },
    ],
    ['person nobody', 'people', { name: 'Nobody', slug: 'nobody' }],
    ['page nothing', 'pages', { title: 'Nothing', slug: 'nothing' }],
    ['redirect /gone', 'redirects', { from: '/gone', to: '/' }],
  ] as const) {
    const { tags, value } = await read(query)
    expect([query, value]).toEqual([query, null])
    const told = await toldBy(() => writes.create(collection, { ...data, ...published }))
    expect([query, told.access.some((tag) => tags.has(tag))]).toEqual([query, true])
    expect((await read(query)).value).not.toBeNull()
  }
})

it('a change of another tenant touches nothing of this one', async () => {
  const told = await toldBy(() =>
    payload.update({
      collection: 'tenants',
      id: world.stranger.id,
      data: { name: 'Somebody else' },
      overrideAccess: true,
    }),
  )
  expect(told.access).toContain('tenants')
  for (const name of ['site', 'cards', 'study a-study', 'people', 'page about']) {
    const { tags } = await read(name)
    expect([name, told.access.filter((tag) => tags.has(tag))]).toEqual([name, []])
  }
})

it('a change of a person touches the pages that show them, and the others not', async () => {
  const told = await change('other')
  const touched = async (name: string) => {
    const { tags } = await read(name)
    return [...told.access, ...told.content].some((tag) => tags.has(tag))
  }
  expect(await touched('people')).toBe(true)
  for (const name of ['site', 'cards', 'study a-study', 'person ada', 'page about', 'pages']) {
    expect([name, await touched(name)]).toEqual([name, false])
  }
  const { id } = await writes.update('people', docs.other!.id, { name: 'Grace H.', ...published })
  const renamed = await toldBy(() => writes.update('people', id, { name: 'Grace', ...published }))
  const { tags } = await read('site')
  expect([...renamed.access, ...renamed.content].some((tag) => tags.has(tag))).toBe(false)
})

it('whether there is anybody is told by the first and the last', async () => {
  const { tags } = await read('site')
  const told = await toldBy(() => writes.create('people', { name: 'Edsger', ...published }))
  expect(told.access.some((tag) => tags.has(tag))).toBe(true)
})

it('nothing is noted where nobody asks', async () => {
  expect(isNoting()).toBe(false)
  const { listCards } = await import('../../src/site/data/listCards.ts')
  expect((await listCards({ site })).length).toBeGreaterThan(0)
  expect(isNoting()).toBe(false)
})
