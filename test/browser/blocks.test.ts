// Every block works when there is nothing in it: put into a new chapter and into one with words, from the menu that
// `/` opens and from the toolbar, it opens its form, closes again, is saved, and is there after a reload.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { blocks } from '../../collections/blocks/index.ts'
import { watchComplaints } from '../support/browser.ts'
import { richText } from '../support/content.ts'
import { eventually } from '../support/demo.ts'
import { startEditing, type Editing } from '../support/editing.ts'
import { inShort } from '../support/inShort.ts'

const NAMES = blocks.map(({ labels, slug }) => ({ name: labels!.singular as string, slug }))

const WAYS = ['slash', 'toolbar'] as const

const CHAPTERS = { filled: richText('Words that are there already'), new: null }

type Kind = keyof typeof CHAPTERS

/** What nobody should see: an error instead of a form, and keys and ids instead of words. */
const WRONG =
  /something went wrong|is not a function|is not iterable|lexical:|blocks:|kinds:|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/i

let editing: Editing
let context: BrowserContext
let page: Page
let complaints: string[]

beforeAll(async () => {
  editing = await startEditing(['editor'])
  context = await editing.signedIn('editor', { viewport: { width: 1600, height: 1100 } })
  page = await context.newPage()
  complaints = watchComplaints(page)
  // What is stored is asked for; the form may not have heard of it yet.
  page.on('dialog', (dialog) => void dialog.accept())
}, 240_000)

afterAll(async () => {
  await context?.close()
  await editing?.stop()
}, 60_000)

const startStudy = async (kind: Kind, title: string): Promise<string> => {
  const { body, status } = await editing.call({
    as: 'editor',
    method: 'POST',
    path: '/api/case-studies?draft=true',
    body: {
      tenant: editing.tenant,
      title,
      chapters: [{ kind: 'challenge', body: CHAPTERS[kind] }],
    },
  })
  expect(status).toBe(201)
  return body.doc.id
}

const openChapter = async (id: string): Promise<Locator> => {
  await page.goto(`/admin/collections/case-studies/${id}`)
  await page.locator('.tabs-field__tab-button', { hasText: 'Story' }).click()
  const editor = page.locator('[data-lexical-editor]').first()
  await editor.waitFor()
  return editor
}

/** At the end of the text, in a paragraph of its own. */
const insert = {
  slash: async (editor: Locator, slug: string) => {
    await startParagraph(editor)
    await page.keyboard.type('/')
    await page.locator(`.slash-menu-popup__item-block-${slug}`).click()
  },
  toolbar: async (editor: Locator, slug: string) => {
    await startParagraph(editor)
    await page.locator('.fixed-toolbar .toolbar-popup__dropdown-blocks').first().click()
    await page.locator(`.toolbar-popup__dropdown-item-block-${slug}`).click()
  },
}

const startParagraph = async (editor: Locator): Promise<void> => {
  await editor.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
}

/** Saves, until something is in what is stored. */
const save = async (id: string, words: string): Promise<void> => {
  const isStored = await eventually(async () => {
    // What is typed while a save is under way waits for the next one.
    await page.keyboard.press('Control+s')
    const { body } = await editing.call({
      as: 'editor',
      path: `/api/case-studies/${id}?draft=true&depth=0`,
    })
    return JSON.stringify(body).includes(words)
  })
  expect({ words, isStored }).toEqual({ words, isStored: true })
}

const drawer = (): Locator => page.locator('.drawer--is-open')

const close = async (): Promise<void> => {
  await drawer().locator('.drawer__header__close').click()
  await drawer().waitFor({ state: 'detached' })
}

describe.each(inShort(NAMES, 1, 4))('an empty $name', ({ name, slug }) => {
  const at = NAMES.findIndex((one) => one.slug === slug)
  const cases = (Object.keys(CHAPTERS) as Kind[]).flatMap((kind) =>
    WAYS.map((way) => [kind, way] as const),
  )

  it.each(inShort(cases, at, cases.length))(
    'in a %s chapter from the %s opens, closes, opens again, is saved, and is there after a reload',
    async (kind, way) => {
      complaints.length = 0
      const id = await startStudy(kind, `${name} in a ${kind} chapter, ${way}`)
      const editor = await openChapter(id)
      await insert[way](editor, slug)
      await drawer().waitFor()
      expect(await drawer().innerText()).not.toMatch(WRONG)
      await close()
      const block = editor.locator(`.LexicalEditorTheme__block-${slug}`)
      await block.getByRole('button', { name: 'Still empty. Fill it in.' }).click()
      await drawer().waitFor()
      await close()
      await save(id, `"blockType":"${slug}"`)
      const again = await openChapter(id)
      await again.locator(`.LexicalEditorTheme__block-${slug}`).waitFor()
      const words = await page.locator('main').innerText()
      expect(words.replaceAll(id, '')).not.toMatch(WRONG)
      expect(await page.locator('.drawer--is-open').count()).toBe(0)
      expect(complaints).toEqual([])
    },
    120_000,
  )
})

describe('the form of a block', () => {
  const open = async (): Promise<Locator> => {
    await page.locator('.LexicalEditorTheme__block-callToAction .vitrine-block').click()
    await drawer().waitFor()
    return drawer().locator('input[id*=field-heading]')
  }
  const block = () => page.locator('.LexicalEditorTheme__block-callToAction')

  it('is kept when it is saved, again and again', async () => {
    complaints.length = 0
    const id = await startStudy('new', 'Saved')
    await insert.slash(await openChapter(id), 'callToAction')
    await drawer().waitFor()
    await drawer().locator('input[id*=field-label]').fill('Go')
    await drawer().locator('input[id*=field-url]').fill('/work')
    for (const heading of ['Saved once', 'Saved twice']) {
      await drawer().locator('input[id*=field-heading]').fill(heading)
      await drawer().getByRole('button', { name: 'Save changes' }).click()
      await drawer().waitFor({ state: 'detached' })
      await block().getByText(heading).first().waitFor()
      expect(await (await open()).inputValue()).toBe(heading)
    }
    await close()
    expect(await page.getByText('was not kept').count()).toBe(0)
    await save(id, 'Saved twice')
    expect(complaints).toEqual([])
  }, 120_000)

  it('changes nothing when it is closed without saving, and says so; what was typed can be taken again', async () => {
    complaints.length = 0
    const id = await startStudy('new', 'Closed without saving')
    const editor = await openChapter(id)
    await insert.slash(editor, 'callToAction')
    await drawer().waitFor()
    await drawer().locator('input[id*=field-heading]').fill('Not to be kept')
    await close()
    const notice = page.getByText('What you changed in this block was not kept.')
    await notice.waitFor()
    expect(await block().innerText()).not.toContain('Not to be kept')
    expect(await (await open()).inputValue()).toBe('')
    await close()
    await page.getByRole('button', { name: 'Keep it' }).click()
    await block().getByText('Not to be kept').first().waitFor()
    await save(id, 'Not to be kept')
    await openChapter(id)
    await block().getByText('Not to be kept').first().waitFor()
    expect(await (await open()).inputValue()).toBe('Not to be kept')
    await close()
    expect(complaints).toEqual([])
  }, 120_000)
})

describe('the menu that “/” opens', () => {
  const offered = () => page.locator('.slash-menu-popup__item').allInnerTexts()

  it.each([
    ['before and after', 'Before and after'],
    ['before after', 'Before and after'],
    ['call to', 'Call to action'],
    ['heading 3', 'Heading 3'],
    ['map', 'Embed'],
  ])(
    'finds by “%s” “%s” alone',
    async (typed, name) => {
      const editor = await openChapter(await startStudy('new', `By ${typed}`))
      await editor.click()
      await page.keyboard.type(`/${typed}`, { delay: 40 })
      await page.locator('.slash-menu-popup__item').first().waitFor()
      expect(await eventually(async () => (await offered()).length === 1, 5)).toBe(true)
      expect(await offered()).toEqual([name])
    },
    60_000,
  )

  it('leaves words with a slash in them, and a second space, as they are', async () => {
    const editor = await openChapter(await startStudy('new', 'Typed'))
    await editor.click()
    await page.keyboard.type('and/or before the /before  gate', { delay: 20 })
    expect(await editor.innerText()).toBe('and/or before the /before gate')
  }, 60_000)
})
