// With the database open to everybody, the first wall alone lets nothing through.
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import pg from 'pg'
import { ROLES } from '../../access/roles.ts'
import { TENANT_COLLECTIONS } from '../../access/permissions.ts'
import { inShort } from '../support/inShort.ts'
import { startApi, type Api } from '../support/http.ts'
import { startPayload, type TestPayload } from '../support/payload.ts'
import { createWorld, PASSWORD, type World } from '../support/tenants.ts'
import { raceOwners, takeAllOwners } from './support/ownerRaces.ts'
import { assault, build, fingerprint, MARK, pry, type Fortress } from './support/siege.ts'

let running: TestPayload
let api: Api
let world: World
let owner: pg.Client
let fortress: Fortress

const collections = TENANT_COLLECTIONS.filter((slug) => slug !== 'media-references')
const attackers = [undefined, ...inShort(ROLES, 0, 4).map((role) => `${role}@stranger.test`)]

beforeAll(async () => {
  running = await startPayload({ isWithoutSecondWall: true })
  const { payload } = running
  world = await createWorld({ payload })
  fortress = await build({ payload, world })
  api = await startApi({ payload, password: PASSWORD })
  owner = new pg.Client({ connectionString: running.databaseUrl })
  await owner.connect()
})

afterAll(async () => {
  await api?.stop()
  await owner?.end()
  await running.stop()
})

it('has no second wall behind it here', async () => {
  const { rows } = await owner.query(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity`,
  )
  expect(rows).toEqual([])
})

it('shows members what is theirs', async () => {
  const mine = await api.call({
    as: 'viewer@client.test',
    path: '/api/case-studies?limit=100&trash=true&draft=true',
  })
  expect(JSON.stringify(mine.body)).toContain(MARK)
})

it('shows strangers nothing and changes nothing', async () => {
  const before = await fingerprint({ owner, world })
  let attempts = 0
  for (const as of attackers) {
    expect(await pry({ api, as, collections, fortress, world })).toEqual([])
    attempts += await assault({ api, as, collections, fortress, world })
  }
  expect(await fingerprint({ owner, world })).toEqual(before)
  expect(attempts).toBeGreaterThan(100 * attackers.length)
}, 600_000)

it('keeps an owner of each tenant when all of them go at once', async () => {
  const { databaseUrl } = running
  await raceOwners({ api, databaseUrl, world })
  await takeAllOwners({ api, databaseUrl, world })
  const { id } = await world.user('owner', 'stranger')
  const path = `/api/users/${id}`
  const refused = await api.call({ as: 'operator@test.test', method: 'DELETE', path })
  expect(refused.status).toBe(403)
})
