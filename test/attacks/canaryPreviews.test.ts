// What preview images say: the text that their routes lay out, with the data that the routes read, for
// every study there is and in each theme.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import pg from 'pg'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { themes } from '../../src/site/model.ts'
import { startTarget, type Target } from '../support/attacks.ts'
import { plantGarden, type Garden } from '../support/canaries/garden.ts'
import { PLANTED_LOCALES, type Plant } from '../support/canaries/plant.ts'
import { inShort } from '../support/inShort.ts'
import { isSharedAt, siteRoutes } from '../support/canaries/sitePaths.ts'
import { placeOf, type Word } from '../support/canaries/words.ts'

/** What was to be drawn, in place of the picture. */
jest.unstable_mockModule('next/og.js', () => ({
  ImageResponse: class extends Response {
    constructor(element: ReactElement) {
      super(renderToStaticMarkup(element))
    }
  },
}))

let target: Target
let garden: Garden
let owner: pg.Client

beforeAll(async () => {
  target = await startTarget()
  garden = await plantGarden({ payload: target.payload, tenant: target.world.client.id })
  owner = new pg.Client({ connectionString: target.databaseUrl })
  await owner.connect()
}, 300_000)

afterAll(async () => {
  await owner?.end()
  await target?.stop()
})

const imagesOf = async (): Promise<string[]> =>
  (await siteRoutes()).filter((route) => route.endsWith('opengraph.png'))

/** The text of one image, or nothing where there is none. */
const textOf = async (url: string): Promise<string> => {
  const answer = await fetch(target.api.url + url)
  const isImage = answer.headers.get('content-type') === 'image/png'
  expect({ url, status: answer.status }).toEqual({ url, status: isImage ? 200 : 404 })
  const text = await answer.text()
  return isImage ? text : ''
}

const studies = (): Plant[] =>
  [
    ...garden.shown.values(),
    ...garden.pointing,
    ...garden.hidden,
    ...Object.values(garden.veiled),
  ].filter(({ collection }) => collection === 'case-studies')

describe.each(themes)('in %s', (theme) => {
  it.each(inShort([...PLANTED_LOCALES], themes.indexOf(theme), 2))(
    'no image says a confidential word in %s, nor the client of a study that does not name it',
    async (locale) => {
      await owner.query('update site_settings set theme = $1', [theme])
      await target.api.renewSites()
      const images = await imagesOf()
      const found = new Set<Word>()
      const leaks: unknown[] = []
      for (const route of images) {
        for (const { name, slugs } of studies()) {
          for (const slug of slugs) {
            const below = `${locale === 'en' ? '' : `/${locale}`}${route.replace(':slug', slug)}`
            const words = garden.words.foundIn(await textOf(`/client${below}`))
            words.forEach((word) => found.add(word))
            const isAllowed = isSharedAt(`/work/${slug}`, garden)
            const said = words.filter(
              (word) =>
                (word.secrecy === 'secret' && !isAllowed(word)) ||
                (word.secrecy === 'veiled' && name === garden.veiled.anonymised.name),
            )
            if (said.length > 0) {
              leaks.push({ name, route, said: said.map(placeOf) })
            }
          }
        }
      }
      expect(leaks).toEqual([])
      // The public study says its title and its client, and the door of a protected one its title.
      const said = [...found].map(placeOf)
      expect(said).toEqual(
        expect.arrayContaining([
          `case-studies, public: title (${locale})`,
          `case-studies, password: title (${locale})`,
          'organisations, public: name',
          'organisations, client that is not named: name',
        ]),
      )
    },
    120_000,
  )
})

it('there is an image for a site and one for a study', async () => {
  expect((await imagesOf()).sort()).toEqual(['/opengraph.png', '/work/:slug/opengraph.png'])
})
