// Next is played by a plain server.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { asPlainPage } from './plainPage.ts'

let server: Server
let origin: string
let render: (req: IncomingMessage, res: ServerResponse) => void

beforeAll(async () => {
  const handle = asPlainPage((req, res) => Promise.resolve(render(req, res)))
  server = createServer((req, res) => void handle(req, res))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => new Promise((resolve) => server.close(resolve)))

const page = '<p>Nothing here</p><script>start()</script><script src="/x.js"></script>'

describe('asPlainPage', () => {
  it.each<[string, typeof render]>([
    [
      'end',
      (_, res) => {
        res.statusCode = 404
        res.setHeader('content-type', 'text/html; charset=utf-8').end(page)
      },
    ],
    [
      'writeHead and write',
      (_, res) => {
        res.setHeader('content-type', 'text/html')
        res.writeHead(404)
        res.write(page.slice(0, 10))
        res.end(Buffer.from(page.slice(10)))
      },
    ],
  ])('sends a page without scripts, written by %s', async (_, by) => {
    render = by
    const response = await fetch(origin)
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('<p>Nothing here</p>')
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self';")
  })

  it('passes on what is no page', async () => {
    render = (_, res) => res.writeHead(200, { 'content-type': 'text/plain' }).end('<script>1')
    expect(await (await fetch(origin)).text()).toBe('<script>1')
  })
})
