// Compiles the rule table to what Postgres asks for: for each table of a ruled collection, who may
// select, insert, update and delete a row, as predicates over the signed context. The plugin
// `row-level-security` turns them into policies and carries them to the child tables.
//
// rls.tenants(n, …) is the array of tenants in which the context holds any of the permissions with
// these numbers. It stands in a subquery, so that Postgres evaluates it once per statement.
import { conditions, type Column } from './conditions.ts'
import { lifeGuards } from './sqlGuards.ts'
import { permissionNumber, type Permission } from './permissions.ts'
import { isRole } from './roles.ts'
import { allRules, grantOf, isThroughAgency, type Action, type RuledCollection } from './rules.ts'

/** What may be done to the rows of one table and of its children. */
export type TablePolicy = {
  collection: RuledCollection
  /** The column that names the tenant; `id` for tenants themselves. */
  tenantColumn: string
  /** A predicate over the row; `null` when nobody may. */
  select: string | null
  insert: string | null
  update: string | null
  delete: string | null
  /** Whether children of a row show when the row does, beside those of one's own tenants. */
  hasPublicRows: boolean
  /** For children: what the tenant alone decides, without looking at the parent row. */
  tenantReads: string | null
  tenantWrites: string | null
  /** For children, where the tenant alone does not decide: whether the root row may be written. */
  rootWrites: string
  /** A predicate over the row: whether a person may update it, for locks; `null` when nobody may. */
  edits: string | null
  /** Bodies of trigger functions, in plpgsql. */
  guards: { afterInsert?: string; beforeUpdate?: string; beforeDelete?: string }
}

/** `tenant = any (the tenants in which one of the permissions is held)`. */
export const holds = (tenant: string, ...permissions: Permission[]): string =>
  `${tenant} = any ((select rls.tenants(${permissions.map(permissionNumber).join(', ')}))::uuid[])`

const bare: Column = (name) => `"${name}"`

/** The policy of a collection's own table. */
export const tablePolicy = (collection: RuledCollection): TablePolicy => {
  const tenantColumn = collection === 'tenants' ? 'id' : 'tenant_id'
  // “Every tenant” is those that are there when a statement begins, so the one that an operator is
  // just opening needs to be said.
  const always = collection === 'tenants' ? `(select rls.has_cap('operator'))` : null
  const predicate = (actions: readonly Action[]): string | null =>
    anyOf([
      plainly({ actions, collection, tenantColumn }),
      ...actions
        .filter((action) => !isPlain(collection, action))
        .map((action) => granted({ action, collection, column: bare, tenantColumn })),
      always,
    ])
  const held = (actions: readonly Action[]): string | null => {
    const permissions = actions
      .filter((action) => isHeld(collection, action))
      .map((action): Permission => `${collection}.${action}`)
    return permissions.length === 0 ? null : holds('"rls_tenant"', ...permissions)
  }
  const writes = writesOf(collection)
  return {
    collection,
    tenantColumn,
    select: predicate(readsOf(collection)),
    insert: predicate([...writes.insert]),
    update: predicate(writes.update),
    delete: predicate(writes.delete),
    hasPublicRows: grantOf(collection, 'read') !== undefined,
    tenantReads: held(
      readsOf(collection).filter(
        (action) => !conditionOf(collection, action) && action !== 'manageClient',
      ),
    ),
    tenantWrites: held(writes.children.filter((action) => !conditionOf(collection, action))),
    rootWrites: predicate(writes.children) ?? 'false',
    edits: predicate(writes.edit),
    guards: lifeGuards(collection),
  }
}

const readsOf = (collection: RuledCollection): Action[] => [
  // Members first: whoever belongs here is not asked anything else.
  'readInternal',
  'read',
  'readByLink',
  ...(collection === 'tenants' ? (['manageClient'] as const) : []),
]

/** Which actions open which statement. The guards then look at what exactly changes. */
const writesOf = (collection: RuledCollection) => {
  if (collection === 'tenants') {
    const manage: Action[] = ['manageSettings', 'manageDomains', 'manageClient']
    return {
      insert: ['openClient', ...manage] as Action[],
      update: manage,
      delete: ['purge'] as Action[],
      children: ['openClient', ...manage] as Action[],
      edit: manage,
    }
  }
  const update: Action[] = ['updateOwn', 'updateAny', 'expose']
  // An update arrives as INSERT … ON CONFLICT DO UPDATE, whose row has to pass the insert policy
  // too; the guard after a true insert asks for `create`.
  return {
    insert: ['create', ...update] as Action[],
    update,
    delete: ['trashOwn', 'purge', 'leave'].filter(
      (action) => action !== 'trashOwn' || !grantOf(collection, 'trash'),
    ) as Action[],
    children: ['updateOwn', 'updateAny', 'purge'] as Action[],
    edit: ['updateOwn', 'updateAny'] as Action[],
  }
}

const conditionOf = (collection: RuledCollection, action: Action) =>
  grantOf(collection, action)?.when

const isHeld = (collection: RuledCollection, action: Action): boolean => {
  const to = grantOf(collection, action)?.to
  return to !== undefined && (isRole(to) || to === 'system')
}

/** Granted by what is held in the row's own tenant, whatever the row. */
const isPlain = (collection: RuledCollection, action: Action): boolean =>
  isHeld(collection, action) && !conditionOf(collection, action) && !isThroughAgency(action)

/** All that is plain in one question: each costs its share of every statement. */
const plainly = ({
  actions,
  collection,
  tenantColumn,
}: {
  actions: readonly Action[]
  collection: RuledCollection
  tenantColumn: string
}): string | null => {
  const permissions = actions
    .filter((action) => isPlain(collection, action))
    .map((action): Permission => `${collection}.${action}`)
  return permissions.length === 0 ? null : holds(bare(tenantColumn), ...permissions)
}

const granted = ({
  action,
  collection,
  column,
  tenantColumn,
}: {
  action: Action
  collection: RuledCollection
  column: Column
  tenantColumn: string
}): string | null => {
  const grant = grantOf(collection, action)
  if (!grant) {
    return null
  }
  const when = grant.when ? conditions[grant.when].sql(column) : null
  if (grant.to === 'anyone') {
    // Conditions on the tenant ask for a context by themselves.
    return collection === 'tenants'
      ? `(select rls.is_known()) and (${when ?? 'true'})`
      : (when ?? 'false')
  }
  if (grant.to === 'user') {
    return `(select rls.uid()) is not null and (${when ?? 'true'})`
  }
  if (grant.to === 'operator') {
    return `(select rls.has_cap('operator'))`
  }
  const tenant = column(isThroughAgency(action) ? 'agency_id' : tenantColumn)
  const inTenant = holds(tenant, `${collection}.${action}`)
  return when ? `${inTenant} and (${when})` : inTenant
}

const anyOf = (parts: readonly (string | null)[]): string | null => {
  const present = parts.filter((part): part is string => part !== null)
  return present.length === 0 ? null : present.map((part) => `(${part})`).join(' or ')
}

/** The policies of the versions of a collection: read by tenant, written with their parent. */
export const versionPolicy = (collection: RuledCollection): VersionPolicy => {
  const table = collection.replaceAll('-', '_')
  const tenant = bare('version_tenant_id')
  const writes = grantOf(collection, 'updateOwn')
    ? `(${holds(tenant, `${collection}.updateAny`)}) or rls.writes_${table}("parent_id")`
    : holds(tenant, `${collection}.updateAny`, `${collection}.create`)
  const mayPublish = `("version__status" is distinct from 'published' or ${holds(tenant, `${collection}.publish`)})`
  return {
    select: holds(tenant, `${collection}.readVersions`),
    insert: `(${writes}) and ${mayPublish}`,
    // A version that says it is published is shown like the document, so it takes the same right.
    update: `(${writes}) and ${mayPublish}`,
    delete: `(${writes}) or (${holds(tenant, `${collection}.purge`)})`,
    tenantReads: holds('"rls_tenant"', `${collection}.readVersions`),
    tenantWrites: holds('"rls_tenant"', `${collection}.updateAny`),
    rootWrites: writes,
  }
}

type VersionPolicy = {
  select: string
  insert: string
  update: string
  delete: string
  tenantReads: string
  tenantWrites: string
  rootWrites: string
}

export const RULED_COLLECTIONS = Object.keys(allRules) as RuledCollection[]
