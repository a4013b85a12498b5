// Alive and ready, for whatever watches the process.
import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import type { Lifecycle } from './lifecycle.ts'
import { presentProblem, problem } from './problem.ts'
import type { ProblemCode } from './problemCodes.ts'
import { findFaults, type Check } from './readiness.ts'

/**
 * `/healthz` answers while the process lives, from its first moment; `/readyz` only while it takes requests
 * and everything that they need is as it must be. What is wrong is told on the machine itself.
 */
export const healthRoutes = ({
  checks,
  lifecycle,
}: {
  checks: readonly Check[]
  lifecycle: Lifecycle
}): Hono<{ Bindings: HttpBindings }> =>
  new Hono<{ Bindings: HttpBindings }>()
    .get('/healthz', (c) => c.json(ALIVE, 200, NOT_KEPT))
    .get('/readyz', async (c) => {
      if (lifecycle.state !== 'ready') {
        return notReady(lifecycle.state === 'starting' ? 'starting' : 'shutting_down')
      }
      const faults = await findFaults(checks)
      if (faults.length === 0) {
        return c.json({ status: 'ready' }, 200, NOT_KEPT)
      }
      const isLocal = LOOPBACK.test(c.env.incoming.socket.remoteAddress ?? '')
      return notReady('unavailable', isLocal ? faults.join('; ') : undefined)
    })
    .on(OTHERS, ['/healthz', '/readyz'], () =>
      presentProblem({ problem: problem({ code: 'method_not_allowed', allow: ['GET', 'HEAD'] }) }),
    )

export const ALIVE = { status: 'ok' }

const NOT_KEPT = { 'cache-control': 'no-store' }

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/

const OTHERS = ['DELETE', 'OPTIONS', 'PATCH', 'POST', 'PUT', 'TRACE']

/** Seconds. */
const RETRY_AFTER = 3

/** Also what every other URL answers while the server starts or stops. */
export const notReady = (
  code: Extract<ProblemCode, 'shutting_down' | 'starting' | 'unavailable'>,
  reason?: string,
): Response =>
  presentProblem({
    problem: problem({
      code,
      detail: reason ? `Not ready: ${reason}.` : 'Try again in a few seconds.',
      retryAfter: RETRY_AFTER,
    }),
  })
