// Document locks, for every collection that Payload locks: whose they are, who sees them, and what a
// refusal says. Payload adds their collection while it sanitises the configuration, hence afterwards.
import type { Payload, SanitizedCollectionConfig, SanitizedConfig } from 'payload'
import { guardLockUpdate, lockAccess } from '../locks/access.ts'
import { noteTakeOver, showHolder } from '../locks/holder.ts'
import { LOCKS } from '../locks/lock.ts'
import { refuseLockedRestore } from '../locks/refuseLockedRestore.ts'
import { honourLocks, nameHoldersInRefusals } from '../locks/refuseLocked.ts'

export const guardLocks = (config: SanitizedConfig): SanitizedConfig => {
  for (const collection of config.collections) {
    if (collection.slug === LOCKS) {
      guardLockCollection(collection)
    } else if (collection.lockDocuments !== false) {
      const { hooks } = collection
      hooks.beforeOperation = [...(hooks.beforeOperation ?? []), honourLocks]
      hooks.beforeValidate = [refuseLockedRestore, ...(hooks.beforeValidate ?? [])]
    }
  }
  const { onInit } = config
  config.onInit = async (payload: Payload) => {
    nameHoldersInRefusals(payload)
    await onInit?.(payload)
  }
  return config
}

const guardLockCollection = (collection: SanitizedCollectionConfig): void => {
  const { hooks } = collection
  collection.access = { ...collection.access, ...lockAccess }
  hooks.afterRead = [...(hooks.afterRead ?? []), showHolder]
  hooks.beforeChange = [...(hooks.beforeChange ?? []), noteTakeOver]
  hooks.beforeOperation = [guardLockUpdate, ...(hooks.beforeOperation ?? [])]
}
