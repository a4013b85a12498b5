// What a cache between us and a caller may keep of the API: nothing of somebody's, nothing refused, and
// one caller's answer is never another's.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTarget, tokenFor, type Answer, type Target } from '../support/attacks.ts'
import { inShort } from '../support/inShort.ts'

let target: Target
/** Every GET route of every collection, with and without a document. */
let routes: string[]

const OWNER = 'owner@client.test'

beforeAll(async () => {
  target = await startTarget()
  const ids: Record<string, string> = { 'case-studies': target.online.id }
  routes = target.payload.config.collections.flatMap(({ endpoints, slug }) =>
    (endpoints || [])
      .filter(({ method }) => method === 'get')
      .map(
        ({ path }) =>
          `/api/${slug}${path
            .replace(/:filename/, 'none.png')
            .replace(/:\w+\??/, ids[slug] ?? target.world.client.id)
            .replace(/\/$/, '')}`,
      ),
  )
  routes.push('/api/access', '/api/nothing', '/api/%ff', '/api/graphql', '/api/globals/none')
})

afterAll(() => target?.stop())

const cachingOf = ({ headers }: Answer) => ({
  caching: headers.get('cache-control'),
  vary: (headers.get('vary') ?? '').toLowerCase().split(/,\s*/),
})

describe('a request with credentials', () => {
  it('is answered for nobody else, and is kept nowhere, on every route', async () => {
    const token = await tokenFor({ payload: target.payload })(OWNER)
    expect(routes.length).toBeGreaterThan(50)
    const known = [
      { authorization: `JWT ${token}` },
      { cookie: `payload-token=${token}` },
      { cookie: 'payload-token=forged' },
      { authorization: 'users API-Key forged' },
      { cookie: 'something=else' },
    ] as Record<string, string>[]
    for (const [turn, headers] of known.entries()) {
      for (const path of inShort(routes, turn, known.length)) {
        const { caching } = cachingOf(await target.send(path, { headers }))
        expect({ path, headers, caching }).toEqual({ path, headers, caching: 'private, no-store' })
      }
    }
  })
})

describe('a request of nobody', () => {
  it('says on every route what the answer would depend on, and no refusal is kept', async () => {
    for (const [turn, path] of routes.entries()) {
      for (const method of inShort(['GET', 'HEAD'], turn, 2)) {
        const answer = await target.send(path, { method })
        const { caching, vary } = cachingOf(answer)
        expect({ path, vary }).toEqual({
          path,
          vary: expect.arrayContaining(['authorization', 'cookie']),
        })
        expect({ path, isKept: answer.status >= 400 && caching !== 'no-store' }).toEqual({
          path,
          isKept: false,
        })
      }
    }
  })

  it('a HEAD is a GET without its body, on every route', async () => {
    for (const path of inShort(routes, 0, 3)) {
      const get = await target.send(path)
      const head = await target.send(path, { method: 'HEAD' })
      expect({ path, status: head.status, body: head.body }).toEqual({
        path,
        status: get.status,
        body: '',
      })
      expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'))
    }
  })
})

describe('a write', () => {
  it('is kept nowhere, whoever signs in', async () => {
    const answer = await target.api.call({
      method: 'POST',
      path: '/api/users/login',
      body: { email: OWNER, password: 'test-password' },
    })
    expect(answer.status).toBe(200)
    // The token in the answer is a secret, though nobody was known when it was asked for.
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })
})
