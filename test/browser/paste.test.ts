// What editors paste: each program's clipboard goes into a chapter as a real event, is saved, is there after a reload,
// and is published. A picture is in the library or its place says what to do; nothing half done is ever stored.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { watchComplaints } from '../support/browser.ts'
import { eventually } from '../support/demo.ts'
import { startEditing, type Doc, type Editing } from '../support/editing.ts'
import { inShort } from '../support/inShort.ts'
import { CASES, RED } from '../support/pasteCases.ts'
import { all, copy, give, png, shape, urls, type Node } from '../support/pasting.ts'

/** A picture that another site gives to every page, and one that it does not. */
const GIVEN = /^https:\/\/lh7-rt\.googleusercontent\.com\//
const KEPT = 'https://images.example/a.png'

const BLUE = await png('#22c')
const GREEN = await png('#2c2')
const BLACK = await png('#000')

let editing: Editing
let context: BrowserContext
let page: Page
let complaints: string[]

beforeAll(async () => {
  editing = await startEditing(['editor'])
  context = await editing.signedIn('editor', { viewport: { width: 1440, height: 1100 } })
  await context.route(GIVEN, (route) =>
    route.fulfill({
      body: Buffer.from(RED, 'base64'),
      headers: { 'access-control-allow-origin': '*', 'content-type': 'image/png' },
    }),
  )
  await context.route(/^https:\/\/(images|studio)\.example\//, (route) => route.abort('failed'))
  page = await context.newPage()
  complaints = watchComplaints(page)
  page.on('dialog', (dialog) => void dialog.accept())
}, 300_000)

afterAll(async () => {
  await context?.close()
  await editing?.stop()
}, 60_000)

beforeEach(() => {
  complaints.length = 0
})

/** The browser itself says on its console that a picture of another site may not be had. */
const ourComplaints = (): string[] =>
  complaints.filter((one) => !/net::ERR_FAILED|images\.example|studio\.example/.test(one))

const startStudy = async (title: string): Promise<string> => {
  const { body, status } = await editing.call({
    as: 'editor',
    method: 'POST',
    path: '/api/case-studies?draft=true',
    body: { tenant: editing.tenant, title, headline: title, chapters: [{ kind: 'challenge' }] },
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

/** As the page itself asks: each sign-in ends an older session, in the end the page's own. */
const ask = (path: string): Promise<Doc> =>
  page.evaluate(async (url) => (await (await fetch(url)).json()) as Doc, path)

const stored = async (id: string): Promise<Node[]> => {
  const { chapters } = await ask(`/api/case-studies/${id}?draft=true&depth=0`)
  const [chapter] = chapters as { body?: { root: Node } }[]
  return chapter?.body?.root.children ?? []
}

/** Waits until the form has saved it by itself. */
const isStored = async (id: string, is: (nodes: Node[]) => boolean): Promise<Node[]> => {
  let nodes: Node[] = []
  const isThere = await eventually(async () => {
    nodes = await stored(id)
    // At no moment is anything half done among what is stored.
    expect(JSON.stringify(nodes)).not.toMatch(/pending|blob:|data:image|file:\/\//)
    return is(nodes)
  })
  expect({ isThere, nodes: isThere ? '' : shape(nodes).join(' ') }).toEqual({
    isThere: true,
    nodes: '',
  })
  return nodes
}

const publish = async (id: string) => {
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const isOnline = await eventually(async () => {
    const { _status } = await ask(`/api/case-studies/${id}?depth=0`)
    return _status === 'published'
  })
  expect(isOnline).toBe(true)
}

describe.each(inShort(CASES, 0, 3))(
  'a text from $name',
  ({ given, links = [], lost = 0, name, shape: wanted }) => {
    it('is stored as it is meant, stays so, and is published', async () => {
      const id = await startStudy(`Pasted from ${name}`)
      await give(page, await openChapter(id), given())
      // Payload keeps an empty paragraph at the end, to go on writing in.
      const nodes = await isStored(id, (now) => {
        const shapes = shape(now)
        return [...wanted, 'paragraph'].join() === shapes.join() || wanted.join() === shapes.join()
      })
      expect(urls(nodes)).toEqual(links)
      expect(all(nodes, 'upload').every(({ value }) => /^[\da-f-]{36}$/.test(String(value)))).toBe(
        true,
      )
      expect(await page.evaluate(() => 'wasRun' in window)).toBe(false)

      const again = await openChapter(id)
      await again
        .locator('[data-missing-image]')
        .nth(Math.max(0, lost - 1))
        .waitFor({
          state: lost > 0 ? 'visible' : 'detached',
        })
      expect(await again.locator('[data-missing-image]').count()).toBe(lost)
      expect(await page.locator('.errorBoundary, .drawer--is-open').count()).toBe(0)
      await publish(id)
      expect(urls(await stored(id))).toEqual(links)
      expect(ourComplaints()).toEqual([])
    }, 120_000)
  },
)

describe('a picture', () => {
  const screenshot = { base64: RED, name: 'shot.png', type: 'image/png' }
  const panel = () => page.locator('.vitrine-paste')

  it('by itself is uploaded in the background, and described later or at once', async () => {
    const id = await startStudy('A screenshot')
    const editor = await openChapter(id)
    const own = { ...screenshot, base64: BLUE }
    await give(page, editor, { files: [own] })
    const nodes = await isStored(id, (now) => all(now, 'upload').length === 1)
    const media = String(all(nodes, 'upload')[0]!.value)
    expect((await ask(`/api/media/${media}?depth=0`)).alt).toBe('')
    await panel().getByLabel('Description of').fill('A chart of trips')
    await panel().getByRole('button', { name: 'Save description' }).click()
    await panel().getByText('In the library: A chart of trips').waitFor()
    expect((await ask(`/api/media/${media}?depth=0`)).alt).toBe('A chart of trips')
    await panel().getByRole('button', { name: 'Done' }).click()
    await panel().waitFor({ state: 'detached' })
    expect(ourComplaints()).toEqual([])
  }, 120_000)

  it('that is here already is not uploaded a second time, however it comes', async () => {
    const id = await startStudy('Twice')
    const editor = await openChapter(id)
    const own = { ...screenshot, base64: GREEN }
    await give(page, editor, { files: [own] })
    await isStored(id, (now) => all(now, 'upload').length === 1)
    await give(page, editor, { files: [{ ...own, name: 'again.png' }] }, 'drop')
    const nodes = await isStored(id, (now) => all(now, 'upload').length === 2)
    const [first, second] = all(nodes, 'upload')
    expect(second!.value).toBe(first!.value)
    expect(ourComplaints()).toEqual([])
  }, 120_000)

  it('that one text shows several times is uploaded once', async () => {
    const id = await startStudy('Three times')
    const editor = await openChapter(id)
    const count = async () => Number((await ask('/api/media?limit=1&depth=0')).totalDocs)
    const before = await count()
    const shown = `<p><img src="data:image/png;base64,${await png('#cc2')}"></p>`
    const html = `${shown}<p>And again</p>${shown}${shown}`
    await give(page, editor, { 'text/html': html, 'text/plain': 'And again' })
    const nodes = await isStored(id, (now) => all(now, 'upload').length === 3)
    const values = all(nodes, 'upload').map(({ value }) => String(value))
    expect(new Set(values).size).toBe(1)
    expect(await count()).toBe(before + 1)
    expect(ourComplaints()).toEqual([])
  }, 120_000)

  it('that is missing is chosen from the disk, also after a reload, or its place is taken out', async () => {
    const id = await startStudy('Missing')
    const html = `<p>Before</p><p><img src="${KEPT}"></p><p><img src="file:///C:/b.png"></p>`
    await give(page, await openChapter(id), { 'text/html': html, 'text/plain': 'Before' })
    await isStored(id, (now) => shape(now).join().startsWith('paragraph,missing,missing'))
    await openChapter(id)
    await panel().getByText('2 images are missing').waitFor()
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      panel().getByRole('button', { name: 'Choose the file for a.png' }).click(),
    ])
    await chooser.setFiles({
      buffer: Buffer.from(BLACK, 'base64'),
      mimeType: 'image/png',
      name: 'a.png',
    })
    await panel().getByRole('button', { name: 'Take the line for b.png out' }).click()
    await isStored(
      id,
      (now) => shape(now).join().startsWith('paragraph,upload') && !shape(now).includes('missing'),
    )
    expect(ourComplaints()).toEqual([])
  }, 120_000)

  it('that is missing is nothing to visitors, unless somebody writes into its place', async () => {
    const id = await startStudy('Unseen')
    const editor = await openChapter(id)
    const html = `<p>Shown words</p><p><img src="file:///C:/one.png"></p><p><img src="file:///C:/two.png"></p>`
    await give(page, editor, { 'text/html': html, 'text/plain': 'Shown words' })
    await editor.locator('[data-missing-image]').nth(1).click()
    await page.keyboard.press('End')
    await page.keyboard.type(' Not without it.')
    await isStored(id, (now) => shape(now).filter((one) => one === 'missing').length === 1)
    await publish(id)
    const slug = String((await ask(`/api/case-studies/${id}?depth=0`)).slug)
    const html2 = await (await fetch(`${editing.server.url}/editing/work/${slug}`)).text()
    expect(html2).toContain('Shown words')
    expect(html2).toContain('Not without it.')
    expect(html2).not.toContain('one.png')
  }, 120_000)
})

describe('what is pasted', () => {
  it('goes away with one step back and comes back whole', async () => {
    const id = await startStudy('Undone')
    const editor = await openChapter(id)
    await editor.click()
    await page.keyboard.type('Typed before.')
    const picture = `<p>Pasted.</p><p><img src="data:image/png;base64,${RED}"></p>`
    await give(page, editor, { 'text/html': picture, 'text/plain': 'Pasted.' })
    await isStored(id, (now) => all(now, 'upload').length === 1)
    await editor.click({ position: { x: 20, y: 20 } })
    await page.keyboard.press('Control+z')
    const nodes = await isStored(id, (now) => all(now, 'upload').length === 0)
    expect(JSON.stringify(nodes)).toContain('Typed before.')
    expect(JSON.stringify(nodes)).not.toContain('Pasted.')
    await page.keyboard.press('Control+Shift+z')
    await isStored(id, (now) => all(now, 'upload').length === 1)
    expect(ourComplaints()).toEqual([])
  }, 120_000)

  it('from a text of another tenant keeps its words and pictures, and points at nothing there', async () => {
    const id = await startStudy('Copied')
    const editor = await openChapter(id)
    const picture = `<h2>Of the one</h2><p><img src="data:image/png;base64,${RED}"></p>`
    await give(page, editor, { 'text/html': picture, 'text/plain': 'Of the one' })
    const [first] = all(await isStored(id, (now) => all(now, 'upload').length === 1), 'upload')
    const copied = await copy(page, editor)
    expect(copied['application/x-vitrine-tenant']).toBe(editing.tenant)

    const into = await startStudy('Into')
    const link = {
      type: 'link',
      version: 3,
      fields: { linkType: 'internal', doc: { relationTo: 'case-studies', value: id } },
      children: [{ type: 'text', version: 1, text: 'another study' }],
    }
    const { namespace, nodes } = JSON.parse(copied['application/x-lexical-editor']!) as {
      namespace: string
      nodes: Node[]
    }
    const paragraph = { type: 'paragraph', version: 1, children: [link] }
    await give(page, await openChapter(into), {
      ...copied,
      'application/x-lexical-editor': JSON.stringify({ namespace, nodes: [...nodes, paragraph] }),
      'application/x-vitrine-tenant': '00000000-0000-4000-8000-000000000000',
    })
    await page.getByText('This was copied in another workspace.').waitFor()
    const stay = await isStored(into, (now) => all(now, 'upload').length === 1)
    // The copy is the same file, and this library has it.
    expect(all(stay, 'upload')[0]!.value).toBe(first!.value)
    expect(JSON.stringify(stay)).toContain('another study')
    expect(all(stay, 'link')).toEqual([])
    await publish(into)
    expect(ourComplaints()).toEqual([])
  }, 120_000)

  it('with a link inside this site is drawn, and copied on, with what is stored', async () => {
    const id = await startStudy('Linked')
    const editor = await openChapter(id)
    const html = '<p>Read <a href="/work/gate">the study</a> <a href="#tide">below</a>.</p>'
    await give(page, editor, { 'text/html': html, 'text/plain': 'Read the study below.' })
    await isStored(id, (now) => urls(now).join() === '/work/gate,#tide')
    const again = await openChapter(id)
    const drawn = await again
      .locator('a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
    expect(drawn).toEqual(['/work/gate', '#tide'])
    expect((await copy(page, again))['text/html']).toContain('href="/work/gate"')
  }, 60_000)

  it('as plain words stays plain, and joins the line that it is pasted into', async () => {
    const id = await startStudy('Plain')
    const editor = await openChapter(id)
    await editor.click()
    await page.keyboard.type('From 9 €')
    await give(page, editor, { 'text/plain': '* a month, 2 * 3 rooms' })
    const html = '<meta charset="utf-8"><span style="font-weight:700">, bold</span>'
    await give(page, editor, { 'text/html': html, 'text/plain': ', bold' })
    const nodes = await isStored(id, (now) => JSON.stringify(now).includes(', bold'))
    expect(all(nodes.slice(0, 1), 'text').map(({ format, text }) => [format, text])).toEqual([
      [0, 'From 9 €* a month, 2 * 3 rooms'],
      [1, ', bold'],
    ])
    expect(ourComplaints()).toEqual([])
  }, 120_000)
})
