// The tenant selector and the list filters of the admin. Access itself is not this plugin's: it
// comes from the rule table, whoever asks and through whatever API.
import { multiTenantPlugin } from '@payloadcms/plugin-multi-tenant'
import { principalOf } from '../../access/principal.ts'
import { rules, type TenantCollection } from '../../access/rules.ts'
import { operators, selfOrColleague, selfOrOperator } from '../../collections/Users/access.ts'
import type { Config } from '../../payload-types.ts'

const collections = Object.fromEntries(
  (Object.keys(rules) as TenantCollection[]).map((slug) => [slug, { useTenantAccess: false }]),
)

const usersAccess = {
  create: operators,
  read: selfOrColleague,
  readVersions: () => false,
  update: selfOrOperator,
  delete: operators,
  unlock: operators,
}

export const tenancy = multiTenantPlugin<Config>({
  cleanupAfterTenantDelete: false,
  collections,
  i18n: { translations: { en: { 'field-assignedTenant-label': 'Tenant' } } },
  tenantField: { admin: { disableListColumn: false } },
  tenantsArrayField: { includeDefaultField: false },
  userHasAccessToAllTenants: (user) => principalOf(user).isOperator,
  useTenantsCollectionAccess: false,
  useTenantsListFilter: false,
  useUsersTenantFilter: false,
  // The plugin wraps the access of users whatever is set; this gives back our own answer.
  usersAccessResultOverride: (args) => usersAccess[args.accessKey](args as never),
})
