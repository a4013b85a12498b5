// GraphQL asks many things at once: each of them is answered as if it had been asked alone.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { createStudy } from '../support/content.ts'
import { jsonRequest, startTarget, type Target } from '../support/attacks.ts'

let target: Target

const STRANGER = 'owner@stranger.test'

beforeAll(async () => {
  target = await startTarget()
})

afterAll(async () => {
  await target?.stop()
})

const leaked = (body: unknown): boolean => {
  const text = JSON.stringify(body ?? null)
  return text.includes(target.draft.id) || /@(client|agency)\.test/.test(text)
}

describe('GraphQL', () => {
  it('a hundred aliases guess no more than one question does', async () => {
    const fields = Array.from(
      { length: 100 },
      (_, at) => `a${at}: CaseStudy(id: "${target.draft.id}", draft: true) { id title }`,
    )
    for (const as of [undefined, STRANGER]) {
      const { body, status } = await target.graphql({ as, query: `{ ${fields.join(' ')} }` })
      expect(status).toBeLessThan(500)
      expect(Object.values((body.data ?? {}) as object).filter(Boolean)).toEqual([])
    }
  })

  it('one request asks for 250 documents at most, and fifty at once are not all answered', async () => {
    const asking = (limit: number) =>
      `{${Array.from({ length: 25 }, (_, at) => `a${at}: CaseStudies(limit: ${limit}) { totalDocs }`).join(' ')}}`
    const { body } = await target.graphql({ query: asking(11) })
    const errors = body.errors as { extensions: { code: string }; message: string }[]
    expect(errors).toHaveLength(25)
    expect(errors[0]!.extensions.code).toBe('parameter_not_valid')
    expect(errors[0]!.message).toMatch(/at most 250 documents.*“limit”/)
    expect((await target.graphql({ query: asking(10) })).body.errors).toBeUndefined()
    const flood = await Promise.all(
      Array.from({ length: 50 }, async () => target.graphql({ query: asking(10) })),
    )
    const statuses = new Set(flood.map(({ status }) => status))
    expect([...statuses].toSorted((one, other) => one - other)).toEqual([200, 429])
  })

  it('what is nested too deep for a function that calls itself is refused', async () => {
    const query = 'query($where: CaseStudy_where) { CaseStudies(where: $where) { totalDocs } }'
    const nested = (before: string, after: string) =>
      `${before.repeat(3_000)}{}${after.repeat(3_000)}`
    for (const text of [
      `{"query":"${query}","variables":{"where":${nested('{"AND":[', ']}')}}}`,
      `{"query":"${query}","variables":{"where":{"title":{"equals":${nested('[', ']')}}}}}`,
      `{"query":"{ CaseStudies(where: ${nested('{AND:[', ']}')}) { totalDocs } }"}`,
    ]) {
      const { body, status } = await target.send('/api/graphql', jsonRequest(text))
      expect([status, body.code]).toEqual([400, 'parameter_not_valid'])
      expect(body.detail).toContain('500 levels')
    }
    const rest = await target.send(
      '/api/users/login',
      jsonRequest(`{"a":${'['.repeat(3_000)}${']'.repeat(3_000)}}`),
    )
    expect([rest.status, rest.body.code]).toEqual([400, 'malformed_value'])
  })

  it('a batch is refused, or answers each alone', async () => {
    const query = `{ CaseStudies(draft: true, limit: 100) { docs { id } } }`
    const answer = await target.send('/api/graphql', jsonRequest([{ query }, { query }]))
    expect(answer.status).toBeLessThan(500)
    expect(leaked(answer.body)).toBe(false)
  })

  it('passwords are not guessed by aliases: one request makes one session at most', async () => {
    const guesses = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'].map(
      (guess, at) =>
        `l${at}: loginUser(email: "admin@stranger.test", password: "wrong-${guess}") { token }`,
    )
    const { body } = await target.graphql({ query: `mutation { ${guesses.join(' ')} }` })
    expect(JSON.stringify(body)).not.toMatch(/eyJ/)
    const user = await target.payload.db.findOne<{ id: string; lockUntil?: unknown }>({
      collection: 'users',
      where: { email: { equals: 'admin@stranger.test' } },
    })
    expect(user?.lockUntil ?? null).not.toBeNull()
  })

  it('a field that the schema names and nobody may read is empty, for members too', async () => {
    await createStudy({
      payload: target.payload,
      tenant: target.world.client.id,
      title: 'Locked',
      visibility: 'password',
      password: 'open sesame',
    })
    for (const as of [undefined, STRANGER, 'owner@client.test', 'operator@test.test']) {
      const { body } = await target.graphql({
        as,
        query: '{ CaseStudies(limit: 100, draft: true) { docs { password passwordHash } } }',
      })
      expect(JSON.stringify(body)).not.toMatch(/scrypt|sesame/)
      const users = await target.graphql({
        as,
        query: '{ Users(limit: 100) { docs { hash salt resetPasswordToken credentialsEpoch } } }',
      })
      const values = ((users.body.data?.Users?.docs ?? []) as object[]).flatMap(Object.values)
      expect(values.filter((value) => value !== null)).toEqual([])
    }
  })

  it('a circle of relationships is too expensive, or ends', async () => {
    let query = 'id'
    for (let level = 0; level < 200; level += 1) {
      query = `related { studies { id ${query} } }`
    }
    const answer = await target.graphql({
      as: 'owner@client.test',
      query: `{ CaseStudies { docs { ${query} } } }`,
    })
    expect(answer.status).toBeLessThan(500)
    expect(JSON.stringify(answer.body)).toContain('errors')
    expect((await target.graphql({ query: '{ CaseStudies { totalDocs } }' })).body.data).toEqual({
      CaseStudies: { totalDocs: 2 },
    })
  })

  it('fragments that call each other end, and directives change no rights', async () => {
    const circle =
      'query { CaseStudies { docs { ...A } } } fragment A on CaseStudy { ...B } fragment B on CaseStudy { ...A }'
    // graphql-http tells the console when a rule throws; the case is about the answer.
    const muted = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    const answer = await target.graphql({ query: circle })
    muted.mockRestore()
    expect(answer.status).toBeLessThan(500)
    expect(answer.body.errors.length).toBeGreaterThan(0)
    const skipped = await target.graphql({
      as: STRANGER,
      query: `{ CaseStudy(id: "${target.draft.id}", draft: true) @include(if: true) { id @skip(if: false) } }`,
    })
    expect(leaked(skipped.body)).toBe(false)
  })

  it('mutations follow the rights of REST', async () => {
    const { client } = target.world
    const attempts = [
      `updateCaseStudy(id: "${target.online.id}", data: {title: "Taken"}) { id }`,
      `deleteCaseStudy(id: "${target.online.id}") { id }`,
      `duplicateCaseStudy(id: "${target.online.id}") { id }`,
      `createService(data: {tenant: "${client.id}", name: "Planted", slug: "planted"}) { id }`,
      `createMembership(data: {tenant: "${client.id}", user: "${client.id}", role: owner, status: active}) { id }`,
      `updateTenant(id: "${client.id}", data: {name: "Taken"}) { id }`,
      `deleteTenant(id: "${client.id}") { id }`,
    ]
    for (const as of [undefined, STRANGER]) {
      for (const attempt of attempts) {
        const { body } = await target.graphql({ as, query: `mutation { ${attempt} }` })
        const won = Object.values((body.data ?? {}) as object).filter(Boolean)
        expect({ attempt, as, won }).toEqual({ attempt, as, won: [] })
      }
    }
    const fine = await target.graphql({
      as: 'owner@client.test',
      query: `mutation { updateCaseStudy(id: "${target.online.id}", data: {headline: "Mine"}) { headline } }`,
    })
    expect(fine.body.data.updateCaseStudy.headline).toBe('Mine')
  })

  it('a GET and a form of another site carry no GraphQL (CSRF)', async () => {
    const query = encodeURIComponent('mutation { logoutUser }')
    expect((await target.api.call({ path: `/api/graphql?query=${query}` })).status).toBe(405)
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const answer = await target.send('/api/graphql', {
        method: 'POST',
        headers: { 'content-type': type },
        body: JSON.stringify({ query: '{ CaseStudies { totalDocs } }' }),
      })
      expect({ type, status: answer.status, data: answer.body?.data ?? null }).toEqual({
        type,
        status: 415,
        data: null,
      })
    }
  })
})
