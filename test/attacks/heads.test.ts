// HEAD answers wherever GET does, with the same status and headers, and without a body.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTarget, type Target } from '../support/attacks.ts'

let target: Target

beforeAll(async () => {
  target = await startTarget()
  await target.payload.create({
    collection: 'redirects',
    data: { tenant: target.world.client.id, from: '/old', to: '/work' },
    overrideAccess: true,
  })
})

afterAll(async () => {
  await target?.stop()
})

const PATHS = () => [
  '/healthz',
  '/readyz',
  '/api',
  '/api/graphql',
  '/api/access',
  '/api/users/me',
  '/api/case-studies',
  '/api/case-studies?limit=0&depth=9',
  '/api/case-studies/count',
  '/api/case-studies/search?q=client',
  `/api/case-studies/${target.online.id}`,
  '/api/case-studies/no-such-id',
  '/api/case-studies/versions',
  '/api/redirects/lookup?tenant=client&path=/old',
  '/api/redirects/lookup?tenant=client&path=/none',
  '/api/invitations/offer?tenant=x&token=y',
  '/api/no-such-collection',
  '/api/%E0%A4%A',
  '/api/%2525',
  '/media/none',
  '/media/%E0%A4%A',
]

describe('HEAD', () => {
  it.each([undefined, 'editor@client.test'])('is GET without its body, for %s', async (as) => {
    for (const path of PATHS()) {
      const [got, head] = [
        await target.api.call({ as, path }),
        await target.api.call({ as, path, method: 'HEAD' }),
      ]
      expect({ path, status: head.status, body: head.body }).toEqual({
        path,
        status: got.status,
        body: '',
      })
      expect({ path, isFailure: got.status >= 500 && path !== '/readyz' }).toEqual({
        path,
        isFailure: false,
      })
      for (const name of ['content-type', 'cache-control', 'allow']) {
        expect({ path, name, value: head.headers.get(name) }).toEqual({
          path,
          name,
          value: got.headers.get(name),
        })
      }
    }
  })
})
