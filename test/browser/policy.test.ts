// The content security policy in a real browser: it stops what should not run or be framed, and
// nothing that Vitrine itself does.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import {
  freePort,
  launch,
  makeDataDir,
  untilReady,
  type ServerProcess,
} from '../support/process.ts'
import { demoOf, eventually, type Demo } from '../support/demo.ts'

const dataDir = makeDataDir()
let server: ServerProcess
let browser: Browser
let demo: Demo

beforeAll(async () => {
  server = launch({ env: { DATA_DIR: dataDir, DEMO: '1' }, port: await freePort() })
  demo = demoOf(server)
  browser = await launchBrowser()
  await untilReady(server, 400_000)
}, 420_000)

afterAll(async () => {
  await browser?.close()
  server.child.kill('SIGTERM')
  await server.exit
  rmSync(dataDir, { force: true, recursive: true })
}, 60_000)

const open = async (email?: string): Promise<{ context: BrowserContext; page: Page }> => {
  const context = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 1600, height: 1000 },
  })
  if (email) {
    const value = await demo.logIn(email)
    await context.addCookies([{ name: 'payload-token', value, url: server.url }])
  }
  return { context, page: await context.newPage() }
}

/** What the browser did not let a page do, its frames included. */
const watchBlocked = (page: Page): string[] => {
  const blocked: string[] = []
  page.on('console', (message) => {
    if (/content security policy|violates the following|refused to/i.test(message.text())) {
      blocked.push(`${new URL(page.url()).pathname}: ${message.text().slice(0, 300)}`)
    }
  })
  return blocked
}

const EMBEDDING = 'forty-two-minutes'
let embedding: string

beforeAll(async () => {
  const studies = await demo.studiesOf('harbor')
  embedding = studies.find(({ slug }) => slug === EMBEDDING)!.id
})

describe('nothing is blocked', () => {
  it('on a visitor’s pages: the front page, sites, forms, embeds, films, what is not there', async () => {
    const { context, page } = await open()
    const blocked = watchBlocked(page)
    for (const path of [
      '/',
      '/nothing-here',
      '/harbor',
      '/harbor/work',
      '/harbor/work/no-such-study',
      '/harbor/people',
      '/kiln',
      '/atlas/de/contact',
      '/admin/login',
    ]) {
      await page.goto(path, { waitUntil: 'load' })
    }
    const studies = await demo.studiesOf('harbor')
    for (const { slug } of studies) {
      await page.goto(`/harbor/work/${slug}`, { waitUntil: 'load' })
      for (const film of await page.locator('video').all()) {
        await film.evaluate((video: HTMLVideoElement) => void video.play().catch(() => undefined))
      }
    }
    await page.route('https://www.openstreetmap.org/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<p>A map</p>' }),
    )
    await page.goto(`/harbor/work/${EMBEDDING}`)
    await page.locator('[data-island="embed"] a[data-src]').first().click()
    await page.frameLocator('iframe').first().getByText('A map').waitFor()
    const locked = (await demo.studiesOf('harbor', 'viewer@harbor.test')).find(
      ({ tenant, visibility }) => tenant.slug === 'harbor' && visibility === 'password',
    )!
    await page.goto(`/harbor/work/${locked.slug}`)
    for (const password of ['not the password', 'vitrine-demo']) {
      await page.locator('input[type=password]').fill(password)
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    }
    expect(blocked).toEqual([])
    await context.close()
  }, 180_000)

  it('in the admin, its editor and its live preview', async () => {
    const { context, page } = await open('editor@harbor.test')
    const blocked = watchBlocked(page)
    for (const path of [
      '/admin',
      '/admin/collections/case-studies',
      '/admin/collections/media',
      '/admin/collections/site-settings',
      '/admin/account',
    ]) {
      await page.goto(path, { waitUntil: 'load' })
    }
    await page.goto(`/admin/collections/case-studies/${embedding}`)
    await eventually(async () => {
      await page.locator('#live-preview-toggler').click()
      return page
        .locator('iframe[src*="/preview/"]')
        .waitFor({ state: 'attached', timeout: 3_000 })
        .then(() => true)
        .catch(() => false)
    })
    const preview = page.frameLocator('iframe[src*="/preview/"]')
    await preview.locator('h1').first().waitFor()
    await page.locator('#field-title').fill('Typed a moment ago')
    await preview.getByRole('heading', { name: 'Typed a moment ago' }).first().waitFor()
    await page.waitForTimeout(1_000)
    expect(blocked).toEqual([])
    await context.close()
  }, 180_000)
})

describe('what should not be is stopped', () => {
  it('a script that somebody got into a page does not run, in the admin nor on a site', async () => {
    const { context, page } = await open('editor@harbor.test')
    for (const path of ['/admin', '/', '/harbor', `/harbor/work/${EMBEDDING}`]) {
      // As markup in the answer, after which the policy of the answer decides.
      await page.route(`**${path}`, async (route) => {
        const response = await route.fetch()
        const planted = `<img src=x onerror="window.planted=1"><script>window.planted=2</script><script src="https://evil.example/x.js"></script>`
        const body = (await response.text()).replace('</body>', `${planted}</body>`)
        await route.fulfill({ response, body })
      })
      await page.route('https://evil.example/**', (route) =>
        route.fulfill({ contentType: 'text/javascript', body: 'window.planted=3' }),
      )
      await page.goto(path, { waitUntil: 'load' })
      await page.waitForTimeout(300)
      const planted = await page.evaluate(() => (window as { planted?: number }).planted)
      expect({ path, planted }).toEqual({ path, planted: undefined })
      await page.unrouteAll()
    }
    await context.close()
  }, 120_000)

  it('no page frames the admin or a site, not even one of the same host', async () => {
    const foreign = await serveFrames()
    const { context, page } = await open('editor@harbor.test')
    const preview = `/preview/case-studies/${embedding}?locale=en`
    const framed = async (from: string, path: string): Promise<boolean> => {
      await page.goto(from, { waitUntil: 'load' })
      await page.evaluate((src) => {
        const frame = document.createElement('iframe')
        frame.src = src
        document.body.append(frame)
        return new Promise((resolve) => (frame.onload = resolve))
      }, server.url + path)
      const texts = await Promise.all(
        page
          .frames()
          .slice(1)
          .map((frame) =>
            frame
              .locator('html[lang]')
              .count()
              .catch(() => 0),
          ),
      )
      return texts.some((count) => count > 0)
    }
    for (const path of ['/admin', '/harbor', preview]) {
      expect({ path, framed: await framed(foreign.url, path) }).toEqual({ path, framed: false })
    }
    for (const path of ['/admin', '/harbor']) {
      expect({ path, framed: await framed('/harbor', path) }).toEqual({ path, framed: false })
    }
    expect(await framed('/harbor', preview)).toBe(true)
    await context.close()
    await foreign.stop()
  }, 120_000)
})

/** A page of another origin. */
const serveFrames = async () => {
  const other: Server = createServer((_, res) => {
    res.setHeader('content-type', 'text/html')
    res.end('<!doctype html><body>')
  })
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://localhost:${(other.address() as AddressInfo).port}/`,
    stop: () => new Promise((resolve) => other.close(resolve)),
  }
}
