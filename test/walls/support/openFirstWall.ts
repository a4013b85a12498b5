// A build without the first wall: every access function says yes, and no hook guards anything. For
// proving that the second one stands by itself.
import type { Field, Payload, SanitizedCollectionConfig } from 'payload'

/** Our hooks that refuse; all others only derive. */
const GUARDS = new Set([
  'assignTenant',
  'checkAgency',
  'enforceTenantMembership',
  'guardLife',
  'guardPermissions',
  'guardPurge',
  'guardReferences',
  'guardRole',
  'guardUnpublish',
  'keepLastOwner',
  'keepUsedRole',
  'uniqueMembership',
])

export type OpenWall = {
  /** How many hooks were taken out, so that a test can tell that there were any. */
  taken: number
  /**
   * Puts everything back. Some of it is Payload's own, such as the fields of passwords, and stays in the worker
   * for the files after this one.
   */
  close: () => void
}

export const openFirstWall = (payload: Payload): OpenWall => {
  const undo: (() => void)[] = []
  const set: Change = (target, name, value) => {
    const before: unknown = Reflect.get(target, name)
    undo.push(() => void Reflect.set(target, name, before))
    Reflect.set(target, name, value)
  }
  let taken = 0
  for (const { config } of Object.values(payload.collections)) {
    for (const operation of Object.keys(config.access)) {
      set(config.access, operation, () => true)
    }
    taken += dropGuards(config, set)
    openFields(config.fields, set)
    openFields(config.flattenedFields as Field[], set)
  }
  return { taken, close: () => undo.reverse().forEach((step) => step()) }
}

type Change = (target: object, name: string, value: unknown) => void

const dropGuards = (config: SanitizedCollectionConfig, set: Change): number => {
  let taken = 0
  const hooks = config.hooks as unknown as Record<string, { name: string }[] | undefined>
  for (const [moment, list] of Object.entries(hooks)) {
    const kept = (list ?? []).filter(({ name }) => !GUARDS.has(name))
    taken += (list ?? []).length - kept.length
    set(hooks, moment, kept)
  }
  return taken
}

const openFields = (fields: Field[], set: Change): void => {
  for (const field of fields) {
    if ('access' in field && !('name' in field && field.name === 'tenants')) {
      set(field, 'access', undefined)
    }
    if ('fields' in field && Array.isArray(field.fields)) {
      openFields(field.fields, set)
    }
    if (field.type === 'tabs') {
      field.tabs.forEach((tab) => openFields(tab.fields, set))
    }
  }
}
