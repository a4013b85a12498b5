// What a permission is worth nothing without: whoever creates something has to be able to write it,
// and whoever publishes or trashes it to change it. Pure, since the admin's boxes ask it too.
import {
  hasPermission,
  isPermission,
  permissionsOfRole,
  type Permission,
} from '../../access/permissions.ts'

const WRITES = ['restore', 'publish', 'unpublish', 'schedule']

/** @returns the permissions with everything that they need, sorted, each once. */
export const withNeeded = (permissions: readonly Permission[]): Permission[] => {
  const all = new Set<Permission>(permissions)
  // What is added may need something itself; a set is iterated with what joins it meanwhile.
  for (const permission of all) {
    for (const needed of neededBy(permission)) {
      all.add(needed)
    }
  }
  return [...all].sort()
}

const neededBy = (permission: Permission): Permission[] => {
  const [collection, action] = permission.split('.') as [string, string]
  const of = (needed: string): Permission[] => {
    const name = `${collection}.${needed}`
    return isPermission(name) ? [name] : []
  }
  // A viewer, and so every custom role, reads most things already.
  const reading = of('readInternal').filter(
    (one) => !hasPermission(permissionsOfRole('viewer'), one),
  )
  if (action === 'create' || action === 'updateAny') {
    return [...of('updateOwn'), ...reading]
  }
  if (action === 'purge') {
    return reading
  }
  if (action === 'trash') {
    return [...of('updateAny'), ...of('trashOwn')]
  }
  return WRITES.includes(action) ? of('updateAny') : []
}
