// Compiles the rule table to what Payload asks for: a boolean or a Where for each operation.
import type { Access, Where } from 'payload'
import { conditions } from './conditions.ts'
import { hasRoleIn, principalOf, tenantsWithRole, type Principal } from './principal.ts'
import {
  rules,
  tenantRules,
  type Action,
  type CollectionRules,
  type Grant,
  type TenantCollection,
} from './rules.ts'

type CompileArgs = {
  grants: readonly Grant[] | undefined
  principal: Principal
  now: Date
  /** The path that names the tenant: `tenant` for documents, `id` for tenants themselves. */
  tenantPath: string
}

/**
 * What a principal may touch under a list of grants.
 *
 * @returns `true` for everything (operators), `false` for nothing, or a Where.
 */
export const compileGrants = ({
  grants,
  principal,
  now,
  tenantPath,
}: CompileArgs): boolean | Where => {
  if (!grants || grants.length === 0) {
    return false
  }
  if (principal.isOperator) {
    return true
  }
  const alternatives = grants.flatMap((grant): Where[] => {
    const when = grant.when ? conditions[grant.when]({ principal, now }) : undefined
    if (grant.to === 'anyone') {
      return when ? [when] : []
    }
    const tenants = tenantsWithRole(principal, grant.to)
    if (tenants.length === 0) {
      return []
    }
    const inTenant: Where = { [tenantPath]: { in: tenants } }
    return [when ? { and: [inTenant, when] } : inTenant]
  })
  if (alternatives.length === 0) {
    return false
  }
  return alternatives.length === 1 ? alternatives[0]! : { or: alternatives }
}

/** Access for one action on a tenant's documents. */
export const allow =
  (collection: TenantCollection, action: Action): Access =>
  ({ req }) =>
    compileGrants({
      grants: grantsOf(collection, action),
      principal: principalOf(req.user),
      now: new Date(),
      tenantPath: 'tenant',
    })

/** Access for versions, whose fields live under `version`. */
export const allowVersions =
  (collection: TenantCollection): Access =>
  ({ req }) =>
    compileGrants({
      grants: grantsOf(collection, 'readVersions'),
      principal: principalOf(req.user),
      now: new Date(),
      tenantPath: 'version.tenant',
    })

/**
 * Access for create. Payload treats an object result as `true`, so the tenant named in the data is
 * checked here and once more by the `assignTenant` hook, which also sees data that arrives later.
 */
export const allowCreate =
  (collection: TenantCollection): Access =>
  ({ data, req }) => {
    const principal = principalOf(req.user)
    const tenant = (data as { tenant?: unknown } | undefined)?.tenant
    return tenant === undefined || tenant === null
      ? couldInSomeTenant({ principal, grants: grantsOf(collection, 'create') })
      : canInTenant({ principal, collection, action: 'create', tenant })
  }

/** Access to the tenant documents themselves. */
export const allowTenant =
  (action: Action): Access =>
  ({ req }) =>
    compileGrants({
      grants: (tenantRules as CollectionRules)[action],
      principal: principalOf(req.user),
      now: new Date(),
      tenantPath: 'id',
    })

type CanArgs = {
  principal: Principal
  collection: TenantCollection
  action: Action
  tenant: unknown
}

/** Whether a role alone, whatever the document, allows the action in the tenant. */
export const canInTenant = ({ principal, collection, action, tenant }: CanArgs): boolean =>
  (grantsOf(collection, action) ?? []).some(
    (grant) => grant.to !== 'anyone' && hasRoleIn(principal, tenant, grant.to),
  )

/** The five access functions of a tenant collection, straight from the table. */
export const accessFor = (collection: TenantCollection) => ({
  read: allow(collection, 'read'),
  readVersions: allowVersions(collection),
  create: allowCreate(collection),
  update: allow(collection, 'update'),
  delete: allow(collection, 'trash'),
  unlock: () => false,
})

const grantsOf = (collection: TenantCollection, action: Action): readonly Grant[] | undefined =>
  (rules[collection] as CollectionRules)[action]

const couldInSomeTenant = ({
  principal,
  grants,
}: {
  principal: Principal
  grants: readonly Grant[] | undefined
}): boolean =>
  (grants ?? []).some(
    (grant) =>
      grant.to !== 'anyone' &&
      (principal.isOperator || tenantsWithRole(principal, grant.to).length > 0),
  )
