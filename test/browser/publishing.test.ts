// What members are offered in a real browser: nobody gets a button that the server would refuse, and everybody
// who may write can fill in a form, whatever its rows.
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { TENANT_COLLECTIONS } from '../../access/permissions.ts'
import { hasDrafts } from '../../access/rules.ts'
import { watchComplaints } from '../support/browser.ts'
import { startEditing, type Editing } from '../support/editing.ts'
import { inShort } from '../support/inShort.ts'
import { openNew } from '../support/openNew.ts'

/** Settings are an admin's, who publishes them too. */
const WRITTEN = TENANT_COLLECTIONS.filter((slug) => hasDrafts(slug) && slug !== 'site-settings')

let editing: Editing

beforeAll(async () => {
  editing = await startEditing(['contributor', 'editor', 'admin'])
}, 240_000)

afterAll(async () => {
  await editing?.stop()
}, 60_000)

/** What a new document of each collection offers. */
const offersTo = async (
  role: string,
  collections: readonly string[],
): Promise<Record<string, string>> => {
  const context = await editing.signedIn(role)
  const page = await context.newPage()
  const offers: Record<string, string> = {}
  for (const collection of collections) {
    await openNew(page, collection)
    const publish = page.getByRole('button', { name: 'Publish', exact: true })
    const sentence = page.getByText('An editor publishes this.')
    await publish.or(sentence).first().waitFor()
    offers[collection] = (await publish.count()) > 0 ? 'a button' : 'a sentence'
  }
  await context.close()
  return offers
}

it.each([
  ['contributor', 'a sentence'],
  ['editor', 'a button'],
])(
  'a %s is offered %s, whatever they write',
  async (role, offer) => {
    expect(WRITTEN).toContain('people')
    const collections = inShort(WRITTEN, role === 'editor' ? 1 : 0, 4)
    expect(await offersTo(role, collections)).toEqual(
      Object.fromEntries(collections.map((collection) => [collection, offer])),
    )
  },
  90_000,
)

const TYPING = ['contributor', 'editor', 'admin']
let rows = 0

it.each(TYPING)(
  'a %s types and adds rows in every form, and nothing of it is refused',
  async (role) => {
    const context = await editing.signedIn(role)
    const page = await context.newPage()
    const complaints = watchComplaints(page)
    for (const collection of inShort(WRITTEN, 2 * TYPING.indexOf(role), 6)) {
      await openNew(page, collection)
      await page.waitForLoadState('networkidle')
      const name = page.locator('#field-title, #field-name, #field-attribution').first()
      await name.fill('Typed by hand')
      const tabs = await page.locator('.tabs-field__tab-button').all()
      for (const tab of tabs.length > 0 ? tabs : [name]) {
        await tab.click()
        for (const add of await page.locator('.array-field__add-row:visible').all()) {
          const before = await page.locator('.array-field__row').count()
          await add.click()
          await page.locator('.array-field__row').nth(before).waitFor()
          rows += 1
        }
      }
      await page.waitForLoadState('networkidle')
      expect([collection, complaints]).toEqual([collection, []])
      await tabs[0]?.click()
      expect(await name.inputValue()).toBe('Typed by hand')
    }
    await context.close()
  },
  120_000,
)

it('there were rows to add', () => {
  expect(rows).toBeGreaterThan(2)
})
