// Payload's own collections are open to every signed-in user by default. Here they are not. They are
// added while the configuration is sanitised, hence afterwards.
import type { Access, SanitizedConfig } from 'payload'
import { guardJobDeletion } from '../jobs/guardJobDeletion.ts'
import { replaceScheduledPublish } from '../jobs/tasks/schedulePublish.ts'
import { guardLocks } from './locks.ts'

const nobody: Access = () => false

export const lockInternalCollections = async (
  building: Promise<SanitizedConfig>,
): Promise<SanitizedConfig> => {
  const config = await building
  for (const collection of config.collections) {
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
  replaceScheduledPublish(config.jobs?.tasks)
  return guardLocks(config)
}
