// The API as a real HTTP server on loopback, without Next behind it.
import { createServer, type Server } from 'node:http'
import type { Payload } from 'payload'
import { createApp, type PageHandler } from '../../src/http/app.ts'
import { createLifecycle } from '../../src/http/lifecycle.ts'
import { answerClientErrors, requestListener } from '../../src/http/listener.ts'
import { createSiteDirectory, type SiteDirectory } from '../../src/http/sites.ts'

export type Api = {
  url: string
  /** Calls the API as a user (by e-mail), with an API key, or as nobody. */
  call: (request: CallArgs) => Promise<{ status: number; body: JsonBody; headers: Headers }>
  /** Which site answers at which host, as the server keeps it in memory. */
  directory: SiteDirectory
  stop: () => Promise<void>
}

/** Whatever the API answered; the test that reads it says what it expects. */
// oxlint-disable-next-line typescript/no-explicit-any
type JsonBody = any

export type CallArgs = {
  method?: string
  path: string
  as?: string
  headers?: Record<string, string>
  body?: unknown
}

export const startApi = async ({
  pagesOf,
  payload,
  password,
  trustProxy = false,
}: {
  /** What answers for everything but the API; without it, 404. */
  pagesOf?: (directory: SiteDirectory) => PageHandler
  payload: Payload
  password: string
  /** As TRUST_PROXY. */
  trustProxy?: boolean
}): Promise<Api> => {
  const { default: config } = await import('../../payload.config.ts')
  const lifecycle = createLifecycle()
  lifecycle.state = 'ready'
  const serverUrl = process.env.SERVER_URL ?? ''
  const directory = createSiteDirectory({ payload, serverUrl })
  const { mediaHandler } = await import('../../src/http/media.ts')
  const files = mediaHandler({ directory, payload })
  const app = createApp({
    config,
    directory,
    files,
    getPayload: () => payload,
    lifecycle,
    pages: pagesOf?.(directory) ?? notFound,
    serverUrl,
    trustProxy,
  })
  const answer = requestListener(app.fetch)
  const server = createServer((req, res) => {
    void answer(req, res)
  })
  answerClientErrors(server)
  // Client and server share a thread: after a long pause both would close the same connection.
  server.keepAliveTimeout = 60_000
  const url = await listen(server)
  const tokens = new Map<string, string>()
  const tokenOf = async (email: string): Promise<string> => {
    const known = tokens.get(email)
    if (known) {
      return known
    }
    const { token } = await payload.login({ collection: 'users', data: { email, password } })
    tokens.set(email, token!)
    return token!
  }
  return {
    url,
    directory,
    call: async ({ as, body, headers = {}, method = 'GET', path }) => {
      const response = await fetch(url + path, {
        method,
        headers: {
          ...(as ? { authorization: `JWT ${await tokenOf(as)}` } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      return { status: response.status, headers: response.headers, body: parse(text) }
    },
    stop: async () => {
      await new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      })
      await files.close()
    },
  }
}

const notFound: PageHandler = async (_, res) => {
  res.statusCode = 404
  res.end()
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const listen = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`)
    })
  })
