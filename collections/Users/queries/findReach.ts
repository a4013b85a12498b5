// The tenants that a user reaches: his own memberships, and the clients of his agencies.
import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import type { TenantReach } from '../../../access/principal.ts'
import { higherRole, isRole } from '../../../access/roles.ts'

type Row = { tenant: string; role: string }
type Executor = { drizzle: { execute: (query: unknown) => Promise<{ rows: Row[] }> } }

/**
 * One row per tenant, with the higher role where there are two ways to it.
 *
 * A suspended or archived tenant is closed to its own members. Through the agency, admins still
 * reach it, or nobody could open it again.
 */
export const findReach = async ({
  payload,
  userId,
}: {
  payload: Payload
  userId: string
}): Promise<TenantReach[]> => {
  const { drizzle } = payload.db as unknown as Executor
  const { rows } = await drizzle.execute(sql`
    select t.id as tenant, m.role
      from memberships m
      join tenants home on home.id = m.tenant_id
      join tenants t on t.id = home.id or (home.kind = 'agency' and t.agency_id = home.id)
     where m.user_id = ${userId}
       and m.status = 'active'
       and home.status in ('prospect', 'active')
       and (t.status in ('prospect', 'active') or m.role in ('admin', 'owner'))
  `)
  const reach = new Map<string, TenantReach>()
  for (const { tenant, role } of rows) {
    if (isRole(role)) {
      const known = reach.get(tenant)
      reach.set(tenant, { tenant, role: known ? higherRole(known.role, role) : role })
    }
  }
  return [...reach.values()]
}
