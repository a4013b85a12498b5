// Who is asking: the one shape that every rule decides on, made from the authenticated user and
// from nothing that the request itself claims.
import {
  everyPermission,
  hasPermission,
  isGrantable,
  NO_PERMISSIONS,
  permissionSet,
  permissionsOfRole,
  type Permission,
  type PermissionSet,
} from './permissions.ts'
import { CUSTOM_ROLE, isAtLeast, isRole, type MembershipRole, type Role } from './roles.ts'

export type Principal = {
  /** `null` for an anonymous caller and for Vitrine's own code. */
  userId: string | null
  /** Runs the platform; reaches every tenant. */
  isOperator: boolean
  /** Tenant id → what the principal holds there, agency reach included. */
  reach: ReadonlyMap<string, Held>
}

export type Held = { role: MembershipRole; permissions: PermissionSet }

/** One tenant that a user reaches, as `users.tenants` carries it after a read. */
export type TenantReach = {
  tenant: string
  role: MembershipRole
  /** Of a custom role, what it holds besides a viewer's; absent for the roles of the table. */
  permissions?: string[]
}

export const ANONYMOUS: Principal = { userId: null, isOperator: false, reach: new Map() }

/** Vitrine itself, where nobody asks: the seed, the import from the command line. */
export const PLATFORM: Principal = { userId: null, isOperator: true, reach: new Map() }

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
  const reach = new Map<string, Held>()
  for (const one of Array.isArray(user.tenants) ? (user.tenants as unknown[]) : []) {
    if (isTenantReach(one)) {
      reach.set(one.tenant, { role: one.role, permissions: permissionsOf(one) })
    }
  }
  return { userId: user.id, isOperator: user.operator === true, reach }
}

/** What a membership's role holds; a custom one a viewer's and its own. */
export const permissionsOf = ({
  permissions,
  role,
}: Pick<TenantReach, 'role' | 'permissions'>): PermissionSet =>
  role === CUSTOM_ROLE
    ? permissionsOfRole('viewer') | permissionSet((permissions ?? []).filter(isGrantable))
    : permissionsOfRole(role)

/** Whether the principal holds a permission in a tenant. Operators do everywhere. */
export const can = (principal: Principal, permission: Permission, tenant: unknown): boolean => {
  const id = tenantIdOf(tenant)
  return principal.isOperator || (id !== null && hasPermission(heldIn(principal, id), permission))
}

/** Everything that the principal holds in a tenant. */
export const heldIn = (principal: Principal, tenant: string): PermissionSet =>
  principal.isOperator
    ? everyPermission()
    : (principal.reach.get(tenant)?.permissions ?? NO_PERMISSIONS)

/** The tenants in which the principal holds the permission. For operators, see `isOperator`. */
export const tenantsWith = (principal: Principal, permission: Permission): string[] =>
  [...principal.reach]
    .filter(([, { permissions }]) => hasPermission(permissions, permission))
    .map(([tenant]) => tenant)

/** The tenants in which the principal holds at least the given role of the table. */
export const tenantsWithRole = (principal: Principal, required: Role): string[] =>
  [...principal.reach].filter(([, { role }]) => ranksAs(role, required)).map(([tenant]) => tenant)

/**
 * Whether the principal holds at least the given role of the table in the tenant. Operators do
 * everywhere; a custom role ranks as a viewer. Ask `can` wherever a permission says it better.
 */
export const hasRoleIn = (principal: Principal, tenant: unknown, required: Role): boolean => {
  if (principal.isOperator) {
    return true
  }
  const id = tenantIdOf(tenant)
  const role = id === null ? undefined : principal.reach.get(id)?.role
  return role !== undefined && ranksAs(role, required)
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

const ranksAs = (role: MembershipRole, required: Role): boolean =>
  isAtLeast(role === CUSTOM_ROLE ? 'viewer' : role, required)

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
  (isRole(value.role) || value.role === CUSTOM_ROLE)
