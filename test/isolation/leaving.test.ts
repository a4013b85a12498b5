// Leaving a tenant is everybody’s own right, but the last owner’s.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Payload } from 'payload'
import { startApi, type Api } from '../support/http.ts'
import { startPayload, type TestPayload } from '../support/payload.ts'
import { createWorld, PASSWORD, type World } from '../support/tenants.ts'
import { raceOwners, takeAllOwners } from '../walls/support/ownerRaces.ts'

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
  it('are left by whoever has them, but not by the last owner', async () => {
    const leaving = async (as: string) =>
      api.call({
        as,
        method: 'DELETE',
        path: `/api/memberships/${(await membershipOf(as)).id}`,
      })
    expect((await leaving('contributor@client.test')).status).toBe(200)
    const gone = await api.call({ as: 'contributor@client.test', path: '/api/leads' })
    expect(gone.status).toBe(403)
    const last = await leaving('owner@client.test')
    expect(last.status).toBe(403)
    expect(last.body.errors[0].data.code).toBe('last_owner')
  })
  it('are left by one of two owners at the same moment, and by one of all at once', async () => {
    const { databaseUrl } = running
    await raceOwners({ api, databaseUrl, world })
    await takeAllOwners({ api, databaseUrl, world })
  })

  it('of the last owner stay when somebody deletes the account', async () => {
    const { id } = await world.user('owner', 'stranger')
    const path = `/api/users/${id}`
    const refused = await api.call({ as: 'operator@test.test', method: 'DELETE', path })
    expect([refused.status, refused.body.errors[0].data.code]).toEqual([403, 'last_owner'])
    expect(await membershipOf('owner@stranger.test')).toMatchObject({ role: 'owner' })
  })
})
