// Nothing is stored with CSS that nobody may write, however it comes: most of what Payload copies, an earlier version or
// another language, passes no check of what is written.
import type { DatabaseAdapterObj } from 'payload'
import { withPlainTexts } from '../../collections/shared/values/plainTexts.ts'

type Args = { data?: unknown; versionData?: unknown }

type Method = (this: unknown, args: Args) => unknown

const WRITES = ['create', 'createVersion', 'updateMany', 'updateOne', 'updateVersion', 'upsert']

/** The same database, which stores rich text without it. */
export const storesPlainTexts = <T extends DatabaseAdapterObj>(database: T): T => ({
  ...database,
  init: (args) => {
    const made = database.init(args)
    const methods = made as unknown as Record<string, Method | undefined>
    for (const name of WRITES) {
      const original = methods[name]
      if (original) {
        methods[name] = function (written) {
          const { data, versionData } = written
          return original.call(this, {
            ...written,
            ...(data === undefined ? {} : { data: withPlainTexts(data) }),
            ...(versionData === undefined ? {} : { versionData: withPlainTexts(versionData) }),
          })
        }
      }
    }
    return made
  },
})
