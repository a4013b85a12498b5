// `npm run policies`: the rule table as Markdown. `-- --write` puts it into docs/permissions.md.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { policiesAsMarkdown } from '../../access/markdown.ts'
import type { CommandArgs } from '../command.ts'

export const run = ({ args, root }: CommandArgs): number => {
  if (args.includes('--write')) {
    writeFileSync(path.join(root, 'docs', 'permissions.md'), policiesAsMarkdown())
  } else {
    process.stdout.write(policiesAsMarkdown())
  }
  return 0
}
