// The API alone, on whatever database the environment names: what the benchmark asks.
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createApp } from '../../src/http/app.ts'
import { createLifecycle } from '../../src/http/lifecycle.ts'
import { listen } from '../../src/http/listen.ts'

/** Prints its address and serves until it is ended. */
export const run = async (): Promise<number> => {
  const { default: config } = await import('../../payload.config.ts')
  const { getPayload } = await import('payload')
  const payload = await getPayload({ config })
  const lifecycle = createLifecycle()
  lifecycle.state = 'ready'
  const app = createApp({
    config,
    files: () => Promise.resolve(new Response(null, { status: 404 })),
    getPayload: () => payload,
    directory: { isTenantHost: () => Promise.resolve(false) },
    serverUrl: '',
    trustProxy: false,
    lifecycle,
    pages: () => Promise.resolve(new Response(null, { status: 404 })),
  })
  const server = createServer((req, res) => {
    void getRequestListener(app.fetch, { overrideGlobalObjects: false })(req, res)
  })
  const port = await listen({ host: '127.0.0.1', port: 0, server })
  process.stdout.write(`listening on http://127.0.0.1:${port}\n`)
  return new Promise((resolve) => process.once('SIGTERM', () => resolve(0)))
}
