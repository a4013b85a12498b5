// The content security policy in a real browser: it stops what should not run or be framed, and
// nothing that Vitrine itself does. What it blocks is a complaint, which every page is watched for.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { beforeAll, describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { contextOf, demo, EMBEDDING, server, WIDE } from './stage.ts'

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

let embedding: string

beforeAll(async () => {
  const studies = await demo.studiesOf('harbor')
  embedding = studies.find(({ slug }) => slug === EMBEDDING)!.id
})

it('blocks nothing of embeds, forms, signing in, and what is not there', async () => {
  const context = await contextOf(WIDE)
  const page = await context.newPage()
  const blocked = watchBlocked(page)
  for (const path of ['/nothing-here', '/harbor/work/no-such-study', '/admin/login']) {
    await page.goto(path, { waitUntil: 'load' })
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

describe('what should not be is stopped', () => {
  it('a script that somebody got into a page does not run, in the admin nor on a site', async () => {
    const context = await contextOf({ as: 'editor@harbor.test', ...WIDE })
    const page = await context.newPage()
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
    const context = await contextOf({ as: 'editor@harbor.test', ...WIDE })
    const page = await context.newPage()
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
