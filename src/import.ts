// `npm run import -- <folder or export file> --tenant <slug>`.
import { runCli } from '../plugins/importer/cli.ts'
import { withPayload, type CommandArgs } from './command.ts'

export const run = ({ args, root, signals }: CommandArgs): Promise<number> =>
  withPayload({
    root,
    signals,
    task: (payload) => runCli({ argv: args, payload, stdout: process.stdout }),
  })
