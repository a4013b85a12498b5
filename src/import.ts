// `npm run import -- <folder or export file> --tenant <slug>`.
import { runCli } from '../plugins/importer/cli.ts'
import { withDatabase, type CommandArgs } from './command.ts'
import { runInChild } from './importing/runInChild.ts'

export const run = ({ args, root, signals }: CommandArgs): Promise<number> =>
  withDatabase({
    root,
    signals,
    task: () =>
      runCli({
        argv: args,
        start: ({ as, mode, onProgress, overwrite, source, sourceName, tenant }) =>
          'folder' in source
            ? runInChild({ as, mode, onProgress, overwrite, source, sourceName, tenant })
            : Promise.reject(new TypeError('A command imports from the disk.')),
        stdout: process.stdout,
      }),
  })
