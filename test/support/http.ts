// The API and the public sites as a real HTTP server on loopback. Of Next there is a stand-in at most.
import type { Server } from 'node:http'
import type { Payload } from 'payload'
import { createApp } from '../../src/http/app.ts'
import { createLifecycle } from '../../src/http/lifecycle.ts'
import { requestListener } from '../../src/http/listener.ts'
import { nodeServer } from '../../src/http/nodeServer.ts'
import type { NextHandler, PageHandler } from '../../src/http/pages.ts'
import { createSiteDirectory, type SiteDirectory } from '../../src/http/sites.ts'
import { hearChanges } from './hearChanges.ts'

export type Api = {
  url: string
  /** Calls the API as a user (by e-mail), with an API key, or as nobody. */
  call: (request: CallArgs) => Promise<{ status: number; body: JsonBody; headers: Headers }>
  /** Which site answers at which host, as the server keeps it in memory. */
  directory: SiteDirectory
  /** What the server remembers of sites counts as changed: after a change that nobody told, or to see one at once. */
  renewSites: () => Promise<void>
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
  next = notFound,
  payload,
  password,
  trustProxy = false,
}: {
  /** Stands for Next, which has the admin and the preview. Default: answers 404. */
  next?: NextHandler
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
  const sites = sitesOf({ directory, files, next, serverUrl })
  const app = createApp({
    config,
    directory,
    files,
    getPayload: () => payload,
    lifecycle,
    pages: sites.handle,
    serverUrl,
    trustProxy,
  })
  const answer = requestListener(app.fetch)
  const server = nodeServer((req, res) => {
    void answer(req, res)
  })
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
    renewSites: sites.renew,
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
      await sites.close()
      await files.close()
    },
  }
}

const notFound: NextHandler = async (_, res) => {
  res.statusCode = 404
  res.end()
}

type SitesArgs = {
  directory: SiteDirectory
  files: (request: Request) => Promise<Response>
  next: NextHandler
  serverUrl: string
}

/** The sites as the server has them; see startPages.ts. They are loaded for the first that asks: most tests never do. */
const sitesOf = ({ directory, files, next, serverUrl }: SitesArgs) => {
  const load = async () => {
    // One after another: Jest cannot load the same module for two at once.
    const { createSites } = await import('../../src/site/router.ts')
    const { createPages } = await import('../../src/http/pages.ts')
    const { publication } = await import('../../src/site/publication.ts')
    const cache = publication()
    const endHearing = hearChanges({ cache, directory })
    const sites = createSites({
      fetchFile: (path) => files(new Request(`http://internal${path}`)),
    })
    return {
      handle: createPages({ directory, next, serverUrl, sites }),
      renew: () => cache.trustAgain(),
      close: () => {
        endHearing()
        cache.close()
      },
    }
  }
  let loaded: ReturnType<typeof load> | undefined
  const handle: PageHandler = async (args) => (await (loaded ??= load())).handle(args)
  return {
    handle,
    renew: async () => {
      directory.refresh()
      ;(await loaded)?.renew()
    },
    close: async () => (await loaded)?.close(),
  }
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
