// Runs one of our TypeScript programs after making sure that it can: `node scripts/run.mjs file …`.
import { ensureInstalled, load, requireNode, root } from './lib.mjs'

const [file, ...args] = process.argv.slice(2)
requireNode()
await ensureInstalled()
process.env.NODE_ENV ??= 'production'
const { run } = await load(file)
process.exit(await run({ args, root }))
