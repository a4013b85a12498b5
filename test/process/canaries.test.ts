// What is confidential is confidential on every page: each URL of a site, in each theme and language,
// as a page, as data, as headers only, to nobody and to a member of another tenant.
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { tell } from '../../collections/shared/changes/notices.ts'
import { tenantTag } from '../../collections/shared/invalidation.ts'
import { themes } from '../../src/site/model.ts'
import { logIn, startTarget, type Target } from '../support/attacks.ts'
import { plantGarden, type Garden } from '../support/canaries/garden.ts'
import { PLANTED_LOCALES, type Plant } from '../support/canaries/plant.ts'
import { isSharedAt, sitePaths } from '../support/canaries/sitePaths.ts'
import { placeOf, type Word } from '../support/canaries/words.ts'
import { eventually } from '../support/demo.ts'
import { IS_FULL, inShort } from '../support/inShort.ts'
import { makeDataDir, startServerOn, type ServerProcess } from '../support/process.ts'

const LONG = 600_000
const dataDir = makeDataDir()
let target: Target
let garden: Garden
let server: ServerProcess
let owner: pg.Client

beforeAll(async () => {
  target = await startTarget()
  garden = await plantGarden({ payload: target.payload, tenant: target.world.client.id })
  owner = new pg.Client({ connectionString: target.databaseUrl })
  await owner.connect()
  server = await startServerOn(target.databaseUrl, dataDir)
}, LONG)

afterAll(async () => {
  await owner?.end()
  server?.child.kill('SIGTERM')
  await server?.exit
  await target?.stop()
  rmSync(dataDir, { force: true, recursive: true })
}, 60_000)

/** Straight into what is online: a change of the settings would publish their draft as well. */
const wear = async (theme: string): Promise<void> => {
  const { id } = target.world.client
  await owner.query('update site_settings set theme = $1 where tenant_id = $2', [theme, id])
  await tell({ req: { payload: target.payload }, tenant: id, access: [tenantTag(id)] })
  let said = ''
  await eventually(async () => {
    const answer = await fetch(`${server.url}/client`)
    said = `${answer.status} ${/data-theme="[^"]*"|<title>[^<]*/.exec(await answer.text())?.[0]}`
    return said === `200 data-theme="${theme}"`
  })
  expect(said).toBe(`200 data-theme="${theme}"`)
}

type Answer = { status: number; text: string }

const get = async (path: string, init: RequestInit = {}): Promise<Answer> => {
  const response = await fetch(server.url + path, { redirect: 'manual', ...init })
  const text = await response.text()
  return { status: response.status, text: `${text}\n${[...response.headers].join('\n')}` }
}

const urlsOf = async (locale: string): Promise<string[]> =>
  (await sitePaths(garden)).map((path) => `/client${locale === 'en' ? '' : `/${locale}`}${path}`)

/** Words that may not be in what was answered at a URL. What the visitor typed may. */
const leaksIn = ({ text }: Answer, url: string): string[] => {
  const isShared = isSharedAt(url, garden)
  const { anonymised, named } = garden.veiled
  const isAt = ({ slugs }: Plant): boolean => slugs.some((slug) => url.includes(slug))
  const isSecret = ({ of, secrecy }: Word): boolean =>
    secrecy === 'secret' ||
    // Neither of the two studies leads to the other, nor the anonymised one to its client.
    (secrecy === 'veiled' && isAt(anonymised)) ||
    (of === anonymised.name && isAt(named))
  return garden.words
    .foundIn(text)
    .filter(isSecret)
    .filter((word) => !url.includes(word.text) && !isShared(word))
    .map(placeOf)
}

const scan = async (urls: string[], init?: RequestInit) => {
  const found = new Set<Word>()
  const leaks: unknown[] = []
  for (const url of urls) {
    const answer = await get(url, init)
    garden.words.foundIn(answer.text).forEach((word) => found.add(word))
    const said = leaksIn(answer, url)
    if (said.length > 0 || answer.status >= 500) {
      leaks.push({ url, status: answer.status, said })
    }
  }
  return { found, leaks }
}

/** What every theme shows of what is public, in the language of the page. */
const SHOWN = [
  ['case-studies', 'title'],
  ['case-studies', 'headline'],
  ['case-studies', 'chapters.0.body.text'],
  ['case-studies', 'outcomes.0.label'],
  ['organisations', 'name'],
  ['people', 'name'],
  ['people', 'bio'],
  ['testimonials', 'quote'],
  ['services', 'name'],
  ['industries', 'name'],
  ['technologies', 'name'],
  ['pages', 'title'],
  ['media', 'alt'],
  ['site-settings', 'tagline'],
] as const

const missingOf = (found: Set<Word>, locale: string): string[] =>
  garden.words
    .planted()
    .filter(
      (word) =>
        word.secrecy === 'public' &&
        (word.locale === locale || word.locale === null) &&
        word.of === `${word.collection}, public` &&
        SHOWN.some(([collection, path]) => word.collection === collection && word.path === path) &&
        !found.has(word),
    )
    .map(placeOf)

type Theme = (typeof themes)[number]

/** In short each theme speaks one language. */
const localesOf = (theme: Theme) => inShort(PLANTED_LOCALES, themes.indexOf(theme), 2)

/** In short the themes that speak a language share its pages. */
const pagesOf = async (theme: Theme, locale: string): Promise<string[]> => {
  const speaking = themes.filter((one) => localesOf(one).some((other) => other === locale))
  return inShort(await urlsOf(locale), speaking.indexOf(theme), speaking.length)
}

const shown = new Map<string, Set<Word>>()

describe.each(themes)('in %s', (theme) => {
  it.each(localesOf(theme))(
    'no page says a confidential word, in %s',
    async (locale) => {
      await wear(theme)
      const { found, leaks } = await scan(await pagesOf(theme, locale))
      expect(leaks).toEqual([])
      shown.set(locale, new Set([...(shown.get(locale) ?? []), ...found]))
      if (IS_FULL) {
        expect(missingOf(found, locale)).toEqual([])
      }
    },
    LONG,
  )
})

it.each(PLANTED_LOCALES)('the pages together say all that is public, in %s', (locale) => {
  expect(missingOf(shown.get(locale)!, locale)).toEqual([])
})

it(
  'no answer does in another form: as Next’s own client asks, as headers, unchanged, to a stranger',
  async () => {
    const token = await logIn({ payload: target.payload, email: 'owner@stranger.test' })
    const forms: RequestInit[] = [
      { headers: { RSC: '1', 'next-router-prefetch': '1' } },
      { method: 'HEAD' },
      { headers: { 'if-none-match': '*' } },
      { headers: { cookie: `payload-token=${token}` } },
      { headers: { accept: 'application/json' } },
    ]
    for (const [turn, form] of forms.entries()) {
      const { leaks } = await scan(inShort(await urlsOf('de'), turn), form)
      expect({ form, leaks }).toEqual({ form, leaks: [] })
    }
  },
  LONG,
)

it('the front page of the installation says none either', async () => {
  const { leaks } = await scan([
    '/',
    '/robots.txt',
    '/sitemap.xml',
    '/nothing-is-here',
    '/stranger',
  ])
  expect(leaks).toEqual([])
})

it('shares an unlisted study at its own URL, and of a protected one the title', async () => {
  const answers = await Promise.all(
    ['unlisted', 'password'].map(async (state) => {
      const plant = garden.hidden.find(
        (one) => one.collection === 'case-studies' && one.state === state,
      )!
      const { text } = await get(`/client/work/${plant.slugs[0]}`)
      const paths = garden.words
        .foundIn(text)
        .flatMap(({ of, path }) => (of === plant.name ? path : []))
      return [state, paths.includes('title'), paths.includes('headline')]
    }),
  )
  expect(answers).toEqual([
    ['unlisted', true, true],
    ['password', true, false],
  ])
})

describe('the preview', () => {
  const preview = async (as: string | null) => {
    const cookie = as
      ? `payload-token=${await logIn({ payload: target.payload, email: as })}`
      : 'nothing=1'
    const said = new Set<string>()
    for (const { collection, id, name } of garden.hidden) {
      const { text } = await get(`/preview/${collection}/${id}`, { headers: { cookie } })
      garden.words
        .foundIn(text)
        .filter(({ secrecy, text: word }) => secrecy === 'secret' && word !== id)
        .forEach(({ of }) => of === name && said.add(name))
    }
    return said
  }

  it(
    'shows the draft to the tenant’s own editor, and to nobody else',
    async () => {
      expect([...(await preview(null))]).toEqual([])
      expect([...(await preview('owner@stranger.test'))]).toEqual([])
      expect((await preview('editor@client.test')).size).toBeGreaterThan(5)
    },
    LONG,
  )
})

it('the contact form answers alike for a private study and for none', async () => {
  const send = (study: string) => {
    const body = new URLSearchParams({
      name: 'A visitor',
      email: 'visitor@elsewhere.test',
      message: 'A question about your work.',
      study,
    })
    return get('/client/contact/send', {
      body,
      headers: { accept: 'application/json', origin: server.url },
      method: 'POST',
    })
  }
  const plant = garden.hidden.find(({ state }) => state === 'private')!
  const [right, other] = [await send(plant.slugs[0]!), await send('nothing-is-here')]
  expect(right.status).toBe(other.status)
  expect(leaksIn(right, '')).toEqual([])
})
