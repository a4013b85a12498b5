// Every collection is read the same way, ours and those of plugins: a rule never depends on what a
// caller selects, an answer names nothing that they may not read, and nobody asks about what nobody
// reads.
import type { Config } from 'payload'
import { refuseUnread } from '../../collections/shared/hooks/refuseUnread.ts'
import { readOnlineWithoutVersions } from '../../collections/shared/reads/drafts.ts'
import { afterRead, beforeRead } from '../../collections/shared/reads/index.ts'

export const reads = (config: Config): Config => ({
  ...config,
  collections: (config.collections ?? []).map((collection) => ({
    ...collection,
    hooks: {
      ...collection.hooks,
      // `beforeRead` comes last, so that it sees what other hooks made of the selection; `afterRead`
      // comes first, so that nothing else looks at what the caller will not get.
      beforeOperation: [
        refuseUnread,
        readOnlineWithoutVersions,
        ...(collection.hooks?.beforeOperation ?? []),
        beforeRead,
      ],
      afterOperation: [afterRead, ...(collection.hooks?.afterOperation ?? [])],
    },
  })),
})
