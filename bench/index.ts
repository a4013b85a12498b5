// `npm run bench -- <name>`: each benchmark prints ratios of things measured side by side in one run.
import type { CommandArgs } from '../src/command.ts'
import { bench as hiding } from './hiding.ts'
import { bench as imports } from './import.ts'
import { bench as lighthouse } from './lighthouse.ts'
import { bench as media } from './media/index.ts'
import { bench as rls } from './rls/index.ts'
import { bench as serve } from './serve.ts'
import { bench as site } from './site.ts'
import { bench as start } from './start.ts'

type Bench = { about: string; run: (args: { root: string }) => Promise<void> }

const benches: Record<string, Bench> = {
  hiding,
  import: imports,
  lighthouse,
  media,
  rls,
  serve,
  site,
  start,
}

export const run = async ({ args, root }: CommandArgs): Promise<number> => {
  const [name] = args
  const chosen = name === undefined ? undefined : benches[name]
  if (!chosen) {
    const list = Object.entries(benches).map(([key, { about }]) => `  ${key.padEnd(10)} ${about}`)
    process.stdout.write(
      `${name === undefined ? '' : `There is no benchmark “${name}”. `}Choose one:\n${list.join('\n')}\n`,
    )
    return name === undefined ? 0 : 1
  }
  await chosen.run({ root })
  return 0
}
