// Principals and capabilities as claims: what the second wall is told about who asks. The first
// wall reads the same principal; see access/.
import { capsOfCapability, permissionsOfCapability, type Capability } from './capabilities.ts'
import { everyPermission, personalPermissions, type PermissionSet } from './permissions.ts'
import { PLATFORM, principalOf, type Principal } from './principal.ts'
import {
  setFallbackClaims,
  withClaims,
  withExtra,
  type Claims,
} from '../plugins/row-level-security/index.ts'

const known = new WeakMap<object, Claims>()

/** The claims of a user as authentication loaded him. */
export const claimsOfUser = (user: unknown): Claims => {
  if (typeof user !== 'object' || user === null) {
    return claimsOf(principalOf(user))
  }
  const claims = known.get(user) ?? claimsOf(principalOf(user))
  known.set(user, claims)
  return claims
}

export const claimsOf = ({ isOperator, reach, userId }: Principal): Claims => {
  if (isOperator) {
    return {
      userId,
      caps: ['operator'],
      // A person, however mighty, does not do what is left to our own code.
      grants: [
        { permissions: userId === null ? everyPermission() : personalPermissions(), tenants: '*' },
      ],
    }
  }
  const tenantsBySet = new Map<PermissionSet, string[]>()
  for (const [tenant, { permissions }] of reach) {
    tenantsBySet.set(permissions, [...(tenantsBySet.get(permissions) ?? []), tenant])
  }
  return {
    userId,
    caps: [],
    grants: [...tenantsBySet].map(([permissions, tenants]) => ({ permissions, tenants })),
  }
}

/** Runs `work` as exactly this principal, whatever request it is part of. */
export const asPrincipal = <T>(principal: Principal, work: () => Promise<T>): Promise<T> =>
  withClaims(claimsOf(principal), work)

/**
 * Runs `work` with a capability in one tenant, beside the rights of whoever asks.
 *
 * @param tenant A tenant's id; `*` only where the capability is about all of them by nature.
 */
export const withCapability = <T>(
  capability: Capability,
  tenant: string,
  work: () => Promise<T>,
): Promise<T> =>
  withExtra(
    {
      caps: capsOfCapability(capability),
      grants: [
        {
          permissions: permissionsOfCapability(capability),
          tenants: tenant === '*' ? '*' : [tenant],
        },
      ],
    },
    work,
  )

/** For commands and tests: what asks for nobody asks for the platform. Never in a server. */
export const actAsPlatform = (): void => setFallbackClaims(claimsOf(PLATFORM))
