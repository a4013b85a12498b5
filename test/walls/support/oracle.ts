// A third reading of the rule table, in plain TypeScript over the rows themselves: what both walls
// are held against. Shares the table with them, and nothing else. How the server reads a condition of a document that
// it has already is held against it as well, for every row that the oracle is asked about.
import { conditions } from '../../../access/conditions.ts'
import { ROLES, type Role } from '../../../access/roles.ts'
import {
  allRules,
  type Action,
  type CollectionRules,
  type Grant,
  type RuledCollection,
} from '../../../access/rules.ts'

export type Row = Record<string, unknown> & { id: string }

export type Person = {
  userId: string | null
  isOperator: boolean
  /** Tenant id → role there, or the permissions of a custom role. */
  holds: Map<string, { role: Role } | { custom: string[] }>
}

/** What the rows around the one in question say. */
export type Surroundings = {
  tenantStatus: (tenant: unknown) => string | undefined
  /** Whether the membership is its tenant's only active owner. */
  isLastOwner: (row: Row) => boolean
}

export type Operation =
  | 'read'
  | 'readVersion'
  | 'create'
  | 'update'
  | 'publish'
  | 'unpublish'
  | 'trash'
  | 'restore'
  | 'purge'

/** Whether the person may do this to the row. For `create`, the row as it would be. */
export const mayDo = ({
  around,
  collection,
  operation,
  person,
  row,
}: {
  around: Surroundings
  collection: RuledCollection
  operation: Operation
  person: Person
  row: Row
}): boolean => {
  const may = (...actions: Action[]) =>
    actions.some((action) => isGranted({ action, around, collection, person, row }))
  const rules = allRules[collection] as CollectionRules
  const isOnline = row._status === 'published'
  const change = (): boolean => {
    if (!may('updateOwn', 'updateAny')) {
      return false
    }
    if (collection === 'memberships') {
      return mayGrant({ around, person, row })
    }
    return !isOnline || rules.publish === undefined || may('publish')
  }
  switch (operation) {
    case 'read':
      return may('read', 'readInternal')
    case 'readVersion':
      return may('readVersions')
    case 'create':
      return may('create') && (collection !== 'memberships' || mayGrant({ around, person, row }))
    case 'update':
      return change()
    case 'publish':
      return may('updateOwn', 'updateAny') && may('publish')
    case 'unpublish':
      return change() && may('unpublish')
    case 'trash':
      return change() && may('trashOwn', 'trash')
    case 'restore':
      return change() && may('restore')
    case 'purge':
      if (collection === 'memberships') {
        const isAllowed = may('leave') || (may('purge') && mayGrant({ around, person, row }))
        return isAllowed && !around.isLastOwner(row)
      }
      return rules.trash ? may('purge') : may('purge', 'trashOwn', 'leave')
  }
}

const mayGrant = ({
  around,
  person,
  row,
}: {
  around: Surroundings
  person: Person
  row: Row
}): boolean => {
  const name = `grant${String(row.role).charAt(0).toUpperCase()}${String(row.role).slice(1)}`
  return isGranted({ action: name as Action, around, collection: 'memberships', person, row })
}

const isGranted = ({
  action,
  around,
  collection,
  person,
  row,
}: {
  action: Action
  around: Surroundings
  collection: RuledCollection
  person: Person
  row: Row
}): boolean => {
  const grant = (allRules[collection] as CollectionRules)[action]
  if (!grant || grant.to === 'system') {
    return false
  }
  if (person.isOperator) {
    return true
  }
  return (
    isMeant({ action, collection, grant, person, tenant: String(row.tenant_id) }) &&
    isMetByAll({ around, grant, person, row })
  )
}

const isMeant = ({
  action,
  collection,
  grant,
  person,
  tenant,
}: {
  action: Action
  collection: RuledCollection
  grant: Grant
  person: Person
  tenant: string
}): boolean => {
  if (grant.to === 'anyone') {
    return true
  }
  if (grant.to === 'user') {
    return person.userId !== null
  }
  const held = person.holds.get(tenant)
  if (!held) {
    return false
  }
  const needed = ROLES.indexOf(grant.to as Role)
  return 'role' in held
    ? ROLES.indexOf(held.role) >= needed
    : needed === 0 || held.custom.includes(`${collection}.${action}`)
}

const isMetByAll = (args: Parameters<typeof isMet>[0]): boolean => {
  const { around, grant, person, row } = args
  const isOracles = isMet(args)
  const isServers =
    !grant.when ||
    conditions[grant.when].holds(asDocument(row), {
      isTenantActive: around.tenantStatus(row.tenant_id) === 'active',
      now: new Date(),
      userId: person.userId,
    })
  if (isOracles !== isServers) {
    throw new Error(`${grant.when} is read in two ways: ${JSON.stringify(row)}`)
  }
  return isOracles
}

/** A row as Payload names its columns. */
const asDocument = (row: Row): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column
        .replace(/_id$/, '')
        .replaceAll(/(?<!^)_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  )

const isMet = ({
  around,
  grant,
  person,
  row,
}: {
  around: Surroundings
  grant: Grant
  person: Person
  row: Row
}): boolean => {
  const isActive = around.tenantStatus(row.tenant_id) === 'active'
  const isOnline = row._status === 'published'
  const isPastEmbargo = !row.embargo_until || new Date(row.embargo_until as string) <= new Date()
  switch (grant.when) {
    case undefined:
      return true
    case 'publicStudy':
      return isOnline && !row.deleted_at && row.visibility === 'public' && isPastEmbargo && isActive
    case 'published':
      return isOnline && !row.deleted_at && isActive
    case 'settingsPublished':
      return isOnline && isActive
    case 'ofActiveTenant':
      return isActive
    case 'nameIsPublic':
      return isOnline && !row.deleted_at && row.confidential !== true && isActive
    case 'consentGiven':
      return isOnline && !row.deleted_at && row.consent === 'granted' && isActive
    case 'shownPublicly':
      return row.exposure === 'public' && isActive
    case 'ownDraft':
      return row.created_by_id === person.userId && !isOnline
    case 'ownHidden':
      return row.created_by_id === person.userId && row.exposure === 'none'
    case 'ownMembership':
      return row.user_id === person.userId
    case 'ofSomebodyElse':
      return row.user_id !== person.userId
    default:
      throw new Error(`The oracle does not know the condition ${grant.when}.`)
  }
}
