// The first user of an empty installation runs it: so there is exactly one first, however many ask.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Payload } from 'payload'
import { isRefused, jsonRequest, sender, type Answer } from '../support/attacks.ts'
import { startApi, type Api } from '../support/http.ts'
import { startPayload, type TestPayload } from '../support/payload.ts'
import { PASSWORD } from '../support/tenants.ts'

let running: TestPayload
let payload: Payload
let api: Api
let register: (body: string) => Promise<Answer>

beforeAll(async () => {
  running = await startPayload()
  payload = running.payload
  api = await startApi({ payload, password: PASSWORD })
  const send = sender(api.url)
  register = (body) => send('/api/users/first-register', jsonRequest(body))
})

afterAll(async () => {
  await api?.stop()
  await running.stop()
})

const user = (email: string, more = ''): string =>
  `{"email":"${email}","name":"First","password":"${PASSWORD}"${more}}`

const POLLUTION = [
  ',"__proto__":{"polluted":true,"operator":true}',
  ',"constructor":{"prototype":{"polluted":true}}',
  ',"__proto__.polluted":true',
  ',"sessions":[{"__proto__":{"polluted":true}}]',
  ',"__proto__":{"toString":"x","then":1}',
]

const isClean = (): boolean =>
  !('polluted' in {}) && typeof Object.prototype.toString === 'function' && !('then' in {})

describe('first-register', () => {
  it('an empty installation takes one first user, even if several ask at once', async () => {
    const emails = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `${name}@first.test`)
    const answers = await Promise.all(emails.map((email) => register(user(email))))
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toEqual([200])
    const { docs } = await payload.find({ collection: 'users', depth: 0, pagination: false })
    expect(docs.filter(({ operator }) => operator)).toHaveLength(1)
    expect(docs).toHaveLength(1)
  })

  it('CVE-2026-105858 (GHSA-97rh-rhh2-7vjv): with users there, it makes none and pollutes nothing', async () => {
    for (const more of ['', ...POLLUTION]) {
      const answer = await register(user('late@first.test', more))
      expect({ more, refused: isRefused(answer) }).toEqual({ more, refused: true })
      expect(isClean()).toBe(true)
    }
    const { totalDocs } = await payload.count({
      collection: 'users',
      where: { email: { equals: 'late@first.test' } },
    })
    expect(totalDocs).toBe(0)
  })

  it('what it takes for a name of a property is no property of everything', async () => {
    for (const more of POLLUTION) {
      await register(`{"__proto__":{"email":"x@y.z","password":"${PASSWORD}"}${more}}`)
      await register(`[${user('late@first.test')}]`)
      expect(isClean()).toBe(true)
    }
    expect((await payload.count({ collection: 'users' })).totalDocs).toBeGreaterThan(0)
  })
})
