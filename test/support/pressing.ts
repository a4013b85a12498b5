// Everything on a page of the admin that can be pressed and that asks the server something, and what it answers.
import type { Locator, Page } from 'playwright-core'

/** What only opens, sorts or shows something in the browser. */
const LOCAL = [
  '.nav',
  '.app-header',
  '.tabs-field__tab-button',
  '.collapsible__toggle',
  '.sort-column',
  '.rich-text-lexical',
  '.react-select',
  '.clear-indicator',
  '.date-time-picker',
  '.doc-tabs',
  '#live-preview-toggler',
  '#preview-button',
  '.sort-row',
  '.live-preview',
  '.live-preview-window',
  '.paginator',
  '.per-page',
  '.copy-to-clipboard',
  '.upload-relationship-details',
  '.array-field',
  '.array-actions',
  '.drag',
  '[aria-pressed]',
  // They end the session that the others are pressed in.
  '.vitrine-account',
].join(', ')

const POPUPS = '.doc-controls__popup, .form-submit .popup'

export type Control = { popup: number | null; index: number; label: string }

const buttonsIn = (page: Page): Locator =>
  page.locator(
    '.template-default__wrap button:visible:enabled, .template-default__wrap [role="button"]:visible',
  )

export const select = async (page: Page): Promise<void> => {
  const all = page.locator('#heading-_select input:visible, .media-grid__all input:visible').first()
  if (await all.count()) {
    await all.check()
  }
}

const labelOf = async (button: Locator): Promise<string> =>
  ((await button.getAttribute('aria-label')) ?? (await button.innerText())).trim()

const isLocal = (button: Locator): Promise<boolean> =>
  button.evaluate(
    (node, local) => node.closest(local) !== null || node.querySelector(local) !== null,
    LOCAL,
  )

/** The items of a menu are drawn elsewhere, once it is open. */
const itemsIn = (page: Page): Locator => page.locator('.popup__content button:visible:enabled')

/** Whether it opens; the one beside a button that does nothing now does not. */
const openPopup = async (page: Page, popup: number): Promise<boolean> => {
  const opener = page.locator(POPUPS).nth(popup).locator('.popup-button:enabled').first()
  const opens = (await opener.count()) > 0
  if (opens) {
    await opener.click()
  }
  return opens
}

export const controlsOf = async (page: Page): Promise<Control[]> => {
  const controls: Control[] = []
  const buttons = buttonsIn(page)
  for (let index = 0; index < (await buttons.count()); index += 1) {
    const button = buttons.nth(index)
    if (!(await isLocal(button))) {
      controls.push({ index, label: await labelOf(button), popup: null })
    }
  }
  for (let popup = 0; popup < (await page.locator(POPUPS).count()); popup += 1) {
    if (!(await openPopup(page, popup))) {
      continue
    }
    const items = itemsIn(page)
    for (let index = 0; index < (await items.count()); index += 1) {
      controls.push({ index, label: await labelOf(items.nth(index)), popup })
    }
    await page.keyboard.press('Escape')
  }
  return controls
}

/** What says that a right is missing, whatever the status. */
const LACKS =
  /not_allowed|your role does not include|only an (admin|owner|editor)|ask an (admin|owner|editor)|not allowed to perform/i

export const watchRefusals = (page: Page) => {
  const refusals: string[] = []
  const reading = new Set<Promise<void>>()
  page.on('response', (response) => {
    const request = response.request()
    const isPage = request.resourceType() === 'document' && response.status() !== 403
    if (isPage || (response.status() < 400 && request.method() === 'GET')) {
      return
    }
    const read = (async () => {
      const text = await response.text().catch(() => '')
      const { pathname } = new URL(response.url())
      if (
        [401, 403].includes(response.status()) ||
        (LACKS.test(text) && (response.status() >= 400 || text.includes('"refusal"')))
      ) {
        refusals.push(`${request.method()} ${pathname}: ${response.status()} ${text.slice(0, 200)}`)
      }
    })()
    reading.add(read)
    void read.finally(() => reading.delete(read))
  })
  return { refusals, read: () => Promise.all(reading) }
}

/** Until nothing is asked any more, or what is asked goes on for as long as the page is open. */
export const settle = (page: Page): Promise<void> =>
  page.waitForLoadState('networkidle', { timeout: 10_000 }).catch(() => undefined)

const CONFIRM =
  '.confirmation-modal:visible #confirm-action, dialog[open] button[type="submit"]:visible:enabled'

/** Changing several asks which field; the first will do. */
const chooseField = async (page: Page): Promise<void> => {
  const chooser = page.locator('.edit-many .field-select .rs__control:visible').first()
  if (await chooser.count()) {
    await chooser.click()
    await page.locator('.rs__option').first().click()
    await settle(page)
  }
}

/**
 * Presses it, if it is still there, and answers yes to what it asks.
 *
 * @param isThorough Whether to tick what the question lets one tick, and to take the last of several answers.
 */
export const press = async (
  page: Page,
  { index, label, popup }: Control,
  isThorough: boolean,
): Promise<boolean> => {
  if (popup !== null && !(await openPopup(page, popup))) {
    return false
  }
  const button = (popup === null ? buttonsIn(page) : itemsIn(page)).nth(index)
  if ((await button.count()) === 0 || (await labelOf(button)) !== label) {
    return false
  }
  await button.click()
  await settle(page)
  await chooseField(page)
  const answers = page.locator(CONFIRM)
  if (await answers.count()) {
    const box = page.locator('.confirmation-modal input[type="checkbox"]:visible').first()
    if (isThorough && (await box.count())) {
      await box.check()
    }
    await (isThorough ? answers.last() : answers.first()).click()
    await settle(page)
  }
  return true
}
