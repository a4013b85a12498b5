// Every permission that can be held in a tenant, numbered. The numbers are written into the
// policies of the database and into the signed context of each statement, so this list only grows:
// a new permission goes to the end, and one that is gone keeps its place.
import {
  allRules,
  rules,
  type Action,
  type CollectionRules,
  type Grant,
  type RuledCollection,
} from './rules.ts'
import { isAtLeast, isRole, type Role } from './roles.ts'

export type Permission = `${RuledCollection}.${Action}`

const COMMON = ['readInternal', 'create', 'updateOwn', 'updateAny', 'trashOwn', 'purge'] as const
/** What came to them with drafts and a trash. */
const REVIEW = ['readVersions', 'publish', 'unpublish', 'trash', 'restore'] as const
const FILE = [...COMMON, 'readByLink', 'expose'] as const

const of = (collection: RuledCollection, actions: readonly Action[]): Permission[] =>
  actions.map((action): Permission => `${collection}.${action}`)

/** Position is meaning: append only. */
export const PERMISSIONS: readonly Permission[] = Object.freeze([
  ...of('tenants', [
    'readInternal',
    'manageSettings',
    'manageDomains',
    'manageTokens',
    'manageWebhooks',
    'openClient',
    'manageClient',
    'purge',
  ]),
  ...of('case-studies', [
    'readInternal',
    'readVersions',
    'readByLink',
    'create',
    'updateOwn',
    'updateAny',
    'publish',
    'unpublish',
    'schedule',
    'trashOwn',
    'trash',
    'restore',
    'purge',
  ]),
  ...of('pages', [
    'readInternal',
    'readVersions',
    'create',
    'updateOwn',
    'updateAny',
    'publish',
    'unpublish',
    'schedule',
    'trash',
    'restore',
    'purge',
  ]),
  ...of('people', COMMON),
  ...of('organisations', COMMON),
  ...of('services', COMMON),
  ...of('industries', COMMON),
  ...of('technologies', COMMON),
  ...of('testimonials', COMMON),
  ...of('media', FILE),
  ...of('documents', FILE),
  ...of('site-settings', [
    'readInternal',
    'readVersions',
    'create',
    'updateAny',
    'publish',
    'unpublish',
    'purge',
  ]),
  ...of('leads', ['readInternal', 'create', 'updateAny', 'purge']),
  ...of('redirects', ['readInternal', 'create', 'updateAny', 'purge']),
  ...of('memberships', [
    'readInternal',
    'create',
    'updateAny',
    'purge',
    'grantViewer',
    'grantContributor',
    'grantReviewer',
    'grantEditor',
    'grantAdmin',
    'grantOwner',
    'grantCustom',
  ]),
  ...of('invitations', ['readInternal', 'create', 'updateAny', 'purge']),
  ...of('roles', ['readInternal', 'create', 'updateAny', 'purge']),
  ...of('domains', ['readInternal', 'create', 'updateAny', 'purge']),
  ...of('media-references', ['readInternal', 'create', 'purge']),
  ...of('storage-accounts', ['readInternal', 'create', 'updateAny', 'purge']),
  ...of('people', REVIEW),
  ...of('organisations', REVIEW),
  ...of('services', REVIEW),
  ...of('industries', REVIEW),
  ...of('technologies', REVIEW),
  ...of('testimonials', REVIEW),
])

const numbers = new Map(PERMISSIONS.map((permission, number) => [permission, number]))

/** The bit that stands for a permission. @throws for one that the list does not have. */
export const permissionNumber = (permission: Permission): number => {
  const number = numbers.get(permission)
  if (number === undefined) {
    throw new Error(`“${permission}” is not in PERMISSIONS; append it there.`)
  }
  return number
}

/** A set of permissions, one bit each. */
export type PermissionSet = bigint

export const NO_PERMISSIONS: PermissionSet = 0n

export const permissionSet = (permissions: Iterable<Permission>): PermissionSet => {
  let set = NO_PERMISSIONS
  for (const permission of permissions) {
    set |= 1n << BigInt(permissionNumber(permission))
  }
  return set
}

export const hasPermission = (set: PermissionSet, permission: Permission): boolean =>
  ((set >> BigInt(permissionNumber(permission))) & 1n) === 1n

/** Whether everything in `part` is in `whole`. */
export const includesAll = (whole: PermissionSet, part: PermissionSet): boolean =>
  (part & ~whole) === NO_PERMISSIONS

export const permissionsIn = (set: PermissionSet): Permission[] =>
  PERMISSIONS.filter((permission) => hasPermission(set, permission))

/** The permissions that a role of the table holds. */
export const permissionsOfRole = (role: Role): PermissionSet => byRole[role]

/** Every permission there is, those of our own code included. */
export const everyPermission = (): PermissionSet => permissionSet(PERMISSIONS)

/** Every permission that some person may hold; what an operator has everywhere. */
export const personalPermissions = (): PermissionSet => permissionsOfRole('owner')

/** What an owner may put into a custom role: all that a person holds in a tenant, but ownership. */
export const GRANTABLE: readonly Permission[] = PERMISSIONS.filter((permission) => {
  const grant = grantBehind(permission)
  return grant !== undefined && isRole(grant.to) && grant.to !== 'owner'
})

/** Whether a custom role may hold it. One that a row still lists from an earlier table counts no more. */
export const isGrantable = (value: unknown): value is Permission =>
  typeof value === 'string' && (GRANTABLE as readonly string[]).includes(value)

export const isPermission = (value: unknown): value is Permission =>
  typeof value === 'string' && numbers.has(value as Permission)

function grantBehind(permission: Permission): Grant | undefined {
  const [collection, action] = permission.split('.') as [RuledCollection, Action]
  return (allRules[collection] as CollectionRules)[action]
}

const byRole = Object.fromEntries(
  (['viewer', 'contributor', 'reviewer', 'editor', 'admin', 'owner'] as const).map((role) => [
    role,
    permissionSet(
      PERMISSIONS.filter((permission) => {
        const grant = grantBehind(permission)
        return grant !== undefined && isRole(grant.to) && isAtLeast(role, grant.to)
      }),
    ),
  ]),
) as Record<Role, PermissionSet>

/** The collections whose documents carry a `tenant`. */
export const TENANT_COLLECTIONS = Object.keys(rules) as (keyof typeof rules)[]
