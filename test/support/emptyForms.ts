// Forms and views of the admin with nothing in them, found in the configuration, and what must not be seen there.
import { expect } from '@jest/globals'
import type { Locator, Page, Response } from 'playwright-core'
import type { Field, SanitizedCollectionConfig, SanitizedConfig } from 'payload'
import { settle } from './pressing.ts'

/** Whatever the admin calls its sentences by, with the words of Payload and of the plugins. */
const keysOf = ({ i18n }: SanitizedConfig): RegExp => {
  const groups = Object.keys((i18n.translations as { en: object }).en)
  return new RegExp(`(?<![\\w/.-])(?:${groups.join('|')}):[a-z]\\w*`, 'i')
}

const BROKEN =
  /something went wrong|page couldn.t load|could not be loaded|is not a function|is not iterable|cannot read properties/i
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/i

/** @returns What is seen on the page, and in a notice over it, that nobody should see. */
export const wrongWords = async (page: Page, config: SanitizedConfig): Promise<string[]> => {
  const words = await page.locator('body').innerText()
  return [BROKEN, UUID, keysOf(config)].flatMap((wrong) => {
    const found = wrong.exec(words)
    return found ? [words.slice(Math.max(0, found.index - 60), found.index + 60)] : []
  })
}

/** Paths of the rows that somebody may add, those in rows left out. */
export const arraysIn = (fields: Field[], prefix = ''): string[] =>
  fields.flatMap((field): string[] => {
    const name = 'name' in field && field.name ? `${prefix}${field.name}` : null
    if (field.type === 'tabs') {
      return field.tabs.flatMap((tab) =>
        arraysIn(tab.fields, 'name' in tab && tab.name ? `${prefix}${tab.name}.` : prefix),
      )
    }
    if (field.type === 'array') {
      return field.admin?.hidden || field.admin?.readOnly ? [] : [name!]
    }
    return 'fields' in field ? arraysIn(field.fields, name === null ? prefix : `${name}.`) : []
  })

const idOf = (path: string): string => `#field-${path.replaceAll('.', '__')}`

/** Opens each tab of a form in turn. */
export const openTabs = async (page: Page, at: (label: string) => Promise<void>): Promise<void> => {
  const tabs = page.locator('.tabs-field__tab-button')
  const count = await tabs.count()
  for (let index = 0; index < count; index += 1) {
    await tabs.nth(index).click()
    await at(await tabs.nth(index).innerText())
  }
  if (count === 0) {
    await at('')
  }
}

/** Adds a row to each of the arrays that are to be seen. @returns Those that got one. */
export const addRows = async (page: Page, paths: readonly string[]): Promise<string[]> => {
  const added: string[] = []
  for (const path of paths) {
    const button = page.locator(`${idOf(path)} > .array-field__add-row:visible`)
    if (await button.count()) {
      const rows = page.locator(`[id^="${path.replaceAll('.', '-')}-row-"]:visible`)
      const before = await rows.count()
      await button.click()
      await rows.nth(before).waitFor()
      added.push(path)
    }
  }
  return added
}

const isWrite = (slug: string) => (response: Response) => {
  const request = response.request()
  const { pathname } = new URL(response.url())
  return (
    ['PATCH', 'POST'].includes(request.method()) &&
    request.headers()['x-payload-http-method-override'] === undefined &&
    new RegExp(`^/api/${slug}(/[0-9a-f-]{36})?$`).test(pathname)
  )
}

type Refusal = { errors?: { data?: { errors?: { label?: string; path: string }[] } }[] }

/**
 * Presses a button that saves; it has to be saved, or refused in a sentence that names each field.
 *
 * @returns Whether it was saved; `null` when there was nothing to save.
 */
export const save = async (page: Page, slug: string, button: Locator): Promise<boolean | null> => {
  if (!(await button.isEnabled())) {
    return null
  }
  const answered = page.waitForResponse(isWrite(slug), { timeout: 20_000 })
  await button.click()
  const answer = await answered
  if (answer.ok()) {
    return true
  }
  const text = await page
    .locator('[data-sonner-toast][data-type="error"]')
    .first()
    .innerText({ timeout: 10_000 })
  const { errors = [] } = (await answer.json()) as Refusal
  const labels = errors.flatMap(({ data }) => data?.errors ?? []).map(({ label }) => label ?? '')
  expect({ status: answer.status(), text: text.trim() }).toEqual({
    status: 400,
    text: expect.stringMatching(/\S/),
  })
  const named = text.replaceAll(' → ', ' > ')
  expect(labels.filter((label) => label === '' || !named.includes(label))).toEqual([])
  return false
}

/** What says no to what is empty is meant to. */
export const isMeant = (slug: string) => (complaint: string) =>
  new RegExp(`^400: /api/${slug}`).test(complaint) ||
  /^console: Failed to load resource.*\b400\b/.test(complaint)

export const saveButton = (page: Page): Locator =>
  page.locator('#action-save-draft:visible, #action-save:visible').first()

export const visit = async (page: Page, path: string): Promise<void> => {
  await page.goto(path)
  await settle(page)
}

/** The collections that have forms in the admin: Payload's own have none. */
export const shown = ({ collections }: SanitizedConfig): SanitizedCollectionConfig[] =>
  collections.filter(({ admin, slug }) => !slug.startsWith('payload-') && admin.hidden !== true)
