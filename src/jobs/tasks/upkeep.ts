// The tasks that come again; see ../upkeep.ts for how often.
import type { Payload, TaskConfig } from 'payload'
import { sweepFiles, tendFiles } from '../../../plugins/media/index.ts'
import { createDomainChecks, type DomainChecks } from '../domainChecks.ts'

const checks = new WeakMap<Payload, DomainChecks>()

const checksOf = (payload: Payload): DomainChecks => {
  const known = checks.get(payload) ?? createDomainChecks({ payload })
  checks.set(payload, known)
  return known
}

export const upkeepTasks: TaskConfig[] = [
  {
    slug: 'tendFiles',
    label: 'Find work on files that was missed',
    handler: async ({ req }) => {
      await tendFiles({ options: await mediaOptions(), req })
      return { output: {} }
    },
  },
  {
    slug: 'sweepFiles',
    label: 'Remove files that belong to no document',
    handler: async ({ req }) => {
      await sweepFiles({ options: await mediaOptions(), req })
      return { output: {} }
    },
  },
  {
    slug: 'checkDomains',
    label: 'Verify domains again',
    handler: async ({ req }) => {
      await checksOf(req.payload).round()
      return { output: {} }
    },
  },
]

/** Imported late: the configuration of files is made beside that of jobs. */
const mediaOptions = async () => (await import('../../config/media.ts')).mediaOptions
