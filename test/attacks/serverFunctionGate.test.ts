// The door before Next: where a server action may be called, by whom, and how much goes in and out.
// What stands behind it is in serverFunctions.test.ts, with a real Next.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { request } from 'node:http'
import { currentCall } from '../../src/serverFunctions/call.ts'
import { startTarget, tokenFor, type Target } from '../support/attacks.ts'
import { makeKey } from '../support/identity.ts'

const EDITOR = 'editor@client.test'
let target: Target
let cookie: string
/** What came through to Next, with as much of its body as was read. */
let reached: { url: string; body: string }[]
let answer: (req: IncomingMessage, res: ServerResponse) => Promise<void> | void

beforeAll(async () => {
  const next = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    let body = ''
    for await (const chunk of req) {
      body += String(chunk)
    }
    reached.push({ url: req.url ?? '', body })
    await answer(req, res)
  }
  target = await startTarget({ next })
  cookie = `payload-token=${await tokenFor({ payload: target.payload })(EDITOR)}`
})

afterAll(() => target?.stop())

beforeEach(() => {
  reached = []
  answer = (_, res) => {
    const call = currentCall()
    if (call) {
      call.isStarted = true
    }
    res.setHeader('content-type', 'text/x-component')
    res.end('0:{"a":1}')
  }
})

const ACTION = { 'next-action': '40'.padEnd(42, 'a'), 'content-type': 'text/plain;charset=UTF-8' }
const BODY = '[{"name":"form-state","args":{"collectionSlug":"users"}}]'
const post = (path: string, headers: Record<string, string>, body: string = BODY) =>
  target.send(path, { method: 'POST', headers, body, redirect: 'manual' })

const PATHS = [
  '/',
  '/client',
  '/client/de',
  '/client/work/client-online',
  '/client/contact/send',
  '/client/work/client-online/unlock',
  '/client/no-such-page',
  '/no-such-tenant',
  '/preview/case-studies/1',
  '/client/sites/path/client/en',
  '/_next/static/x.js',
  '/favicon.ico',
  '/brand/mark.svg',
  '/administrator',
  '/%61dmin',
  '/Admin',
  '/client/admin',
  '/x/../client',
]
const MULTIPART = 'multipart/form-data; boundary=x'
const FORM = `--x\r\nContent-Disposition: form-data; name="$ACTION_ID_${ACTION['next-action']}"\r\n\r\n\r\n--x--\r\n`

describe('where', () => {
  it('no path outside the admin runs one, for nobody and for people who are signed in', async () => {
    for (const path of PATHS) {
      for (const headers of [
        ACTION,
        { ...ACTION, cookie },
        { ...ACTION, 'content-type': MULTIPART },
      ]) {
        const { status } = await post(path, headers)
        expect({ path, status }).toEqual({ path, status: 404 })
      }
    }
    expect(reached).toEqual([])
  })

  it('no page takes a form that names an action, with or without a session', async () => {
    const pages = PATHS.filter((path) => !/send$|unlock$/.test(path))
    for (const path of [...pages, '/admin', '/admin/login', '/admin/collections/users']) {
      for (const headers of [{}, { cookie }] as Record<string, string>[]) {
        for (const type of [MULTIPART, 'application/x-www-form-urlencoded', 'text/plain']) {
          const { status } = await post(path, { ...headers, 'content-type': type }, FORM)
          expect({ path, type, status: [404, 405].includes(status) }).toEqual({
            path,
            type,
            status: true,
          })
        }
      }
    }
    expect(reached).toEqual([])
  })

  it('forms of the sites, and pages that are read, go through; Next has those of the admin only', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const answers = [
      await post('/client/contact/send', form, 'name=A'),
      await post('/client/work/client-online/unlock', form, 'password=x'),
      await target.send('/client'),
      await target.send('/admin', { headers: { cookie } }),
    ]
    // A message that lacks its text, and a study without a password.
    expect(answers.map(({ status }) => status)).toEqual([422, 404, 200, 200])
    expect(reached.map(({ url }) => url)).toEqual(['/admin'])
  })
})

describe('who', () => {
  it('nobody reaches one without signing in, and no byte of theirs is read', async () => {
    const stranger = `payload-token=${'e30.e30.'.padEnd(60, 'x')}`
    for (const path of ['/admin', '/admin/', '/admin/login', '/admin/create-first-user']) {
      for (const headers of [
        ACTION,
        { ...ACTION, cookie: stranger },
        { ...ACTION, 'content-type': MULTIPART },
      ]) {
        const refused = await post(path, headers)
        expect({ path, status: refused.status }).toEqual({ path, status: 401 })
        expect(refused.headers.get('content-type')).toBe('application/problem+json')
        expect(refused.body).toMatchObject({ code: 'not_signed_in', status: 401 })
      }
    }
    expect(reached).toEqual([])
    expect(await unread({ headers: ACTION })).toBe(401)
  })

  it('an API key is no session, and another site’s page acts through nobody’s', async () => {
    const key = await makeKey({ api: target.api, as: EDITOR })
    const elsewhere: Record<string, string>[] = [
      { authorization: `users API-Key ${key}` },
      { cookie, origin: 'https://evil.example' },
      { cookie, origin: 'null' },
      { cookie, origin: `${target.api.url}0` },
      { cookie, 'sec-fetch-site': 'cross-site' },
      { cookie, 'sec-fetch-site': 'same-site' },
      { cookie, origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
    ]
    for (const headers of elsewhere) {
      const refused = await post('/admin', { ...ACTION, ...headers })
      expect({ headers, status: refused.status, code: refused.body.code }).toEqual({
        headers,
        status: 401,
        code: 'not_signed_in',
      })
    }
    expect(reached).toEqual([])
    const own = { ...ACTION, cookie, origin: target.api.url, 'sec-fetch-site': 'same-origin' }
    expect((await post('/admin', own)).status).toBe(200)
  })

  it('somebody signed in does, with the answer as Next gave it', async () => {
    const allowed = await post('/admin', { ...ACTION, cookie })
    expect(allowed.status).toBe(200)
    expect(allowed.body).toBe('0:{"a":1}')
    expect(allowed.headers.get('content-type')).toBe('text/x-component')
    expect(reached).toEqual([{ url: '/admin', body: BODY }])
  })
})

/** Announces a body and sends none: an answer means that nobody waited for it. */
const unread = ({ headers }: { headers: Record<string, string> }): Promise<number> =>
  new Promise((resolve, reject) => {
    const asking = request(
      `${target.api.url}/admin`,
      { method: 'POST', headers: { 'content-length': '900000', ...headers } },
      (response) => {
        resolve(response.statusCode ?? 0)
        response.resume()
        asking.destroy()
      },
    )
    asking.on('error', reject)
    asking.flushHeaders()
  })

describe('how much', () => {
  it('takes a body of 1 MB and no more, and none of which the length is not said', async () => {
    const most = 'x'.repeat(1024 * 1024)
    expect((await post('/admin', { ...ACTION, cookie }, most)).status).toBe(200)
    const larger = await post('/admin', { ...ACTION, cookie }, `${most}x`)
    expect([larger.status, larger.body.code]).toEqual([413, 'body_too_large'])
    expect(reached).toHaveLength(1)
    expect(await unread({ headers: { ...ACTION, cookie, 'content-length': '2000000' } })).toBe(413)
    const chunked = await new Promise<number>((resolve, reject) => {
      const asking = request(
        `${target.api.url}/admin`,
        { method: 'POST', headers: { ...ACTION, cookie, 'transfer-encoding': 'chunked' } },
        (response) => {
          resolve(response.statusCode ?? 0)
          response.resume()
          asking.destroy()
        },
      )
      asking.on('error', reject)
      asking.write('x')
    })
    expect(chunked).toBe(411)
    expect(reached).toHaveLength(1)
  })

  it('sends an answer of 2 MB, compressed, and instead of a larger one a problem', async () => {
    const sized = (bytes: number) => (_: IncomingMessage, res: ServerResponse) => {
      res.setHeader('content-type', 'text/x-component')
      res.setHeader('x-of-the-answer', 'yes')
      const chunk = 'x'.repeat(64 * 1024)
      for (let sent = 0; sent < bytes; sent += chunk.length) {
        res.write(chunk)
      }
      res.end()
    }
    answer = sized(2 * 1024 * 1024)
    const largest = await post('/admin', { ...ACTION, cookie, 'accept-encoding': 'gzip' })
    expect([largest.status, largest.headers.get('content-encoding')]).toEqual([200, 'gzip'])
    expect(String(largest.body)).toHaveLength(2 * 1024 * 1024)
    answer = sized(2 * 1024 * 1024 + 1)
    const larger = await post('/admin', { ...ACTION, cookie })
    expect([larger.status, larger.body.code]).toEqual([413, 'result_too_large'])
    expect(larger.headers.get('x-of-the-answer')).toBeNull()
  })

  it('gives a call two seconds of database time in all', async () => {
    answer = async (_, res) => {
      const { drizzle } = target.payload.db as unknown as {
        drizzle: { execute: (query: unknown) => Promise<unknown> }
      }
      for (let count = 0; count < 20; count += 1) {
        await drizzle.execute(sql.raw('select pg_sleep(0.5)')).catch(() => undefined)
      }
      res.end('0:{"a":1}')
    }
    const slow = await post('/admin', { ...ACTION, cookie })
    expect([slow.status, slow.body.code]).toEqual([503, 'took_too_long'])
  })
})

describe('what comes back', () => {
  it('a refusal of the function carries its own status, and keeps its body for the admin', async () => {
    answer = (_, res) => {
      const call = currentCall()!
      call.isStarted = true
      call.refusal = { status: 422, code: 'too_many_rows', message: 'Choose fewer.' }
      res.setHeader('content-type', 'text/x-component')
      res.end('0:{"refusal":{"code":"too_many_rows"}}')
    }
    const refused = await post('/admin', { ...ACTION, cookie })
    expect([refused.status, refused.body]).toEqual([422, '0:{"refusal":{"code":"too_many_rows"}}'])
  })

  it('arguments that Next cannot read are the caller’s mistake', async () => {
    answer = (_, res) => {
      res.writeHead(500, { 'content-type': 'text/html' })
      res.end('<html>Error at somewhere.js:1</html>')
    }
    const refused = await post('/admin', { ...ACTION, cookie })
    expect([refused.status, refused.body.code]).toEqual([400, 'malformed_call'])
  })
})
