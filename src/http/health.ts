// Alive and ready, for whatever watches the process.
import { sql } from '@payloadcms/db-postgres'
import { Hono } from 'hono'
import type { Payload } from 'payload'
import type { Lifecycle } from './lifecycle.ts'

type Executor = { drizzle: { execute: (query: unknown) => Promise<unknown> } }

/**
 * `/healthz` answers while the process lives; `/readyz` only while it takes requests and the
 * database answers.
 */
export const healthRoutes = ({
  getPayload,
  lifecycle,
}: {
  getPayload: () => Payload | undefined
  lifecycle: Lifecycle
}): Hono =>
  new Hono()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', async (c) => {
      const payload = getPayload()
      if (lifecycle.state !== 'ready' || !payload) {
        return c.json({ status: lifecycle.state }, 503)
      }
      try {
        await (payload.db as unknown as Executor).drizzle.execute(sql`select 1`)
        return c.json({ status: 'ready' })
      } catch {
        return c.json({ status: 'database unreachable' }, 503)
      }
    })
