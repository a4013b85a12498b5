// What members are offered in a real browser: nobody gets a button that the server would refuse, and everybody
// who may write can fill in a form, whatever its rows.
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Browser, BrowserContext } from 'playwright-core'
import { TENANT_COLLECTIONS } from '../../access/permissions.ts'
import { hasDrafts } from '../../access/rules.ts'
import { launchBrowser, watchComplaints } from '../support/browser.ts'
import { makeDataDir, startServerOn, type ServerProcess } from '../support/process.ts'
import { inShort } from '../support/inShort.ts'
import { copyTemplate } from '../support/payload.ts'

const PASSWORD = 'a-password-for-tests'

/** Settings are an admin's, who publishes them too. */
const WRITTEN = TENANT_COLLECTIONS.filter((slug) => hasDrafts(slug) && slug !== 'site-settings')

const dataDir = makeDataDir()
let server: ServerProcess
let browser: Browser
let tenant: string

type Answer = { token: string; doc: { id: string } }

const post = async (to: string, body: object, token?: string): Promise<Answer> => {
  const response = await fetch(server.url + to, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `JWT ${token}` } : {}),
    },
    body: JSON.stringify(body),
  })
  expect({ to, isOk: response.ok }).toEqual({ to, isOk: true })
  return (await response.json()) as Answer
}

beforeAll(async () => {
  server = await startServerOn(await copyTemplate(), dataDir)
  browser = await launchBrowser()
  const first = { email: 'first@publishing.test', name: 'First', password: PASSWORD }
  const { token } = await post('/api/users/first-register', first)
  const { doc } = await post(
    '/api/tenants',
    {
      name: 'Publishing',
      slug: 'publishing',
      kind: 'client',
      status: 'active',
      locales: ['en'],
      defaultLocale: 'en',
    },
    token,
  )
  tenant = doc.id
  for (const role of ['contributor', 'editor', 'admin']) {
    const email = `${role}@publishing.test`
    await post('/api/invitations', { tenant, email, role }, token)
    const accepted = { tenant, token: invitedBy(email), name: role, password: PASSWORD }
    await post('/api/invitations/accept', accepted)
  }
}, 240_000)

afterAll(async () => {
  await browser?.close()
  server.child.kill('SIGTERM')
  await server.exit
  rmSync(dataDir, { force: true, recursive: true })
}, 60_000)

/** The token in the invitation to somebody. */
const invitedBy = (email: string): string => {
  const folder = path.join(dataDir, 'mail')
  const sent = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'))
  const [eml = ''] = sent.filter((one) => one.includes(`To: ${email}\r\n`))
  const text = eml.replace(/=\r\n/g, '').replace(/=3D/g, '=')
  return /accept-invitation\?[^\s"<>]*token=([\w-]+)/.exec(text)?.[1] ?? ''
}

const signedIn = async (role: string): Promise<BrowserContext> => {
  const email = `${role}@publishing.test`
  const { token } = await post('/api/users/login', { email, password: PASSWORD })
  const context = await browser.newContext({ baseURL: server.url })
  await context.addCookies([
    { name: 'payload-token', value: token, url: server.url },
    { name: 'payload-tenant', value: tenant, url: server.url },
  ])
  return context
}

/** What a new document of each collection offers. */
const offersTo = async (
  role: string,
  collections: readonly string[],
): Promise<Record<string, string>> => {
  const context = await signedIn(role)
  const page = await context.newPage()
  const offers: Record<string, string> = {}
  for (const collection of collections) {
    await page.goto(`/admin/collections/${collection}/create`)
    const publish = page.getByRole('button', { name: 'Publish changes' })
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
    const collections = inShort(WRITTEN, role === 'editor' ? 1 : 0, 2)
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
    const context = await signedIn(role)
    const page = await context.newPage()
    const complaints = watchComplaints(page)
    for (const collection of inShort(WRITTEN, TYPING.indexOf(role), TYPING.length)) {
      await page.goto(`/admin/collections/${collection}/create`)
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
