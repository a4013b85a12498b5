// Every HTTP request's way in: identity, limits of the lifecycle, our own routes, and Next last.
import { randomBytes, randomUUID } from 'node:crypto'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono, type Context, type MiddlewareHandler } from 'hono'
import type { Payload, SanitizedConfig } from 'payload'
import { forRequest, hadOutage } from '../../plugins/row-level-security/index.ts'
import { MEDIA_BASE } from '../media/base.ts'
import { keepFromCaches } from './apiCaching.ts'
import { presentApiProblem } from './apiProblem.ts'
import { followHost } from './followHost.ts'
import { graphqlHandler } from './graphql.ts'
import { healthRoutes, notReady, type HealthEnv } from './health.ts'
import { setHeader, takeIn } from './incoming.ts'
import type { Lifecycle } from './lifecycle.ts'
import type { PageHandler } from './pages.ts'
import { outageProblem, presentProblem, refusal, toProblem, type Problem } from './problem.ts'
import { withRequestContext } from './requestContext.ts'
import type { Check } from './readiness.ts'
import { restHandler } from './rest.ts'
import { isMadeAnew, policyForNext, setSecurityHeaders } from './securityHeaders.ts'
import { servePage } from './serverFunctions.ts'
import { followSession } from './sessionCookie.ts'
import type { SiteDirectory } from './sites.ts'
import { decodeSegments, isApiPath, MALFORMED_URL, malformedParameterIn } from './urlPath.ts'

type AppArgs = {
  /** What `/readyz` asks. */
  checks?: readonly Check[]
  config: Promise<SanitizedConfig>
  getPayload: () => Payload | undefined
  /** The sites and the admin. */
  pages: PageHandler
  lifecycle: Lifecycle
  /** Delivers files. */
  files: (request: Request) => Promise<Response>
  /** Which hosts are tenants' own. */
  directory: Pick<SiteDirectory, 'isTenantHost'>
  /** The public address; empty when there is none. */
  serverUrl: string
  trustProxy: boolean
}

const CSP = 'content-security-policy'

/** Ids of a caller or proxy are kept when they look like one; RFC 9110 token characters. */
const REQUEST_ID = /^[A-Za-z0-9._~-]{8,128}$/

export const createApp = ({
  checks = [],
  config,
  directory,
  files,
  getPayload,
  lifecycle,
  pages,
  serverUrl,
  trustProxy,
}: AppArgs): Hono<HealthEnv> => {
  const app = new Hono<HealthEnv>()
  // Before anything reads a header.
  app.use(async (c, next) => {
    const { incoming, outgoing } = c.env
    const visit = takeIn({ incoming, trustProxy })
    c.set('isLocal', visit.isLocal)
    const isHttps = visit.isHttps || serverUrl.startsWith('https://')
    c.set('isHttps', isHttps)
    const { path } = c.req
    const nonce = isMadeAnew(path) ? randomBytes(18).toString('base64') : ''
    if (nonce) {
      setHeader({ incoming, name: CSP, value: policyForNext({ nonce, path }) })
    }
    // On the raw response, so that what Next sends carries them too.
    setSecurityHeaders({ isHttps, nonce, path, res: outgoing })
    followSession({ incoming, isHttps, outgoing })
    await next()
  })
  // Each request is nobody's until its user is known, down to its last statement.
  app.use((_, next) => forRequest(next))
  app.use(async (c, next) => {
    const given = c.req.header('x-request-id')
    const requestId = given && REQUEST_ID.test(given) ? given : randomUUID()
    c.env.outgoing.setHeader('x-request-id', requestId)
    c.env.incoming.headers['x-request-id'] = requestId
    return withRequestContext(requestId, next)
  })
  app.route('/', healthRoutes({ checks, lifecycle }))
  app.use(async (c, next) => {
    if (lifecycle.state === 'ready' || lifecycle.state === 'leaving') {
      return next()
    }
    const response = notReady(lifecycle.state === 'draining' ? 'shutting_down' : 'starting')
    response.headers.set('connection', 'close')
    return response
  })
  app.use('/api/*', keepFromCaches)
  for (const base of ['/api', MEDIA_BASE]) {
    app.use(`${base}/*`, rejectMalformed)
  }
  // Without cookies, on every host: an address says itself who may fetch it.
  app.all(`${MEDIA_BASE}/*`, (c) => files(c.req.raw))
  app.use(followHost({ directory, serverUrl }))
  app.post('/api/graphql', graphqlHandler({ config }))
  app.all('/api/graphql', () => {
    throw refusal({
      code: 'method_not_allowed',
      allow: ['POST'],
      detail: 'Send the query as JSON with POST.',
    })
  })
  app.all('/api/*', restHandler({ config }))
  app.all('*', async (c) => {
    const { incoming, outgoing } = c.env
    const served = await servePage({
      getPayload,
      incoming,
      isHttps: c.get('isHttps'),
      outgoing,
      pages,
      request: c.req.raw,
    })
    if (served instanceof Response) {
      return served
    }
    return served ? present({ c, problem: served }) : RESPONSE_ALREADY_SENT
  })
  app.onError((err, c) => {
    // Also what was refused because nobody could be asked who is there.
    const refused = hadOutage() ? outageProblem() : toProblem(err)
    if (refused.status >= 500) {
      getPayload()?.logger.error({ msg: 'A request failed.', err })
    }
    return present({ c, problem: refused })
  })
  return app
}

/** On the API as Payload's clients read it; elsewhere for whoever asked. */
const present = ({ c, problem }: { c: Context; problem: Problem }): Response => {
  const accept = c.req.header('accept')
  return isApiPath(c.req.path)
    ? presentApiProblem({ accept, problem })
    : presentProblem({ accept, problem, isHead: c.req.method === 'HEAD' })
}

/** Pages do the same for themselves, since a site answers with its own page. */
const rejectMalformed: MiddlewareHandler = (c, next) => {
  const { pathname, search } = new URL(c.req.url)
  const segments = decodeSegments(pathname)
  if (segments === null) {
    throw refusal({ code: 'malformed_url', detail: MALFORMED_URL })
  }
  if (segments.some((segment) => segment.includes('\0'))) {
    throw refusal({
      code: 'malformed_url',
      detail: 'No path has the character U+0000. Leave out %00.',
    })
  }
  // Payload's parser takes the letters of a malformed encoding for the value.
  const detail = isApiPath(pathname) ? malformedParameterIn(search) : undefined
  if (detail !== undefined) {
    throw refusal({ code: 'parameter_not_valid', detail })
  }
  return next()
}
