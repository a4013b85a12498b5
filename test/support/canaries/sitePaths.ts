// Every URL of a site, from the routes that Next has: with what is public, and with what is not.
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { filterKinds } from '../../../src/site/present/work.ts'
import { root } from '../process.ts'
import type { Garden } from './garden.ts'
import type { Plant } from './plant.ts'

const ROUTES = path.join(root, 'src/app/(site)/sites/[mode]/[tenant]/[locale]')

/** Paths below a site and its language, such as `/work/[slug]`. */
export const siteRoutes = (): string[] =>
  readdirSync(ROUTES, { recursive: true, withFileTypes: true })
    .filter((entry) => /^(page|route)\.tsx?$/.test(entry.name))
    .map(({ parentPath }) => `/${path.relative(ROUTES, parentPath).replaceAll(path.sep, '/')}`)
    .map((route) => (route === '/' ? '' : route))

/** Collections whose documents a parameter of a route names, by what stands before it. */
const collectionOf = (route: string): string =>
  route.includes('/work/') ? 'case-studies' : route.includes('/people/') ? 'people' : 'pages'

/** Everything that a visitor may type. */
export const sitePaths = (garden: Garden): string[] => {
  const plants = [
    ...garden.shown.values(),
    ...garden.pointing,
    ...garden.hidden,
    ...Object.values(garden.veiled),
  ]
  const slugsOf = (collection: string): string[] =>
    plants.filter((plant) => plant.collection === collection).flatMap(({ slugs }) => slugs)
  const paths = siteRoutes().flatMap((route) => {
    if (!route.includes('[')) {
      return [route]
    }
    return slugsOf(collectionOf(route)).map((slug) =>
      route
        .replace(/\[(slug|page)\]/, slug)
        .replace('[state]', 'sent')
        .replace('[problem]', 'wrong')
        .replace('[...rest]', 'more'),
    )
  })
  const filters = filterKinds.flatMap((kind) =>
    plants
      .filter(({ collection }) => ['services', 'industries', 'technologies'].includes(collection))
      .flatMap(({ slugs }) => slugs.map((slug) => `/work?${kind}=${slug}`)),
  )
  return [...new Set([...paths, ...filters, '/nothing-is-here'])]
}

/**
 * Whose words a visitor may read at a URL, although they stand in no list: the study that the URL
 * names, if it is shared by its link. Of one behind a password only the title, on the door.
 */
export const sharedAt = (
  pathname: string,
  garden: Garden,
): { plant: Plant; isWhole: boolean } | null => {
  const plant = garden.hidden.find(
    ({ collection, slugs, state }) =>
      collection === 'case-studies' &&
      ['unlisted', 'password'].includes(state) &&
      slugs.some((slug) => pathname.includes(`/work/${slug}`)),
  )
  return plant ? { plant, isWhole: plant.state === 'unlisted' } : null
}
