/** Everything that a page of a site needs before its own content: tenant, look, language, addresses. */
import { presenceTag, tenantTag } from '../../../collections/shared/invalidation.ts'
import { noteTags, unnoted } from '../../../plugins/publication/index.ts'
import type { SettingsDoc, TenantDoc } from '../documents.ts'
import type { SiteView } from '../model.ts'
import { contextFor, type Mode, type PresentContext } from '../present/context.ts'
import { localesOf, presentSite } from '../present/site.ts'
import { canonicalRootOf, serverUrl } from './addresses.ts'
import { shared } from '../publication.ts'
import { findTenant } from './findTenant.ts'
import { payloadOf } from './payload.ts'

export type SiteParams = {
  mode: Mode
  /** Its slug. */
  tenant: string
  locale: string
}
export type Site = { tenant: TenantDoc; view: SiteView; context: PresentContext; mode: Mode }

/** Null when there is no such tenant, or the language is not one of its own. */
export const getSite = async ({ locale, mode, tenant: slug }: SiteParams): Promise<Site | null> => {
  const tenant = await findTenant({ slug })
  if (!tenant || !localesOf(tenant).includes(locale)) {
    return null
  }
  const { settings, hasPeople } = await readSettings({ tenantId: tenant.id, locale })
  const context = siteContext({ tenant, settings, mode, locale })
  const canonicalRoot = canonicalRootOf(tenant)
  return {
    tenant,
    context,
    mode,
    view: presentSite({ tenant, settings, hasPeople, canonicalRoot, context }),
  }
}

export const siteContext = ({
  tenant,
  settings,
  mode,
  locale,
}: {
  tenant: TenantDoc
  settings: SettingsDoc | null
  mode: Mode
  locale: string
}): PresentContext =>
  contextFor({
    mode,
    tenant: tenant.slug ?? '',
    locale,
    defaultLocale: tenant.defaultLocale ?? 'en',
    brand: settings?.colors?.primary ?? '#5b5b5b',
    serverUrl: serverUrl(),
  })

const readSettings = ({ tenantId, locale }: { tenantId: string; locale: string }) =>
  shared({
    key: ['settings', tenantId, locale],
    tags: [tenantTag(tenantId)],
    read: async (): Promise<{ settings: SettingsDoc | null; hasPeople: boolean }> => {
      const payload = await payloadOf()
      const ofTenant = { tenant: { equals: tenantId } }
      const [{ docs }, people] = await Promise.all([
        payload.find({
          collection: 'site-settings',
          where: ofTenant,
          locale: locale as 'en',
          depth: 1,
          limit: 1,
          pagination: false,
          overrideAccess: false,
        }),
        // Whether there is any; not which one.
        unnoted(() =>
          payload.find({
            collection: 'people',
            where: ofTenant,
            depth: 0,
            limit: 1,
            pagination: false,
            overrideAccess: false,
            select: {},
          }),
        ),
      ])
      noteTags([presenceTag('people', tenantId)])
      return {
        settings: (docs[0] as SettingsDoc | undefined) ?? null,
        hasPeople: people.docs.length > 0,
      }
    },
  })
