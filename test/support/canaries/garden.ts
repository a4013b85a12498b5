// The whole of what is planted: a public document of each kind, one in each confidential state, and
// public ones that lead to those.
import type { Payload } from 'payload'
import { urlNode } from '../content.ts'
import { remembered } from '../remembered.ts'
import { createGardener, type Gardener, type Plant, type Refer } from './plant.ts'
import { FILES, INTERNAL, PUBLIC, PUBLISHED, STATES, type Planting, type State } from './states.ts'
import { createWords, type Words } from './words.ts'

export type Garden = {
  words: Words
  /** One of each collection that everybody may read, and of files one of each kind. */
  shown: Map<string, Plant>
  hidden: Plant[]
  /** Public documents that point at what is confidential. */
  pointing: Plant[]
  /** The password of the study behind one. */
  password: string
  veiled: Veiled
}

export type Veiled = {
  client: Plant
  /** Names its client. */
  named: Plant
  /** Of the same client, whom it does not name. */
  anonymised: Plant
}

/** Public documents that point at what is confidential. */
const POINTING = ['case-studies', 'pages', 'testimonials'] as const satisfies Planting[]

type GardenArgs = { payload: Payload; tenant: string }

/** In what `startTarget` started. */
export const plantGarden = async (args: GardenArgs): Promise<Garden> => {
  const { shown, words, ...garden } = await remembered({
    name: 'garden',
    payload: args.payload,
    table: 'media',
    make: async () => {
      const planted = await plantAll(args)
      return { ...planted, shown: [...planted.shown], words: planted.words.all() }
    },
  })
  return { ...garden, shown: new Map(shown), words: createWords(words) }
}

const plantAll = async ({ payload, tenant }: GardenArgs): Promise<Garden> => {
  const words = createWords()
  const gardener = createGardener({ payload, tenant, words })
  const shown = await plantShown(gardener)
  const idOf: Refer = (relationTo) => shown.get(relationTo)?.id ?? null
  const hidden: Plant[] = []
  const pointing: Plant[] = []
  const password = words.reserve({
    collection: 'case-studies',
    isUnreadable: true,
    locale: null,
    of: 'case-studies, password',
    path: 'password',
    secrecy: 'secret',
  })
  for (const state of STATES) {
    const planted = await plantState({ gardener, idOf, password, state, words })
    hidden.push(...planted.own)
    pointing.push(...planted.pointing)
  }
  for (const collection of [...FILES.map((file) => file.collection), ...INTERNAL]) {
    const plant = await gardener.open({
      collection,
      name: `${collection}, of the tenant`,
      secrecy: 'secret',
      state: 'internal',
    })
    await gardener.complete(plant, { refer: idOf })
    hidden.push(plant)
  }
  const veiled = await plantVeiled({ gardener, idOf, words })
  await pointFromSettings({ gardener, hidden, idOf, shown, words })
  for (const plant of shown.values()) {
    if (PUBLISHED.includes(plant.collection)) {
      await gardener.revise(plant, (relationTo) =>
        idOf(relationTo) === plant.id ? null : idOf(relationTo),
      )
    }
  }
  return { hidden, password, pointing, shown, veiled, words }
}

const plantShown = async (gardener: Gardener): Promise<Map<string, Plant>> => {
  const shown = new Map<string, Plant>()
  const all = PUBLISHED.map((collection) => ({ collection, isFilm: false, name: collection }))
  for (const { collection, isFilm, name } of [...FILES, ...all]) {
    const plant = await gardener.open({
      collection,
      isFilm,
      name: `${name}, public`,
      secrecy: 'public',
      state: 'public',
      ...(PUBLIC[collection] ? { given: PUBLIC[collection] } : {}),
    })
    shown.set(name, plant)
  }
  for (const plant of shown.values()) {
    const refer: Refer = (relationTo) => {
      const id = shown.get(relationTo)?.id ?? null
      return id === plant.id ? null : id
    }
    await gardener.complete(plant, { refer })
  }
  return shown
}

const plantState = async ({
  gardener,
  idOf,
  password,
  state,
  words,
}: {
  gardener: Gardener
  idOf: Refer
  password: string
  state: State
  words: Words
}): Promise<{ own: Plant[]; pointing: Plant[] }> => {
  const files = new Map<string, Plant>()
  for (const { name, ...file } of FILES) {
    const plant = await gardener.open({
      ...file,
      name: `${name}, of what is ${state.name}`,
      secrecy: 'secret',
      state: state.name,
    })
    files.set(name, plant)
  }
  const own: Plant[] = []
  for (const collection of state.collections) {
    const secret = state.given.visibility === 'password' ? { password } : {}
    const plant = await gardener.open({
      collection,
      given: { ...PUBLIC[collection], ...state.given, ...secret },
      name: `${collection}, ${state.name}`,
      secrecy: 'secret',
      state: state.name,
    })
    await gardener.complete(plant, {
      isPublished: !state.isDraft,
      refer: (relationTo) => files.get(relationTo)?.id ?? idOf(relationTo),
    })
    own.push(plant)
  }
  // What a client under NDA has as its logo is a picture like any other to whoever writes a study.
  const pictures: Refer = (relationTo) =>
    state.given.confidential === true && relationTo === 'media'
      ? (files.get(relationTo)?.id ?? null)
      : idOf(relationTo)
  const pointing = await point({ gardener, idOf: pictures, own, state, words })
  for (const plant of own) {
    if (!state.isDraft) {
      await gardener.rename(plant)
    }
    if (state.then) {
      await gardener.change(plant, state.then)
    }
  }
  for (const plant of files.values()) {
    await gardener.complete(plant)
  }
  return { own: [...own, ...files.values()], pointing }
}

/** Public documents whose every reference leads to something of that state, where it can. */
const point = async ({
  gardener,
  idOf,
  own,
  state,
  words,
}: {
  gardener: Gardener
  idOf: Refer
  own: Plant[]
  state: State
  words: Words
}): Promise<Plant[]> => {
  const pointing: Plant[] = []
  const client = own.find(({ collection }) => collection === 'organisations')
  // The website of a client under NDA tells who it is; one that is a draft is only not ready.
  const website = client && state.given.confidential === true ? websiteOf(client, words) : null
  const refer: Refer = (relationTo) =>
    own.find(({ collection }) => collection === relationTo)?.id ?? idOf(relationTo)
  for (const collection of POINTING) {
    if (collection === 'testimonials' && !client) {
      continue
    }
    const plant = await gardener.open({
      collection,
      name: `${collection}, pointing at what is ${state.name}`,
      secrecy: 'any',
      state: 'public',
      ...(PUBLIC[collection] ? { given: PUBLIC[collection] } : {}),
    })
    await gardener.complete(plant, {
      adjust: (data) =>
        website !== null && collection === 'case-studies'
          ? leadingTo(website, byHand(data))
          : byHand(data),
      refer,
    })
    pointing.push(plant)
  }
  return pointing
}

const websiteOf = ({ name }: Plant, words: Words): string => {
  const word = words.planted().find(({ of, path }) => of === name && path === 'url')
  if (!word) {
    throw new Error(`“${name}” has no website.`)
  }
  return `https://${word.text}.test`
}

/** Related work is chosen by hand, so that it is what the references say. */
const byHand = (data: Record<string, unknown>): Record<string, unknown> =>
  'related' in data ? { ...data, related: { ...(data.related as object), mode: 'manual' } } : data

const plantVeiled = async ({
  gardener,
  idOf,
  words,
}: {
  gardener: Gardener
  idOf: Refer
  words: Words
}): Promise<Veiled> => {
  const open = (collection: Planting, what: string, given: Record<string, unknown> = {}) =>
    gardener.open({
      collection,
      given: { ...PUBLIC[collection], ...given },
      name: `${collection}, ${what}`,
      secrecy: 'veiled',
      state: 'public',
    })
  const logo = await open('media', 'logo of the client that is not named')
  const client = await open('organisations', 'client that is not named')
  const testimonial = await open('testimonials', 'of the client that is not named')
  const named = await open('case-studies', 'names its client')
  const anonymised = await gardener.open({
    collection: 'case-studies',
    given: { ...PUBLIC['case-studies'], anonymous: true },
    name: 'case-studies, does not name its client',
    secrecy: 'any',
    state: 'public',
  })
  const own = new Map<string, string>([
    ['media', logo.id],
    ['organisations', client.id],
    ['testimonials', testimonial.id],
  ])
  const refer = (study: string): Refer => {
    const all = new Map(own).set('case-studies', study)
    return (relationTo) => all.get(relationTo) ?? idOf(relationTo)
  }
  await gardener.complete(logo)
  await gardener.complete(client, { refer: refer(named.id) })
  await gardener.complete(testimonial, { refer: refer(named.id) })
  await gardener.complete(named, { adjust: byHand, refer: refer(anonymised.id) })
  await gardener.complete(anonymised, {
    adjust: (data) => leadingTo(websiteOf(client, words), byHand(data)),
    refer: refer(named.id),
  })
  return { anonymised, client, named }
}

/** Links to a website wherever a study takes one. */
const leadingTo = (
  url: string,
  { chapters, credits, seo, ...data }: Record<string, unknown>,
): Record<string, unknown> => ({
  ...data,
  chapters: (chapters as { body: { root: { children: unknown[] } } }[]).map((chapter) => ({
    ...chapter,
    body: {
      root: {
        ...chapter.body.root,
        children: [...chapter.body.root.children, urlNode(`${url}/news`)],
      },
    },
  })),
  credits: (credits as object[]).map((credit) => ({ ...credit, url: `${url}/team` })),
  seo: { ...(seo as object), canonical: `${url}/work` },
})

/** The menu: of a page that is shown, and of those that are not. */
const pointFromSettings = async ({
  gardener,
  hidden,
  idOf,
  shown,
  words,
}: {
  gardener: Gardener
  hidden: Plant[]
  idOf: Refer
  shown: Garden['shown']
  words: Words
}): Promise<void> => {
  const settings = shown.get('site-settings')
  const pages = hidden.filter(({ collection }) => collection === 'pages').slice(0, 3)
  if (!settings || pages.length === 0) {
    throw new Error('There is nothing to put into a menu.')
  }
  const labels = pages.map((page) => {
    const label = words.reserve({
      collection: 'site-settings',
      isUnreadable: false,
      locale: null,
      of: `menu entry of ${page.name}`,
      path: 'navigation.label',
      secrecy: 'secret',
    })
    return { kind: 'page', label, page: page.id }
  })
  await gardener.complete(settings, {
    adjust: (data) => ({ ...data, navigation: [...(data.navigation as object[]), ...labels] }),
    refer: idOf,
  })
}
