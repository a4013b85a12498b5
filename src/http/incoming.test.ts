// What of a request's headers is its sender's to say, over a real connection.
import { createServer, request, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { takeIn, type Visit } from './incoming.ts'

type Taken = Visit & { headers: IncomingMessage['headers']; raw: string[] }

let server: Server
let trustProxy = false

beforeAll(async () => {
  server = createServer((incoming, res) => {
    const visit = takeIn({ incoming, trustProxy })
    res.end(JSON.stringify({ ...visit, headers: incoming.headers, raw: incoming.rawHeaders }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterAll(() => new Promise((resolve) => server.close(resolve)))

const send = (
  headers: Record<string, string | string[]>,
  { path = '/', trust = false } = {},
): Promise<Taken> => {
  trustProxy = trust
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers }, (res) => {
      let text = ''
      res.on('data', (chunk: Buffer) => (text += chunk.toString()))
      res.on('end', () => resolve(JSON.parse(text) as Taken))
    })
      .on('error', reject)
      .end()
  })
}

const SAID_BY_PROXIES = [
  'Forwarded',
  'X-Forwarded',
  'X-Forwarded-Host',
  'X-Forwarded-Proto',
  'X-Forwarded-For',
  'X-Forwarded-Port',
  'X-Forwarded-Server',
  'X-Forwarded-Scheme',
  'X-Forwarded-Prefix',
  'X-FORWARDED-SSL',
  'X-Real-IP',
  'X-Client-IP',
  'X-Cluster-Client-IP',
  'True-Client-IP',
  'CF-Connecting-IP',
  'X-Original-URL',
  'X-Original-Host',
  'X-Rewrite-URL',
  'X-Host',
  'X-HTTP-Host-Override',
  'X-Vitrine-Ip',
  'X-Vitrine-Internal',
  'X-Vitrine-Anything',
  'Content-Security-Policy',
  'Content-Security-Policy-Report-Only',
]

const mentions = ({ headers, raw }: Taken, word: string): boolean =>
  JSON.stringify([headers, raw]).includes(word)

describe('takeIn', () => {
  it.each(SAID_BY_PROXIES)('takes %s out of what everybody sends', async (name) => {
    const taken = await send({ host: 'cms.test', [name]: 'forged.test', 'x-other': 'kept' })
    expect(mentions(taken, 'forged.test')).toBe(false)
    expect(taken.isHttps).toBe(false)
    expect(taken.headers).toMatchObject({
      host: 'cms.test',
      'x-other': 'kept',
      'x-vitrine-ip': expect.stringContaining('127.0.0.1'),
    })
  })

  it('takes out what is sent twice', async () => {
    const taken = await send({ 'x-forwarded-host': ['forged.test', 'forged.test'] })
    expect(mentions(taken, 'forged')).toBe(false)
  })

  it('believes the last of each list that a proxy of ours hands on, and nothing else', async () => {
    const taken = await send(
      {
        host: 'inside:3000',
        'x-forwarded-host': ['forged.test', 'forged.test, Work.Example.com:8443'],
        'x-forwarded-proto': 'http, HTTPS',
        'x-forwarded-for': '6.6.6.6, 2001:db8::7',
        forwarded: 'host=forged.test;for=6.6.6.6',
        'x-real-ip': '6.6.6.6',
        'x-vitrine-ip': '6.6.6.6',
      },
      { trust: true },
    )
    expect(taken.isHttps).toBe(true)
    expect(taken.headers).toMatchObject({
      host: 'Work.Example.com:8443',
      'x-forwarded-proto': 'https',
      'x-vitrine-ip': '2001:db8::7',
    })
    expect(taken.headers['x-forwarded-host']).toBeUndefined()
    for (const word of ['forged', '6.6.6.6', 'inside']) {
      expect({ word, isThere: mentions(taken, word) }).toEqual({ word, isThere: false })
    }
  })

  it('goes by the connection where the proxy says nothing', async () => {
    const taken = await send({ host: 'cms.test' }, { trust: true })
    expect(taken.isHttps).toBe(false)
    expect(taken.headers.host).toBe('cms.test')
    expect(taken.headers['x-vitrine-ip']).toContain('127.0.0.1')
    expect(await send({ 'x-forwarded-proto': 'gopher' }, { trust: true })).toMatchObject({
      isHttps: false,
    })
  })

  it('leaves no header of ours to anybody, whatever they ask for', async () => {
    for (const path of ['/', '/admin', '/api/users', '/sites/path/a/en', '/a?x-vitrine-ip=1']) {
      const taken = await send({ 'x-vitrine-internal': 'forged' }, { path })
      expect({ path, isThere: mentions(taken, 'forged') }).toEqual({ path, isThere: false })
    }
  })
})
