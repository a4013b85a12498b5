// What a redirect's target is: a page of this site, of another site here, or somewhere else.
import type { Payload } from 'payload'
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
      where: owner === undefined ? { slug: { equals: first } } : { id: { equals: owner } },
    })
    const path = owner === undefined ? `/${rest.join('/')}` : url.pathname
    return site && within({ path, tenant: site })
  }

/** The active tenant, as anybody may know of it. */
export const findSite = async ({
  payload,
  where,
}: {
  payload: Payload
  where: { slug: { equals: string } } | { id: { equals: string } }
}): Promise<SiteTenant | null> => {
  const { docs } = await payload.find({
    collection: 'tenants',
    depth: 0,
    limit: 1,
    // Our own code decides which site it is about, as when a page is asked for.
    overrideAccess: true,
    pagination: false,
    select: { slug: true, locales: true, defaultLocale: true },
    where: { and: [where, { status: { equals: 'active' } }] },
  })
  return docs[0] ?? null
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
