// A real browser from the npm registry, and what the tests ask of every page.
import chromium from '@sparticuz/chromium'
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { chromium as playwright, type Browser, type Page } from 'playwright-core'

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

/** Of our own: those of the package switch off what a browser protects, and draw with a graphics card made of software. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

export const launchBrowser = async (): Promise<Browser> =>
  playwright.launch({
    args: chromiumArgs,
    executablePath: await chromium.executablePath(),
  })

export type Finding = { rule: string; nodes: string[] }

/** What axe finds on the page or in a part of it, WCAG 2.2 A and AA and its best practices. */
export const axeFindings = async (page: Page, part = 'html'): Promise<Finding[]> => {
  await page.evaluate(axeSource)
  return page.evaluate(async (within) => {
    const { axe } = window as unknown as {
      axe: {
        run: (
          within: string,
        ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
      }
    }
    const { violations } = await axe.run(within)
    return violations.map(({ id, nodes }) => ({
      rule: id,
      nodes: nodes.map(({ html }) => html.slice(0, 160)),
    }))
  }, part)
}

/** Collects what a page complains about: script errors, failed requests, console errors. */
export const watchComplaints = (page: Page): string[] => {
  const complaints: string[] = []
  page.on('pageerror', (err) => complaints.push(`error: ${err.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') {
      complaints.push(`console: ${message.text()}`)
    }
  })
  page.on('response', (response) => {
    if (response.status() >= 400) {
      complaints.push(`${response.status()}: ${new URL(response.url()).pathname}`)
    }
  })
  return complaints
}

/** How far the page is wider than its window, in pixels; 0 when nothing has to be scrolled sideways. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  )
