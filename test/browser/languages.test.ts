// Who writes in another language than the tenant's main one: an empty text shows what it says in the main language,
// below the field and never in it.
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { BrowserContext, Page } from 'playwright-core'
import { axeFindings, watchComplaints } from '../support/browser.ts'
import { richText } from '../support/content.ts'
import { startEditing, type Editing } from '../support/editing.ts'

const SHOTS = process.env.VITRINE_SHOTS

let editing: Editing
let context: BrowserContext
let page: Page
let complaints: string[]
let study: string

beforeAll(async () => {
  editing = await startEditing([])
  const tenant = await editing.openTenant({
    name: 'Fähre',
    slug: 'faehre',
    locales: ['de', 'fr'],
    defaultLocale: 'de',
  })
  await editing.invite({ as: 'editor', role: 'editor', tenant })
  const { body } = await editing.call({
    as: 'editor',
    method: 'POST',
    path: '/api/case-studies?draft=true&locale=de',
    body: {
      tenant,
      title: 'Fährplan',
      headline: 'Ein Fahrplan für zwei Ufer',
      chapters: [{ kind: 'challenge', title: 'Am Anfang', body: richText('Ein Brett') }],
    },
  })
  study = body.doc.id
  context = await editing.signedIn('editor', { viewport: { width: 1440, height: 1100 } })
  await context.addCookies([{ name: 'payload-tenant', value: tenant, url: editing.server.url }])
  page = await context.newPage()
  complaints = watchComplaints(page)
  page.on('dialog', (dialog) => void dialog.accept())
}, 300_000)

afterAll(async () => {
  await context?.close()
  await editing?.stop()
}, 60_000)

const open = (locale: string) =>
  page.goto(`/admin/collections/case-studies/${study}?locale=${locale}`)

const sources = () => page.locator('.vitrine-source')

const shoot = async (name: string): Promise<void> => {
  if (SHOTS) {
    for (const [width, colorScheme] of [
      [1440, 'light'],
      [1440, 'dark'],
      [360, 'light'],
      [360, 'dark'],
    ] as const) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 1100 })
      await page.screenshot({ path: `${SHOTS}/${name}-${width}-${colorScheme}.png` })
    }
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 1440, height: 1100 })
  }
}

it('shows the source text below what is empty, asks for it once, and stores nothing', async () => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('fallback-locale=none')) {
      asked.push(request.url())
    }
  })
  await open('fr')
  const headline = page.locator('#field-headline')
  const source = page.locator(
    '.field-type:has(#field-headline):not(:has(.field-type)) .vitrine-source',
  )
  await source.waitFor()
  expect(await source.innerText()).toBe('Deutsch: Ein Fahrplan für zwei Ufer')
  expect(await source.locator('[lang=de]').innerText()).toBe('Ein Fahrplan für zwei Ufer')
  expect(await headline.inputValue()).toBe('')
  expect(await axeFindings(page, '.vitrine-source')).toEqual([])
  await page.locator('.render-title', { hasText: 'Fährplan (DE)' }).first().waitFor()
  expect(await page.title()).toBe('Fährplan (DE) · Vitrine')
  await shoot('overview')

  await page.locator('.tabs-field__tab-button', { hasText: 'Story' }).click()
  await sources().filter({ hasText: 'Ein Brett' }).waitFor()
  expect(await sources().filter({ hasText: 'Am Anfang' }).count()).toBe(1)
  expect(asked).toHaveLength(1)
  await shoot('story')

  const { body } = await editing.call({
    as: 'editor',
    path: `/api/case-studies/${study}?draft=true&depth=0&locale=fr&fallback-locale=none`,
  })
  expect((body as unknown as { headline?: unknown }).headline ?? null).toBeNull()
  expect(complaints).toEqual([])
}, 60_000)

it('shows none beside a text that is written, and none in the main language', async () => {
  await open('fr')
  // The form opens where it was left.
  await page.locator('.tabs-field__tab-button', { hasText: 'Opening' }).click()
  const headline = page.locator('#field-headline')
  const source = sources().filter({ hasText: 'Ein Fahrplan für zwei Ufer' })
  await source.waitFor()
  await headline.fill('Un horaire')
  await source.waitFor({ state: 'detached' })
  await headline.fill('')
  await source.waitFor()

  await open('de')
  await page.waitForFunction(
    () =>
      document.querySelector<HTMLInputElement>('#field-headline')?.value ===
      'Ein Fahrplan für zwei Ufer',
  )
  await page.waitForLoadState('networkidle')
  expect(await sources().count()).toBe(0)
}, 60_000)

it('its versions name their author, in Payload’s own table', async () => {
  await page.goto(`/admin/collections/case-studies/${study}/versions?locale=de`)
  const table = page.locator('.versions table')
  await table.locator('th', { hasText: 'Author' }).waitFor()
  expect(await table.locator('tbody tr').first().innerText()).toContain('editor')
}, 60_000)

it('on a phone, each button above the form and each status of a version is whole', async () => {
  await page.setViewportSize({ width: 360, height: 800 })
  const cutOff = (selector: string) =>
    page.locator(selector).evaluateAll((all) =>
      all.flatMap((one) => {
        const { left, right, width } = one.getBoundingClientRect()
        return width > 0 && (left < 0 || right > window.innerWidth) ? [one.textContent] : []
      }),
    )
  await open('de')
  await page.locator('#action-save').waitFor()
  expect(await cutOff('.doc-controls :is(button, a, .status, .doc-controls__value)')).toEqual([])
  const bar = page.locator('.doc-controls__controls')
  expect(await bar.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
  expect(await bar.evaluate((one) => getComputedStyle(one, '::after').display)).toBe('none')
  await page.goto(`/admin/collections/case-studies/${study}/versions?locale=de`)
  await page.locator('.versions .pill').first().waitFor()
  expect(await cutOff('.versions .pill')).toEqual([])
  expect(await page.title()).toBe('Versions: Fährplan · Vitrine')
  await page.setViewportSize({ width: 1440, height: 1100 })
}, 60_000)

it('the preview beside the form says in the main language what is not translated, also while it is typed', async () => {
  await open('fr')
  const preview = page.frameLocator('iframe[src*="/preview/"]')
  const heading = preview.getByRole('heading', { level: 1 })
  await page.locator('#live-preview-toggler').click()
  await preview.getByText('Am Anfang').first().waitFor({ state: 'attached' })
  const title = page.locator('#field-title')
  await title.fill('Horaire')
  await heading.filter({ hasText: 'Horaire' }).waitFor()
  expect(await preview.getByText('Am Anfang').count()).toBeGreaterThan(0)
  expect(await preview.getByText('Ein Brett').count()).toBeGreaterThan(0)
  await title.fill('')
  await heading.filter({ hasText: 'Fährplan' }).waitFor()
}, 60_000)
