// Every collection is written the same way, ours and those of plugins: nobody's change undoes what somebody
// else changed at the same moment.
import type { Config } from 'payload'
import { holdBeforeReading, refuseUnheld } from '../../collections/shared/hooks/holdDocument.ts'

export const holds = (config: Config): Config => ({
  ...config,
  collections: (config.collections ?? []).map((collection) => ({
    ...collection,
    hooks: {
      ...collection.hooks,
      // After those that refuse a question: what is held is found by it.
      beforeOperation: [...(collection.hooks?.beforeOperation ?? []), holdBeforeReading],
      // Before the row is written, and after those that say why somebody may not change it.
      beforeChange: [...(collection.hooks?.beforeChange ?? []), refuseUnheld],
    },
  })),
})
