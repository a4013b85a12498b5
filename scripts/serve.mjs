// The server without looking whether to install or build: for images that have done both.
import { requireNode, runServer } from './lib.mjs'

requireNode()
await runServer({ isDev: false })
