// What is typed into a form survives the tenant selector. Comes after `tenancy`, whose provider it wraps.
import type { Config, PayloadComponent } from 'payload'

const WRAPPED = '@payloadcms/plugin-multi-tenant/rsc#TenantSelectionProvider'
const AROUND = '/src/admin/tenants/QuietRefresh.tsx#QuietRefresh'
const INSIDE = '/src/admin/tenants/QuietRefresh.tsx#UsualRefresh'

export const quietRefresh = (config: Config): Config => {
  const providers = config.admin?.components?.providers ?? []
  if (!providers.some(isWrapped)) {
    throw new Error(`The admin has no ${WRAPPED} whose refreshes could be kept quiet.`)
  }
  return {
    ...config,
    admin: {
      ...config.admin,
      components: {
        ...config.admin?.components,
        providers: providers.flatMap((one) => (isWrapped(one) ? [AROUND, one, INSIDE] : [one])),
      },
    },
  }
}

const isWrapped = (provider: PayloadComponent): boolean =>
  typeof provider === 'object' && provider.path === WRAPPED
