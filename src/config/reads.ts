// Every collection is read the same way, ours and those of plugins: a rule never depends on what a
// caller selects, and an answer names nothing that they may not read.
import type { Config } from 'payload'
import { afterRead, beforeRead } from '../../collections/shared/reads/index.ts'

export const reads = (config: Config): Config => ({
  ...config,
  collections: (config.collections ?? []).map((collection) => ({
    ...collection,
    hooks: {
      ...collection.hooks,
      // Last, so that it sees what other hooks made of the selection; and first, so that nothing
      // else looks at what the caller will not get.
      beforeOperation: [...(collection.hooks?.beforeOperation ?? []), beforeRead],
      afterOperation: [afterRead, ...(collection.hooks?.afterOperation ?? [])],
    },
  })),
})
