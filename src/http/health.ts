// Alive and ready, for whatever watches the process.
import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import type { Lifecycle } from './lifecycle.ts'
import { presentProblem, problem } from './problem.ts'
import type { ProblemCode } from './problemCodes.ts'
import { findFaults, type Check } from './readiness.ts'

export type HealthEnv = {
  Bindings: HttpBindings
  /** `isLocal`: see `takeIn`, which runs before. `isHttps`: whether the visitor's connection is encrypted. */
  Variables: { isHttps: boolean; isLocal: boolean }
}

/**
 * `/healthz` answers while the process lives, from its first moment; `/readyz` only while it takes requests
 * and everything that they need is as it must be. It says what is wrong to visitors on the machine itself.
 */
export const healthRoutes = ({
  checks,
  lifecycle,
}: {
  checks: readonly Check[]
  lifecycle: Lifecycle
}): Hono<HealthEnv> =>
  new Hono<HealthEnv>()
    .get('/healthz', (c) => c.json(ALIVE, 200, NOT_KEPT))
    .get('/readyz', async (c) => {
      if (lifecycle.state !== 'ready') {
        return notReady(lifecycle.state === 'starting' ? 'starting' : 'shutting_down')
      }
      const faults = await findFaults(checks)
      if (faults.length === 0) {
        return c.json({ status: 'ready' }, 200, NOT_KEPT)
      }
      return notReady('unavailable', c.get('isLocal') ? faults.join('; ') : undefined)
    })
    .on(OTHERS, ['/healthz', '/readyz'], () =>
      presentProblem({ problem: problem({ code: 'method_not_allowed', allow: ['GET', 'HEAD'] }) }),
    )

export const ALIVE = { status: 'ok' }

const NOT_KEPT = { 'cache-control': 'no-store' }

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
