// Who is asking: the one shape that every rule decides on, made from the authenticated user and
// from nothing that the request itself claims.
import { isAtLeast, isRole, type Role } from './roles.ts'

export type Principal = {
  /** `null` for an anonymous caller. */
  userId: string | null
  /** Runs the platform; reaches every tenant. */
  isOperator: boolean
  /** Tenant id → the role held there, agency reach included. */
  roles: ReadonlyMap<string, Role>
}

/** One tenant that a user reaches, as `users.tenants` carries it after a read. */
export type TenantReach = { tenant: string; role: Role }

export const ANONYMOUS: Principal = { userId: null, isOperator: false, roles: new Map() }

/**
 * Makes the principal of a request from its user.
 *
 * Fails closed: a user of another collection, without an id or without resolved tenants reaches
 * nothing.
 *
 * @param user `req.user`, as Payload's auth strategies load it.
 */
export const principalOf = (user: unknown): Principal => {
  if (!isUserDocument(user)) {
    return ANONYMOUS
  }
  const roles = new Map<string, Role>()
  for (const reach of Array.isArray(user.tenants) ? (user.tenants as unknown[]) : []) {
    if (isTenantReach(reach)) {
      roles.set(reach.tenant, reach.role)
    }
  }
  return { userId: user.id, isOperator: user.operator === true, roles }
}

/** The tenants in which the principal holds at least the given role. */
export const tenantsWithRole = (principal: Principal, required: Role): string[] =>
  [...principal.roles].filter(([, role]) => isAtLeast(role, required)).map(([tenant]) => tenant)

/** Whether the principal holds at least the given role in the tenant. Operators do everywhere. */
export const hasRoleIn = (principal: Principal, tenant: unknown, required: Role): boolean => {
  if (principal.isOperator) {
    return true
  }
  const id = tenantIdOf(tenant)
  const role = id === null ? undefined : principal.roles.get(id)
  return role !== undefined && isAtLeast(role, required)
}

/** The id behind a relationship value, populated or not. */
export const tenantIdOf = (tenant: unknown): string | null => {
  if (typeof tenant === 'string') {
    return tenant
  }
  if (typeof tenant === 'object' && tenant !== null && 'id' in tenant) {
    return typeof tenant.id === 'string' ? tenant.id : null
  }
  return null
}

type UserDocument = { id: string; collection?: unknown; operator?: unknown; tenants?: unknown }

const isUserDocument = (user: unknown): user is UserDocument =>
  typeof user === 'object' &&
  user !== null &&
  'id' in user &&
  typeof user.id === 'string' &&
  // Payload's own lookups (scheduled jobs) set `collection`; a user of any other collection has no tenants.
  (!('collection' in user) || user.collection === 'users')

const isTenantReach = (value: unknown): value is TenantReach =>
  typeof value === 'object' &&
  value !== null &&
  'tenant' in value &&
  typeof value.tenant === 'string' &&
  'role' in value &&
  isRole(value.role)
