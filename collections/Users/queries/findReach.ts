// The tenants that a user reaches: his own memberships, and the clients of his agencies.
import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { permissionsOf, type TenantReach } from '../../../access/principal.ts'
import {
  permissionsIn,
  permissionsOfRole,
  includesAll,
  isPermission,
} from '../../../access/permissions.ts'
import { CUSTOM_ROLE, isRole, lowerRole } from '../../../access/roles.ts'

type Row = { tenant: string; role: string; permissions: unknown; access: string }
type Executor = { drizzle: { execute: (query: unknown) => Promise<{ rows: Row[] }> } }

/**
 * One entry per tenant, with everything that any way to it gives.
 *
 * A suspended or archived tenant is closed to its own members. Through the agency, admins still
 * reach it, or nobody could open it again. What an agency's people may do at a client is capped by
 * what the client grants. Which rows there are is for `rls.reach` to say; see access/sqlPlatform.ts.
 */
export const findReach = async ({
  payload,
  userId,
}: {
  payload: Payload
  userId: string
}): Promise<TenantReach[]> => {
  const { drizzle } = payload.db as unknown as Executor
  const { rows } = await drizzle.execute(sql`select * from rls.reach(${userId}::uuid)`)
  const reach = new Map<string, TenantReach>()
  for (const row of rows) {
    const held = heldBy(row)
    const known = reach.get(row.tenant)
    if (held) {
      reach.set(row.tenant, known ? together(known, held) : held)
    }
  }
  return [...reach.values()]
}

/** What one membership gives in one tenant, capped by what the tenant grants to its agency. */
const heldBy = ({ access, permissions, role, tenant }: Row): TenantReach | null => {
  if (!isRole(access)) {
    return null
  }
  if (isRole(role)) {
    return { tenant, role: lowerRole(role, access) }
  }
  const own = Array.isArray(permissions) ? permissions.filter(isPermission) : []
  const most = permissionsOfRole(access)
  const held = own.filter((permission) => permissionsIn(most).includes(permission))
  return role === CUSTOM_ROLE ? { tenant, role: CUSTOM_ROLE, permissions: held } : null
}

/** Two ways to one tenant: the greater, or, when neither includes the other, both. */
const together = (a: TenantReach, b: TenantReach): TenantReach => {
  const [first, second] = [permissionsOf(a), permissionsOf(b)]
  if (includesAll(first, second)) {
    return a
  }
  if (includesAll(second, first)) {
    return b
  }
  return { tenant: a.tenant, role: CUSTOM_ROLE, permissions: permissionsIn(first | second) }
}
