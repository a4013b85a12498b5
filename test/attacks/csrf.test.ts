// What another site can make a browser send: a session counts only when the request comes from us.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { isRefused, jsonRequest, logIn, startTarget, type Target } from '../support/attacks.ts'
import { PASSWORD } from '../support/tenants.ts'

const OWN = 'https://vitrine.test'
const EMAIL = 'owner@client.test'

let target: Target
let cookie: string
let before: string | undefined

beforeAll(async () => {
  before = process.env.SERVER_URL
  // Read when the configuration is first imported.
  process.env.SERVER_URL = OWN
  target = await startTarget()
  cookie = `__Host-payload-token=${await logIn({ payload: target.payload, email: EMAIL })}`
})

afterAll(async () => {
  await target?.stop()
  if (before === undefined) {
    delete process.env.SERVER_URL
  } else {
    process.env.SERVER_URL = before
  }
})

const FOREIGN: Record<string, string>[] = [
  { origin: 'https://evil.test' },
  { origin: 'null' },
  { origin: 'https://client.vitrine.test' },
  { origin: 'https://vitrine.test.evil.test' },
  { origin: 'http://vitrine.test' },
  { origin: 'https://evil.test', 'sec-fetch-site': 'same-origin' },
  { origin: OWN, 'sec-fetch-site': 'cross-site' },
  { origin: OWN, 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
  {},
]

const me = async (headers: Record<string, string>): Promise<string | null> => {
  const { body } = await target.send('/api/users/me', { headers: { cookie, ...headers } })
  return (body as { user: { email: string } | null }).user?.email ?? null
}

describe('a session in a cookie', () => {
  it('CVE-2026-34749 (GHSA-p6mr-xf3r-ghq4): counts from our own pages only', async () => {
    for (const headers of FOREIGN) {
      expect({ headers, who: await me(headers) }).toEqual({ headers, who: null })
    }
    expect(await me({ origin: OWN })).toBe(EMAIL)
    expect(await me({ 'sec-fetch-site': 'same-origin' })).toBe(EMAIL)
  })

  it('CVE-2026-27977, 27978: a foreign page, or one of no origin, changes nothing', async () => {
    for (const headers of FOREIGN) {
      const sent = { cookie, ...headers }
      for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
        await target.send(`/api/case-studies/${target.online.id}`, {
          method: 'PATCH',
          headers: { ...sent, 'content-type': type },
          body: '{"title":"Forged"}',
        })
      }
      const out = await target.send('/api/users/logout', jsonRequest({}, sent))
      expect(isRefused(out)).toBe(true)
      const refreshed = await target.send('/api/users/refresh-token', jsonRequest({}, sent))
      expect(isRefused(refreshed)).toBe(true)
      const graph = await target.send(
        '/api/graphql',
        jsonRequest(
          { query: `mutation { deleteCaseStudy(id: "${target.online.id}") { id } }` },
          sent,
        ),
      )
      expect(JSON.stringify(graph.body)).not.toContain(target.online.id)
    }
    const kept = await target.payload.findByID({ collection: 'case-studies', id: target.online.id })
    expect(kept.title).toBe('Client online')
    expect(await me({ origin: OWN })).toBe(EMAIL)
  })

  it('is kept from scripts, from plain connections and from foreign forms', async () => {
    const answer = await target.send(
      '/api/users/login',
      jsonRequest({ email: EMAIL, password: PASSWORD }),
    )
    const set = answer.headers.get('set-cookie') ?? ''
    expect(set).toMatch(/^__Host-payload-token=/)
    expect(set).toMatch(/HttpOnly/i)
    expect(set).toMatch(/Secure/i)
    expect(set).toMatch(/SameSite=Lax/i)
    expect(set).toMatch(/Path=\/(;|$)/)
    expect(set).not.toMatch(/Domain/i)
    // Programs read it there.
    expect((answer.body as { token?: string }).token).toBeTruthy()
  })

  it('is not begun for somebody by a form of another site', async () => {
    const form = new FormData()
    form.set('_payload', JSON.stringify({ email: EMAIL, password: PASSWORD }))
    for (const headers of FOREIGN.filter((sent) => Object.keys(sent).length > 0)) {
      const answer = await target.send('/api/users/login', {
        method: 'POST',
        headers: { ...headers, 'sec-fetch-mode': 'navigate' },
        body: form,
      })
      expect({ headers, set: answer.headers.getSetCookie() }).toEqual({ headers, set: [] })
    }
  })

  it('is not taken from a cookie that a neighbouring subdomain can set', async () => {
    const tossed = cookie.replace('__Host-', '')
    expect(await me({ origin: OWN, cookie: tossed })).toBeNull()
    const both = await target.send('/api/users/me', {
      headers: { origin: OWN, cookie: `payload-token=tossed; ${cookie}` },
    })
    expect((both.body as { user: { email: string } }).user.email).toBe(EMAIL)
    expect(both.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^payload-token=;.*Max-Age=0/),
    ])
  })

  it('ends and is renewed under its name', async () => {
    const mine = `__Host-payload-token=${await logIn({ payload: target.payload, email: EMAIL })}`
    const sent = { cookie: mine, origin: OWN }
    const renewed = await target.send('/api/users/refresh-token', jsonRequest({}, sent))
    expect(renewed.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-payload-token=[^;]+;.*HttpOnly; Secure/),
    ])
    const out = await target.send('/api/users/logout', jsonRequest({}, sent))
    expect(out.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-payload-token=;/)])
    expect(await me({ origin: OWN, cookie: mine })).toBeNull()
    const query = `mutation { loginUser(email: "${EMAIL}", password: "${PASSWORD}") { token } }`
    const graph = await target.send('/api/graphql', jsonRequest({ query }, { origin: OWN }))
    expect(graph.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-payload-token=[^;]+;/),
    ])
  })

  it('a forged payload-tenant cookie chooses nothing that one does not reach', async () => {
    for (const tenant of [
      target.world.stranger.id,
      '*',
      `${target.world.stranger.id}; x=y`,
      '%00',
    ]) {
      const headers = { cookie: `${cookie}; payload-tenant=${tenant}`, origin: OWN }
      const list = await target.send('/api/case-studies?draft=true&limit=100', { headers })
      expect(list.status).toBe(200)
      expect(JSON.stringify(list.body)).not.toContain(target.foreignDraft.id)
      const created = await target.send(
        '/api/services',
        jsonRequest({ name: `Cookie ${tenant}` }, headers),
      )
      const owner = (created.body as { doc?: { tenant?: { id: string } } }).doc?.tenant?.id
      expect([undefined, target.world.client.id]).toContain(owner)
    }
  })
})

describe('mails', () => {
  it('a link to reset a password leads to us, whatever host was asked', async () => {
    const email = 'editor@client.test'
    const forged: Record<string, string>[] = [
      { 'x-forwarded-host': 'evil.test', origin: 'https://evil.test' },
      { host: 'evil.test', 'x-forwarded-proto': 'http', referer: 'https://evil.test/' },
    ]
    for (const headers of forged) {
      await target.send('/api/users/forgot-password', jsonRequest({ email }, headers))
    }
    const folder = path.join(process.env.DATA_DIR ?? '', 'mail')
    const mails = readdirSync(folder)
      .map((file) => readFileSync(path.join(folder, file), 'utf8'))
      .filter((mail) => mail.includes(`To: ${email}`) && mail.includes(OWN))
    expect(mails.length).toBeGreaterThan(0)
    expect(mails.join('')).toContain(`${OWN}/admin/reset/`)
    expect(mails.join('')).not.toContain('evil.test')
  })
})
