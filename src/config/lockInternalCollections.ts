// Payload's own collections are open to every signed-in user by default. Ours are not: a lock or a
// preference is its owner's. They are added while the config is sanitised, hence afterwards here.
import type { Access, SanitizedConfig } from 'payload'
import { guardJobDeletion } from '../jobs/guardJobDeletion.ts'

const nobody: Access = () => false

const ownLocks: Access = ({ req }) =>
  req.user ? { 'user.value': { equals: req.user.id } } : false

export const lockInternalCollections = async (
  building: Promise<SanitizedConfig>,
): Promise<SanitizedConfig> => {
  const config = await building
  for (const collection of config.collections) {
    if (collection.slug === 'payload-locked-documents') {
      collection.access = {
        ...collection.access,
        create: nobody,
        read: ownLocks,
        update: ownLocks,
        delete: ownLocks,
      }
    }
    if (collection.slug === 'payload-jobs') {
      collection.hooks.beforeDelete = [...(collection.hooks.beforeDelete ?? []), guardJobDeletion]
    }
    if (collection.slug === 'payload-migrations' || collection.slug === 'payload-kv') {
      collection.access = {
        ...collection.access,
        create: nobody,
        read: nobody,
        update: nobody,
        delete: nobody,
      }
    }
  }
  return config
}
