// The admin sends back what the server told it about a document. That passes the limits, for every role.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { checkLimits } from '../../src/serverFunctions/limits.ts'
import { startTarget, type Target } from '../support/attacks.ts'

let target: Target

beforeAll(async () => {
  target = await startTarget()
})

afterAll(() => target?.stop())

const ROLES = ['viewer', 'contributor', 'reviewer', 'editor', 'admin', 'owner']

describe.each([...ROLES.map((role) => `${role}@client.test`), 'operator@test.test'])(
  'what %s was told of their rights',
  (as) => {
    it('may be sent back, in every collection', async () => {
      const { body } = await target.api.call({ as, path: '/api/access' })
      const collections = Object.entries(body.collections as Record<string, object>)
      expect(collections.length).toBeGreaterThan(1)
      for (const [slug, docPermissions] of collections) {
        expect(() => checkLimits({ docPermissions: { slug, ...docPermissions } })).not.toThrow()
      }
    })

    it('may be sent back, of a document', async () => {
      const answer = await target.api.call({
        as,
        method: 'POST',
        path: `/api/case-studies/access/${target.online.id}`,
        body: {},
      })
      expect(answer.status).toBe(200)
      expect(answer.body).toHaveProperty('fields')
      expect(() => checkLimits({ docPermissions: answer.body })).not.toThrow()
    })
  },
)
