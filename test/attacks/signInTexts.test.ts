// What people sign in with is text that can be stored, wherever it is sent; the rest is refused by its field.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTarget, type Target } from '../support/attacks.ts'

let target: Target

beforeAll(async () => {
  target = await startTarget()
})

afterAll(async () => {
  await target?.stop()
})

describe('what people sign in with', () => {
  const WRONG = ['a\u0000b@client.test', 'a\ud800@client.test', ['a@b.test'], { a: 1 }, 5]

  it.each([
    ['login', 'email', { password: 'x' }],
    ['login', 'password', { email: 'a@b.test' }],
    ['forgot-password', 'email', {}],
    ['reset-password', 'token', { password: 'correct horse battery' }],
    ['reset-password', 'password', { token: 'x' }],
    ['unlock', 'email', {}],
  ])('is text that can be stored, or refused by its field: %s, %s', async (path, field, more) => {
    for (const value of WRONG) {
      // Payload says that it is missing, before anything else is asked.
      if (typeof value !== 'string' && /forgot|unlock/.test(path)) {
        continue
      }
      const answer = await target.api.call({
        body: { ...more, [field]: value },
        method: 'POST',
        path: `/api/users/${path}`,
      })
      const { body, status } = answer
      const code = body.code as string
      const named: unknown = body.errors?.[0]?.data?.errors?.[0]?.path
      expect({
        value,
        code: /^(malformed_value|validation_failed)$/.test(code),
        named,
        status,
      }).toEqual({
        value,
        code: true,
        named: field,
        status: 400,
      })
    }
  })

  it.each([
    ['loginUser(email: $text, password: "x") { token }', 'email'],
    ['loginUser(email: "a@b.test", password: $text) { token }', 'password'],
    ['forgotPasswordUser(email: $text)', 'email'],
    ['resetPasswordUser(token: $text, password: "x") { token }', 'token'],
    ['unlockUser(email: $text)', 'email'],
  ])('is so in GraphQL: %s', async (mutation, field) => {
    const { body } = await target.graphql({
      query: `mutation ($text: String!) { ${mutation} }`,
      variables: { text: 'a\u0000b@client.test' },
    })
    expect(body.errors[0]).toMatchObject({
      message: expect.stringContaining(`“${field}”`),
      extensions: { code: 'malformed_value', statusCode: 400 },
    })
  })

  it('is never a token that verifies an email, which nobody sends', async () => {
    const { body } = await target.graphql({ query: 'mutation { verifyEmailUser(token: "a") }' })
    expect(body.errors[0].extensions.code).toBe('graphql_not_valid')
  })
})
