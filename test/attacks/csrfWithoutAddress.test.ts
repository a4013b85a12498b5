// An installation without SERVER_URL, as it stands on a developer's machine: its passwords are
// published, so no page that somebody opens there may act through its cookies or pretend to be it.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { ask } from '../support/ask.ts'
import { logIn, startTarget, type Target } from '../support/attacks.ts'
import { PASSWORD } from '../support/tenants.ts'

const EMAIL = 'owner@client.test'

let target: Target
let cookie: string
let port: string
let before: string | undefined

beforeAll(async () => {
  before = process.env.SERVER_URL
  delete process.env.SERVER_URL
  target = await startTarget({
    // Says whose cookies it was given.
    next: async (req, res) => void res.end(req.headers.cookie ?? 'no cookies'),
  })
  port = new URL(target.api.url).port
  cookie = `payload-token=${await logIn({ payload: target.payload, email: EMAIL })}`
})

afterAll(async () => {
  await target?.stop()
  if (before !== undefined) {
    process.env.SERVER_URL = before
  }
})

const call = ({
  host = `localhost:${port}`,
  ...request
}: Omit<Parameters<typeof ask>[0], 'host' | 'url'> & { host?: string }) =>
  ask({ url: target.api.url, host, ...request })

const who = async (headers: Record<string, string>, host?: string): Promise<string | null> => {
  const path = '/api/users/me'
  const { body } = await call({ path, headers: { cookie, ...headers }, ...(host ? { host } : {}) })
  return (JSON.parse(body) as { user: { email: string } | null }).user?.email ?? null
}

const foreign = (): Record<string, string>[] => [
  { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' },
  { origin: 'http://evil.example' },
  { origin: 'null' },
  { origin: 'http://localhost:5173' },
  { origin: 'http://localhost:5173', 'sec-fetch-site': 'same-site' },
  { origin: `http://127.0.0.1:${port}` },
  { origin: `http://localhost:${port}`, 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' },
  { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
  // Without a proxy of ours nobody says what the host is but `Host`.
  { origin: 'http://evil.example', 'x-forwarded-host': 'evil.example' },
  { origin: 'http://evil.example', forwarded: 'host=evil.example' },
]

describe('a session in a cookie', () => {
  it('counts for the pages of its own host and port, and for a link that is followed', async () => {
    const visit = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
    for (const headers of [
      {},
      { origin: `http://localhost:${port}` },
      { 'sec-fetch-site': 'same-origin' },
      { ...visit, 'sec-fetch-dest': 'document' },
    ] as Record<string, string>[]) {
      expect({ headers, who: await who(headers) }).toEqual({ headers, who: EMAIL })
    }
    expect(await who({ origin: `http://192.168.1.5:${port}` }, `192.168.1.5:${port}`)).toBe(EMAIL)
  })

  it('counts for no other page, neither at the API nor at the pages', async () => {
    for (const headers of foreign()) {
      expect({ headers, who: await who(headers) }).toEqual({ headers, who: null })
      const page = await call({ path: '/admin', headers: { cookie, ...headers } })
      expect({ headers, page: page.body }).toEqual({ headers, page: 'no cookies' })
      // Only calls of server functions are posted to a page, and serverFunctions.ts knows them.
      const posted = await call({ method: 'POST', path: '/admin', headers: { cookie, ...headers } })
      expect({ headers, status: posted.status }).toEqual({ headers, status: 405 })
    }
  })

  it('changes nothing for a page of another site', async () => {
    const path = `/api/case-studies/${target.online.id}`
    for (const headers of foreign()) {
      const sent = { headers: { cookie, ...headers }, body: { title: 'Forged' } }
      expect((await call({ method: 'PATCH', path, ...sent })).status).toBe(403)
    }
    const kept = await target.payload.findByID({ collection: 'case-studies', id: target.online.id })
    expect(kept.title).toBe('Client online')
  })

  it('is not begun by a page of another site', async () => {
    for (const headers of foreign()) {
      const body = { email: EMAIL, password: PASSWORD }
      const answer = await call({ method: 'POST', path: '/api/users/login', headers, body })
      expect({ headers, set: answer.headers['set-cookie'] }).toEqual({ headers, set: undefined })
    }
  })
})

describe('a name that leads to this machine (DNS rebinding)', () => {
  it('is answered by nobody: not by the API, nor by the admin, nor by a page', async () => {
    for (const host of ['evil.example', `evil.example:${port}`, 'localhost.evil.example', 'a.b']) {
      for (const path of ['/api/users/me', '/api/users/login', '/api/graphql', '/admin', '/']) {
        for (const method of ['GET', 'POST']) {
          const { status } = await call({ host, method, path, headers: { cookie } })
          expect({ host, method, path, status }).toEqual({ host, method, path, status: 421 })
        }
      }
    }
  })

  it('is answered at the machine’s own names and at any address by number', async () => {
    for (const host of ['localhost', `127.0.0.1:${port}`, '[::1]:3000', '10.1.2.3']) {
      expect((await call({ host, path: '/api/case-studies' })).status).toBe(200)
    }
  })
})
