// Refusals of everything but the API: files, pages, health checks, and what is no request at all.
import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTarget, type Target } from '../support/attacks.ts'
import { CANARY, expectApiProblem, expectProblem } from '../support/problems.ts'

let target: Target

const OWNER = 'owner@client.test'

beforeAll(async () => {
  target = await startTarget({
    // As it answers what it does not have.
    next: (req, res) => {
      res.statusCode = req.url === '/admin/broken' ? 500 : 404
      res.setHeader('content-type', 'text/plain')
      res.setHeader('etag', '"kept"')
      res.end(`Not Found: ${req.url}`)
      return Promise.resolve()
    },
  })
})

afterAll(() => target?.stop())

describe('elsewhere', () => {
  it.each([
    ['/media/nothing', 'GET', 400],
    ['/media/%E0%A4%A', 'GET', 400],
    ['/media/image/upload/v1/t/a', 'POST', 405],
    ['/media/image/upload/v1/t/a', 'OPTIONS', 405],
    ['/healthz', 'POST', 405],
    ['/readyz', 'DELETE', 405],
    ['/sites/path/client/en', 'GET', 404],
    ['//sites/path/client/en', 'GET', 404],
    [`/${CANARY}`, 'GET', 404],
    ['/%E0%A4%A', 'GET', 400],
    ['/admin/%E0%A4%A', 'GET', 400],
    ['/preview/%', 'GET', 400],
    ['/_next/static/%ff', 'GET', 400],
    ['/_next/static/none.js', 'GET', 404],
    ['/admin', 'DELETE', 405],
    [`/${CANARY}`, 'POST', 405],
    ['/admin/broken', 'GET', 500],
    ['/client', 'POST', 405],
    ['/client/work', 'DELETE', 405],
  ])('%s %s is a problem: %i', async (path, method, status) => {
    const answer = await target.send(path, { method, headers: { accept: 'application/json' } })
    expectProblem({ what: path, answer })
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer.status).toBe(status)
    expect(answer.headers.has('etag')).toBe(false)
    expect(answer.headers.has('allow')).toBe(status === 405)
  })

  it('a browser gets a page, with the same status and headers', async () => {
    const headers = { accept: 'text/html,application/xhtml+xml' }
    for (const path of ['/sites/path/client/en', '/admin/%E0%A4%A', `/${CANARY}`, '/media/x']) {
      const get = await target.send(path, { headers })
      const head = await target.send(path, { headers, method: 'HEAD' })
      expect([path, get.status]).toEqual([path, head.status])
      expect(get.body).not.toContain(CANARY)
      for (const name of ['cache-control', 'content-type', 'vary']) {
        expect([path, name, head.headers.get(name)]).toEqual([path, name, get.headers.get(name)])
      }
    }
  })

  it('what is no HTTP at all is answered as well', async () => {
    const port = Number(new URL(target.api.url).port)
    const say = (bytes: string): Promise<string> =>
      new Promise((resolve, reject) => {
        let answer = ''
        const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
        socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
        socket.on('close', () => resolve(answer))
        socket.on('error', reject)
      })
    for (const [bytes, status, code] of [
      [`${CANARY}\r\n\r\n`, 400, 'bad_request'],
      [`GET / HTTP/1.1\r\nhost: a\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'headers_too_large'],
      ['GET /\\evil HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n', 400, 'bad_request'],
      ['GET / HTTP/1.1\r\nhost: a b\r\nconnection: close\r\n\r\n', 400, 'bad_request'],
    ] as const) {
      const answer = await say(bytes)
      expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
      expect(answer.toLowerCase()).toContain('x-request-id: ')
      expect(answer).toContain(`"code":"${code}"`)
      expect(answer).not.toContain(CANARY)
      expect(answer.includes('have at most 16 kB together')).toBe(status === 431)
    }
  })
})

describe('what the log says', () => {
  it('a refusal is no error, a failure is one, once, with the id of its request', async () => {
    const { logger } = target.payload
    const said: { level: string; entry: Record<string, unknown> }[] = []
    const restore = watch(logger as never, said)
    await target.api.call({
      method: 'POST',
      path: '/api/users/login',
      body: { email: OWNER, password: 'wrong' },
    })
    await target.api.call({ path: `/api/case-studies/${randomUUID()}` })
    await target.api.call({ method: 'POST', path: '/api/services', body: {} })
    expect(said.filter(({ level }) => level === 'error')).toEqual([])

    const find = target.payload.db.find
    target.payload.db.find = () => Promise.reject(new Error('secret of the database'))
    const answer = await target.api.call({ path: '/api/case-studies' })
    target.payload.db.find = find
    restore()
    expectApiProblem({ what: 'failure', answer })
    expect([answer.status, answer.body.code]).toEqual([500, 'internal_error'])
    expect(JSON.stringify(answer.body)).not.toContain('secret')
    const failures = said.filter(({ level }) => level === 'error')
    expect(failures.map(({ entry }) => entry.requestId)).toEqual([answer.body.requestId])
  })
})

/** Pino writes to a stream; what it wrote is read there. */
const watch = (
  logger: Record<symbol, { write: (line: string) => void } | undefined> & { level: string },
  said: { level: string; entry: Record<string, unknown> }[],
): (() => void) => {
  const key = Object.getOwnPropertySymbols(logger).find((one) => one.description === 'pino.stream')!
  const { level } = logger
  const stream = logger[key]
  logger.level = 'info'
  logger[key] = {
    write: (line) => {
      const entry = JSON.parse(line) as Record<string, unknown>
      said.push({ level: Number(entry.level) >= 50 ? 'error' : 'info', entry })
    },
  }
  return () => {
    logger.level = level
    logger[key] = stream
  }
}
