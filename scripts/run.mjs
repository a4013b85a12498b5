// Runs one of our TypeScript programs after making sure that it can: `node scripts/run.mjs file …`.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureInstalled, requireNode, root } from './lib.mjs'

const [file, ...args] = process.argv.slice(2)
requireNode()
await ensureInstalled()
process.env.NODE_ENV ??= 'production'
process.env.PAYLOAD_DISABLE_DEPENDENCY_CHECKER = 'true'
const { register } = await import('tsx/esm/api')
register()
const { run } = await import(pathToFileURL(path.resolve(root, file)).href)
process.exit(await run({ args, root }))
