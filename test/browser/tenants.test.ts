// The form of a tenant, opened while no tenant is chosen at the top left, keeps each letter that is typed into it.
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { BrowserContext, Page } from 'playwright-core'
import { watchComplaints } from '../support/browser.ts'
import { startEditing, type Editing } from '../support/editing.ts'
import { settle } from '../support/pressing.ts'

let editing: Editing
let context: BrowserContext
let page: Page
let complaints: string[]

beforeAll(async () => {
  editing = await startEditing([])
  await editing.openTenant({ name: 'Another one', slug: 'another-one' })
  context = await editing.signedIn('first')
  await context.clearCookies({ name: 'payload-tenant' })
  page = await context.newPage()
  complaints = watchComplaints(page)
  page.on('dialog', (dialog) => void dialog.accept())
}, 240_000)

afterAll(async () => {
  await context?.close()
  await editing?.stop()
}, 60_000)

const NAME = 'Northern Harbour and Lighthouse Company'

const name = () => page.locator('#field-name')
const save = () => page.locator('#action-save').click()

it('typed as soon as it is there, after it was refused, and after it was saved', async () => {
  await page.goto('/admin/collections/tenants/create')
  expect(await page.title()).toBe('New tenant · Vitrine')
  await page.getByRole('heading', { level: 1, name: 'New tenant' }).waitFor()
  await page.locator('.step-nav__last', { hasText: 'New tenant' }).waitFor()
  await name().pressSequentially(NAME, { delay: 60 })
  await settle(page)
  expect(await name().inputValue()).toBe(NAME)
  expect(await page.locator('.step-nav__last').innerText()).toBe('New tenant')
  // Another tenant is called so.
  await page.locator('#field-slug').fill('another-one')
  await save()
  await page.locator('.field-error:visible').first().waitFor()
  await name().press('End')
  await name().pressSequentially(', since 1904', { delay: 60 })
  await settle(page)
  expect(await name().inputValue()).toBe(`${NAME}, since 1904`)
  expect(await page.locator('#field-slug').inputValue()).toBe('another-one')
  complaints.splice(0, complaints.length, ...complaints.filter((one) => !one.includes('400')))

  await page.locator('#field-slug').fill('northern-harbour')
  await save()
  await page.waitForURL(/\/tenants\/[0-9a-f-]{36}/)
  await settle(page)
  await name().press('End')
  await name().pressSequentially(', again', { delay: 60 })
  await save()
  await page.getByText('Updated successfully').first().waitFor()
  await name().press('End')
  await name().pressSequentially(' and again', { delay: 60 })
  await settle(page)
  expect(await name().inputValue()).toBe(`${NAME}, since 1904, again and again`)
  expect(complaints).toEqual([])
}, 90_000)
