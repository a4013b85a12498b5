// Whose pages act through a session and whose read, over real HTTP, with an address set and two
// tenants on domains of their own: cookies, CSRF and CORS follow the host.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Payload } from 'payload'
import { setResolver } from '../../collections/Domains/resolver.ts'
import { ask } from '../support/ask.ts'
import { createPicture, createStudy } from '../support/content.ts'
import { startApi, type Api } from '../support/http.ts'
import { startPayload, type TestPayload } from '../support/payload.ts'
import { createWorld, PASSWORD, type World } from '../support/tenants.ts'

const CMS = 'cms.vitrine.test'
const CLIENT = 'work.client.test'
const STRANGER = 'work.stranger.test'
const PENDING = 'soon.stranger.test'
const OWNER = 'owner@client.test'

let running: TestPayload
let payload: Payload
let api: Api
let world: World
let study: { id: string; title: string }
let draft: { id: string }

beforeAll(async () => {
  // Read while the configuration is imported, and only in this file.
  process.env.SERVER_URL = `https://${CMS}`
  running = await startPayload()
  payload = running.payload
  world = await createWorld({ payload })
  api = await startApi({
    payload,
    password: PASSWORD,
    // Reads the cookies from the raw request.
    next: async (req, res) => void res.end(req.headers.cookie ?? 'no cookies'),
  })
  const tenant = world.client.id
  study = await createStudy({ payload, tenant, title: 'Public' })
  draft = await createStudy({ payload, tenant, title: 'Draft', _status: 'draft' })
  await prove(CLIENT, OWNER, world.client.id)
  await prove(STRANGER, 'owner@stranger.test', world.stranger.id)
  await addDomain(PENDING, 'owner@stranger.test', world.stranger.id)
  api.directory.refresh()
})

afterAll(async () => {
  setResolver()
  delete process.env.SERVER_URL
  await api.stop()
  await running.stop()
})

const addDomain = async (host: string, as: string, tenant: string) => {
  const { body } = await api.call({
    as,
    method: 'POST',
    path: '/api/domains',
    body: { host, tenant },
  })
  return body.doc
}

const prove = async (host: string, as: string, tenant: string) => {
  const { id, token } = await addDomain(host, as, tenant)
  setResolver(() => Promise.resolve([[token]]))
  const { status } = await api.call({ as, method: 'POST', path: `/api/domains/${id}/verify` })
  expect({ host, status }).toEqual({ host, status: 200 })
}

type Request = Omit<Parameters<typeof ask>[0], 'url'>

const call = (request: Request) => ask({ url: api.url, ...request })

/** Signs in as a browser at a host does, and gives back what the browser would keep. */
const signIn = async (host: string) => {
  const answer = await call({
    host,
    method: 'POST',
    path: '/api/users/login',
    headers: { origin: `https://${host}` },
    body: { email: OWNER, password: PASSWORD },
  })
  expect({ host, status: answer.status }).toEqual({ host, status: 200 })
  const [cookie = ''] = answer.headers['set-cookie'] ?? []
  return { cookie: cookie.split(';')[0]!, attributes: cookie.split(';').slice(1).join(';') }
}

const tokenOf = async (email: string) =>
  (await payload.login({ collection: 'users', data: { email, password: PASSWORD } })).token

/** A change that a page of `origin` sends to `host` with the owner's cookie. */
const rename = async ({ cookie, host, origin }: { cookie: string; host: string; origin: string }) =>
  (
    await call({
      host,
      method: 'PATCH',
      path: `/api/case-studies/${study.id}`,
      headers: { cookie, origin },
      body: { title: `By ${origin}`, _status: 'published' },
    })
  ).status

const stored = async () =>
  (await payload.findByID({ collection: 'case-studies', id: study.id, depth: 0 })).title

describe('cookies', () => {
  it('are those of one host, secure and out of scripts’ reach', async () => {
    for (const host of [CMS, CLIENT]) {
      const { attributes } = await signIn(host)
      expect(attributes).not.toMatch(/domain=/i)
      expect(attributes).toMatch(/HttpOnly/)
      expect(attributes).toMatch(/Secure/)
      expect(attributes).toMatch(/SameSite=Lax/)
    }
  })

  it('count for the pages of their own host, be it the platform’s or a tenant’s', async () => {
    for (const host of [CMS, CLIENT]) {
      const { cookie } = await signIn(host)
      const origin = `https://${host}`
      expect({ host, status: await rename({ cookie, host, origin }) }).toEqual({
        host,
        status: 200,
      })
      expect(await stored()).toBe(`By ${origin}`)
    }
  })

  it('count for nobody else’s pages: not on the platform, not on another tenant’s domain', async () => {
    const { cookie } = await signIn(CMS)
    const before = await stored()
    for (const [host, origin] of [
      [CMS, `https://${CLIENT}`],
      [CMS, `https://${STRANGER}`],
      [CMS, `https://${PENDING}`],
      [CMS, 'https://evil.test'],
      [CMS, 'null'],
      [CMS, `http://${CMS}`],
      [CLIENT, `https://${STRANGER}`],
      [CLIENT, `https://${CMS}`],
      [CLIENT, `http://${CLIENT}`],
      [CLIENT, `https://${CLIENT}:8443`],
      [STRANGER, `https://${CLIENT}`],
    ] as const) {
      const status = await rename({ cookie, host, origin })
      expect({ host, origin, status }).toEqual({ host, origin, status: 403 })
    }
    expect(await stored()).toBe(before)
    // A token that a program sends itself is no browser's to give away.
    const read = await call({
      host: CLIENT,
      path: `/api/case-studies/${draft.id}`,
      headers: { authorization: `JWT ${await tokenOf(OWNER)}`, origin: `https://${STRANGER}` },
    })
    expect(read.status).toBe(200)
  })

  it('are not read for a neighbour’s picture or script, and are for a link', async () => {
    const { cookie } = await signIn(CLIENT)
    const open = async (site: string, mode: string) =>
      (
        await call({
          host: CLIENT,
          path: `/api/case-studies/${draft.id}`,
          headers: { cookie, 'sec-fetch-mode': mode, 'sec-fetch-site': site },
        })
      ).status
    expect(await open('same-origin', 'cors')).toBe(200)
    expect(await open('none', 'navigate')).toBe(200)
    expect(await open('same-site', 'navigate')).toBe(200)
    expect(await open('same-site', 'no-cors')).toBe(404)
    expect(await open('cross-site', 'no-cors')).toBe(404)
  })

  it('reach GraphQL and the admin’s pages by the same rule', async () => {
    const { cookie } = await signIn(CLIENT)
    const read = async (origin: string) => {
      const { body } = await call({
        host: CLIENT,
        method: 'POST',
        path: '/api/graphql',
        headers: { cookie, origin },
        body: { query: `{ CaseStudy(id: "${draft.id}") { id } }` },
      })
      return JSON.parse(body).data.CaseStudy
    }
    expect(await read(`https://${CLIENT}`)).toEqual({ id: draft.id })
    expect(await read(`https://${STRANGER}`)).toBeNull()
    const page = async (origin: string) =>
      (await call({ host: CLIENT, path: '/admin', headers: { cookie, origin } })).body
    // Payload and Next know it under its plain name.
    expect(await page(`https://${CLIENT}`)).toBe(cookie.replace('__Host-', ''))
    expect(await page(`https://${STRANGER}`)).toBe('no cookies')
  })

  it('open the files of drafts there, whose addresses are on the host that was asked', async () => {
    const picture = await createPicture({ payload, tenant: world.client.id })
    for (const host of [CMS, CLIENT]) {
      const { cookie } = await signIn(host)
      const headers = { cookie, 'sec-fetch-site': 'same-origin' }
      const { body } = await call({ host, path: `/api/media/${picture.id}`, headers })
      const { filename, sizes, srcset, thumbnailURL, url } = JSON.parse(body)
      const shown: string[] = [url, thumbnailURL, sizes.card.url, ...(srcset ?? '').split(', ')]
      for (const address of shown.filter(Boolean)) {
        expect(new URL(address).origin).toBe(`https://${host}`)
      }
      // By its name with the cookie, by its address with what that carries itself.
      const named = `/api/media/file/${filename}`
      expect((await call({ host, path: named, headers })).status).toBe(200)
      expect((await call({ host, path: named })).status).not.toBe(200)
      const { pathname, search } = new URL(url)
      expect((await call({ host, path: pathname + search })).status).toBe(200)
      expect((await call({ host, path: pathname })).status).not.toBe(200)
    }
    // A host that is nobody's is not repeated, not even where it is let through.
    const local = await call({
      host: 'localhost',
      path: `/api/media/${picture.id}`,
      headers: { authorization: `JWT ${await tokenOf(OWNER)}` },
    })
    expect(JSON.parse(local.body).url).toMatch(new RegExp(`^https://${CMS}/`))
  })

  it('stop counting on a domain that was deleted', async () => {
    const host = 'old.client.test'
    await prove(host, OWNER, world.client.id)
    api.directory.refresh()
    const { cookie } = await signIn(host)
    const origin = `https://${host}`
    expect(await rename({ cookie, host, origin })).toBe(200)
    await payload.delete({ collection: 'domains', where: { host: { equals: host } } })
    api.directory.refresh()
    expect(await rename({ cookie, host, origin })).toBe(421)
    expect(await rename({ cookie, host: CMS, origin })).toBe(403)
    expect(payload.config.csrf).not.toContain(origin)
  })
})

describe('reading across origins', () => {
  const list = (origin: string, host = CMS, headers: Record<string, string> = {}) =>
    call({ host, path: '/api/case-studies?depth=0', headers: { origin, ...headers } })

  it('is a tenant’s own site’s, of what everybody may read, without its cookies', async () => {
    const { cookie } = await signIn(CMS)
    const answer = await list(`https://${CLIENT}`, CMS, { cookie })
    expect(answer.status).toBe(200)
    expect(answer.headers['access-control-allow-origin']).toBe(`https://${CLIENT}`)
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined()
    expect(answer.headers.vary).toContain('Origin')
    const ids = JSON.parse(answer.body).docs.map(({ id }: { id: string }) => id)
    expect(ids).toContain(study.id)
    expect(ids).not.toContain(draft.id)
  })

  it('is no stranger’s, no pending domain’s, and no tenant’s on another tenant’s host', async () => {
    for (const [origin, host] of [
      ['https://evil.test', CMS],
      [`https://${PENDING}`, CMS],
      [`http://${CLIENT}`, CMS],
      [`https://${CLIENT}`, STRANGER],
      [`https://${CMS}`, CLIENT],
    ] as const) {
      const { headers } = await list(origin, host)
      const allowed = headers['access-control-allow-origin']
      // What Payload says of the platform's own origin names that origin, and its cookie was dropped.
      expect({ origin, host, allowed }).toEqual({
        origin,
        host,
        allowed: origin === `https://${CMS}` ? origin : undefined,
      })
    }
  })

  it('lets a browser ask before it reads, and promises no write', async () => {
    const preflight = (origin: string, method: string) =>
      call({
        host: CMS,
        method: 'OPTIONS',
        path: '/api/case-studies',
        headers: { origin, 'access-control-request-method': method },
      })
    const { headers, status } = await preflight(`https://${CLIENT}`, 'GET')
    expect(status).toBe(204)
    expect(headers['access-control-allow-origin']).toBe(`https://${CLIENT}`)
    expect(headers['access-control-allow-methods']).toBe('GET, HEAD')
    expect(headers['access-control-allow-headers']).not.toMatch(/authorization/i)
    expect(headers['access-control-allow-credentials']).toBeUndefined()
    const other = await preflight('https://evil.test', 'GET')
    expect(other.headers['access-control-allow-origin']).toBeUndefined()
    const written = await call({
      host: CMS,
      method: 'POST',
      path: '/api/case-studies',
      headers: { origin: `https://${CLIENT}` },
      body: { title: 'X' },
    })
    expect(written.headers['access-control-allow-origin']).toBeUndefined()
  })
})

describe('an unknown host', () => {
  it('gets a 421 that says why, from the API as from the pages', async () => {
    for (const path of ['/', '/client', '/admin', '/api/case-studies', '/api/graphql']) {
      for (const host of ['unknown.test', PENDING]) {
        const { body, headers, status } = await call({ host, path })
        expect({ host, path, status, body }).toEqual({
          host,
          path,
          status: 421,
          body: expect.stringContaining('"code":"misdirected"'),
        })
        expect(headers['cache-control']).toBe('no-store')
      }
    }
    expect((await call({ host: 'unknown.test', path: '/healthz' })).status).toBe(200)
  })
})
