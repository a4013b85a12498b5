// Payload's own collections are open to every signed-in user by default. Ours are not: a lock or a
// preference is its owner's. They are added while the config is sanitised, hence afterwards here.
import type { Access, SanitizedConfig } from 'payload'
import { principalOf } from '../../access/principal.ts'
import { colleaguesOf } from '../../collections/Users/access.ts'
import { guardJobDeletion } from '../jobs/guardJobDeletion.ts'

const nobody: Access = () => false

const ownLocks: Access = ({ req }) => (req.user ? { 'user.value': { equals: req.user.id } } : false)

/** Who is in a document is for his colleagues to see, and for nobody else. */
const locksOfColleagues: Access = async ({ req }) => {
  const principal = principalOf(req.user)
  return principal.isOperator || { 'user.value': { in: await colleaguesOf({ principal, req }) } }
}

export const lockInternalCollections = async (
  building: Promise<SanitizedConfig>,
): Promise<SanitizedConfig> => {
  const config = await building
  for (const collection of config.collections) {
    if (collection.slug === 'payload-locked-documents') {
      collection.access = {
        ...collection.access,
        create: nobody,
        read: locksOfColleagues,
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
