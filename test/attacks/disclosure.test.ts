// What answers must not carry, whoever asks and by whatever road.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createStudy } from '../support/content.ts'
import { isRefused, startTarget, type Answer, type Target } from '../support/attacks.ts'
import { makeKey } from '../support/identity.ts'
import { PASSWORD } from '../support/tenants.ts'

let target: Target
let locked: { id: string }

let key: string
const SECRETS =
  /"(hash|salt|resetPasswordToken|resetPasswordExpiration|tokenHash|credentialsEpoch|passwordHash)":"/

beforeAll(async () => {
  target = await startTarget()
  const { payload, world } = target
  const editor = await world.user('editor', 'client')
  key = await makeKey({ api: target.api, as: editor.email })
  locked = await createStudy({
    payload,
    tenant: world.client.id,
    title: 'Locked',
    visibility: 'password',
    password: 'open sesame',
    notes: [{ text: 'Do not tell' }],
  })
})

afterAll(async () => {
  await target?.stop()
})

const expectNoSecrets = (answer: Answer): void => {
  expect(JSON.stringify(answer.body)).not.toMatch(SECRETS)
  expect(JSON.stringify(answer.body)).not.toContain(key)
}

describe('answers', () => {
  it('CVE-2026-105851 (GHSA-vc4h-q48j-5hcx): a duplicate neither shows nor takes what is hidden from whoever makes it', async () => {
    for (const as of ['viewer@client.test', 'viewer@stranger.test', 'owner@stranger.test']) {
      const refused = await target.api.call({
        as,
        method: 'POST',
        path: `/api/case-studies/${locked.id}/duplicate`,
        body: { tenant: target.world.stranger.id },
      })
      expect({ as, refused: isRefused(refused) }).toEqual({ as, refused: true })
    }
    const copy = await target.api.call({
      as: 'editor@client.test',
      method: 'POST',
      path: `/api/case-studies/${locked.id}/duplicate`,
      body: { title: 'A copy', slug: 'a-copy', _status: 'draft' },
    })
    expect(copy.status).toBe(200)
    expectNoSecrets(copy)
    const editor = await target.world.user('editor', 'client')
    const stored = await target.payload.findByID({
      collection: 'case-studies',
      id: copy.body.doc.id,
      depth: 0,
      draft: true,
    })
    expect(stored).toMatchObject({ createdBy: editor.id, tenant: target.world.client.id })
  })

  it('users cannot be duplicated by anybody but an operator, and then without their secrets', async () => {
    const editor = await target.world.user('editor', 'client')
    const path = `/api/users/${editor.id}/duplicate`
    for (const as of ['editor@client.test', 'owner@client.test', 'owner@stranger.test']) {
      const answer = await target.api.call({
        as,
        method: 'POST',
        path,
        body: { email: 'copy@client.test', password: PASSWORD },
      })
      expect({ as, refused: isRefused(answer) }).toEqual({ as, refused: true })
    }
    const copy = await target.api.call({
      as: 'operator@test.test',
      method: 'POST',
      path,
      body: { email: 'copy@client.test', password: 'another-password' },
    })
    expectNoSecrets(copy)
    const login = await target.api.call({
      headers: { authorization: `users API-Key ${key}` },
      path: '/api/users/me',
    })
    expect(login.body.user.id).toBe(editor.id)
  })

  it('CVE-2026-105853 (GHSA-xgv3-crq2-6f69): refresh and reset answer without hidden fields', async () => {
    const refreshed = await target.api.call({
      as: 'editor@client.test',
      method: 'POST',
      path: '/api/users/refresh-token',
    })
    expect(refreshed.status).toBe(200)
    expectNoSecrets(refreshed)
    const token = await target.payload.forgotPassword({
      collection: 'users',
      data: { email: 'reviewer@client.test' },
      disableEmail: true,
    })
    const reset = await target.api.call({
      method: 'POST',
      path: '/api/users/reset-password',
      body: { token, password: 'a-new-password' },
    })
    expect(reset.status).toBe(200)
    expect(reset.body.user.email).toBe('reviewer@client.test')
    expectNoSecrets(reset)
    expect(JSON.stringify(reset.body)).not.toContain(`"${token}"`)
  })

  it('CVE-2026-105849 (GHSA-238x-w2j9-gwwr): no read gives an API key away, be it one’s own', async () => {
    const { id } = await target.world.user('editor', 'client')
    const callers = [
      'editor@client.test',
      'viewer@client.test',
      'owner@client.test',
      'operator@test.test',
    ]
    for (const as of callers) {
      for (const path of [
        '/api/users/me',
        `/api/users/${id}`,
        `/api/users/${id}?select[apiKey]=true&showHiddenFields=true`,
        '/api/users?limit=100&showHiddenFields=true',
        '/api/memberships?depth=2&populate[users][apiKey]=true&limit=25',
        `/api/case-studies?depth=2&populate[users][apiKey]=true`,
        '/api/api-keys?limit=100&showHiddenFields=true&select[hash]=true',
        '/api/api-keys?where[hash][exists]=true&depth=2',
      ]) {
        expectNoSecrets(await target.api.call({ as, path }))
      }
      const graph = await target.graphql({
        as,
        query: '{ ApiKeys(limit: 100) { docs { id hash } } }',
      })
      expectNoSecrets(graph)
      const listed = await target.api.call({ as, path: '/api/api-keys' })
      expect([as, listed.body.totalDocs]).toEqual([as, as === callers[0] ? 1 : 0])
      const reveal = await target.api.call({
        as,
        method: 'POST',
        path: `/api/users/${id}/api-key/reveal`,
      })
      expect({ as, refused: isRefused(reveal) }).toEqual({ as, refused: true })
    }
    const works = await target.api.call({
      headers: { authorization: `users API-Key ${key}` },
      path: '/api/users/me',
    })
    expect(works.body.user.id).toBe(id)
  })

  it('the words behind a locked study and its notes are in no answer to a stranger', async () => {
    for (const as of [undefined, 'owner@stranger.test']) {
      for (const path of [
        `/api/case-studies/${locked.id}`,
        `/api/case-studies/${locked.id}?draft=true`,
        `/api/case-studies/versions?where[parent][equals]=${locked.id}`,
        '/api/case-studies?limit=25&depth=2',
        `/api/case-studies?select[passwordHash]=true&select[password]=true&select[notes]=true`,
      ]) {
        const answer = await target.api.call({ as, path })
        expectNoSecrets(answer)
        expect(JSON.stringify(answer.body)).not.toContain('Do not tell')
      }
    }
    const own = await target.api.call({
      as: 'viewer@client.test',
      path: `/api/case-studies/${locked.id}`,
    })
    expect(own.body.notes[0].text).toBe('Do not tell')
    expectNoSecrets(own)
  })
})
