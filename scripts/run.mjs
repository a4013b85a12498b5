// Runs one of our TypeScript programs after making sure that it can: `node scripts/run.mjs file …`.
import { load } from './compile.mjs'
import {
  ensureInstalled,
  followParent,
  handOverSignals,
  requireNode,
  root,
  SIGNALS,
} from './lib.mjs'

const [file, ...args] = process.argv.slice(2)
requireNode()
await ensureInstalled()
process.env.NODE_ENV ??= 'production'
const { run } = await load(file)
handOverSignals()
followParent()
process.exit(await run({ args, root, signals: SIGNALS }))
