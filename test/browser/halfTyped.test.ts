// Numbers, dates and URLs as people type and paste them: understood, or left as they were typed with a hint, and never
// altered without a word.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { watchComplaints } from '../support/browser.ts'
import { eventually } from '../support/demo.ts'
import { startEditing, type Editing } from '../support/editing.ts'
import { inShort } from '../support/inShort.ts'

let editing: Editing
let context: BrowserContext
let page: Page
let complaints: string[]

beforeAll(async () => {
  editing = await startEditing(['editor'])
  context = await editing.signedIn('editor', { viewport: { width: 1600, height: 1100 } })
  page = await context.newPage()
  complaints = watchComplaints(page)
  page.on('dialog', (dialog) => void dialog.accept())
}, 240_000)

afterAll(async () => {
  await context?.close()
  await editing?.stop()
}, 60_000)

type Study = {
  chapters: { body: unknown }[]
  embargoUntil?: string | null
  headline?: string
  outcomes: { after?: number; before?: number; value?: number }[]
  publishedAt?: string | null
}

const startStudy = async (data: object): Promise<string> => {
  const { body, status } = await editing.call({
    as: 'editor',
    method: 'POST',
    path: '/api/case-studies?draft=true',
    body: { tenant: editing.tenant, title: 'Half typed', ...data },
  })
  expect(status).toBe(201)
  return body.doc.id
}

const textOf = (children: object[]): object => ({
  root: { type: 'root', version: 1, format: '', indent: 0, direction: null, children },
})

const stored = async (id: string): Promise<Study> => {
  const { body } = await editing.call({
    as: 'editor',
    path: `/api/case-studies/${id}?draft=true&depth=0`,
  })
  return body as unknown as Study
}

const open = async (id: string, tab?: string): Promise<void> => {
  await page.goto(`/admin/collections/case-studies/${id}`)
  await page.locator('#field-headline').waitFor()
  if (tab) {
    await page.locator('.tabs-field__tab-button', { hasText: tab }).click()
  }
}

/** Saves with another text, so that it is known when everything was stored. */
const saveAll = async (id: string): Promise<Study> => {
  const mark = `Saved ${(saves += 1)}`
  await page.locator('.tabs-field__tab-button').first().click()
  await page.locator('#field-headline').fill(mark)
  await page.keyboard.press('Control+s')
  expect(await eventually(async () => (await stored(id)).headline === mark)).toBe(true)
  return stored(id)
}
let saves = 0

const hintOf = (input: Locator): Locator =>
  page.locator('.field-type', { has: input }).last().locator('.vitrine-url-hint')

const type = async (input: Locator, text: string): Promise<void> => {
  await input.fill(text)
  await input.press('Tab')
}

describe('a number', () => {
  const inputOf = (name: string): Locator => page.locator(`#field-outcomes__0__${name}`)
  const showOutcomes = async (): Promise<void> => {
    const tabs = page.locator('.tabs-field__tab-button')
    for (let index = 0; index < (await tabs.count()); index += 1) {
      await tabs.nth(index).click()
      if (await page.locator('#field-outcomes').isVisible()) {
        break
      }
    }
    if (!(await inputOf('value').isVisible())) {
      await page.locator('#field-outcomes .collapsible__toggle').first().click()
    }
    await inputOf('value').waitFor()
  }

  it('is understood with a decimal comma, in groups and with a minus sign; what is none stays, with a hint, and is not saved', async () => {
    complaints.length = 0
    const id = await startStudy({ outcomes: [{ value: 7, label: 'Wait', before: 2, after: 1 }] })
    await open(id)
    await showOutcomes()
    await type(inputOf('value'), '1,5')
    await type(inputOf('before'), '1.234,5')
    await type(inputOf('after'), '−5')
    expect(await hintOf(inputOf('value')).count()).toBe(0)
    expect((await saveAll(id)).outcomes[0]).toMatchObject({ value: 1.5, before: 1234.5, after: -5 })
    for (const half of inShort(['abc', '1e', '1,234'], 0, 2)) {
      await open(id)
      await showOutcomes()
      await type(inputOf('value'), half)
      await hintOf(inputOf('value')).getByText('This number is not saved yet.').waitFor()
      expect((await saveAll(id)).outcomes[0]).toMatchObject({ value: 1.5 })
      await showOutcomes()
      expect(await inputOf('value').inputValue()).toBe(half)
    }
    await open(id)
    await showOutcomes()
    await type(inputOf('value'), '12')
    expect((await saveAll(id)).outcomes[0]).toMatchObject({ value: 12 })
    expect(complaints).toEqual([])
  }, 120_000)
})

describe('a date', () => {
  const NOON = '2026-05-01T12:00:00.000Z'
  const dateOf = (label: string): Locator => page.getByLabel(label)

  it.each([
    ['Under embargo until', 0],
    ['Publication date', 1],
  ] as const)(
    'in “%s” is saved when it is whole; anything else stays, with a hint',
    async (label, turn) => {
      complaints.length = 0
      const name = label === 'Publication date' ? 'publishedAt' : 'embargoUntil'
      const id = await startStudy({ [name]: NOON })
      await open(id)
      expect(await dateOf(label).inputValue()).toContain('1 May 2026')
      for (const half of inShort(['12', '31.02.2026', 'tomorrow'], turn, 2)) {
        await type(dateOf(label), half)
        await hintOf(dateOf(label)).getByText('such as 24 Dec 2026').waitFor()
        expect((await saveAll(id))[name]).toBe(NOON)
        expect(await dateOf(label).inputValue()).toBe(half)
        await open(id)
      }
      for (const whole of inShort(['2026-12-24', '24 Dec 2026', '24.12.2026'], turn, 2)) {
        await type(dateOf(label), whole)
        expect(await hintOf(dateOf(label)).count()).toBe(0)
        expect((await saveAll(id))[name]).toMatch(/^2026-12-2[34]T/)
        expect(await dateOf(label).inputValue()).toContain('24 Dec 2026')
      }
      expect(complaints).toEqual([])
    },
    120_000,
  )

  it('is chosen in the calendar as before', async () => {
    const id = await startStudy({ publishedAt: NOON })
    await open(id)
    await dateOf('Publication date').click()
    await page
      .locator('.react-datepicker__day--015:not(.react-datepicker__day--outside-month)')
      .click()
    expect(await dateOf('Publication date').inputValue()).toBe('15 May 2026')
    expect((await saveAll(id)).publishedAt).toBe('2026-05-15T12:00:00.000Z')
  }, 120_000)
})

describe('the form of an embed', () => {
  const drawer = (): Locator => page.locator('.drawer--is-open')
  const address = (): Locator => drawer().getByLabel('Address')
  const keep = (): Promise<void> => drawer().getByRole('button', { name: 'Save changes' }).click()

  const openEmbed = async (): Promise<string> => {
    const id = await startStudy({ chapters: [{ kind: 'challenge' }] })
    await open(id, 'Story')
    const editor = page.locator('[data-lexical-editor]').first()
    await editor.click()
    await page.keyboard.type('/')
    await page.locator('.slash-menu-popup__item-block-embed').click()
    await drawer().waitFor()
    return id
  }

  it('begins in its first field; it stays open over half of a URL, and completes one without https://', async () => {
    complaints.length = 0
    const id = await openEmbed()
    await eventually(() => address().evaluate((input) => input === document.activeElement))
    await page.keyboard.type('www.figma')
    expect(await address().inputValue()).toBe('www.figma')
    await keep()
    await drawer().getByText('This address is not saved yet.').waitFor()
    expect(await drawer().getByText('This address is not saved yet.').isVisible()).toBe(true)
    await address().fill('figma.com/x')
    await drawer().getByLabel('Title').fill('A prototype')
    expect(await address().inputValue()).toBe('https://figma.com/x')
    await keep()
    await drawer().waitFor({ state: 'detached' })
    // The editor hands its text on when the browser has time, and a save that comes before is followed by another.
    const isKept = async () => {
      await page.keyboard.press('Control+s')
      return JSON.stringify((await stored(id)).chapters).includes('"url":"https://figma.com/x"')
    }
    expect(await eventually(isKept)).toBe(true)
    expect(complaints).toEqual([])
  }, 120_000)

  it('takes the URL of a snippet that is pasted', async () => {
    await openEmbed()
    await address().evaluate((input) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData(
        'text/plain',
        '<iframe width="800" src="https://embed.figma.com/design/x?a=1&amp;b=2"></iframe>',
      )
      input.dispatchEvent(
        new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }),
      )
    })
    await eventually(async () => (await address().inputValue()) !== '')
    expect(await address().inputValue()).toBe('https://embed.figma.com/design/x?a=1&b=2')
    await keep()
    await drawer().waitFor({ state: 'detached' })
  }, 120_000)
})

it('publishing says in one line for each block what is missing, and marks the block', async () => {
  const block = (fields: object) => ({
    type: 'block',
    version: 2,
    format: '',
    fields: { ...fields, blockName: '' },
  })
  const id = await startStudy({
    chapters: [
      { kind: 'approach', body: textOf([block({ id: '1', blockType: 'timeline' })]) },
      { kind: 'outcome', body: textOf([block({ id: '2', blockType: 'embed', title: 'A map' })]) },
    ],
  })
  await open(id, 'Story')
  await page.locator('.LexicalEditorTheme__block-timeline').waitFor()
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const notice = page.locator('[data-sonner-toast]', { hasText: 'Chapter 1' })
  await notice.waitFor()
  const words = await notice.innerText()
  expect(words).toContain('Chapter 1 (Approach) → Timeline → Steps')
  expect(words).toContain('Chapter 2 (Outcome) → Embed → Address')
  expect(words).not.toContain('Story → Text')
  expect(await notice.locator('li', { hasText: 'Chapter' }).count()).toBe(2)
  const main = page.locator('main')
  await main.getByText('Timeline → Steps').first().waitFor()
  expect(await main.innerText()).not.toMatch(/failed to validate|invalid: \w/)
  for (const kind of ['timeline', 'embed']) {
    await page.locator(`.LexicalEditorTheme__block-${kind} .collapsible--style-error`).waitFor()
  }
}, 120_000)
