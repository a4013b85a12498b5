// Compiles the rule table to what Payload asks for: a boolean or a Where for each operation.
import type { Access, Where } from 'payload'
import { conditions } from './conditions.ts'
import { can, principalOf, tenantsWith, type Principal } from './principal.ts'
import { isRole } from './roles.ts'
import {
  grantOf,
  hasTrash,
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
  read: allow(collection, 'read', 'readInternal'),
  readVersions: allowVersions(collection),
  create: allowCreate(collection),
  update: allow(collection, 'updateOwn', 'updateAny'),
  delete: allow(collection, 'trashOwn', 'trash', 'purge', 'leave'),
  unlock: () => false,
})

type OfferArgs = {
  collection: RuledCollection
  principal: Principal
  /** The document in question, as the admin has it; `null` for whatever a list shows. */
  document: Record<string, unknown> | null
}

/**
 * What the admin may offer to change. Without a document, only what works on every one: a bulk change
 * that leaves out what somebody may not touch says nothing of it.
 */
export const offeredUpdate = ({ collection, document, principal }: OfferArgs): boolean | Where => {
  const needed: readonly Action[][] =
    document === null
      ? [
          grantedOf(collection, [...CHANGES, 'updateAny']),
          grantedOf(collection, ['publish']),
          grantedOf(collection, ['unpublish']),
          grantedOf(collection, ['restore']),
        ]
      : [
          grantedOf(collection, [...CHANGES, 'updateOwn', 'updateAny']),
          document._status === 'published' ? grantedOf(collection, ['publish']) : [],
          document.deletedAt ? grantedOf(collection, ['restore']) : [],
        ]
  const [change = [], ...others] = needed
  return both(
    [change, ...others.filter((actions) => actions.length > 0)].map((actions) =>
      reachOf({ actions, collection, principal }),
    ),
  )
}

/** What the admin may offer to delete: into the trash, where there is one and `isTrashing`, or for good. */
export const offeredDelete = ({
  collection,
  document,
  isTrashing,
  principal,
}: OfferArgs & { isTrashing: boolean }): boolean | Where => {
  const own: Action[] = document === null ? [] : ['trashOwn', 'leave']
  const actions: Action[] = !hasTrash(collection)
    ? [...own, 'purge']
    : isTrashing
      ? [...own, 'trash']
      : ['purge']
  return reachOf({ actions, collection, principal })
}

/** Each of them is a way to change something of a tenant; no other collection has them. */
const CHANGES: readonly Action[] = ['manageSettings', 'manageDomains', 'manageClient']

const grantedOf = (collection: RuledCollection, actions: readonly Action[]): Action[] =>
  actions.filter((action) => grantOf(collection, action) !== undefined)

const both = (parts: (boolean | Where)[]): boolean | Where => {
  const conditions = parts.filter((part) => typeof part === 'object')
  if (parts.includes(false)) {
    return false
  }
  return conditions.length === 0
    ? true
    : conditions.length === 1
      ? conditions[0]!
      : { and: conditions }
}
