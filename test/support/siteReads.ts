// Every query of a site, with what it notes while it reads.
import { asPrincipal } from '../../access/claims.ts'
import { ANONYMOUS } from '../../access/principal.ts'
import { noting } from '../../plugins/publication/notes.ts'
import { publication } from '../../src/site/publication.ts'
import type { Site } from '../../src/site/data/site.ts'

export type Read = { value: unknown; tags: Set<string>; until: number }

/** As anybody may read it, from the database and not from what is remembered. */
export const readNoted = async (read: () => Promise<unknown>): Promise<Read> => {
  publication().trustAgain()
  const notes = { tags: new Set<string>(), until: Infinity, isOutdated: false }
  const value = await noting(notes, () => asPrincipal(ANONYMOUS, read))
  return { value, tags: notes.tags, until: notes.until }
}

type Slugs = { studies: string[]; people: string[]; pages: string[]; paths: string[] }

/** The queries by name. The modules are imported once the environment names the database, one after the other. */
export const siteQueries = async ({
  site,
  slugs,
}: {
  site: Site
  slugs: Slugs
}): Promise<Record<string, () => Promise<unknown>>> => {
  const { findTenant } = await import('../../src/site/data/findTenant.ts')
  const { findRedirect } = await import('../../src/site/data/findRedirect.ts')
  const { getAbout, getPage, listPages } = await import('../../src/site/data/getPage.ts')
  const { getStudy, getUnlockedStudy } = await import('../../src/site/data/getStudy.ts')
  const { listCards } = await import('../../src/site/data/listCards.ts')
  const { listTenants } = await import('../../src/site/data/listTenants.ts')
  const { getPerson, listPeople } = await import('../../src/site/data/people.ts')
  const { getSite } = await import('../../src/site/data/site.ts')
  const each = (
    kind: string,
    names: string[],
    read: (name: string) => Promise<unknown>,
  ): [string, () => Promise<unknown>][] =>
    names.map((name) => [`${kind} ${name}`, () => read(name)])
  const slug = site.tenant.slug ?? ''
  const locale = site.view.locale
  return Object.fromEntries([
    ['tenant', () => findTenant({ slug })],
    ['tenants', () => listTenants()],
    ['site', () => getSite({ mode: site.mode, tenant: slug, locale })],
    ['cards', () => listCards({ site })],
    ['people', () => listPeople({ site })],
    ['pages', () => listPages({ site })],
    ['about', () => getAbout({ site })],
    ...each('study', slugs.studies, (name) => getStudy({ site, slug: name })),
    ...each('unlocked', slugs.studies.slice(0, 1), (name) =>
      getUnlockedStudy({ site, slug: name }),
    ),
    ...each('person', slugs.people, (name) => getPerson({ site, slug: name })),
    ...each('page', slugs.pages, (name) => getPage({ site, slug: name })),
    ...each('redirect', slugs.paths, (path) => findRedirect({ site, path })),
  ]) as Record<string, () => Promise<unknown>>
}
