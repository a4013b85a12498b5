// Every refusal is a problem: a walk over all routes with everything that a request can have wrong.
import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createPages } from '../../src/http/pages.ts'
import { isProblemCode, PROBLEMS } from '../../src/http/problemCodes.ts'
import { startTarget, type Answer, type Target } from '../support/attacks.ts'

let target: Target
let slugs: string[]

const OWNER = 'owner@client.test'
const VIEWER = 'viewer@client.test'

/** What must not come back. */
const CANARY = 'zzcanary'

/** Stacks, paths of this machine, statements and the names of tables. */
const INSIDES =
  /node_modules|\bat \S+ \(|\.tsx?:\d|file:\/\/|select .* from|insert into|violates|"case_studies"|tableName|relation "/i

beforeAll(async () => {
  target = await startTarget({
    pagesOf: (directory) =>
      createPages({
        directory,
        internalSecret: 'only-the-server-knows',
        // As Next answers what it does not have.
        next: (req, res) => {
          res.statusCode = req.url === '/broken' ? 500 : 404
          res.setHeader('content-type', 'text/plain')
          res.setHeader('etag', '"kept"')
          res.end(`Not Found: ${req.url}`)
          return Promise.resolve()
        },
        serverUrl: '',
      }),
  })
  slugs = target.payload.config.collections
    .filter(({ endpoints }) => endpoints !== false)
    .map(({ slug }) => slug)
})

afterAll(() => target?.stop())

type Refusal = { what: string; answer: Answer }

/** What every problem has, wherever it comes from. */
const expectProblem = ({ answer: { body, headers, status }, what }: Refusal): void => {
  const text = JSON.stringify(body)
  expect({
    what,
    isRefusal: status >= 400,
    type: body?.type,
    status: body?.status,
    isKnown: isProblemCode(body?.code),
    hasTitle: typeof body?.title === 'string' && body.title !== '',
    requestId: body?.requestId,
    isKept: !headers.get('cache-control')?.includes('no-store'),
    insides: INSIDES.exec(text)?.[0],
    isRepeated: text.includes(CANARY),
    code: body?.code,
  }).toEqual({
    what,
    isRefusal: true,
    type: 'about:blank',
    status,
    isKnown: true,
    hasTitle: true,
    requestId: headers.get('x-request-id'),
    isKept: false,
    insides: undefined,
    isRepeated: false,
    code: body?.code,
  })
}

/** On `/api` Payload's clients read `errors`. */
const expectApiProblem = (refusal: Refusal): void => {
  expectProblem(refusal)
  const { answer, what } = refusal
  const errors = answer.body.errors as { message?: unknown }[]
  expect({ what, type: answer.headers.get('content-type') }).toEqual({
    what,
    type: 'application/json',
  })
  expect({ what, errors: errors.map(({ message }) => typeof message) }).toEqual({
    what,
    errors: errors.map(() => 'string'),
  })
  expect(errors.length).toBeGreaterThan(0)
}

const json = (method: string, body: string, type = 'application/json'): RequestInit => ({
  method,
  headers: { 'content-type': type },
  body,
})

describe('of every collection', () => {
  it('what is not there, in any way of not being there', async () => {
    for (const slug of slugs) {
      for (const [path, method] of [
        [`/api/${slug}/${randomUUID()}`, 'GET'],
        [`/api/${slug}/${randomUUID()}/${CANARY}`, 'GET'],
        [`/api/${slug}/${randomUUID()}/${CANARY}`, 'POST'],
        [`/api/${slug}/not-a-uuid`, 'GET'],
        [`/api/${slug}/not-a-uuid`, 'DELETE'],
        [`/api/${slug}/versions/not-a-uuid`, 'GET'],
      ] as const) {
        for (const as of [undefined, OWNER]) {
          const answer = await target.api.call({ as, method, path })
          const what = `${method} ${path} ${as}`
          // Some have an endpoint that answers anybody, such as a user's own lock or preference.
          if (answer.status >= 400) {
            expectApiProblem({ what, answer })
          }
          expect({ what, broke: answer.status >= 500 }).toEqual({ what, broke: false })
        }
      }
    }
  })

  it('a method that it does not take: 405, with those that it takes', async () => {
    for (const slug of slugs) {
      const path = `/api/${slug}`
      const answer = await target.api.call({ method: 'PUT', path })
      expectApiProblem({ what: `PUT ${path}`, answer })
      expect([slug, answer.status, answer.body.code]).toEqual([slug, 405, 'method_not_allowed'])
      expect(answer.headers.get('allow')?.split(', ')).toEqual(
        expect.arrayContaining(['GET', 'HEAD', 'OPTIONS']),
      )
      for (const method of answer.headers.get('allow')!.split(', ')) {
        const allowed = await target.send(path, {
          method,
          ...(['GET', 'HEAD', 'OPTIONS'].includes(method)
            ? {}
            : { headers: { 'content-type': 'application/json' }, body: '{}' }),
        })
        expect([slug, method, allowed.status === 405]).toEqual([slug, method, false])
      }
    }
  })

  it('a body that makes no sense, is of another kind or too large', async () => {
    const large = JSON.stringify({ text: 'x'.repeat(9 * 1024 * 1024) })
    for (const slug of slugs) {
      for (const [code, init] of [
        ['body_not_an_object', json('POST', `{"${CANARY}`)],
        ['body_not_an_object', json('POST', '[1]')],
        ['unsupported_media_type', json('POST', CANARY, 'text/plain')],
        ...(slug === 'case-studies' ? ([['body_too_large', json('POST', large)]] as const) : []),
      ] as const) {
        const answer = await target.send(`/api/${slug}`, init)
        expectApiProblem({ what: `${slug} ${code}`, answer })
        expect([slug, answer.status, answer.body.code]).toEqual([slug, PROBLEMS[code].status, code])
      }
    }
  })

  it('a write of nobody, of somebody who may not, and of somebody who leaves everything out', async () => {
    for (const slug of slugs) {
      for (const as of [undefined, VIEWER, OWNER]) {
        for (const [method, path] of [
          ['POST', `/api/${slug}`],
          ['PATCH', `/api/${slug}/${randomUUID()}`],
          ['DELETE', `/api/${slug}/${randomUUID()}`],
        ] as const) {
          const what = `${method} ${path} ${as}`
          const answer = await target.api.call({ as, method, path, body: {} })
          expect({ what, broke: answer.status >= 500 }).toEqual({ what, broke: false })
          if (answer.status >= 400) {
            expectApiProblem({ what, answer })
          } else {
            // A draft may be empty, and a colleague's preference is his own.
            expect({ what, as }).not.toEqual({ what, as: undefined })
          }
        }
      }
    }
  })

  it('a filter, a sort and a page that cannot be', async () => {
    for (const slug of slugs) {
      for (const query of [
        'where[nowhere][equals]=1',
        'where[id][equals]=x',
        'where[id][near]=1',
      ]) {
        const answer = await target.api.call({ as: OWNER, path: `/api/${slug}?${query}` })
        if (answer.status >= 400) {
          expectApiProblem({ what: `${slug} ${query}`, answer })
        }
        expect([slug, query, answer.status >= 500]).toEqual([slug, query, false])
      }
    }
  })
})

describe('on the API', () => {
  it('URLs that lead nowhere, or are malformed, repeat nothing', async () => {
    for (const [path, status] of [
      ['/api', 404],
      ['/api/', 404],
      [`/api/${CANARY}`, 404],
      [`/api/${CANARY}%22%3E%3Cscript%3E`, 404],
      ['/api/__proto__', 404],
      ['/api/globals/nothing', 404],
      ['/api/media-references', 404],
      ['/api/%E0%A4%A', 400],
      ['/api/case-studies/%E0%A4%A', 400],
      ['/api/case-studies/%', 400],
      ['/api/media/file/%ff', 400],
      ['/api/graphql', 405],
    ] as const) {
      for (const method of ['GET', 'DELETE']) {
        const answer = await target.send(path, { method })
        expectApiProblem({ what: `${method} ${path}`, answer })
        expect([path, answer.status]).toEqual([path, status])
      }
    }
  })

  it('a log-in that fails, and a password that is reset with a wrong token', async () => {
    const answers = {
      credentials_wrong: await target.api.call({
        method: 'POST',
        path: '/api/users/login',
        body: { email: OWNER, password: CANARY },
      }),
      not_signed_in: await target.upload({
        bytes: 'x',
        data: {},
        mimeType: 'image/png',
        name: 'x.png',
      }),
    }
    for (const [code, answer] of Object.entries(answers)) {
      expectApiProblem({ what: code, answer })
      expect([answer.status, answer.body.code]).toEqual([401, code])
    }
    const reset = await target.api.call({
      method: 'POST',
      path: '/api/users/reset-password',
      body: { token: CANARY, password: 'long enough for anybody' },
    })
    expectApiProblem({ what: 'reset', answer: reset })
  })

  it('a validation names its fields where Payload’s clients look for them', async () => {
    const { payload, world } = target
    const study = await payload.create({
      collection: 'services',
      data: { tenant: world.client.id, name: 'Taken' } as never,
    })
    const answer = await target.api.call({
      as: OWNER,
      method: 'PATCH',
      path: `/api/services/${study.id}`,
      body: { name: '' },
    })
    expectApiProblem({ what: 'validation', answer })
    expect(answer.body).toMatchObject({
      status: 400,
      code: 'validation_failed',
      errors: [{ name: 'ValidationError', data: { errors: [{ path: 'name' }] } }],
    })
  })

  it('a document that a colleague is editing: 423', async () => {
    const { online, payload, world } = target
    const colleague = await world.user('editor', 'client')
    const lock = await payload.create({
      collection: 'payload-locked-documents',
      data: {
        document: { relationTo: 'case-studies', value: online.id },
        user: { relationTo: 'users', value: colleague.id },
      } as never,
      overrideAccess: true,
      user: colleague,
    })
    const answer = await target.api.call({
      as: OWNER,
      method: 'PATCH',
      path: `/api/case-studies/${online.id}`,
      body: { title: 'Mine' },
    })
    await payload.db.deleteOne({
      collection: 'payload-locked-documents',
      where: { id: { equals: lock.id } },
    })
    expectApiProblem({ what: 'lock', answer })
    expect([answer.status, answer.body.code]).toEqual([423, 'document_locked'])
  })

  it('GraphQL keeps its shape and says the same', async () => {
    const { id } = target.foreignDraft
    for (const [query, code, status] of [
      ['{ nothingLikeThis }', 'graphql_not_valid', 400],
      ['{', 'graphql_not_valid', 400],
      [`{ CaseStudy(id: "${id}", draft: true) { title } }`, 'not_found', 404],
      ['{ CaseStudy(id: "not-a-uuid") { title } }', null, null],
      ['{ Users { totalDocs } }', 'forbidden', 403],
    ] as const) {
      const answer = await target.graphql({ query })
      const [error] = (answer.body.errors ?? []) as {
        message: string
        extensions: Record<string, unknown>
      }[]
      expect(JSON.stringify(answer.body)).not.toMatch(INSIDES)
      if (code !== null) {
        expect({ query, ...error?.extensions }).toMatchObject({
          query,
          code,
          statusCode: status,
          requestId: answer.headers.get('x-request-id'),
        })
      }
    }
    for (const [init, code] of [
      [json('POST', '{'), 'body_not_an_object'],
      [json('POST', '[]'), 'body_not_an_object'],
      [json('POST', '{}', 'text/plain'), 'unsupported_media_type'],
      [
        {
          ...json('POST', '{"query":"{__typename}"}'),
          headers: { accept: 'text/csv', 'content-type': 'application/json' },
        },
        'not_acceptable',
      ],
    ] as const) {
      const answer = await target.send('/api/graphql', init)
      expectApiProblem({ what: code, answer })
      expect(answer.body.code).toBe(code)
    }
  })
})

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
    ['/broken', 'GET', 500],
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
