/** Everything that a page of a site needs before its own content: tenant, look, language, addresses. */
import { cache } from 'react'
import type { SettingsDoc, TenantDoc } from '../documents.ts'
import type { SiteView } from '../model.ts'
import { contextFor, type Mode, type PresentContext } from '../present/context.ts'
import { localesOf, presentSite } from '../present/site.ts'
import { canonicalRootOf, serverUrl } from './addresses.ts'
import { cached, tenantTag } from './cached.ts'
import { findTenant } from './findTenant.ts'
import { payloadOf } from './payload.ts'

export type SiteParams = { mode: string; tenant: string; locale: string }
export type Site = { tenant: TenantDoc; view: SiteView; context: PresentContext; mode: Mode }

/** Null when there is no such tenant, or the language is not one of its own. */
export const getSite = cache(
  async (mode: string, slug: string, locale: string): Promise<Site | null> => {
    const tenant = await findTenant({ slug })
    if (!tenant || !localesOf(tenant).includes(locale)) {
      return null
    }
    const siteMode: Mode = mode === 'host' ? 'host' : 'path'
    const { settings, hasPeople } = await readSettings({ tenantId: tenant.id, locale })
    const context = siteContext({ tenant, settings, mode: siteMode, locale })
    return {
      tenant,
      context,
      mode: siteMode,
      view: presentSite({
        tenant,
        settings,
        hasPeople,
        canonicalRoot: canonicalRootOf(tenant),
        context,
      }),
    }
  },
)

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
  cached({
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
        payload.find({
          collection: 'people',
          where: ofTenant,
          depth: 0,
          limit: 1,
          pagination: false,
          overrideAccess: false,
          select: {},
        }),
      ])
      return {
        settings: (docs[0] as SettingsDoc | undefined) ?? null,
        hasPeople: people.docs.length > 0,
      }
    },
  })
