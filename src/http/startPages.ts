// Next, with the sites in front of it and the notices that keep its cache true.
import { createServer, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import next from 'next'
import type { Payload } from 'payload'
import { asPrincipal } from '../../access/claims.ts'
import { ANONYMOUS } from '../../access/principal.ts'
import { ACCOUNTS_TAG, FILES_TAG, TENANTS_TAG } from '../../collections/shared/invalidation.ts'
import { stores } from '../config/media.ts'
import type { JobRunner } from '../jobs/runner.ts'
import type { Environment } from '../env.ts'
import { step } from '../tell.ts'
import { createIsOpened } from '../site/isOpened.ts'
import type { PageHandler } from './app.ts'
import { listenForInvalidations } from './invalidations.ts'
import { createPages } from './pages.ts'
import type { SiteDirectory } from './sites.ts'

export type Pages = {
  handle: PageHandler
  /** In development, Next's hot reload; otherwise nothing is upgraded yet. */
  upgrade: (req: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** Whether notifications of other processes arrive. */
  isListening: () => boolean
  close: () => Promise<void>
}

export const startPages = async ({
  directory,
  environment,
  internalSecret,
  isDev,
  jobRunner,
  payload,
  port,
  root,
}: {
  directory: SiteDirectory
  environment: Environment
  internalSecret: string
  isDev: boolean
  jobRunner: Pick<JobRunner, 'soon'>
  payload: Payload
  port: number
  root: string
}): Promise<Pages> => {
  // A server of its own keeps Next away from our upgrade events; in development Next listens there.
  const idle = createServer()
  const app = next({
    dev: isDev,
    dir: root,
    hostname: 'localhost',
    httpServer: idle,
    port,
    quiet: !isDev,
  })
  await step('Preparing the admin and the sites', () => app.prepare())
  const render = app.getRequestHandler()

  const revalidate = async (tags: string[]): Promise<void> => {
    if (tags.includes(TENANTS_TAG)) {
      directory.refresh()
    }
    const host =
      environment.host === '0.0.0.0' || environment.host === '::' ? '127.0.0.1' : environment.host
    const response = await fetch(`http://${host}:${port}/sites/revalidate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-vitrine-internal': internalSecret },
      body: JSON.stringify({ tags }),
    })
    if (!response.ok) {
      throw new Error(`revalidation answered ${response.status}`)
    }
  }
  const onError = (err: unknown) =>
    payload.logger.error({ msg: 'Site pages could not be refreshed.', err })
  const refreshAll = () => {
    directory.refresh()
    stores.accounts.refresh()
    jobRunner.soon()
    void allTenantTags({ payload }).then(revalidate).catch(onError)
  }
  const invalidations = await listenForInvalidations({
    databaseUrl: process.env.DATABASE_URL ?? '',
    onError,
    onGap: refreshAll,
    onTags: (tags) => {
      if (tags.includes(FILES_TAG)) {
        jobRunner.soon()
      }
      if (tags.includes(ACCOUNTS_TAG)) {
        stores.accounts.refresh()
      }
      const ofPages = tags.filter((tag) => tag !== FILES_TAG && tag !== ACCOUNTS_TAG)
      if (ofPages.length > 0) {
        void revalidate(ofPages).catch(onError)
      }
    },
  })

  return {
    handle: createPages({
      directory,
      internalSecret,
      isOpened: createIsOpened({ payload }),
      next: render,
      serverUrl: environment.serverUrl,
    }),
    upgrade: (req, socket, head) => {
      if (isDev && req.url?.startsWith('/_next/')) {
        idle.emit('upgrade', req, socket, head)
      } else {
        socket.destroy()
      }
    },
    isListening: invalidations.isListening,
    close: async () => {
      await invalidations.stop()
      await app.close()
    },
  }
}

const allTenantTags = async ({ payload }: { payload: Payload }): Promise<string[]> => {
  const { docs } = await asPrincipal(ANONYMOUS, () =>
    payload.find({
      collection: 'tenants',
      depth: 0,
      limit: 0,
      overrideAccess: true,
      pagination: false,
      select: {},
    }),
  )
  return [TENANTS_TAG, ...docs.map(({ id }) => `tenant:${id}`)]
}
