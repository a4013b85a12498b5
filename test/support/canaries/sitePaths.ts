// Every URL of a site, from the routes that it has: with what is public, and with what is not.
import { filterKinds } from '../../../src/site/present/work.ts'
import type { Garden } from './garden.ts'
import type { Word } from './words.ts'

/** Paths below a site and its language, such as `/work/:slug`; the home page is ''. */
export const siteRoutes = async (): Promise<string[]> => {
  // Once the environment names the database.
  const { createSites } = await import('../../../src/site/router.ts')
  const { routes } = createSites({ fetchFile: () => Promise.reject(new Error('No file is read.')) })
  const paths = routes.flatMap(({ method, path }) => (method === 'ALL' ? [] : [path]))
  return [...new Set(paths)].map((path) => (path === '/' ? '' : path))
}

/** Collections whose documents a parameter of a route names, by what stands before it. */
const collectionOf = (route: string): string =>
  route.includes('/work/') ? 'case-studies' : route.includes('/people/') ? 'people' : 'pages'

/** Everything that a visitor may type. */
export const sitePaths = async (garden: Garden): Promise<string[]> => {
  const plants = [
    ...garden.shown.values(),
    ...garden.pointing,
    ...garden.hidden,
    ...Object.values(garden.veiled),
  ]
  const slugsOf = (collection: string): string[] =>
    plants.filter((plant) => plant.collection === collection).flatMap(({ slugs }) => slugs)
  const paths = (await siteRoutes()).flatMap((route) =>
    route.includes(':slug')
      ? slugsOf(collectionOf(route)).map((slug) => route.replace(':slug', slug))
      : [route],
  )
  const filters = filterKinds.flatMap((kind) =>
    plants
      .filter(({ collection }) => ['services', 'industries', 'technologies'].includes(collection))
      .flatMap(({ slugs }) => slugs.map((slug) => `/work?${kind}=${slug}`)),
  )
  return [...new Set([...paths, ...filters, '/nothing-is-here'])]
}

/**
 * Whether a word may stand at a URL although it stands in no list. An unlisted study is read at its own
 * URL; of one behind a password that URL has a door with its title. Authors may link to the door, so a
 * page that does names its URL.
 */
export const isSharedAt = (url: string, garden: Garden): ((word: Word) => boolean) => {
  const study = garden.hidden.find(
    ({ collection, slugs, state }) =>
      collection === 'case-studies' &&
      ['unlisted', 'password'].includes(state) &&
      slugs.some((slug) => url.includes(`/work/${slug}`)),
  )
  const linking = garden.pointing.find(({ slugs }) => slugs.some((slug) => url.includes(slug)))
  return ({ of, path }) => {
    if (linking?.name.endsWith('pointing at what is password') && path.startsWith('slug')) {
      return of === 'case-studies, password'
    }
    if (!study) {
      return false
    }
    const isOnDoor = path === 'title' || path === 'id' || path.startsWith('slug')
    return study.state === 'unlisted'
      ? of === study.name || of.endsWith(', of what is unlisted')
      : of === study.name && isOnDoor
  }
}
