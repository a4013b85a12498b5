// One's own account in a real browser against the production server: the keyboard, what is said when
// something is wrong, and a change of email from the form to the confirmed link.
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { axeFindings, launchBrowser, overflow, watchComplaints } from '../support/browser.ts'
import { eventually } from '../support/demo.ts'
import { inShort } from '../support/inShort.ts'
import { makeDataDir, startServerOn, type ServerProcess } from '../support/process.ts'
import { copyTemplate } from '../support/payload.ts'

const EMAIL = 'first@account.test'
const NEW_EMAIL = 'new@account.test'
const PASSWORD = 'a-password-for-tests'

const dataDir = makeDataDir()
let server: ServerProcess
let browser: Browser

beforeAll(async () => {
  server = await startServerOn(await copyTemplate(), dataDir)
  browser = await launchBrowser()
  await post('/api/users/first-register', { email: EMAIL, name: 'Ada First', password: PASSWORD })
}, 220_000)

afterAll(async () => {
  await browser?.close()
  server.child.kill('SIGTERM')
  await server.exit
  rmSync(dataDir, { force: true, recursive: true })
}, 60_000)

const post = (to: string, body: object): Promise<Response> =>
  fetch(server.url + to, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** A browser that is signed in with a session of its own, or, without an email, not at all. */
const open = async (email?: string): Promise<{ context: BrowserContext; page: Page }> => {
  const context = await browser.newContext({
    baseURL: server.url,
    reducedMotion: 'reduce',
    viewport: { width: 1440, height: 1000 },
  })
  if (email) {
    const answer = await post('/api/users/login', { email, password: PASSWORD })
    const { token } = (await answer.json()) as { token: string }
    await context.addCookies([{ name: 'payload-token', value: token, url: server.url }])
  }
  return { context, page: await context.newPage() }
}

const openAccount = async (page: Page): Promise<void> => {
  await page.goto('/admin/account')
  await page.getByText('No API keys yet.').waitFor()
}

/** Whose account a browser is signed in to. */
const emailIn = async (context: BrowserContext): Promise<string | undefined> => {
  const answer = await context.request.get('/api/users/me')
  return ((await answer.json()) as { user: { email: string } | null }).user?.email
}

/** The link in the one email to somebody. */
const linkTo = (email: string): string => {
  const folder = path.join(dataDir, 'mail')
  const sent = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'))
  const [eml = ''] = sent.filter((one) => one.includes(`To: ${email}\r\n`))
  const [link = ''] = /\/admin\/confirm-email\?token=[\w-]+/.exec(
    eml.replace(/=\r\n/g, '').replace(/=3D/g, '='),
  ) ?? ['']
  return link
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { ariaLabel, id, textContent } = document.activeElement as HTMLElement
    const label = id === '' ? null : document.querySelector(`label[for="${id}"]`)
    return label?.textContent ?? ariaLabel ?? textContent ?? ''
  })

const WINDOWS = [
  [1440, 'light'],
  [768, 'dark'],
  [360, 'light'],
  [360, 'dark'],
] as const
let looks = 0

/** What axe finds, in both themes and all widths, and what does not fit. Payload's parts are not ours. */
const faults = async (page: Page, ours?: string): Promise<unknown[]> => {
  const found: unknown[] = []
  looks += 1
  for (const [width, colorScheme] of inShort(WINDOWS, looks, 2)) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    await page.evaluate(
      (theme) => (document.documentElement.dataset.theme = theme),
      colorScheme as string,
    )
    // Halfway from one colour to the other is no contrast that anybody reads.
    await eventually(() => page.evaluate(() => document.getAnimations().length === 0))
    const findings = await axeFindings(page, ours)
    const sideways = await overflow(page)
    if (findings.length > 0 || sideways > 0) {
      found.push({ width, colorScheme, findings, sideways })
    }
  }
  await page.setViewportSize({ width: 1440, height: 1000 })
  return found
}

describe('sign-in and security', () => {
  it('says beside the field what is wrong with a password, and keeps the keyboard where it is needed', async () => {
    const { context, page } = await open(EMAIL)
    await openAccount(page)
    await page.getByRole('button', { name: 'Change password' }).focus()
    await page.keyboard.press('Enter')
    await expectFocus(page, 'New password')
    for (const [typed, said] of [
      ['short', /10 characters or more/],
      ['password123', /one of the most common/],
    ] as const) {
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(typed)
      await page.keyboard.press('Enter')
      await page.getByText(said).waitFor()
      await expectFocus(page, 'New password')
      const field = page.getByLabel('New password', { exact: true })
      expect(await field.getAttribute('aria-invalid')).toBe('true')
      const hint = await field.getAttribute('aria-describedby')
      expect(await page.locator(`[id="${hint}"]`).textContent()).toMatch(said)
    }
    expect(await faults(page, '.vitrine-account')).toEqual([])
    await page.keyboard.press('Escape')
    await expectFocus(page, 'Change password')
    await context.close()
  }, 60_000)

  it('shows a new API key once, names what it copies, and is back at its button after a revocation', async () => {
    const { context, page } = await open(EMAIL)
    await openAccount(page)
    await page.getByRole('button', { name: 'New API key' }).click()
    await expectFocus(page, 'Name')
    await page.keyboard.press('Enter')
    await page.getByText('Enter a name of 1 to 100 characters.').waitFor()
    await page.keyboard.type('Website build')
    await page.keyboard.press('Enter')
    await expectFocus(page, 'API key')
    const token = (await page.locator('.vitrine-copy code').textContent()) ?? ''
    const as = { authorization: `users API-Key ${token}` }
    const me = await fetch(`${server.url}/api/users/me`, { headers: as })
    expect(((await me.json()) as { user: { email: string } }).user.email).toBe(EMAIL)
    await page.getByRole('button', { name: 'Copy API key' }).click()
    expect(await faults(page, '.vitrine-account')).toEqual([])

    await page.reload()
    await page.getByRole('button', { name: 'Revoke Website build' }).waitFor()
    expect(await page.content()).not.toContain(token)
    await page.getByRole('button', { name: 'Revoke Website build' }).click()
    await page.locator('.confirmation-modal').getByRole('button', { name: 'Revoke' }).click()
    await page.getByText('No API keys yet.').waitFor()
    await expectFocus(page, 'New API key')
    const after = await fetch(`${server.url}/api/users/me`, { headers: as })
    expect(((await after.json()) as { user: unknown }).user).toBeNull()
    await context.close()
  }, 60_000)
})

describe('a change of email', () => {
  it('waits, can be cancelled, and counts once the link was confirmed: this session goes on, others end', async () => {
    const here = await open(EMAIL)
    const elsewhere = await open(EMAIL)
    await openAccount(here.page)
    const ask = async (): Promise<void> => {
      await here.page.getByRole('button', { name: 'Change email' }).click()
      await expectFocus(here.page, 'New email')
      await here.page.keyboard.type(NEW_EMAIL)
      await here.page.keyboard.press('Enter')
      await expectFocus(here.page, 'Waiting for confirmation')
    }
    await ask()
    expect(await faults(here.page, '.vitrine-account')).toEqual([])
    const cancelled = linkTo(NEW_EMAIL)
    await here.page.getByRole('button', { name: 'Cancel the change' }).click()
    await expectFocus(here.page, 'Change email')
    rmSync(path.join(dataDir, 'mail'), { recursive: true })
    await ask()
    const link = linkTo(NEW_EMAIL)
    expect(link).not.toBe(cancelled)

    for (const method of ['GET', 'HEAD']) {
      const { headers, status } = await fetch(server.url + link, { method })
      expect({ method, status, cookies: headers.getSetCookie() }).toEqual({
        method,
        status: 200,
        cookies: [],
      })
    }
    expect([await emailIn(here.context), await emailIn(elsewhere.context)]).toEqual([EMAIL, EMAIL])

    const complaints = watchComplaints(here.page)
    await here.page.goto(link)
    expect(await faults(here.page)).toEqual([])
    await here.page.getByRole('button', { name: 'Confirm email' }).click()
    await expectFocus(here.page, 'Email confirmed')
    expect(await faults(here.page)).toEqual([])
    expect(complaints).toEqual([])
    expect(await emailIn(here.context)).toBe(NEW_EMAIL)
    expect(await emailIn(elsewhere.context)).toBeUndefined()

    for (const used of [link, cancelled, '/admin/confirm-email']) {
      await here.page.goto(used)
      const button = here.page.getByRole('button', { name: 'Confirm email' })
      if (used.includes('token')) {
        await button.click()
      }
      await expectFocus(here.page, 'This link doesn’t work')
      expect(await button.count()).toBe(0)
    }
    expect(await faults(here.page)).toEqual([])
    await here.context.close()
    await elsewhere.context.close()
  }, 90_000)
})

const expectFocus = async (page: Page, name: string): Promise<void> => {
  await eventually(async () => (await focused(page)) === name)
  expect(await focused(page)).toBe(name)
}
