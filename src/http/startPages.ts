// The sites, Next behind them for the admin, and the notices that keep what is published true.
import { createServer, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import next from 'next'
import type { Payload } from 'payload'
import type { Notice } from '../../collections/shared/changes/notice.ts'
import { onTold } from '../../collections/shared/changes/notices.ts'
import { ACCOUNTS_TAG, FILES_TAG, TENANTS_TAG } from '../../collections/shared/invalidation.ts'
import { stores } from '../config/media.ts'
import type { JobRunner } from '../jobs/runner.ts'
import { publication } from '../site/publication.ts'
import { createSites } from '../site/router.ts'
import { step } from '../tell.ts'
import { listenForInvalidations } from './invalidations.ts'
import { createPages, type NextHandler, type PageHandler } from './pages.ts'
import { reloadSites } from './reloadSites.ts'
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
  files,
  isDev,
  jobRunner,
  payload,
  port,
  root,
  serverUrl,
}: {
  directory: SiteDirectory
  /** Delivers files. */
  files: (request: Request) => Promise<Response>
  isDev: boolean
  jobRunner: Pick<JobRunner, 'soon'>
  payload: Payload
  port: number
  root: string
  serverUrl: string
}): Promise<Pages> => {
  const admin = prepareWhenAsked({ isDev, port, root })
  const cache = publication()
  const hear = ({ access, content }: Notice): void => {
    const tags = new Set([...access, ...content])
    if (tags.has(FILES_TAG)) {
      jobRunner.soon()
    }
    if (tags.has(ACCOUNTS_TAG)) {
      stores.accounts.refresh()
    }
    if (tags.has(TENANTS_TAG)) {
      directory.refresh()
    }
    cache.withdraw(access)
    cache.refresh(content)
  }
  // What this process changes, before the change is answered; and what others do.
  const endHearing = onTold(hear)
  const invalidations = await listenForInvalidations({
    databaseUrl: process.env.DATABASE_URL ?? '',
    onError: (err) => {
      cache.distrust()
      payload.logger.error({ msg: 'Changes by other processes are not heard.', err })
    },
    onGap: () => {
      directory.refresh()
      stores.accounts.refresh()
      jobRunner.soon()
      cache.trustAgain()
    },
    onNotice: (notice) => {
      try {
        hear(notice)
      } catch (err) {
        // Whatever it was about: nothing that was made before it is believed.
        cache.trustAgain()
        payload.logger.error({ msg: 'A change could not be passed on.', err })
      }
    },
  })
  const create = (module: { createSites: typeof createSites }) =>
    module.createSites({ fetchFile: (path) => files(new Request(`http://internal${path}`)) })
  const made = create({ createSites })
  const reloading = isDev
    ? await reloadSites({ create, logger: payload.logger, root, sites: made })
    : null
  const handle = createPages({
    directory,
    next: admin.handle,
    serverUrl,
    sites: reloading ?? made,
  })
  return {
    handle: async (asked) => reloading?.answer(asked) ?? handle(asked),
    upgrade: admin.upgrade,
    isListening: invalidations.isListening,
    close: async () => {
      endHearing()
      await reloading?.close()
      await invalidations.stop()
      cache.close()
      await admin.close()
    },
  }
}

/** Next takes seconds and hundreds of megabytes, so it waits for the first who wants the admin. */
const prepareWhenAsked = ({
  isDev,
  port,
  root,
}: {
  isDev: boolean
  port: number
  root: string
}): { handle: NextHandler; close: () => Promise<void> } & Pick<Pages, 'upgrade'> => {
  // A server of its own keeps Next away from our upgrade events; in development Next listens there.
  const idle = createServer()
  type Next = ReturnType<typeof next>
  let prepared: Promise<Next> | undefined
  const prepare = (): Promise<Next> =>
    (prepared ??= step('Preparing the admin', async () => {
      const app = next({
        dev: isDev,
        dir: root,
        hostname: 'localhost',
        httpServer: idle,
        port,
        quiet: !isDev,
      })
      await app.prepare()
      return app
    }).catch((err: unknown) => {
      prepared = undefined
      throw err
    }))
  return {
    handle: async (req, res) => (await prepare()).getRequestHandler()(req, res),
    upgrade: (req, socket, head) => {
      if (isDev && req.url?.startsWith('/_next/')) {
        idle.emit('upgrade', req, socket, head)
      } else {
        socket.destroy()
      }
    },
    close: async () => {
      await (await prepared?.catch(() => undefined))?.close()
    },
  }
}
