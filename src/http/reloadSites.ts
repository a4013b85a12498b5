// In development: the sites as their files are now. Whatever is saved below src/site is compiled again, and open pages
// load themselves anew.
import { watch } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Payload } from 'payload'
import type { RawRequest } from '../site/request.ts'
import type { createSites, Sites } from '../site/router.ts'
import { DEV_EVENTS, DEV_SCRIPT } from '../site/reloading.ts'

type SiteModule = { createSites: typeof createSites }

export type ReloadingSites = Pick<Sites, 'fetch'> & {
  /** The script of open pages and what it listens to; null for every other request. */
  answer: (raw: RawRequest) => Response | null
  close: () => Promise<void>
}

/** Several files are often saved at once. */
const SETTLE_MS = 60

export const reloadSites = async ({
  create,
  logger,
  root,
  sites: first,
}: {
  create: (module: SiteModule) => Sites
  logger: Payload['logger']
  root: string
  sites: Sites
}): Promise<ReloadingSites> => {
  const esbuild = await import('esbuild')
  const folder = path.join(root, '.build', 'dev')
  const compiling = await esbuild.context({
    absWorkingDir: root,
    alias: { '@payload-config': './payload.config.ts' },
    bundle: true,
    entryPoints: { router: 'src/site/router.ts' },
    format: 'esm',
    jsx: 'automatic',
    loader: { '.css': 'empty', '.woff2': 'empty' },
    logLevel: 'error',
    outExtension: { '.js': '.mjs' },
    outdir: folder,
    packages: 'external',
    platform: 'node',
    sourcemap: 'linked',
    target: 'node20',
  })
  // The first time takes longest.
  void compiling.rebuild().catch(() => undefined)
  let sites = first
  let count = 0
  const open = new Set<RawRequest['outgoing']>()

  const reload = async (): Promise<void> => {
    try {
      await compiling.rebuild()
      count += 1
      const file = pathToFileURL(path.join(folder, 'router.mjs')).href
      sites = create((await import(`${file}?${count}`)) as SiteModule)
      for (const outgoing of open) {
        outgoing.write('data: reload\n\n')
      }
    } catch (err) {
      logger.error({ msg: 'The sites stay as they were: they could not be compiled.', err })
    }
  }
  let timer: NodeJS.Timeout | undefined
  const watching = watch(path.join(root, 'src', 'site'), { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => void reload(), SETTLE_MS)
  })

  return {
    fetch: (...args) => sites.fetch(...args),
    answer: ({ incoming, outgoing }) => {
      if (incoming.url === DEV_SCRIPT) {
        return new Response(SCRIPT, { headers: { 'content-type': 'text/javascript' } })
      }
      if (incoming.url !== DEV_EVENTS) {
        return null
      }
      outgoing.writeHead(200, { 'cache-control': 'no-store', 'content-type': 'text/event-stream' })
      outgoing.write(':\n\n')
      open.add(outgoing)
      outgoing.once('close', () => open.delete(outgoing))
      return RESPONSE_ALREADY_SENT
    },
    close: async () => {
      clearTimeout(timer)
      watching.close()
      open.forEach((outgoing) => outgoing.end())
      await compiling.dispose()
    },
  }
}

const SCRIPT = `new EventSource('${DEV_EVENTS}').onmessage = () => location.reload()\n`
