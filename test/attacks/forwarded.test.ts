// Who speaks for a visitor: without TRUST_PROXY nobody, with it the nearest proxy alone. Over the
// whole server, up to what the sites and Next are given.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { setResolver } from '../../collections/Domains/resolver.ts'
import { ask } from '../support/ask.ts'
import { startApi, type Api } from '../support/http.ts'
import { startPayload, type TestPayload } from '../support/payload.ts'
import { createWorld, PASSWORD } from '../support/tenants.ts'

const CMS = 'cms.vitrine.test'
const CLIENT = 'work.client.test'
const EMAIL = 'owner@client.test'

let running: TestPayload
let open: Api
let behindProxy: Api

beforeAll(async () => {
  process.env.SERVER_URL = `http://${CMS}`
  running = await startPayload()
  const { payload } = running
  const world = await createWorld({ payload })
  const start = (trustProxy: boolean) =>
    startApi({
      payload,
      password: PASSWORD,
      trustProxy,
      // Says what it was given.
      next: async (req, res) =>
        void res.end(JSON.stringify({ headers: req.headers, url: req.url })),
    })
  open = await start(false)
  behindProxy = await start(true)
  const { body } = await open.call({
    as: EMAIL,
    method: 'POST',
    path: '/api/domains',
    body: { host: CLIENT, tenant: world.client.id },
  })
  setResolver(() => Promise.resolve([[body.doc.token as string]]))
  await open.call({ as: EMAIL, method: 'POST', path: `/api/domains/${body.doc.id}/verify` })
  open.directory.refresh()
  behindProxy.directory.refresh()
})

afterAll(async () => {
  setResolver()
  delete process.env.SERVER_URL
  await open.stop()
  await behindProxy.stop()
  await running.stop()
})

const logIn = (api: Api, host: string, headers: Record<string, string>) =>
  ask({
    url: api.url,
    host,
    method: 'POST',
    path: '/api/users/login',
    headers,
    body: { email: EMAIL, password: PASSWORD },
  })

const FORGED = {
  forwarded: `host=${CMS};proto=https;for=6.6.6.6`,
  'x-forwarded-host': CMS,
  'x-forwarded-for': '6.6.6.6',
  'x-forwarded-port': '443',
  'x-forwarded-proto': 'https',
  'x-forwarded-server': CMS,
  'x-real-ip': '6.6.6.6',
  'x-vitrine-ip': '6.6.6.6',
}

describe('without TRUST_PROXY', () => {
  it('no header that a visitor writes says where they are from or what they asked for', async () => {
    for (const path of ['/admin', '/preview/case-studies/1']) {
      const { body } = await ask({ url: open.url, host: CMS, path, headers: FORGED })
      const { headers } = JSON.parse(body) as { headers: Record<string, string> }
      const told = Object.keys(headers).filter((name) => /forwarded|real-ip/.test(name))
      expect({ path, told }).toEqual({ path, told: [] })
      expect(headers['x-vitrine-ip']).toContain('127.0.0.1')
    }
  })

  it('makes nobody another visitor of a site', async () => {
    const statuses: number[] = []
    for (let at = 0; at < 31; at += 1) {
      const headers = {
        ...FORGED,
        'x-forwarded-for': `6.6.6.${at}`,
        'x-real-ip': `6.6.6.${at}`,
        'x-vitrine-ip': `6.6.6.${at}`,
      }
      const sent = { host: CMS, headers, method: 'POST', path: '/client/contact/send' }
      statuses.push((await ask({ url: open.url, body: { name: 'A' }, ...sent })).status)
    }
    // A form that is refused takes one of thirty posts of its visitor.
    expect([statuses[0], statuses[29], statuses[30]]).toEqual([422, 422, 429])
  })

  it('names no other host: neither to the pages nor to the API', async () => {
    for (const path of ['/client', '/admin', '/api/case-studies']) {
      const { status } = await ask({ url: open.url, host: 'evil.test', path, headers: FORGED })
      expect({ path, status }).toEqual({ path, status: 421 })
    }
  })

  it('makes no connection an encrypted one', async () => {
    const { headers } = await logIn(open, CMS, { origin: `http://${CMS}`, ...FORGED })
    expect(headers['set-cookie']).toEqual([expect.stringMatching(/^payload-token=/)])
    expect(headers['strict-transport-security']).toBeUndefined()
  })
})

describe('with TRUST_PROXY', () => {
  it('the last entry counts, and the sites and Next read it as Host', async () => {
    const headers = {
      ...FORGED,
      'x-forwarded-host': `${CMS}, ${CLIENT}`,
      'x-forwarded-for': '6.6.6.6, 203.0.113.9',
    }
    const at = (path: string) => ask({ url: behindProxy.url, host: 'inside', path, headers })
    const work = await at('/work')
    expect(work.status).toBe(200)
    expect(work.body).toContain(`<link rel="canonical" href="http://${CLIENT}/work"/>`)
    const { body } = await at('/admin')
    const given = JSON.parse(body) as { headers: Record<string, string>; url: string }
    expect(given.headers).toMatchObject({
      host: CLIENT,
      'x-forwarded-proto': 'https',
      'x-vitrine-ip': '203.0.113.9',
    })
    expect(JSON.stringify(given.headers)).not.toContain('6.6.6.6')
    const evil = { 'x-forwarded-host': `${CMS}, evil.test` }
    const answer = await ask({ url: behindProxy.url, host: CMS, path: '/client', headers: evil })
    expect(answer.status).toBe(421)
  })

  it('a session on a tenant’s domain over HTTPS has the name that only this host can set', async () => {
    const forwarded = { 'x-forwarded-host': CLIENT, 'x-forwarded-proto': 'https' }
    const origin = `https://${CLIENT}`
    const { headers } = await logIn(behindProxy, 'inside', { origin, ...forwarded })
    const [set = ''] = headers['set-cookie'] ?? []
    expect(set).toMatch(/^__Host-payload-token=[^;]+;.*Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    expect(headers['strict-transport-security']).toContain('max-age')
    const me = async (sent: Record<string, string>) => {
      const path = '/api/users/me'
      const answer = await ask({ url: behindProxy.url, host: 'inside', path, headers: sent })
      return (JSON.parse(answer.body) as { user: { email: string } | null }).user?.email ?? null
    }
    const cookie = set.split(';')[0]!
    expect(await me({ cookie, origin, ...forwarded })).toBe(EMAIL)
    expect(await me({ cookie, origin: `https://${CMS}`, ...forwarded })).toBeNull()
    expect(await me({ cookie: cookie.replace('__Host-', ''), origin, ...forwarded })).toBeNull()
  })
})
