// The language in which the admin opens, and those that it offers: a tenant's own, its main one first.
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { BrowserContext, Page } from 'playwright-core'
import { watchComplaints } from '../support/browser.ts'
import { eventually } from '../support/demo.ts'
import { startEditing, type Editing } from '../support/editing.ts'

let editing: Editing
let context: BrowserContext
let page: Page
let complaints: string[]
let german: string
let single: string

beforeAll(async () => {
  editing = await startEditing([])
  german = await editing.openTenant({
    name: 'Kontor',
    slug: 'kontor',
    defaultLocale: 'de',
    locales: ['ja', 'en', 'de'],
  })
  single = await editing.openTenant({
    name: 'Tokyo',
    slug: 'tokyo',
    defaultLocale: 'ja',
    locales: ['ja'],
  })
  context = await editing.signedIn('first', { viewport: { width: 1440, height: 900 } })
  page = await context.newPage()
  complaints = watchComplaints(page)
}, 300_000)

afterAll(async () => {
  await context?.close()
  await editing?.stop()
}, 60_000)

const workIn = (tenant: string) =>
  context.addCookies([{ name: 'payload-tenant', url: editing.server.url, value: tenant }])

const open = async (path: string): Promise<void> => {
  await page.goto(path)
  await page.locator('.list-header, .dashboard, .doc-header, h1').first().waitFor()
}

const shown = async (): Promise<string> =>
  (await page.locator('.localizer .localizer-button__current-label').first().textContent()) ?? ''

const offered = async (): Promise<(string | null)[]> => {
  await page.locator('.localizer button').first().click()
  const codes = page.locator('.localizer__locale-code')
  await codes.first().waitFor()
  const all = await codes.evaluateAll((found) =>
    found.map((one) => one.getAttribute('data-locale')),
  )
  await page.keyboard.press('Escape')
  return all
}

it('is the main one of the tenant, and only those of the tenant are offered', async () => {
  await workIn(german)
  await open('/admin/collections/case-studies')
  expect(await shown()).toContain('Deutsch')
  expect(await offered()).toEqual(['de', 'ja', 'en'])
})

it('stays the one that was chosen, until another tenant is', async () => {
  await workIn(german)
  await open('/admin/collections/case-studies?locale=ja')
  await open('/admin/collections/pages')
  expect(await shown()).toContain('日本語')
  await workIn(editing.tenant)
  await open('/admin/collections/pages')
  await workIn(german)
  await open('/admin/collections/pages')
  expect(await shown()).toContain('Deutsch')
})

it('is no other one because of a URL', async () => {
  await open('/admin/collections/case-studies?locale=fr&limit=10')
  expect(new URL(page.url()).searchParams.get('locale')).toBeNull()
  expect(new URL(page.url()).searchParams.get('limit')).toBe('10')
  expect(await shown()).toContain('Deutsch')
})

it('is not asked for where there is one', async () => {
  await workIn(single)
  await open('/admin/collections/case-studies')
  expect(await page.locator('.localizer').isVisible()).toBe(false)
  const { body } = await editing.call({
    as: 'first',
    method: 'POST',
    path: '/api/case-studies?draft=true&locale=ja',
    body: { tenant: single, title: '夜行バス' },
  })
  await open(`/admin/collections/case-studies/${body.doc.id}`)
  expect(await page.locator('#field-title').inputValue()).toBe('夜行バス')
  await page.locator('#field-title').fill('終バス')
  await page
    .getByRole('button', { name: /Save|Publish/ })
    .first()
    .waitFor()
  const isSaved = await eventually(async () =>
    page.evaluate(async (id) => {
      const answer = await fetch(`/api/case-studies/${id}?draft=true&depth=0`)
      return ((await answer.json()) as { title?: string }).title === '終バス'
    }, body.doc.id),
  )
  expect(isSaved).toBe(true)
  expect(complaints).toEqual([])
}, 90_000)
