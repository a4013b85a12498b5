// What the process runs: the HTTP server, Payload, Next, the jobs and the notices between
// processes. Composition and the order of starting and stopping; each part has its own file.
import type { Payload } from 'payload'
import { closePayload } from './database/closePayload.ts'
import { requireServerUrl, type Environment } from './env.ts'
import { createApp } from './http/app.ts'
import { createLifecycle } from './http/lifecycle.ts'
import { listen } from './http/listen.ts'
import { requestListener, startingListener } from './http/listener.ts'
import { nodeServer } from './http/nodeServer.ts'
import { shutDown } from './http/shutDown.ts'
import { prepareDatabase } from './database/prepare.ts'
import { tell, step } from './tell.ts'

export type RunningServer = {
  /** The address for this machine, e.g. `http://localhost:3000`. */
  url: string
  payload: Payload
  stop: () => Promise<void>
}

/**
 * Starts everything and returns once requests are served.
 *
 * @param isDev Next in development mode.
 * @param signal Gives up at the next step and takes back what was begun.
 * @param lastMoment Ends the embedded Postgres, whatever still uses it: the process is about to be ended.
 * @throws a start error with one sentence for whatever a person can put right.
 */
export const startServer = async ({
  environment,
  isDev = false,
  lastMoment,
  root,
  signal,
}: {
  environment: Environment
  isDev?: boolean
  lastMoment?: AbortSignal
  root: string
  signal?: AbortSignal
}): Promise<RunningServer> => {
  requireServerUrl(environment)
  const lifecycle = createLifecycle()

  let answer = startingListener
  const server = nodeServer((req, res) => {
    lifecycle.inFlight += 1
    res.once('close', () => (lifecycle.inFlight -= 1))
    void answer(req, res)
  })
  const port = await listen({ host: environment.host, port: environment.port, server })
  process.env.PORT = String(port)
  const url = `http://localhost:${port}`

  /** How to take back what was begun, the latest last. */
  const begun: (() => unknown)[] = [() => server.close()]
  try {
    const cluster = await prepareDatabase({ environment, lastMoment, root, signal })
    begun.push(() => cluster?.stop())
    cluster?.watch()
    signal?.throwIfAborted()
    // Imported only now: the configuration reads the environment that the steps above complete.
    const { default: config } = await import('../payload.config.ts')
    const { getPayload } = await import('payload')
    const payload = await step('Loading Payload', () => getPayload({ config }))
    begun.push(() => closePayload({ payload }))
    signal?.throwIfAborted()
    const { seedWhenEmpty } = await import('./seed/whenEmpty.ts')
    await seedWhenEmpty({ environment, isEmbedded: cluster !== undefined, payload, signal })
    signal?.throwIfAborted()

    const { createSiteDirectory } = await import('./http/sites.ts')
    const { startPages } = await import('./http/startPages.ts')
    const { serverUrl, trustProxy } = environment
    const directory = createSiteDirectory({ payload, serverUrl })
    const { mediaHandler } = await import('./http/media.ts')
    const { startJobRunner } = await import('./jobs/runner.ts')
    const files = mediaHandler({ directory, payload })
    const jobRunner = startJobRunner({ payload })
    begun.push(() => jobRunner.stop())
    const pages = await startPages({
      directory,
      files,
      isDev,
      jobRunner,
      payload,
      port,
      root,
      serverUrl,
    })
    begun.push(() => pages.close())
    signal?.throwIfAborted()
    const { databaseCheck, folderCheck, schemaCheck } = await import('./http/readiness.ts')
    const app = createApp({
      checks: [
        databaseCheck({ payload }),
        schemaCheck({ payload }),
        folderCheck({ folder: environment.dataDir }),
        () => (pages.isListening() ? null : 'changes by other processes are not heard'),
        () => (jobRunner.isAlive() ? null : 'work in the background stands still'),
      ],
      config,
      directory,
      files,
      getPayload: () => payload,
      lifecycle,
      pages: pages.handle,
      serverUrl,
      trustProxy,
    })
    answer = requestListener(app.fetch)
    server.on('upgrade', pages.upgrade)
    lifecycle.state = 'ready'
    tell.ready({ environment, isEmbedded: cluster !== undefined, url })
    return {
      url,
      payload,
      stop: () =>
        shutDown({
          cluster,
          drainMs: environment.drainMs,
          files,
          jobRunner,
          lifecycle,
          pages,
          payload,
          server,
        }),
    }
  } catch (err) {
    for (const takeBack of begun.reverse()) {
      try {
        await takeBack()
      } catch (failure) {
        // The others are taken back all the same.
        console.error(failure)
      }
    }
    throw err
  }
}
