// `npm start` and `npm run dev`: installs and builds when needed, then runs src/server.ts.
import { ensureBuilt, ensureInstalled, requireNode, runServer } from './lib.mjs'

const isDev = process.argv.includes('--dev')

requireNode()
process.stdout.write('Vitrine\n')
await ensureInstalled()
if (!isDev) {
  await ensureBuilt()
}
await runServer({ isDev })
