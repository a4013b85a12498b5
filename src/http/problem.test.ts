// The presenter of refusals and its catalogue.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from '@jest/globals'
import {
  APIError,
  AuthenticationError,
  Forbidden,
  Locked,
  NotFound,
  QueryError,
  ValidationError,
} from 'payload'
import { IMPORT_CODES } from '../../plugins/importer/endpoints/import.ts'
import { FILE_PROBLEMS } from '../../plugins/media/inspect/problems.ts'
import { MEDIA_STATUS } from '../../plugins/media/problems.ts'
import { MEDIA_PROBLEMS } from '../../plugins/media-local/index.ts'
import { mediaProblem } from '../../plugins/media-local/problem.ts'
import { presentApiAnswer, presentApiProblem } from './apiProblem.ts'
import { presentProblem, problem, rawProblem, refusal, toProblem } from './problem.ts'
import { isProblemCode, PROBLEMS } from './problemCodes.ts'

const root = path.resolve(fileURLToPath(import.meta.url), '../../..')

/** Everything that runs in production, by its path from the root. */
const sources = ['access', 'collections', 'plugins', 'src'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter(
      (name) =>
        /\.tsx?$/.test(name) &&
        !/\.test\.|testSupport|testServer|\/conformance\.ts|src\/seed\//.test(name),
    )
    .map((name) => ({ name, text: readFileSync(path.join(root, name), 'utf8') })),
)

const bodyOf = async (response: Response) => (await response.json()) as Record<string, unknown>

describe('the catalogue', () => {
  it('is frozen, and each code has a status that refuses and a title that is a sentence', () => {
    expect(Object.isFrozen(PROBLEMS)).toBe(true)
    for (const [code, entry] of Object.entries(PROBLEMS)) {
      expect(code).toMatch(/^[a-z][a-z0-9_]+$/)
      expect(Object.isFrozen(entry)).toBe(true)
      expect(entry.status).toBeGreaterThanOrEqual(400)
      expect(entry.status).toBeLessThan(600)
      expect(entry.title).toMatch(/^[A-Z][^.]+$/)
    }
  })

  it('has no code that nothing answers with', () => {
    const others = sources.filter(({ name }) => name !== 'src/http/problemCodes.ts')
    const isUsed = (code: string): boolean =>
      others.some(
        ({ text }) => text.includes(`'${code}'`) || new RegExp(`\\b${code}:`).test(text),
      ) ||
      // Made of the form's own names.
      (code.startsWith('contact_') &&
        others.some(
          ({ name, text }) =>
            name === 'src/site/contact.ts' && text.includes(`'${code.slice('contact_'.length)}'`),
        ))
    expect(Object.keys(PROBLEMS).filter((code) => !isUsed(code))).toEqual([])
  })

  it('knows every code that an error of ours carries, with the status that it is thrown with', () => {
    const unknown = sources.flatMap(({ name, text }) =>
      [...text.matchAll(/new APIError\(([\s\S]{0,700}?)\btrue,?\s*\)/g)].flatMap(
        ([, inside = '']) =>
          [...inside.matchAll(/\bcode:\s*(?:\w+ \? )?'([a-z_]+)'(?:\s*:\s*'([a-z_]+)')?/g)]
            .flatMap(([, one, other]) => [one, other])
            .filter((code): code is string => code !== undefined && !isProblemCode(code))
            .map((code) => `${name}: ${code}`),
      ),
    )
    expect(unknown).toEqual([])
  })

  it('agrees with the catalogues of the plugins', () => {
    const theirs: Record<string, number> = {
      ...MEDIA_STATUS,
      ...MEDIA_PROBLEMS,
      ...Object.fromEntries(Object.values(IMPORT_CODES)),
    }
    for (const [code, status] of Object.entries(theirs)) {
      expect({ code, status: isProblemCode(code) ? PROBLEMS[code].status : null }).toEqual({
        code,
        status,
      })
    }
    expect(Object.keys(FILE_PROBLEMS).filter((code) => !isProblemCode(code))).toEqual([])
  })
})

describe('toProblem', () => {
  const fields = [{ path: 'title', message: 'Give it a title.' }]

  it.each([
    [
      'a refusal of ours',
      refusal({ code: 'body_too_large', detail: 'Less.' }),
      413,
      'body_too_large',
    ],
    [
      'an APIError with a code',
      new APIError('In use.', 409, { code: 'role_in_use' }, true),
      409,
      'role_in_use',
    ],
    ['an APIError without one', new APIError('No.', 409), 409, 'conflict'],
    ['Forbidden', new Forbidden(), 403, 'forbidden'],
    ['NotFound', new NotFound(), 404, 'not_found'],
    ['Locked', new Locked('Locked.'), 423, 'locked'],
    ['AuthenticationError', new AuthenticationError(), 401, 'credentials_wrong'],
    ['ValidationError', new ValidationError({ errors: fields }), 400, 'validation_failed'],
    ['QueryError', new QueryError([{ path: 'x' }]), 400, 'query_not_possible'],
    ['a refusal of a file', mediaProblem('expired', 'Expired.'), 403, 'expired'],
    ['a wall', Object.assign(new Error('x'), { cause: { code: '42501' } }), 403, 'not_allowed'],
    ['a malformed encoding', new URIError('URI malformed'), 400, 'malformed_url'],
    ['a broken form', new Error('Unexpected end of form'), 400, 'malformed_upload'],
    ['a hidden APIError', new APIError('secret', 500), 500, 'internal_error'],
    ['a failure', new Error('secret at /srv/app.ts'), 500, 'internal_error'],
    [
      'a library with a status',
      Object.assign(new Error('secret'), { status: 418 }),
      500,
      'internal_error',
    ],
    [
      'a system error',
      Object.assign(new Error('secret'), { code: 'ENOENT' }),
      500,
      'internal_error',
    ],
    ['a thrown text', 'secret', 500, 'internal_error'],
    ['nothing', undefined, 500, 'internal_error'],
  ])('knows %s', (_, err, status, code) => {
    const made = toProblem(err)
    expect([made.status, made.code]).toEqual([status, code])
    expect(made.title).toBe(PROBLEMS[code as keyof typeof PROBLEMS].title)
    expect(JSON.stringify(made)).not.toContain('secret')
  })

  it('names the fields of a validation', () => {
    expect(toProblem(new ValidationError({ errors: fields })).errors).toEqual(fields)
  })

  it('says when a refusal passes', () => {
    const busy = mediaProblem('busy', 'Later.', { retryAfter: 7 })
    expect(toProblem(busy).retryAfter).toBe(7)
  })
})

describe('presentProblem', () => {
  const made = problem({
    code: 'validation_failed',
    detail: 'Two fields <b>are</b> invalid.',
    errors: [{ path: 'slug', message: 'Taken.' }],
    retryAfter: 1.2,
  })

  it('answers programs as RFC 9457 has it, with a code, the request id and the fields', async () => {
    const response = presentProblem({ problem: made, requestId: 'request-1' })
    expect(response.status).toBe(400)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'retry-after': '2',
      'x-request-id': 'request-1',
    })
    expect(await bodyOf(response)).toEqual({
      type: 'about:blank',
      title: 'Some fields are invalid',
      status: 400,
      detail: 'Two fields <b>are</b> invalid.',
      code: 'validation_failed',
      requestId: 'request-1',
      errors: [{ path: 'slug', message: 'Taken.' }],
    })
  })

  it('answers browsers with a page, or with the page that it is given, and nothing is markup', async () => {
    const accept = 'text/html,application/xhtml+xml'
    const plain = await presentProblem({ accept, problem: made }).text()
    expect(plain).toContain('Two fields &#60;b&#62;are')
    const page = '<p>Ours</p>'
    for (const [given, isPage] of [
      [accept, true],
      ['*/*', true],
      ['', true],
      ['application/json', false],
      ['application/problem+json', false],
    ] as const) {
      const response = presentProblem({ accept: given, page, problem: made })
      expect([given, response.status, (await response.text()) === page]).toEqual([
        given,
        400,
        isPage,
      ])
      expect(response.headers.get('vary')).toBe('Accept')
    }
  })

  it('has the same headers and no body for HEAD', async () => {
    const args = { problem: problem({ code: 'method_not_allowed', allow: ['GET', 'HEAD'] }) }
    const [get, head] = [presentProblem(args), presentProblem({ ...args, isHead: true })]
    expect([...head.headers]).toEqual([...get.headers])
    expect(head.headers.get('allow')).toBe('GET, HEAD')
    expect(await head.text()).toBe('')
  })

  it('speaks HTTP on a bare socket', () => {
    const raw = rawProblem({ problem: problem({ code: 'headers_too_large' }), requestId: 'r-1' })
    expect(raw).toMatch(/^HTTP\/1\.1 431 Request Header Fields Too Large\r\n/)
    const [head = '', body = ''] = raw.split('\r\n\r\n')
    expect(head).toContain(`content-length: ${Buffer.byteLength(body)}`)
    expect(JSON.parse(body)).toMatchObject({ code: 'headers_too_large', requestId: 'r-1' })
  })
})

describe('on the API', () => {
  const notFound = problem({ code: 'not_found' })

  it('Payload’s errors stay as they are, the members of a problem beside them', async () => {
    const err = new ValidationError({ errors: [{ path: 'title', message: 'Give it a title.' }] })
    const errors = [{ name: err.name, message: err.message, data: err.data }]
    const answer = Response.json({ errors }, { status: 400 })
    const response = await presentApiAnswer({ answer, error: err, notFound })
    expect(await bodyOf(response)).toMatchObject({
      type: 'about:blank',
      status: 400,
      code: 'validation_failed',
      detail: '“title”: Give it a title.',
      errors: JSON.parse(JSON.stringify(errors)) as unknown,
    })
  })

  it('the type is one that the admin’s forms read, unless a client asks for the standard’s', () => {
    const typeFor = (accept?: string) =>
      presentApiProblem({ accept, problem: notFound }).headers.get('content-type')
    expect(typeFor()).toBe('application/json')
    expect(typeFor('application/json, */*')).toBe('application/json')
    expect(typeFor('application/problem+json')).toBe('application/problem+json')
  })

  it('a refusal without Payload has errors that its clients read', async () => {
    const made = problem({ code: 'body_too_large', detail: 'Send less.' })
    expect(await bodyOf(presentApiProblem({ problem: made }))).toMatchObject({
      code: 'body_too_large',
      errors: [{ message: 'Send less.', data: { code: 'body_too_large' } }],
    })
  })

  it('a bulk write still says what became of each document', async () => {
    const body = { docs: [{ id: 1 }], errors: [{ id: 2, message: 'No.' }], message: 'One of two.' }
    const answer = Response.json(body, { status: 400 })
    const response = await presentApiAnswer({ answer, error: undefined, notFound })
    expect(await bodyOf(response)).toMatchObject({ ...body, code: 'partly_failed', status: 400 })
  })

  it('nothing is repeated: no URL, no table, no column, no statement', async () => {
    const unrouted = Response.json({ message: 'Route not found "/api/<script>"' }, { status: 404 })
    const first = await presentApiAnswer({ answer: unrouted, error: undefined, notFound })
    expect(await first.text()).not.toContain('script')
    const errors = [{ message: 'x', data: { errors: [{ path: 'slug', tableName: 'tenants' }] } }]
    const unique = await presentApiAnswer({
      answer: Response.json({ errors }, { status: 400 }),
      error: new ValidationError({ errors: [{ path: 'slug', message: 'Taken.' }] }),
      notFound,
    })
    expect(await unique.text()).not.toContain('tenants')
    const failed = await presentApiAnswer({
      answer: Response.json({ errors: [{ message: 'select * from users' }] }, { status: 500 }),
      error: new Error('select * from users'),
      notFound,
    })
    expect(await failed.text()).not.toContain('users')
  })

  it('cookies and CORS of Payload’s answer are kept', async () => {
    const headers = new Headers({ 'access-control-allow-origin': 'https://a.test' })
    headers.append('set-cookie', 'a=1')
    headers.append('set-cookie', 'b=2')
    const answer = Response.json({ errors: [{ message: 'x' }] }, { headers, status: 401 })
    const response = await presentApiAnswer({ answer, error: undefined, notFound })
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    expect(response.headers.get('access-control-allow-origin')).toBe('https://a.test')
  })

  it('what is no refusal passes as it is', async () => {
    const answer = Response.json({ docs: [] })
    expect(await presentApiAnswer({ answer, error: undefined, notFound })).toBe(answer)
  })
})

describe('one presenter', () => {
  /** Files that may name a refusing status in an answer, and why. */
  const ALLOWED = new Set(['src/http/problem.ts'])

  /** The arguments of each call, by counting brackets. */
  const callsOf = (text: string, opening: RegExp): string[] =>
    [...text.matchAll(opening)].map((match) => {
      let depth = 1
      let at = match.index + match[0].length
      for (; depth > 0 && at < text.length; at += 1) {
        depth += '([{'.includes(text[at]!) ? 1 : ')]}'.includes(text[at]!) ? -1 : 0
      }
      return text.slice(match.index, at)
    })

  it('no other file shapes a refusal', () => {
    const found = sources
      .filter(({ name }) => !ALLOWED.has(name))
      .flatMap(({ name, text }) =>
        [
          ...callsOf(text, /\bnew (?:Next)?Response\(/g),
          ...callsOf(text, /\b(?:Next)?Response\.(?:json|error)\(/g),
          ...callsOf(text, /\bc\.(?:text|json|body|html)\(/g),
          ...callsOf(text, /\.writeHead\(/g),
        ]
          .filter((call) => /(?<![\w.])[45]\d\d(?![\w.])|BAD_REQUEST|NOT_FOUND/.test(call))
          .concat([...text.matchAll(/statusCode\s*=\s*[45]\d\d/g)].map(([set]) => set))
          .concat([...text.matchAll(/['"`]application\/problem\+json/g)].map(([type]) => type))
          .map((call) => `${name}: ${call.slice(0, 80)}`),
      )
    expect(found).toEqual([])
  })
})
