// Every HTTP request's way in: identity, limits of the lifecycle, our own routes, and Next last.
import { randomBytes, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import type { Payload, SanitizedConfig } from 'payload'
import { forRequest } from '../../plugins/row-level-security/index.ts'
import { MEDIA_BASE } from '../media/base.ts'
import { followHost } from './followHost.ts'
import { graphqlHandler } from './graphql.ts'
import { healthRoutes } from './health.ts'
import { setHeader, takeIn } from './incoming.ts'
import type { Lifecycle } from './lifecycle.ts'
import { problemResponse } from './problem.ts'
import { restHandler } from './rest.ts'
import { policyForNext, setSecurityHeaders } from './securityHeaders.ts'
import { followSession } from './sessionCookie.ts'
import type { SiteDirectory } from './sites.ts'

export type PageHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void>

type AppArgs = {
  config: Promise<SanitizedConfig>
  getPayload: () => Payload | undefined
  /** Renders the admin and the sites. */
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

type Env = { Bindings: HttpBindings; Variables: { requestId: string } }

const CSP = 'content-security-policy'

/** Ids of a caller or proxy are kept when they look like one; RFC 9110 token characters. */
const REQUEST_ID = /^[A-Za-z0-9._~-]{8,128}$/

export const createApp = ({
  config,
  directory,
  files,
  getPayload,
  lifecycle,
  pages,
  serverUrl,
  trustProxy,
}: AppArgs): Hono<Env> => {
  const app = new Hono<Env>()
  // Before anything reads a header.
  app.use(async (c, next) => {
    const { incoming, outgoing } = c.env
    const visit = takeIn({ incoming, trustProxy })
    const isHttps = visit.isHttps || serverUrl.startsWith('https://')
    const nonce = randomBytes(18).toString('base64')
    const { path } = c.req
    setHeader({ incoming, name: CSP, value: policyForNext({ nonce, path }) })
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
    c.set('requestId', requestId)
    c.env.outgoing.setHeader('x-request-id', requestId)
    await next()
  })
  app.route('/', healthRoutes({ getPayload, lifecycle }))
  app.use(async (c, next) => {
    if (lifecycle.state === 'ready') {
      return next()
    }
    const response = problemResponse({
      status: 503,
      code: lifecycle.state === 'draining' ? 'shutting_down' : 'starting',
      title:
        lifecycle.state === 'draining' ? 'The server is shutting down' : 'The server is starting',
      detail: 'Try again in a few seconds.',
      requestId: c.get('requestId'),
    })
    response.headers.set('retry-after', '3')
    response.headers.set('connection', 'close')
    return response
  })
  // Without cookies, on every host: an address says itself who may fetch it.
  app.on(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH'], `${MEDIA_BASE}/*`, (c) =>
    files(c.req.raw),
  )
  app.use(followHost({ directory, serverUrl }))
  app.post('/api/graphql', graphqlHandler({ config }))
  app.get('/api/graphql', (c) =>
    problemResponse({
      status: 405,
      code: 'method_not_allowed',
      title: 'GraphQL takes POST requests',
      detail: 'Send the query as JSON with POST.',
      requestId: c.get('requestId'),
    }),
  )
  app.all('/api/*', restHandler({ config }))
  app.all('*', async (c) => {
    await pages(c.env.incoming, c.env.outgoing)
    return RESPONSE_ALREADY_SENT
  })
  app.onError((err, c) => {
    getPayload()?.logger.error({ msg: 'A request failed.', err, requestId: c.get('requestId') })
    return problemResponse({
      status: 500,
      code: 'internal_error',
      title: 'Something went wrong here',
      detail: 'It has been logged. Try again; if it stays, tell us the request id.',
      requestId: c.get('requestId'),
    })
  })
  return app
}
