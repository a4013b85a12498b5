// People who write in the admin of a running server, in a real browser: a tenant with one member of each role asked
// for. The first user of the installation invites them, by mail.
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect } from '@jest/globals'
import type { BrowserContext, BrowserContextOptions } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { copyTemplate } from './payload.ts'
import { makeDataDir, startServerOn, type ServerProcess } from './process.ts'

const PASSWORD = 'a-password-for-tests'

export type Doc = { id: string; [field: string]: unknown }

export type Editing = {
  server: ServerProcess
  /** The id of the tenant. */
  tenant: string
  /** Asks the API as a member. */
  call: (args: {
    as: string
    body?: object
    method?: string
    path: string
  }) => Promise<{ body: { doc: Doc; docs: Doc[] }; status: number }>
  /** Another tenant's id, and a member of it, by the name that `call` and `signedIn` know them by. */
  openTenant: (data: Record<string, unknown>) => Promise<string>
  invite: (args: {
    as: string
    /** Of the role `custom`, which one. */
    customRole?: string
    role: string
    tenant: string
  }) => Promise<void>
  /** A file in the library, as a member adds it. */
  upload: (args: { as: string; bytes: Uint8Array; name: string; type: string }) => Promise<string>
  /** A browser in which a member is signed in. */
  signedIn: (role: string, options?: BrowserContextOptions) => Promise<BrowserContext>
  stop: () => Promise<void>
}

export const startEditing = async (roles: readonly string[]): Promise<Editing> => {
  const dataDir = makeDataDir()
  const server = await startServerOn(await copyTemplate(), dataDir)
  const browser = await launchBrowser()

  const post = async (
    to: string,
    body: object,
    token?: string,
  ): Promise<{ token: string; doc: Doc }> => {
    const response = await fetch(server.url + to, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token ? { authorization: `JWT ${token}` } : {}),
      },
      body: JSON.stringify(body),
    })
    expect({ to, isOk: response.ok }).toEqual({ to, isOk: true })
    return (await response.json()) as { token: string; doc: Doc }
  }

  const { token } = await post('/api/users/first-register', {
    email: 'first@editing.test',
    name: 'First',
    password: PASSWORD,
  })
  const openTenant: Editing['openTenant'] = async (data) => {
    const { doc } = await post(
      '/api/tenants',
      { kind: 'client', status: 'active', locales: ['en'], defaultLocale: 'en', ...data },
      token,
    )
    return doc.id
  }
  const invite: Editing['invite'] = async ({ as, customRole, role, tenant: to }) => {
    const email = emailOf(as)
    await post('/api/invitations', { tenant: to, email, role, customRole }, token)
    await post('/api/invitations/accept', {
      tenant: to,
      token: invitedIn(path.join(dataDir, 'mail'), email),
      name: as,
      password: PASSWORD,
    })
  }
  const tenant = await openTenant({
    name: 'Editing',
    slug: 'editing',
    locales: ['en', 'de'],
  })
  for (const role of roles) {
    await invite({ as: role, role, tenant })
  }

  const tokens = new Map<string, string>()
  const logIn = async (role: string): Promise<string> => {
    const known =
      tokens.get(role) ??
      (await post('/api/users/login', { email: emailOf(role), password: PASSWORD })).token
    tokens.set(role, known)
    return known
  }

  return {
    server,
    invite,
    openTenant,
    tenant,
    call: async ({ as, body, method = 'GET', path: to }) => {
      const response = await fetch(server.url + to, {
        method,
        headers: {
          authorization: `JWT ${await logIn(as)}`,
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
      return {
        body: (await response.json()) as { doc: Doc; docs: Doc[] },
        status: response.status,
      }
    },
    upload: async ({ as, bytes, name, type }) => {
      const form = new FormData()
      form.set('_payload', JSON.stringify({ alt: name, tenant }))
      form.set('file', new Blob([bytes as BlobPart], { type }), name)
      const response = await fetch(`${server.url}/api/media`, {
        method: 'POST',
        headers: { authorization: `JWT ${await logIn(as)}` },
        body: form,
      })
      expect(response.status).toBe(201)
      return ((await response.json()) as { doc: Doc }).doc.id
    },
    signedIn: async (role, options = {}) => {
      const context = await browser.newContext({ baseURL: server.url, ...options })
      await context.addCookies([
        { name: 'payload-token', value: await logIn(role), url: server.url },
        { name: 'payload-tenant', value: tenant, url: server.url },
      ])
      return context
    },
    stop: async () => {
      await browser.close()
      server.child.kill('SIGTERM')
      await server.exit
      rmSync(dataDir, { force: true, recursive: true })
    },
  }
}

const emailOf = (role: string): string => `${role}@editing.test`

/** The token in the invitation to somebody. */
const invitedIn = (folder: string, email: string): string => {
  const sent = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'))
  const [eml = ''] = sent.filter((one) => one.includes(`To: ${email}\r\n`))
  const text = eml.replace(/=\r\n/g, '').replace(/=3D/g, '=')
  return /accept-invitation\?[^\s"<>]*token=([\w-]+)/.exec(text)?.[1] ?? ''
}
