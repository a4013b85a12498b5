// Nobody becomes a member without accepting, whoever asks for it.
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Payload } from 'payload'
import { startApi, type Api } from '../support/http.ts'
import { startPayload, type TestPayload } from '../support/payload.ts'
import { createWorld, PASSWORD, type World } from '../support/tenants.ts'

let running: TestPayload
let payload: Payload
let api: Api
let world: World

beforeAll(async () => {
  running = await startPayload()
  payload = running.payload
  world = await createWorld({ payload })
  api = await startApi({ payload, password: PASSWORD })
})

afterAll(async () => {
  await api?.stop()
  await running.stop()
})

const membershipOf = async (email: string) => {
  const { docs } = await payload.find({
    collection: 'memberships',
    depth: 0,
    overrideAccess: true,
    where: { 'user.email': { equals: email } },
  })
  return docs[0]!
}

describe('memberships', () => {
  it('are made by no person: not for a stranger, a member, oneself or a user who is not there', async () => {
    const { id: tenant } = world.client
    const { id: stranger } = await world.user('viewer', 'stranger')
    const { id: member } = await world.user('viewer', 'client')
    for (const as of ['admin@client.test', 'owner@client.test', 'operator@test.test']) {
      const answers: { status: number; said: unknown }[] = []
      for (const user of [stranger, member, '0193b9f0-0000-7000-8000-000000000000']) {
        const body = { user, tenant, role: 'viewer', status: 'active' }
        const { body: said, status } = await api.call({
          as,
          method: 'POST',
          path: '/api/memberships',
          body,
        })
        const { requestId: _, ...same } = said as Record<string, unknown>
        answers.push({ status, said: same })
      }
      expect(answers[0]!.status).toBe(403)
      expect(JSON.stringify(answers[0]!.said)).toContain('Invite them instead')
      expect(answers.every((one) => isDeepStrictEqual(one, answers[0]))).toBe(true)
      const graph = await api.call({
        as,
        method: 'POST',
        path: '/api/graphql',
        body: {
          query: `mutation { createMembership(data: { user: "${stranger}", tenant: "${tenant}", role: viewer, status: active }) { id } }`,
        },
      })
      expect(JSON.stringify(graph.body.errors)).toContain('Invite them instead')
      const access = await api.call({ as, path: '/api/access' })
      expect(access.body.collections.memberships.create).toBeUndefined()
    }
    expect((await membershipOf('viewer@stranger.test')).tenant).toBe(world.stranger.id)
    const seen = await api.call({ as: 'owner@client.test', path: `/api/users/${stranger}` })
    expect(seen.status).toBe(404)
  })

  it('leave the status “invited” by accepting alone, and keep their user', async () => {
    const { id: user } = await world.user('viewer', 'stranger')
    const { id } = await payload.create({
      collection: 'memberships',
      data: { user, tenant: world.agency.id, role: 'viewer', status: 'invited' },
    })
    const other = await membershipOf('editor@agency.test')
    for (const as of ['owner@agency.test', 'operator@test.test']) {
      for (const [membership, body] of [
        [id, { status: 'active' }],
        [id, { status: 'suspended' }],
        [other.id, { status: 'invited' }],
      ] as const) {
        const change = await api.call({
          as,
          method: 'PATCH',
          path: `/api/memberships/${membership}`,
          body,
        })
        expect([change.status, change.body.errors[0].data.code]).toEqual([403, 'invite_instead'])
      }
      const { id: owner } = await world.user('viewer', 'agency')
      await api.call({
        as,
        method: 'PATCH',
        path: `/api/memberships/${id}`,
        body: { user: owner },
      })
    }
    const after = await payload.findByID({ collection: 'memberships', id, depth: 0 })
    expect(after).toMatchObject({ status: 'invited', user })
    await payload.delete({ collection: 'memberships', id })
  })
})
