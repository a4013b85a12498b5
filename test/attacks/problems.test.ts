// Every refusal of the API is a problem: a walk over all routes with everything that a request can have
// wrong. `problemsElsewhere.test.ts` has the other routes.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { PROBLEMS } from '../../src/http/problemCodes.ts'
import { startTarget, type Target } from '../support/attacks.ts'
import { CANARY, expectApiProblem, INSIDES } from '../support/problems.ts'

let target: Target
let slugs: string[]

const OWNER = 'owner@client.test'
const VIEWER = 'viewer@client.test'

beforeAll(async () => {
  target = await startTarget()
  slugs = target.payload.config.collections
    .filter(({ endpoints }) => endpoints !== false)
    .map(({ slug }) => slug)
})

afterAll(() => target?.stop())

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
      body: { name: '', _status: 'published' },
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
    expect([answer.status, answer.body.code]).toEqual([423, 'locked'])
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
