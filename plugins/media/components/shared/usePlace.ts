'use client'
// Where the editor works: which tenant, under which paths, in which language of the content.
import { useConfig, useLocale } from '@payloadcms/ui'
import { useTenantSelection } from '@payloadcms/plugin-multi-tenant/client'

export type Place = {
  /** `null` while several could be meant. */
  tenant: string | null
  /** `/api` */
  api: string
  /** `/admin` */
  admin: string
  locale: string | undefined
  serverURL: string | undefined
}

export const usePlace = (): Place => {
  const { config } = useConfig()
  const { code } = useLocale()
  const { options, selectedTenantID } = useTenantSelection()
  const only = options.length === 1 ? options[0]?.value : undefined
  const tenant = selectedTenantID ?? only
  return {
    tenant: tenant === undefined ? null : String(tenant),
    api: config.routes.api,
    admin: config.routes.admin,
    locale: code,
    serverURL: config.serverURL || undefined,
  }
}
