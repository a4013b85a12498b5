// What the boxes of a custom role show: a row for each collection, a box for each action.
import {
  GRANTABLE,
  hasPermission,
  permissionsOfRole,
  type Permission,
  type PermissionSet,
} from '../../../access/permissions.ts'
import { WITHOUT_EFFECT } from '../../../access/rules.ts'
import { withNeeded } from '../../../collections/Roles/neededPermissions.ts'

export type Box = {
  permission: Permission
  isTicked: boolean
  /** Ticked by another tick, or because every role reads. It cannot be taken out alone. */
  isImplied: boolean
}
export type Row = { collection: string; boxes: Box[] }
export type Area = { name: AreaName; rows: Row[] }
export type AreaName = 'work' | 'references' | 'files' | 'site' | 'people' | 'tenant'

/** What is in none of them stands in the last one. */
const AREAS: readonly (readonly [AreaName, readonly string[]])[] = [
  ['work', ['case-studies', 'pages']],
  [
    'references',
    ['people', 'organisations', 'testimonials', 'services', 'industries', 'technologies'],
  ],
  ['files', ['media', 'documents']],
  ['site', ['site-settings', 'redirects', 'leads']],
  ['people', ['memberships', 'invitations', 'roles']],
  ['tenant', ['tenants', 'domains']],
]

/**
 * @param held What the person at the screen holds: nothing else is offered.
 * @param value What the role holds.
 */
export const matrixOf = ({
  held,
  value,
}: {
  held: PermissionSet
  value: readonly Permission[]
}): Area[] => {
  const ticked = new Set(value)
  const shown = GRANTABLE.filter(
    (one) => !isWithoutEffect(one) && (hasPermission(held, one) || ticked.has(one)),
  )
  const boxesOf = (collection: string): Box[] =>
    shown
      .filter((one) => collectionOf(one) === collection)
      .map((permission) => {
        const isImplied = isBase(permission) || isNeeded({ permission, value })
        return { permission, isImplied, isTicked: isImplied || ticked.has(permission) }
      })
  const listed = new Set(AREAS.flatMap(([, collections]) => collections))
  const others = [...new Set(shown.map(collectionOf))].filter((one) => !listed.has(one))
  return AREAS.map(([name, collections], index) => ({
    name,
    rows: [...collections, ...(index === AREAS.length - 1 ? others : [])]
      .map((collection) => ({ collection, boxes: boxesOf(collection) }))
      .filter(({ boxes }) => boxes.length > 0),
  })).filter(({ rows }) => rows.length > 0)
}

/** The value after some boxes were ticked or unticked. */
export const withBoxes = ({
  isTicked,
  permissions,
  value,
}: {
  isTicked: boolean
  permissions: readonly Permission[]
  value: readonly Permission[]
}): Permission[] => {
  const wanted = permissions.filter((one) => !isBase(one))
  return isTicked
    ? withNeeded([...value, ...wanted])
    : withNeeded(value.filter((one) => !wanted.includes(one)))
}

export const collectionOf = (permission: Permission): string => permission.split('.')[0]!

const isWithoutEffect = (permission: Permission): boolean =>
  WITHOUT_EFFECT.includes(permission.split('.')[1]!)

/** Every custom role reads like a viewer. */
const isBase = (permission: Permission): boolean =>
  hasPermission(permissionsOfRole('viewer'), permission)

const isNeeded = ({
  permission,
  value,
}: {
  permission: Permission
  value: readonly Permission[]
}): boolean => withNeeded(value.filter((one) => one !== permission)).includes(permission)
