// A first study by somebody who has never seen the admin: nothing is stored before it begins, what is new is open,
// and after publishing the page is one click away.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { BrowserContext, Page } from 'playwright-core'
import { watchComplaints } from '../support/browser.ts'
import { eventually } from '../support/demo.ts'
import { startEditing, type Editing } from '../support/editing.ts'
import { openNew } from '../support/openNew.ts'

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/i

let editing: Editing
let context: BrowserContext
let page: Page
let complaints: string[]

beforeAll(async () => {
  editing = await startEditing(['editor', 'viewer'])
  context = await editing.signedIn('editor', { viewport: { width: 1440, height: 1100 } })
  page = await context.newPage()
  complaints = watchComplaints(page)
}, 240_000)

afterAll(async () => {
  await context?.close()
  await editing?.stop()
}, 60_000)

const stored = async (collection: string): Promise<number> => {
  const { body } = await editing.call({
    as: 'editor',
    path: `/api/${collection}?draft=true&depth=0&trash=true&limit=100`,
  })
  return body.docs.length
}

describe.each(['case-studies', 'pages'])('something new in %s', (collection) => {
  it('is nowhere before it has a title', async () => {
    await page.goto(`/admin/collections/${collection}`)
    await page.goto(`/admin/collections/${collection}/create`)
    const title = page.getByLabel('Title')
    await title.waitFor()
    expect(await title.evaluate((input) => input === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await page.reload()
    await title.fill('   ')
    await page.keyboard.press('Enter')
    await page.goto('/admin')
    expect(await stored(collection)).toBe(0)
  }, 60_000)

  it('is refused with a sentence to whoever may not write', async () => {
    const reader = await editing.signedIn('viewer')
    const its = await reader.newPage()
    await its.goto(`/admin/collections/${collection}/create`)
    await its.getByText('There is no tenant in which you may write.').waitFor()
    await reader.close()
  }, 60_000)
})

it('a study is begun, filled, published, and seen', async () => {
  complaints.length = 0
  await openNew(page, 'case-studies', 'A first study')
  await page.locator('.tabs-field__tab-button--active', { hasText: 'Opening' }).waitFor()
  expect(await stored('case-studies')).toBe(1)
  // The parts of the story are there, to fill or to leave empty.
  await page.locator('.tabs-field__tab-button', { hasText: 'Story' }).click()
  await page.locator('.vitrine-row-label').nth(4).waitFor()
  const parts = await page.locator('.vitrine-row-label strong').allInnerTexts()
  expect(parts).toEqual(['Challenge', 'Constraint', 'Approach', 'Outcome', 'Reflection'])
  const editor = page.locator('[data-lexical-editor]').nth(2)
  await editor.click()
  await page.keyboard.type('We began with the words.')
  // A new row is open.
  await page.locator('.tabs-field__tab-button', { hasText: 'Outcomes' }).click()
  await page.locator('#field-outcomes .array-field__add-row').click()
  await page.locator('input[name="outcomes.0.label"]').fill('minutes saved')
  await page.locator('input[name="outcomes.0.value"]').fill('26')
  expect(await page.locator('main').innerText()).not.toMatch(UUID)
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.getByRole('status').getByText('Published.').waitFor()
  await page.getByRole('button', { name: 'Publish changes' }).waitFor()
  const href = await page.getByRole('link', { name: 'View page' }).getAttribute('href')
  expect(href).toBe('/editing/work/a-first-study')
  const isShown = await eventually(async () => {
    const response = await fetch(editing.server.url + href)
    return response.ok && (await response.text()).includes('We began with the words.')
  })
  expect(isShown).toBe(true)
  // What was left empty stays in the form, says so, and is read by nobody else.
  await page.locator('.tabs-field__tab-button', { hasText: 'Story' }).click()
  expect(await page.locator('.vitrine-row-label').allInnerTexts()).toEqual(
    [1, 2, 3, 4, 5].map((number) =>
      number === 3
        ? expect.not.stringContaining('Empty')
        : expect.stringMatching(/Empty, not on the page$/),
    ),
  )
  const answer = await fetch(`${editing.server.url}/api/case-studies?depth=0`)
  const { docs } = (await answer.json()) as { docs: { chapters: { kind: string }[] }[] }
  expect(docs[0]!.chapters.map(({ kind }) => kind)).toEqual(['approach'])
  expect(complaints).toEqual([])
}, 120_000)

it('a chapter that was taken out is put back where it was, with its words', async () => {
  await openNew(page, 'case-studies', 'Put back')
  const id = new URL(page.url()).pathname.split('/').at(-1)
  await page.locator('.tabs-field__tab-button', { hasText: 'Story' }).click()
  const second = page.locator('[data-lexical-editor]').nth(1)
  await second.click()
  await page.keyboard.type('Words of the second chapter')
  const isStored = async (): Promise<boolean> => {
    const { body } = await editing.call({
      as: 'editor',
      path: `/api/case-studies/${id}?draft=true&depth=0`,
    })
    const { chapters } = body as unknown as { chapters: { body: unknown; kind: string }[] }
    return (
      chapters.map(({ kind }) => kind).join() ===
        'challenge,constraint,approach,outcome,reflection' &&
      JSON.stringify(chapters[1]).includes('Words of the second chapter')
    )
  }
  expect(await eventually(isStored)).toBe(true)
  const row = page.locator('#chapters-row-1')
  await row.locator('.array-actions__button').click()
  await page.locator('.array-actions__remove:visible').click()
  await page.getByText('Removed.').waitFor()
  expect(await eventually(async () => !(await isStored()))).toBe(true)
  await page.getByRole('button', { name: 'Undo' }).click()
  await row.getByText('Words of the second chapter').waitFor()
  expect(await eventually(isStored)).toBe(true)
}, 60_000)

it('what was never online is planned to go online', async () => {
  await openNew(page, 'case-studies', 'Planned')
  await page.locator('#field-headline').fill('Words')
  await page.locator('.form-submit .popup-button').first().click()
  await page.locator('#schedule-publish').click()
  const chosen = page.locator('label', { has: page.locator('[name$=-type]:checked') })
  await chosen.first().waitFor()
  expect(await chosen.innerText()).toBe('Publish')
}, 60_000)
