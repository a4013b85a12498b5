// `npm run build`: everything that a start would build otherwise, so that the folder may be read-only
// afterwards: the admin and the sites, whether or not it seems needed, and the server.
import { compilePrograms } from './compile.mjs'
import { ensureBuilt, ensureInstalled, requireNode } from './lib.mjs'

requireNode()
await ensureInstalled()
await ensureBuilt({ force: true })
await compilePrograms()
