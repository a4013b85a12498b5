// Which site a request is for: by host on a tenant's own domain, by the first path segment on ours.
import type { Payload } from 'payload'
import { ANONYMOUS } from '../../access/principal.ts'
import { findProvenHosts } from '../../collections/Domains/queries/findProvenHosts.ts'
import { asPrincipal } from '../../access/claims.ts'
import { trustedOrigins } from './origins.ts'

export type SiteTenant = {
  id: string
  slug: string
  locales: string[]
  defaultLocale: string
  hosts: string[]
}

export type SiteRoute = {
  mode: 'path' | 'host'
  /** Its slug. */
  tenant: string
  tenantId: string
  locale: string
  /** What follows the tenant and the locale; always begins with a slash. */
  path: string
}

export type SiteDirectory = {
  /** The route of a request, `null` when the path is no tenant's. */
  route: (request: { host: string; path: string }) => Promise<SiteRoute | null>
  /**
   * The path where a page is now: a tenant that was renamed is below its new slug, and the main language
   * is not named. `null` when it is where it was asked for.
   */
  movedTo: (request: { host: string; path: string }) => Promise<string | null>
  /** Whether the host is a tenant's own domain. */
  isTenantHost: (host: string) => Promise<boolean>
  /** Whether what the tenant of this id has published is shown. */
  isActive: (tenant: string) => Promise<boolean>
  /** Forgets what it knows, after a tenant changed. */
  refresh: () => void
}

/**
 * Keeps the active tenants in memory and reads them again after `refresh`.
 *
 * @param serverUrl The platform's own address, which decides how its tenants' domains are reached.
 */
export const createSiteDirectory = ({
  payload,
  serverUrl,
}: {
  payload: Payload
  serverUrl: string
}): SiteDirectory => {
  let loading: Promise<Index> | undefined
  const index = (): Promise<Index> => {
    if (loading) {
      return loading
    }
    const started: Promise<Index> = loadIndex({ payload }).then(
      (found) => {
        // One that a refresh has overtaken knows too little.
        if (loading === started) {
          // In place: Payload, in Next as well, looks into this very array at each request.
          const { csrf } = payload.config
          const hosts = [...found.byHost.keys()]
          csrf.splice(0, csrf.length, ...trustedOrigins({ hosts, serverUrl }))
        }
        return found
      },
      (err: unknown) => {
        loading = loading === started ? undefined : loading
        throw err
      },
    )
    loading = started
    return started
  }
  return {
    route: async ({ host, path }) => {
      const { byHost, bySlug } = await index()
      const own = byHost.get(host)
      if (own) {
        return {
          mode: 'host',
          tenant: own.slug,
          tenantId: own.id,
          ...splitLocale({ path, tenant: own }),
        }
      }
      const [, slug = '', ...rest] = path.split('/')
      const tenant = bySlug.get(slug)
      return tenant
        ? {
            mode: 'path',
            tenant: slug,
            tenantId: tenant.id,
            ...splitLocale({ path: `/${rest.join('/')}`, tenant }),
          }
        : null
    },
    movedTo: async ({ host, path }) => {
      const { byFormerSlug, byHost, bySlug } = await index()
      const own = byHost.get(host)
      if (own) {
        return withoutMainLanguage({ path, tenant: own })
      }
      const [, slug = '', ...rest] = path.split('/')
      const tenant = bySlug.get(slug) ?? byFormerSlug.get(slug)
      if (!tenant) {
        return null
      }
      const below = `/${rest.join('/')}`
      const shorter = withoutMainLanguage({ path: below, tenant })
      return shorter === null && tenant.slug === slug
        ? null
        : `/${tenant.slug}${(shorter ?? below).replace(/^\/$/, '')}`
    },
    isTenantHost: async (host) => (await index()).byHost.has(host),
    isActive: async (tenant) => (await index()).ids.has(tenant),
    refresh: () => {
      loading = undefined
    },
  }
}

type Index = {
  ids: Set<string>
  bySlug: Map<string, SiteTenant>
  /** Where two had the same, the one that had it last. */
  byFormerSlug: Map<string, SiteTenant>
  byHost: Map<string, SiteTenant>
}

const loadIndex = async ({ payload }: { payload: Payload }): Promise<Index> => {
  // Trusted: it decides which site answers, not what anybody may read.
  const { docs } = await asPrincipal(ANONYMOUS, () =>
    payload.find({
      collection: 'tenants',
      depth: 0,
      limit: 0,
      overrideAccess: true,
      pagination: false,
      select: { slug: true, locales: true, defaultLocale: true, formerSlugs: true },
      showHiddenFields: true,
      where: { status: { equals: 'active' } },
    }),
  )
  const hosts = await findProvenHosts({ payload })
  const tenants = docs.map((doc): SiteTenant => ({
    id: doc.id,
    slug: doc.slug,
    locales: doc.locales,
    defaultLocale: doc.defaultLocale,
    hosts: hosts.get(doc.id) ?? [],
  }))
  const former = docs
    .flatMap((doc, at) =>
      (doc.formerSlugs ?? []).map(({ slug, until }) => ({ slug, until, tenant: tenants[at]! })),
    )
    .sort((a, b) => a.until.localeCompare(b.until))
  return {
    ids: new Set(tenants.map(({ id }) => id)),
    bySlug: new Map(tenants.map((tenant) => [tenant.slug, tenant])),
    byFormerSlug: new Map(former.map(({ slug, tenant }) => [slug, tenant])),
    byHost: new Map(
      tenants.flatMap((tenant) => tenant.hosts.map((host) => [host, tenant] as const)),
    ),
  }
}

const withoutMainLanguage = ({
  path,
  tenant: { defaultLocale },
}: {
  path: string
  tenant: SiteTenant
}): string | null => {
  const [, first, ...rest] = path.split('/')
  return first === defaultLocale ? `/${rest.join('/')}` : null
}

const splitLocale = ({
  path,
  tenant,
}: {
  path: string
  tenant: SiteTenant
}): { locale: string; path: string } => {
  const [, first = '', ...rest] = path.split('/')
  const isOther = first !== tenant.defaultLocale && tenant.locales.includes(first)
  return isOther
    ? { locale: first, path: `/${rest.join('/')}` }
    : { locale: tenant.defaultLocale, path: path === '' ? '/' : path }
}
