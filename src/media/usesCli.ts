// `npm run media:uses [-- --tenant <slug>]`: records anew which document uses which file. Needed once
// for content that is older than the record, and harmless at any time.
import { parseArgs } from 'node:util'
import { recordAllUses } from '../../collections/shared/recordAllUses.ts'
import { withPayload, type CommandArgs } from '../command.ts'

export const run = ({ args, root, signals }: CommandArgs): Promise<number> =>
  withPayload({
    root,
    signals,
    task: async (payload) => {
      const { values } = parseArgs({ args, options: { tenant: { type: 'string' } } })
      const { docs } = await payload.find({
        collection: 'tenants',
        depth: 0,
        limit: 1,
        overrideAccess: true,
        where: { slug: { equals: values.tenant ?? '' } },
      })
      if (values.tenant && !docs[0]) {
        process.stderr.write(`✗ There is no workspace “${values.tenant}”.\n`)
        return 1
      }
      const tenant = values.tenant ? { tenant: docs[0]!.id } : {}
      const { documents } = await recordAllUses({ payload, ...tenant })
      process.stdout.write(`${documents} documents looked at.\n`)
      return 0
    },
  })
