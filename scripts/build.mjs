// `npm run build`: the production build of the admin and the sites, whether or not it seems needed.
import { ensureBuilt, ensureInstalled, requireNode } from './lib.mjs'

requireNode()
await ensureInstalled()
await ensureBuilt({ force: true })
