// A principal as they are in one tenant only.
import type { Principal } from './principal.ts'

/**
 * What the principal holds in the tenant that they work in. It only takes away: a tenant that they do not
 * reach changes nothing, and operators hold the same everywhere.
 */
export const inTenantOnly = (principal: Principal, tenant: string | null): Principal => {
  const held = tenant === null ? undefined : principal.reach.get(tenant)
  return principal.isOperator || tenant === null || held === undefined
    ? principal
    : { ...principal, reach: new Map([[tenant, held]]) }
}
