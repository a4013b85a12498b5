// Alive and ready, for whatever watches the process.
import { sql } from '@payloadcms/db-postgres'
import { Hono } from 'hono'
import type { Payload } from 'payload'
import type { Lifecycle } from './lifecycle.ts'
import { presentProblem, problem } from './problem.ts'
import type { ProblemCode } from './problemCodes.ts'

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
    .get('/healthz', (c) => c.json({ status: 'ok' }, 200, NOT_KEPT))
    .get('/readyz', async (c) => {
      const payload = getPayload()
      if (lifecycle.state !== 'ready' || !payload) {
        return notReady(lifecycle.state === 'draining' ? 'shutting_down' : 'starting')
      }
      try {
        await (payload.db as unknown as Executor).drizzle.execute(sql`select 1`)
        return c.json({ status: 'ready' }, 200, NOT_KEPT)
      } catch {
        return notReady('database_unreachable')
      }
    })
    .on(OTHERS, ['/healthz', '/readyz'], () =>
      presentProblem({ problem: problem({ code: 'method_not_allowed', allow: ['GET', 'HEAD'] }) }),
    )

const NOT_KEPT = { 'cache-control': 'no-store' }

const OTHERS = ['DELETE', 'OPTIONS', 'PATCH', 'POST', 'PUT', 'TRACE']

/** Seconds. */
const RETRY_AFTER = 3

/** Also what every other URL answers while the server starts or stops. */
export const notReady = (
  code: Extract<ProblemCode, 'database_unreachable' | 'shutting_down' | 'starting'>,
): Response =>
  presentProblem({
    problem: problem({ code, detail: 'Try again in a few seconds.', retryAfter: RETRY_AFTER }),
  })
