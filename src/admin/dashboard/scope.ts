// Whose work the dashboard is about: the selected tenant, or every one that the user reaches.
import { getTenantFromCookie } from '@payloadcms/plugin-multi-tenant/utilities'
import type { PayloadRequest } from 'payload'
import { canInTenant } from '../../../access/compile.ts'
import { hasRoleIn, principalOf, type Principal } from '../../../access/principal.ts'
import type { TenantCollection } from '../../../access/rules.ts'
import type { Tenant } from '../../../payload-types.ts'

/** More tenants than this are found through the tenant list, not on the dashboard. */
const MAX_TENANTS = 200

export type TenantSummary = Pick<Tenant, 'id' | 'name' | 'slug' | 'kind' | 'status'> & {
  agency: string | null
}

export type Scope = {
  principal: Principal
  tenants: TenantSummary[]
  /** The one chosen on the left, or the only one there is. */
  selected: TenantSummary | null
  /** The tenants that every query is filtered by. */
  ids: string[]
}

export const loadScope = async ({ req }: { req: PayloadRequest }): Promise<Scope> => {
  const principal = principalOf(req.user)
  const tenants = await findReachedTenants({ principal, req })
  const cookie = getTenantFromCookie(req.headers, 'text')
  const selected =
    tenants.find(({ id }) => id === cookie) ?? (tenants.length === 1 ? tenants[0]! : null)
  return {
    principal,
    tenants,
    selected,
    ids: selected ? [selected.id] : tenants.map(({ id }) => id),
  }
}

/** Whether the user may create documents of a collection in some tenant of the scope. */
export const canCreateIn = ({
  collection,
  scope,
}: {
  collection: TenantCollection
  scope: Scope
}): boolean =>
  scope.ids.some((tenant) =>
    canInTenant({ principal: scope.principal, collection, action: 'create', tenant }),
  )

/** The agencies of the scope that the user runs; their clients are his board. */
export const agenciesRun = ({ principal, selected, tenants }: Scope): TenantSummary[] =>
  (selected ? [selected] : tenants).filter(
    ({ id, kind }) => kind === 'agency' && hasRoleIn(principal, id, 'admin'),
  )

const findReachedTenants = async ({
  principal,
  req,
}: {
  principal: Principal
  req: PayloadRequest
}): Promise<TenantSummary[]> => {
  const reached = [...principal.reach.keys()]
  if (!principal.isOperator && reached.length === 0) {
    return []
  }
  const { docs } = await req.payload.find({
    collection: 'tenants',
    depth: 0,
    limit: MAX_TENANTS,
    overrideAccess: false,
    pagination: false,
    req,
    select: { agency: true, kind: true, name: true, slug: true, status: true },
    sort: 'name',
    user: req.user,
    // Anybody may read listed tenants; the dashboard is about one's own.
    ...(principal.isOperator ? {} : { where: { id: { in: reached } } }),
  })
  return docs.map(({ agency, id, kind, name, slug, status }) => ({
    id,
    name,
    slug,
    kind,
    status,
    agency: typeof agency === 'string' ? agency : (agency?.id ?? null),
  }))
}
