// `npm run seed`: puts the demo into an empty database.
import { withPayload, type CommandArgs } from '../command.ts'
import { seedDemo } from './index.ts'

export const run = ({ root, signals }: CommandArgs): Promise<number> =>
  withPayload({
    root,
    signals,
    task: async (payload) => {
      const { totalDocs } = await payload.count({ collection: 'users', overrideAccess: true })
      if (totalDocs > 0) {
        process.stderr.write(
          '✗ This database has users already. The demo goes into an empty one only.\n',
        )
        return 1
      }
      await seedDemo({ payload, onProgress: (line) => process.stdout.write(`${line}\n`) })
      return 0
    },
  })
