// What a redirect's target is: a page of this site, of another site here, or somewhere else.
import type { Payload, Where } from 'payload'
import type { Tenant } from '../../../payload-types.ts'
import { findProvenHosts } from '../../Domains/queries/findProvenHosts.ts'
import { canonicalPath, pathOf } from '../canonicalPath.ts'
import { placeOf } from '../languages.ts'
import { parseUrl } from '../../shared/parseUrl.ts'

export type SiteTenant = { id: string; slug: string; locales: string[]; defaultLocale: string }

export type Target = {
  tenant: Pick<SiteTenant, 'id'>
  /** The language that it names; `null` leads on in the language that somebody came from. */
  locale: string | null
  /** Below the tenant's root, without a language, decoded. */
  path: string
}

export type FindTarget = (to: string) => Promise<Target | 'external' | null>

/** An absolute URL of this installation counts as the page that it names, not as another site. */
export const targetFinder =
  ({ payload, tenant }: { payload: Payload; tenant: SiteTenant }): FindTarget =>
  async (to) => {
    if (to.startsWith('/')) {
      return within({ path: pathOf(to), tenant })
    }
    const url = parseUrl(to)
    if (!url) {
      return null
    }
    const hosts = await findProvenHosts({ payload })
    const owner = [...hosts].find(([, names]) => names.includes(url.hostname))?.[0]
    if (owner === undefined && !isOwnHost({ payload, url })) {
      return 'external'
    }
    const [, first = '', ...rest] = (canonicalPath(url.pathname) ?? '').split('/')
    const site = await findSite({
      payload,
      where: owner === undefined ? { slug: first } : { id: owner },
    })
    const path = owner === undefined ? `/${rest.join('/')}` : url.pathname
    return site && within({ path, tenant: site })
  }

/**
 * The active tenant, as anybody may know of it. One that was renamed is found by the slugs that it had, until another
 * has them; where two had the same, by the one that had it last, as `src/http/sites.ts` leads visitors.
 */
export const findSite = async ({
  payload,
  where,
}: {
  payload: Payload
  where: { slug: string } | { id: string }
}): Promise<SiteTenant | null> => {
  const find = async (asked: Where) => {
    const { docs } = await payload.find({
      collection: 'tenants',
      depth: 0,
      // Our own code decides which site it is about, as when a page is asked for.
      overrideAccess: true,
      pagination: false,
      select: { slug: true, locales: true, defaultLocale: true, formerSlugs: true },
      showHiddenFields: true,
      where: { and: [asked, { status: { equals: 'active' } }] },
    })
    return docs
  }
  const siteOf = ({ defaultLocale, id, locales, slug }: SiteTenant): SiteTenant => ({
    defaultLocale,
    id,
    locales,
    slug,
  })
  if ('id' in where) {
    const [found] = await find({ id: { equals: where.id } })
    return found ? siteOf(found) : null
  }
  const { slug } = where
  const [found] = await find({ slug: { equals: slug } })
  if (found) {
    return siteOf(found)
  }
  const leftAt = ({ formerSlugs }: { formerSlugs?: Tenant['formerSlugs'] }): string =>
    (formerSlugs ?? []).find((former) => former.slug === slug)?.until ?? ''
  const [last] = (await find({ 'formerSlugs.slug': { equals: slug } })).sort((a, b) =>
    leftAt(b).localeCompare(leftAt(a)),
  )
  return last ? siteOf(last) : null
}

/** Without SERVER_URL the installation is reached on this computer only. */
const isOwnHost = ({ payload, url }: { payload: Payload; url: URL }): boolean => {
  const own = parseUrl(payload.config.serverURL)
  return own ? url.host === own.host : ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
}

/** @returns `null` for a path that is malformed. */
const within = ({ path: given, tenant }: { path: string; tenant: SiteTenant }): Target | null => {
  const canonical = canonicalPath(given)
  if (canonical === null) {
    return null
  }
  const { locale, path } = placeOf({ locale: '', path: canonical, tenant })
  return { tenant, locale: locale === '' ? null : locale, path }
}
