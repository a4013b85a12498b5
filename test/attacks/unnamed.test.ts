// What no text and no id can be is refused by its name, at the endpoints that are no reading or writing of a document
// as well.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTarget, type Target } from '../support/attacks.ts'

const AS = 'owner@client.test'

let target: Target

beforeAll(async () => {
  target = await startTarget()
})

afterAll(async () => {
  await target?.stop()
})

describe('a text that cannot be stored', () => {
  it.each([
    ['/api/users/api-keys', { name: 'a\0b' }, 'name'],
    ['/api/users/api-keys', { name: 'a\ud800b' }, 'name'],
    ['/api/users/api-keys', { name: 'a', note: ['\udfff'] }, 'note.0'],
    ['/api/users/change-password', { password: 'a\ud800bcdefghijkl' }, 'password'],
    ['/api/users/change-email', { email: 'a\ud800@client.test' }, 'email'],
    ['/api/users/login', { email: 'a@client.test', password: 'a\ud800' }, 'password'],
    ['/api/users/forgot-password', { email: 'a\0@client.test' }, 'email'],
    ['/api/invitations/accept', { token: 'x', name: '\ud800' }, 'name'],
    ['/api/media/uploads', { filename: 'a\ud800.png', size: 5, tenant: 'x' }, 'filename'],
    ['/api/payload-preferences/x', { value: { a: '\ud800' } }, 'value.a'],
  ])('in a body to %s is refused by its place', async (path, body, place) => {
    const answer = await target.api.call({ as: AS, body, method: 'POST', path })
    expect([answer.status, answer.body.code]).toEqual([400, 'malformed_value'])
    expect(answer.body.detail).toMatch(new RegExp(`^“${place}” holds a character`))
  })

  it('in the name of a preference too', async () => {
    for (const method of ['GET', 'POST', 'DELETE']) {
      const answer = await target.api.call({
        as: AS,
        ...(method === 'POST' ? { body: { value: 1 } } : {}),
        method,
        path: '/api/payload-preferences/%00',
      })
      expect([method, answer.status, answer.body.code]).toEqual([method, 400, 'malformed_url'])
    }
  })
})

describe('what is no id', () => {
  it.each([
    ['GET', '/api/case-studies/undefined'],
    ['PATCH', '/api/case-studies/abc'],
    ['DELETE', '/api/case-studies/abc'],
    ['POST', '/api/case-studies/abc/duplicate'],
    ['GET', '/api/case-studies/versions/abc'],
    ['POST', '/api/case-studies/versions/abc'],
    ['POST', '/api/case-studies/access/abc'],
    ['GET', '/api/case-studies/abc/referrers'],
    ['GET', '/api/media/abc/uses'],
    ['POST', '/api/memberships/abc/make-owner'],
    ['POST', '/api/invitations/abc/resend'],
    ['GET', '/api/users/abc'],
  ])('is said so: %s %s', async (method, path) => {
    for (const as of [undefined, AS]) {
      const { body, status } = await target.api.call({
        as,
        ...(method === 'PATCH' ? { body: { title: 'x' } } : {}),
        method,
        path,
      })
      expect([status, body.code]).toEqual([404, 'not_found'])
      expect(body.detail).toMatch(/^“(abc|undefined)” is the id of no /)
    }
  })
})
