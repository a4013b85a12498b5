// The demo on the production server, once for everything that is tried in it, and a browser. Started and
// stopped for the test file that imports this.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect } from '@jest/globals'
import type { Browser, BrowserContext } from 'playwright-core'
import { launchBrowser } from '../../support/browser.ts'
import { demoOf, eventually, type Demo } from '../../support/demo.ts'
import { startNameServer, type NameServer } from '../../support/dns.ts'
import {
  fewRounds,
  freePort,
  launch,
  makeDataDir,
  untilReady,
  type ServerProcess,
} from '../../support/process.ts'

/** A study of `harbor` with something of another site in it. */
export const EMBEDDING = 'forty-two-minutes'

export const WIDE = { viewport: { width: 1600, height: 1000 } }

const dataDir = makeDataDir()
export let server: ServerProcess
export let demo: Demo
export let dns: NameServer
let browser: Browser

const start = async (): Promise<ServerProcess> =>
  launch({
    env: { DATA_DIR: dataDir, DEMO: '1', DNS_SERVERS: dns.address, NODE_OPTIONS: fewRounds },
    port: await freePort(),
  })

/** The first start is interrupted in the midst of seeding: the demo is the second one's. */
beforeAll(async () => {
  dns = await startNameServer()
  browser = await launchBrowser()
  const interrupted = await start()
  await eventually(async () => hasFiles(), 120)
  interrupted.child.kill('SIGTERM')
  await interrupted.exit
  expect(interrupted.output()).not.toContain('Vitrine is ready')
  expect(existsSync(path.join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false)
  server = await start()
  demo = demoOf(server)
  await untilReady(server, 400_000)
  expect(server.output()).toContain('Seeding the demo')
}, 420_000)

afterAll(async () => {
  await browser?.close()
  server.child.kill('SIGTERM')
  await server.exit
  await dns.stop()
  rmSync(dataDir, { force: true, recursive: true })
}, 60_000)

/** Whether the seed has written files: what is in the database is not yet committed then. */
const hasFiles = (): boolean => {
  const folder = path.join(dataDir, 'media')
  return (
    existsSync(folder) &&
    readdirSync(folder, { encoding: 'utf8', recursive: true }).some((name) => /\.webp$/.test(name))
  )
}

type Options = Parameters<Browser['newContext']>[0]

/** A browser of its own: of `as`, by email, or of nobody. */
export const contextOf = async ({
  as,
  ...options
}: Options & { as?: string } = {}): Promise<BrowserContext> => {
  const context = await browser.newContext({ baseURL: server.url, ...options })
  if (as) {
    const value = await demo.logIn(as)
    await context.addCookies([{ name: 'payload-token', value, url: server.url }])
  }
  return context
}
