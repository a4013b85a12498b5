// Everything that a site has × every state that it can be in × by path and on an own domain × languages × themes ×
// whatever HTTP lets a client ask. What each answer must say follows from who may read it. In short every address is
// asked for in one of the four combinations of place and language for each theme; VITRINE_FULL=1 asks in all.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { themes } from '../../src/site/model.ts'
import { decoded } from '../support/askBytes.ts'
import { inShort } from '../support/inShort.ts'
import { addressesOf, type Address } from '../support/siteMatrix/addresses.ts'
import {
  differing,
  isCompressible,
  isOfTenant,
  isThere,
  lastingHeaders,
  RULES,
  STRONG_ETAG,
  TYPES,
} from '../support/siteMatrix/expectations.ts'
import {
  directivesOf,
  inlineCodeIn,
  saidIn,
  saidInLink,
  styleHashesIn,
} from '../support/siteMatrix/html.ts'
import {
  CODINGS,
  createAsking,
  LOCALES,
  nameOf,
  pathIn,
  PLACES,
  type Ask,
  type Seat,
} from '../support/siteMatrix/requests.ts'
import { createMatrixWorld, OWN, type MatrixWorld } from '../support/siteMatrix/world.ts'
import { versionsOf } from '../support/siteMatrix/versions.ts'

let world: MatrixWorld
let asking: ReturnType<typeof createAsking>
const before = process.env.SERVER_URL

beforeAll(async () => {
  process.env.SERVER_URL = 'http://cms.vitrine.test'
  world = await createMatrixWorld()
  asking = createAsking(world)
}, 120_000)

afterAll(async () => {
  asking?.stop()
  await world?.stop()
  if (before === undefined) {
    delete process.env.SERVER_URL
  } else {
    process.env.SERVER_URL = before
  }
})

/** Where each address is asked for in a theme. */
const seatsOf = (theme: (typeof themes)[number]): Seat[] => {
  const corners = PLACES.flatMap((place) => LOCALES.map((locale) => ({ locale, place })))
  return addressesOf(versionsOf(theme)).flatMap((address, at) =>
    inShort(corners, at + themes.indexOf(theme), corners.length).map((corner) => ({
      address,
      ...corner,
    })),
  )
}

type Finding = { what: string; got: unknown; wanted: unknown }

/** Looks at each address, and names those of which something is not as it must be. */
const everywhere = async (
  seats: Seat[],
  look: (seat: Seat, ask: Ask) => Promise<Finding[]>,
): Promise<void> => {
  const wrong: unknown[] = []
  for (const seat of seats) {
    const findings = await look(seat, asking.at(seat))
    const faults = findings.filter(
      ({ got, wanted }) => JSON.stringify(got) !== JSON.stringify(wanted),
    )
    wrong.push(...faults.map((fault) => ({ at: nameOf(seat), ...fault })))
  }
  expect(seats.length).toBeGreaterThan(25)
  expect(wrong.slice(0, 20)).toEqual([])
}

const is = (what: string, got: unknown, wanted: unknown): Finding => ({ what, got, wanted })

describe.each(themes)('in %s', (theme) => {
  const seats = seatsOf(theme)
  const pages = seats.filter(({ address }) => address.kind === 'page')

  beforeAll(() => world.wear(theme))

  it('its status, its type and who may keep it are those of its readers', () =>
    everywhere(seats, async (seat, ask) => {
      const { address, locale } = seat
      const { cacheControl, isShared, status } = RULES[address.readers]
      const { bytes, headers, status: got } = await ask()
      const type = String(headers['content-type'])
      return [
        is('status', got, status),
        is('cache-control', headers['cache-control'], cacheControl),
        is('an etag', headers.etag !== undefined, isShared),
        is('a strong etag', !isShared || STRONG_ETAG.test(String(headers.etag)), true),
        is('set-cookie', headers['set-cookie'], undefined),
        is('x-request-id', /^[\w-]{36}$/.test(String(headers['x-request-id'])), true),
        ...(isThere(address)
          ? [
              is('type', TYPES[address.kind].test(type) ? '' : type, ''),
              is('vary', headers.vary, isCompressible(address) ? 'accept-encoding' : undefined),
              is('length', headers['content-length'], String(bytes.byteLength)),
              is('theme', address.kind !== 'page' || isIn(theme, bytes), true),
            ]
          : []),
        ...(address.readers === 'nobody'
          ? [
              is('type', TYPES.page.test(type) ? '' : type, ''),
              is('theme', isIn(theme, bytes), true),
              is('language', headers['content-language'], locale),
              is('vary', headers.vary, 'Accept'),
            ]
          : []),
        ...(address.movedTo
          ? [is('location', headers.location, pathIn(seat, address.movedTo))]
          : []),
      ]
    }))

  it('each coding holds the same, with its own length and its own entity tag', () =>
    everywhere(seats, async ({ address }, ask) => {
      const answers = await Promise.all(CODINGS.map((coding) => ask({ coding })))
      const [plain, ...coded] = answers as [(typeof answers)[0], ...typeof answers]
      if (!isThere(address)) {
        return coded.map(({ headers }) => is('coding', headers['content-encoding'], undefined))
      }
      const isCoded = isCompressible(address) && plain.bytes.byteLength >= 500
      const etags = answers.flatMap(({ headers: { etag } }) => etag ?? [])
      const wanted = !RULES[address.readers].isShared ? 0 : isCoded ? CODINGS.length : 1
      return [
        is('how many etags', new Set(etags).size, wanted),
        ...answers.flatMap((answer, at) => [
          is(
            'coding',
            answer.headers['content-encoding'],
            isCoded && at > 0 ? CODINGS[at] : undefined,
          ),
          is('length', answer.headers['content-length'], String(answer.bytes.byteLength)),
          is('the same', decoded(answer).equals(plain.bytes), true),
        ]),
      ]
    }))

  it('HEAD says what GET does, and sends nothing', () =>
    everywhere(seats, async (_, ask) => {
      const both = await Promise.all(
        CODINGS.map(async (coding) => [
          await ask({ coding }),
          await ask({ coding, method: 'HEAD' }),
        ]),
      )
      return both.flatMap(([get, head]) => [
        is('status', head!.status, get!.status),
        is('headers that differ', differing(head!, get!), []),
        is('bytes', head!.bytes.byteLength, 0),
      ])
    }))

  it('a copy that is still good is confirmed, and only where caches may have one', () =>
    everywhere(seats, async ({ address }, ask) => {
      const read = await Promise.all(CODINGS.map((coding) => ask({ coding })))
      const [plain] = read
      const [own, ...others] = read.map(({ headers }) => headers.etag)
      const conditions = own
        ? [own, `W/${own}`, `"other", W/${own}`, '*', ...others.map(String)]
        : ['*', '"other"']
      const findings = await Promise.all(
        conditions.flatMap((condition) =>
          ['GET', 'HEAD'].map(async (method) => {
            const headers = { 'if-none-match': condition }
            const { bytes, headers: got, status } = await ask({ headers, method })
            const kept = plain!.headers
            if (!own) {
              return [is(`${method} ${condition}`, status, plain!.status)]
            }
            return [
              is(`${method} ${condition}`, [status, bytes.byteLength], [304, 0]),
              is('a tag that was named', condition === '*' || condition.includes(got.etag!), true),
              ...['cache-control', 'vary', 'content-language', 'surrogate-key', 'cache-tag'].map(
                (name) => is(name, got[name], kept[name]),
              ),
              is('length', got['content-length'], undefined),
              is('set-cookie', got['set-cookie'], undefined),
            ]
          }),
        ),
      )
      const other = await ask({ headers: { 'if-none-match': '"other"' } })
      return [...findings.flat(), is('another copy', other.status, RULES[address.readers].status)]
    }))

  it('a range is answered with the whole', () =>
    everywhere(seats, async ({ address }, ask) => {
      const whole = await ask()
      const { bytes, headers, status } = await ask({ headers: { range: 'bytes=0-9' } })
      return [
        is('status', status, RULES[address.readers].status),
        is('bytes', bytes.byteLength, whole.bytes.byteLength),
        is('content-range', headers['content-range'], undefined),
      ]
    }))

  it('other methods are refused, and OPTIONS says which there are, whatever is there', () =>
    everywhere(seats, async (_, ask) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      const [post, options] = [
        await ask({ method: 'POST', headers }),
        await ask({ method: 'OPTIONS' }),
      ]
      const allow = 'GET, HEAD, OPTIONS'
      return [
        is('POST', [post.status, post.headers.allow], [405, allow]),
        is('POST is kept', post.headers['cache-control'], 'no-store'),
        is('OPTIONS', [options.status, options.headers.allow], [204, allow]),
        ...[post, options].map((answer) =>
          is('set-cookie', answer.headers['set-cookie'], undefined),
        ),
      ]
    }))

  it('a page names its one URL and its languages, in its head as in its headers', () =>
    everywhere(pages, async ({ address, locale }, ask) => {
      const { bytes, headers } = await ask()
      const html = bytes.toString()
      if (!isThere(address)) {
        const said = saidIn(html)
        return address.readers === 'nobody'
          ? [
              is('robots', said.robots, 'noindex'),
              is('canonical', said.canonical, undefined),
              is('languages', said.languages, {}),
              is('link', headers.link, undefined),
            ]
          : []
      }
      const urlIn = (code: string): string => urlOf(address, code)
      const written = address.languages ?? LOCALES
      const isForm = address.name === 'study, password'
      const hreflang =
        written.length > 1 && !isForm
          ? {
              ...Object.fromEntries(written.map((code) => [code, urlIn(code)])),
              'x-default': urlIn('en'),
            }
          : {}
      const { lang, robots, ...said } = saidIn(html)
      return [
        is('lang', [lang, headers['content-language']], [locale, locale]),
        is('canonical', said.canonical, urlIn(written.includes(locale) ? locale : 'en')),
        is('hreflang', said.languages, hreflang),
        is('link', saidInLink(String(headers.link)), said),
        is('robots', robots, isListedIn(address, locale) ? undefined : 'noindex, follow'),
      ]
    }))

  it('the sitemap and the feed list what everybody may read in their language, and nothing else', async () => {
    const documents = addressesOf(versionsOf(theme)).filter(({ kind }) => kind === 'page')
    for (const place of PLACES) {
      for (const locale of LOCALES) {
        const urlsIn = async (path: string, element: string): Promise<Set<string>> => {
          const address = { name: path, path, kind: 'XML', readers: 'everybody' } as const
          const xml = (await asking.at({ address, locale, place })()).bytes.toString()
          const found = xml.matchAll(new RegExp(`<${element}[^>]*>([^<]+)<`, 'g'))
          return new Set([...found].map(([, url]) => url!))
        }
        const [sitemap, feed] = [
          await urlsIn('/sitemap.xml', 'loc'),
          await urlsIn('/feed.xml', 'guid'),
        ]
        const listed = (from: Set<string>, address: Address) => from.has(urlOf(address, locale))
        for (const address of documents) {
          const isListed = isListedIn(address, locale)
          const isStudy = address.path.startsWith('/work/')
          expect([address.name, listed(sitemap, address)]).toEqual([address.name, isListed])
          expect([address.name, listed(feed, address)]).toEqual([address.name, isListed && isStudy])
        }
      }
    }
  })

  it('nothing that stands in a page runs, and its policy would stop it', () =>
    everywhere(pages, async ({ address }, ask) => {
      const { bytes, headers } = await ask()
      const policy = directivesOf(String(headers['content-security-policy']))
      if (address.readers === 'moved') {
        return [is('scripts', policy['script-src'], ["'self'"])]
      }
      const html = bytes.toString()
      return [
        is('code', inlineCodeIn(html), []),
        is('default', policy['default-src'], ["'none'"]),
        is('scripts', policy['script-src'], ["'self'"]),
        is('styles', policy['style-src-elem'], ["'self'", ...styleHashesIn(html)]),
        is('how many styles', styleHashesIn(html).length, 1),
        is('framed by', policy['frame-ancestors'], ["'none'"]),
        is('base', policy['base-uri'], ["'self'"]),
      ]
    }))

  it('CDNs are told what is public is made of, and nothing that is hidden is named in any header', () =>
    everywhere(seats, async ({ address }, ask) => {
      const answer = await ask()
      const { 'cache-tag': tags, 'surrogate-key': keys } = answer.headers
      const isTagged = RULES[address.readers].isShared && isOfTenant(address)
      const { id } = world.target.world.client
      const said = JSON.stringify(lastingHeaders(answer))
      return [
        is('is tagged', keys !== undefined, isTagged),
        is('alike', String(tags).split(','), String(keys).split(' ')),
        is('tenant', String(keys).split(' ').includes(`tenant:${id}`), isTagged),
        is(
          'hidden',
          world.hiddenIds.filter((hidden) => said.includes(hidden)),
          [],
        ),
      ]
    }))
})

/** The one URL of a page in a language, wherever it was asked for. */
const urlOf = ({ path }: Address, locale: string): string =>
  `http://${OWN}${locale === 'en' ? '' : `/${locale}`}${path}`

const isListedIn = ({ languages = LOCALES, readers }: Address, locale: string): boolean =>
  readers === 'everybody' && languages.includes(locale)

const isIn = (theme: string, html: Buffer): boolean =>
  html.includes(` data-theme="${theme}"`) && html.includes('Client')
