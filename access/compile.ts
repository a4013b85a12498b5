// Compiles the rule table to what Payload asks for: a boolean or a Where for each operation.
import type { Access, Where } from 'payload'
import { conditions } from './conditions.ts'
import { can, principalOf, tenantsWith, type Principal } from './principal.ts'
import { isRole } from './roles.ts'
import {
  grantOf,
  isThroughAgency,
  type Action,
  type Grant,
  type RuledCollection,
  type TenantCollection,
} from './rules.ts'

type CompileArgs = {
  collection: RuledCollection
  /** What any of is enough. */
  actions: readonly Action[]
  principal: Principal
  now?: Date
  /** The path that names the tenant: `tenant` for documents, `id` for tenants themselves. */
  tenantPath?: string
}

/**
 * What a principal may touch under any of some actions.
 *
 * @returns `true` for everything (operators), `false` for nothing, or a Where.
 */
export const reachOf = ({
  actions,
  collection,
  now = new Date(),
  principal,
  tenantPath = collection === 'tenants' ? 'id' : 'tenant',
}: CompileArgs): boolean | Where => {
  const granted = actions.flatMap((action): { action: Action; grant: Grant }[] => {
    const grant = grantOf(collection, action)
    return grant && grant.to !== 'system' ? [{ action, grant }] : []
  })
  if (granted.length === 0) {
    return false
  }
  if (principal.isOperator) {
    return true
  }
  const alternatives = granted.flatMap(({ action, grant }): Where[] => {
    const when = grant.when ? conditions[grant.when].where({ principal, now }) : undefined
    if (grant.to === 'anyone' || grant.to === 'user') {
      const isMeant = grant.to === 'anyone' || principal.userId !== null
      return when && isMeant ? [when] : []
    }
    const tenants = isRole(grant.to) ? tenantsWith(principal, `${collection}.${action}`) : []
    if (tenants.length === 0) {
      return []
    }
    const inTenant: Where = {
      [isThroughAgency(action) ? 'agency' : tenantPath]: { in: tenants },
    }
    return [when ? { and: [inTenant, when] } : inTenant]
  })
  if (alternatives.length === 0) {
    return false
  }
  return alternatives.length === 1 ? alternatives[0]! : { or: alternatives }
}

/** Access for the documents of a collection, granted by any of the actions. */
export const allow =
  (collection: RuledCollection, ...actions: Action[]): Access =>
  ({ req }) =>
    reachOf({ actions, collection, principal: principalOf(req.user) })

/**
 * Access for versions, whose fields live under `version`. The one that is online is no exception: that the
 * newest is another one would tell strangers that somebody prepares a change.
 */
export const allowVersions =
  (collection: TenantCollection): Access =>
  ({ req }) =>
    reachOf({
      actions: ['readVersions'],
      collection,
      principal: principalOf(req.user),
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
      ? couldSomewhere({ principal, collection, action: 'create' })
      : canInTenant({ principal, collection, action: 'create', tenant })
  }

type CanArgs = {
  principal: Principal
  collection: RuledCollection
  action: Action
  tenant: unknown
}

/** Whether the role alone, whatever the document, allows the action in the tenant. */
export const canInTenant = ({ principal, collection, action, tenant }: CanArgs): boolean => {
  const grant = grantOf(collection, action)
  return (
    grant !== undefined && isRole(grant.to) && can(principal, `${collection}.${action}`, tenant)
  )
}

/** Whether the role alone allows the action in at least one tenant. */
export const couldSomewhere = ({
  action,
  collection,
  principal,
}: Omit<CanArgs, 'tenant'>): boolean => {
  const grant = grantOf(collection, action)
  return (
    grant !== undefined &&
    isRole(grant.to) &&
    (principal.isOperator || tenantsWith(principal, `${collection}.${action}`).length > 0)
  )
}

/** The access functions of a tenant collection, straight from the table. */
export const accessFor = (collection: TenantCollection) => ({
  read: allow(collection, 'read', 'readDrafts'),
  readVersions: allowVersions(collection),
  create: allowCreate(collection),
  update: allow(collection, 'updateOwn', 'updateAny'),
  delete: allow(collection, 'trashOwn', 'trash', 'purge', 'leave'),
  unlock: () => false,
})
