/** Who is told what is wrong with the process: somebody on its machine, and nobody through a proxy. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createApp } from './app.ts'
import { createLifecycle } from './lifecycle.ts'
import { requestListener } from './listener.ts'

const WRONG = 'database: the tables of pages are not there'

let open: Server
let behindProxy: Server

beforeAll(async () => {
  open = await start({ trustProxy: false })
  behindProxy = await start({ trustProxy: true })
})

afterAll(() => {
  for (const server of [open, behindProxy]) {
    server.closeAllConnections()
    server.close()
  }
})

const start = async ({ trustProxy }: { trustProxy: boolean }): Promise<Server> => {
  const lifecycle = createLifecycle()
  lifecycle.state = 'ready'
  const unused = () => Promise.reject(new Error('Nothing but the health of the process is asked.'))
  const { fetch } = createApp({
    checks: [() => WRONG],
    config: new Promise(() => undefined),
    directory: { isTenantHost: () => Promise.resolve(false) },
    files: unused,
    getPayload: () => undefined,
    lifecycle,
    pages: unused,
    serverUrl: '',
    trustProxy,
  })
  const listener = requestListener(fetch)
  const server = createServer((req, res) => void listener(req, res))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

const isTold = async (server: Server, headers: Record<string, string> = {}): Promise<boolean> => {
  const { port } = server.address() as AddressInfo
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { headers })
  expect(answer.status).toBe(503)
  return (await answer.text()).includes(WRONG)
}

const FORWARDED: [string, string][] = [
  ['X-Forwarded-For', '203.0.113.9'],
  ['X-Forwarded-Host', 'cms.example.com'],
  ['Forwarded', 'for=203.0.113.9'],
  ['X-Real-IP', '203.0.113.9'],
  ['Via', '1.1 proxy'],
]

describe('/readyz says what is wrong', () => {
  it('to somebody on the machine, with and without TRUST_PROXY', async () => {
    expect([await isTold(open), await isTold(behindProxy)]).toEqual([true, true])
  })

  it.each(FORWARDED)('to nobody through a proxy on the machine: %s', async (name, value) => {
    expect(await isTold(open, { [name]: value })).toBe(false)
  })

  it.each(FORWARDED)('nor through one that is trusted: %s', async (name, value) => {
    expect(await isTold(behindProxy, { [name]: value })).toBe(false)
  })

  it('to nobody who writes that they are local', async () => {
    const lies: Record<string, string>[] = [
      { 'x-forwarded-for': '127.0.0.1' },
      { forwarded: 'for=127.0.0.1' },
      { 'x-vitrine-ip': '127.0.0.1', via: '1.1 proxy' },
    ]
    for (const headers of lies) {
      expect({ headers, isTold: await isTold(open, headers) }).toEqual({ headers, isTold: false })
    }
    expect(await isTold(behindProxy, { 'x-forwarded-for': '127.0.0.1, 203.0.113.9' })).toBe(false)
  })

  it('to somebody on the machine who asks through the trusted proxy', async () => {
    expect(await isTold(behindProxy, { 'x-forwarded-for': '203.0.113.9, 127.0.0.1' })).toBe(true)
  })
})
