// The session's cookie under its two names, whoever reads and writes it.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { ask } from '../../test/support/ask.ts'
import { dropCookies, followSession } from './sessionCookie.ts'

let server: Server
let isHttps = true
let handle: (req: IncomingMessage, res: ServerResponse) => void

beforeAll(async () => {
  server = createServer((incoming, outgoing) => {
    followSession({ incoming, isHttps, outgoing })
    handle(incoming, outgoing)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterAll(() => new Promise((resolve) => server.close(resolve)))

const call = async ({
  by = (_, res) => res.end(),
  cookie,
  https = true,
  path = '/api/x',
}: {
  by?: typeof handle
  cookie?: string
  https?: boolean
  path?: string
}) => {
  isHttps = https
  let read: string | undefined
  let raw: string[] = []
  handle = (req, res) => {
    read = req.headers.cookie
    raw = req.rawHeaders
    by(req, res)
  }
  const { port } = server.address() as AddressInfo
  const headers: Record<string, string> = cookie === undefined ? {} : { cookie }
  const answer = await ask({ url: `http://127.0.0.1:${port}`, host: 'cms.test', path, headers })
  const at = raw.findIndex((name) => name.toLowerCase() === 'cookie')
  return {
    read,
    readRaw: at < 0 ? undefined : raw[at + 1],
    set: answer.headers['set-cookie'] ?? [],
  }
}

const TOKEN = 'payload-token=abc; Expires=Fri, 01 Jan 2027 00:00:00 GMT; Path=/; HttpOnly'
const ONWARD =
  '__Host-payload-token=abc; Expires=Fri, 01 Jan 2027 00:00:00 GMT; Path=/; HttpOnly; Secure; SameSite=Lax'

describe('a session over HTTPS', () => {
  it('is read from the cookie that only this host can set, and from no other', async () => {
    const cases: [sent: string, read: string | undefined][] = [
      ['a=1; __Host-payload-token=own; b=2', 'a=1; b=2; payload-token=own'],
      ['payload-token=tossed', undefined],
      ['payload-token=tossed; __Host-payload-token=own', 'payload-token=own'],
      ['__Host-payload-token=own; payload-token=tossed; a=1', 'a=1; payload-token=own'],
      [' payload-token =tossed; a=1', 'a=1'],
      ['\u00a0payload-token=tossed; a=1', 'a=1'],
      ['__Host-payload-token=one; __Host-payload-token=two', undefined],
      ['a=1; payload-tenant=x', 'a=1; payload-tenant=x'],
    ]
    for (const [cookie, expected] of cases) {
      const { read, readRaw } = await call({ cookie })
      expect({ cookie, read, readRaw }).toEqual({ cookie, read: expected, readRaw: expected })
    }
  })

  it.each<[string, typeof handle]>([
    ['setHeader', (_, res) => res.setHeader('Set-Cookie', ['a=1; Path=/', TOKEN]).end()],
    [
      'appendHeader',
      (_, res) =>
        res.appendHeader('set-cookie', 'a=1; Path=/').appendHeader('set-cookie', TOKEN).end(),
    ],
    ['writeHead', (_, res) => res.writeHead(200, { 'Set-Cookie': ['a=1; Path=/', TOKEN] }).end()],
    [
      'writeHead with a message',
      (_, res) => res.writeHead(200, 'Fine', { 'set-cookie': ['a=1; Path=/', TOKEN] }).end(),
    ],
    [
      'writeHead with a list',
      (_, res) =>
        res.writeHead(200, ['set-cookie', 'a=1; Path=/', 'set-cookie', TOKEN, 'x-y', 'z']).end(),
    ],
    [
      'write',
      (_, res) => {
        res.setHeader('set-cookie', ['a=1; Path=/', TOKEN])
        res.write('x')
        res.end()
      },
    ],
    [
      'flushHeaders',
      (_, res) => {
        res.setHeader('set-cookie', ['a=1; Path=/', TOKEN])
        res.flushHeaders()
        res.end()
      },
    ],
  ])('is set under that name by %s, each cookie on its own', async (_, by) => {
    expect((await call({ by })).set).toEqual(['a=1; Path=/', ONWARD])
  })

  it('has no domain, no other path and no other site, whatever was written', async () => {
    const by: typeof handle = (_, res) =>
      res.setHeader('set-cookie', 'payload-token=x; Domain=.test; Path=/api; SameSite=None').end()
    expect((await call({ by })).set).toEqual([
      '__Host-payload-token=x; Path=/; HttpOnly; Secure; SameSite=Lax',
    ])
  })

  it('ends an old plain cookie, and not on pages that shared caches keep', async () => {
    const cookie = 'payload-token=old'
    for (const path of ['/api/users/me', '/admin', '/admin/login?x']) {
      const { set } = await call({ cookie, path })
      expect(set).toEqual([expect.stringMatching(/^payload-token=;.*Max-Age=0.*Secure/)])
    }
    expect((await call({ cookie, path: '/harbor/work' })).set).toEqual([])
    expect((await call({ cookie: '__Host-payload-token=new' })).set).toEqual([])
  })
})

describe('a session without HTTPS', () => {
  it('keeps its plain name', async () => {
    const by: typeof handle = (_, res) => res.setHeader('set-cookie', TOKEN).end()
    expect(await call({ by, cookie: 'payload-token=abc', https: false })).toMatchObject({
      read: 'payload-token=abc',
      set: [TOKEN],
    })
  })
})

describe('a request that may not act through cookies', () => {
  it('brings none, and its answer begins no session', async () => {
    for (const https of [true, false]) {
      let left: string | undefined = 'unset'
      const by: typeof handle = (req, res) => {
        dropCookies({ incoming: req, outgoing: res })
        left = req.headers.cookie
        res.writeHead(200, { 'set-cookie': [TOKEN, 'a=1'] }).end()
      }
      const { set } = await call({ by, cookie: '__Host-payload-token=abc', https })
      expect({ left, set }).toEqual({ left: undefined, set: ['a=1'] })
    }
  })
})
