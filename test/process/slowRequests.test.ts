// Clients that send slowly, or nothing: each is told so and its connection closed, and a hundred of them keep nobody
// waiting. The server's patience is short here; what counts is that it ends.
import { rmSync } from 'node:fs'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { logIn, startTarget, type Target } from '../support/attacks.ts'
import { actionId } from '../support/serverFunctions.ts'
import { makeDataDir, startServerOn, type ServerProcess } from '../support/process.ts'

const dataDir = makeDataDir()
let target: Target
let server: ServerProcess
let token: string

beforeAll(async () => {
  target = await startTarget()
  token = await logIn({ payload: target.payload, email: 'owner@client.test' })
  server = await startServerOn(target.databaseUrl, dataDir, { REQUEST_TIMEOUT_MS: '2000' })
  // What a process does once for each page is none of this.
  for (const path of [...ASKED, '/client/contact', '/client/work/client-online']) {
    await fetch(server.url + path)
  }
}, 600_000)

const ASKED = ['/client', '/client/work', '/api/case-studies', '/readyz', '/admin/login']

afterAll(async () => {
  server?.child.kill('SIGTERM')
  await server?.exit
  await target?.stop()
  rmSync(dataDir, { force: true, recursive: true })
}, 60_000)

type Slow = { first: string; piece: string }

/** Sends a piece every fifth of a second, until the server closes the connection. */
const trickle = ({ first, piece }: Slow): Promise<string> => {
  const { hostname, port } = new URL(server.url)
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(Number(port), hostname, () => socket.write(first))
    const sending = setInterval(() => socket.write(piece), 200)
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
    // What was still being sent when the connection was closed.
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearInterval(sending)
      resolve(answer)
    })
  })
}

type Head = { headers?: string[]; method?: string; path: string; type?: string }

const headOf = ({ headers = [], method = 'POST', path, type = 'application/json' }: Head): string =>
  [
    `${method} ${path} HTTP/1.1`,
    `Host: ${new URL(server.url).host}`,
    `Content-Type: ${type}`,
    `Cookie: payload-token=${token}`,
    ...headers,
    '',
    '',
  ].join('\r\n')

const LONG = ['Content-Length: 60000']
const MULTIPART = 'multipart/form-data; boundary=x'
const FILE = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n'

/** Every kind of route that reads a body. */
const BODIES: readonly [string, () => Slow][] = [
  [
    'JSON of nobody',
    () => ({ first: `${headOf({ headers: LONG, path: '/api/users/login' })}{`, piece: ' ' }),
  ],
  [
    'JSON without a length',
    () => ({
      first: headOf({ headers: ['Transfer-Encoding: chunked'], path: '/api/case-studies' }),
      piece: '1\r\n \r\n',
    }),
  ],
  ['GraphQL', () => ({ first: `${headOf({ headers: LONG, path: '/api/graphql' })}{`, piece: ' ' })],
  [
    'a form of the admin',
    () => ({
      first: headOf({ headers: LONG, path: '/api/case-studies', type: MULTIPART }),
      piece: '-',
    }),
  ],
  [
    'a query as a form',
    () => ({
      first: headOf({
        headers: [...LONG, 'X-Payload-HTTP-Method-Override: GET'],
        path: '/api/case-studies',
        type: 'application/x-www-form-urlencoded',
      }),
      piece: 'a',
    }),
  ],
  [
    'a message to a site',
    () => ({
      first: headOf({
        headers: [...LONG, `Origin: ${server.url}`],
        path: '/client/contact/send',
        type: 'application/x-www-form-urlencoded',
      }),
      piece: 'a',
    }),
  ],
  [
    'a password of a study',
    () => ({
      first: headOf({
        headers: [...LONG, `Origin: ${server.url}`],
        path: '/client/work/client-online/unlock',
        type: 'application/x-www-form-urlencoded',
      }),
      piece: 'a',
    }),
  ],
  [
    'a server function',
    () => ({
      first: headOf({
        headers: [...LONG, `Next-Action: ${actionId()}`, `Origin: ${server.url}`],
        path: '/admin',
        type: 'text/plain;charset=UTF-8',
      }),
      piece: 'a',
    }),
  ],
]

const FILES: readonly [string, () => Slow][] = [
  [
    'a picture',
    () => ({
      first: `${headOf({ headers: LONG, path: '/api/media', type: MULTIPART })}${FILE}`,
      piece: 'a',
    }),
  ],
  [
    'an import',
    () => ({
      first: `${headOf({ headers: ['Transfer-Encoding: chunked'], path: '/api/importer', type: MULTIPART })}`,
      piece: '1\r\na\r\n',
    }),
  ],
]

const HEADERS: readonly [string, () => Slow][] = [
  [
    'headers without an end',
    () => ({ first: 'GET / HTTP/1.1\r\nHost: a\r\n', piece: 'X-A: b\r\n' }),
  ],
  ['half of a first line', () => ({ first: 'GE', piece: '' })],
  ['nothing', () => ({ first: '', piece: '' })],
]

/** Whole, and no picture: forty times 2 KB in eight seconds, several times as long as a body may take. */
const sendForLong = (): Promise<string> => {
  const { hostname, port } = new URL(server.url)
  const chunk = (bytes: string): string => `${bytes.length.toString(16)}\r\n${bytes}\r\n`
  const headers = ['Transfer-Encoding: chunked', 'Connection: close']
  return new Promise((resolve, reject) => {
    let answer = ''
    let left = 40
    const first = headOf({ headers, path: '/api/media', type: MULTIPART }) + chunk(FILE)
    const socket = connect(Number(port), hostname, () => socket.write(first))
    const sending = setInterval(() => {
      left -= 1
      socket.write(left > 0 ? chunk('a'.repeat(2_000)) : `${chunk('\r\n--x--\r\n')}0\r\n\r\n`)
      if (left === 0) {
        clearInterval(sending)
      }
    }, 200)
    socket.on('data', (bytes: Buffer) => (answer += bytes.toString()))
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
  })
}

const KINDS = [...BODIES, ...FILES, ...HEADERS]

describe('one of each', () => {
  /** All at the same time, since each of them takes a while. */
  const answers = new Map<string, Promise<string>>()
  let uploaded: Promise<string> | undefined

  beforeAll(() => {
    uploaded = sendForLong()
    for (const [kind, slow] of KINDS) {
      answers.set(kind, trickle(slow()))
    }
  })

  it.each(KINDS)('%s: is answered with 408, and its connection is closed', async (kind) => {
    const answer = await answers.get(kind)
    expect(answer).toMatch(/^HTTP\/1\.1 408 /)
    expect(answer).toContain('"code":"request_timeout"')
  })

  it('an upload that goes on is taken, however long it takes', async () => {
    expect(await uploaded).toMatch(/^HTTP\/1\.1 415 /)
  })
})

it('a hundred of them at once keep nobody waiting', async () => {
  let open = 100
  const slow = Array.from({ length: open }, async (_, at) => {
    const answer = await trickle(KINDS[at % KINDS.length]![1]())
    open -= 1
    return answer.split('\r\n', 1)[0]
  })
  const seen: number[] = []
  while (seen.length < 20 || open > 0) {
    for (const path of ASKED) {
      seen.push((await fetch(server.url + path)).status)
    }
  }
  expect(new Set(seen)).toEqual(new Set([200]))
  // Only so many server functions of one person run at a time.
  const allowed = ['HTTP/1.1 408 Request Timeout', 'HTTP/1.1 429 Too Many Requests']
  expect(allowed).toEqual(expect.arrayContaining([...new Set(await Promise.all(slow))]))
}, 120_000)
