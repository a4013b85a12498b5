// `npm start` and `npm run dev`: installs and builds when needed, then runs src/server.ts.
import { ensureBuilt, ensureInstalled, requireNode, root } from './lib.mjs'

const isDev = process.argv.includes('--dev')

requireNode()
process.stdout.write('Vitrine\n')
await ensureInstalled()
if (!isDev) {
  await ensureBuilt()
}
process.env.NODE_ENV = isDev ? 'development' : 'production'
process.env.NEXT_TELEMETRY_DISABLED ??= '1'
process.env.PAYLOAD_DISABLE_DEPENDENCY_CHECKER = 'true'

const { register } = await import('tsx/esm/api')
register()
const { main } = await import('../src/main.ts')
await main({ isDev, root })
