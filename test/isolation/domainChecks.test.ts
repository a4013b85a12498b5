// A verified domain is looked at again: its owners are warned when its record is gone, the site is
// served there for seven days more, and again as soon as the record is back.
import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import type { Payload } from 'payload'
import { PROCESS } from '../../collections/shared/changes/notices.ts'
import { setResolver } from '../../collections/Domains/resolver.ts'
import type { Domain } from '../../payload-types.ts'
import { createDomainChecks } from '../../src/jobs/domainChecks.ts'
import { startApi, type Api } from '../support/http.ts'
import { startPayload, type TestPayload } from '../support/payload.ts'
import { createWorld, PASSWORD, type World } from '../support/tenants.ts'

const OWNER = 'owner@client.test'
const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
const mailFolder = path.join(process.env.DATA_DIR ?? '', 'mail')

let running: TestPayload
let payload: Payload
let api: Api
let world: World
let round: ReturnType<typeof createDomainChecks>['round']
let domain: Domain
let start: number

beforeAll(async () => {
  running = await startPayload()
  payload = running.payload
  world = await createWorld({ payload })
  api = await startApi({ payload, password: PASSWORD })
})

afterAll(async () => {
  await api.stop()
  await running.stop()
})

const host = 'work.client.test'
const record = () => ({ [`_vitrine.${host}`]: [[domain.token!]] })

const dnsSays = (records: Record<string, string[][]>) =>
  setResolver((name) =>
    records[name]
      ? Promise.resolve(records[name])
      : Promise.reject(Object.assign(new Error(name), { code: 'ENOTFOUND' })),
  )

const dnsFails = (code: string) =>
  setResolver(() => Promise.reject(Object.assign(new Error(code), { code })))

const verify = (as = OWNER) =>
  api.call({ as, method: 'POST', path: `/api/domains/${domain.id}/verify` })

const stored = () => payload.findByID({ collection: 'domains', id: domain.id, depth: 0 })

const isServed = async () => {
  api.directory.refresh()
  return api.directory.isTenantHost(host)
}

/** What a round finds out of the domain, so long after it was verified. */
const after = async (milliseconds: number) =>
  (await round(new Date(start + milliseconds))).get(host) ?? 'not due'

const mailsAbout = async (subject: string): Promise<string[]> => {
  const names = await readdir(mailFolder).catch(() => [])
  const mails = await Promise.all(
    names.map((name) => readFile(path.join(mailFolder, name), 'utf8')),
  )
  return mails.filter((mail) => mail.includes(subject))
}

beforeEach(async () => {
  await rm(mailFolder, { force: true, recursive: true })
  round = createDomainChecks({ payload }).round
  const { body } = await api.call({
    as: OWNER,
    method: 'POST',
    path: '/api/domains',
    body: { host, tenant: world.client.id },
  })
  domain = body.doc
  dnsSays(record())
  expect((await verify()).status).toBe(200)
  start = new Date((await stored()).checkedAt!).getTime()
})

afterEach(async () => {
  setResolver()
  await payload.delete({ collection: 'domains', where: { host: { equals: host } } })
})

describe('a verified domain', () => {
  it('is looked at once a day, and stays as it is while its record is there', async () => {
    expect(await after(23 * HOUR)).toBe('not due')
    expect(await after(DAY + 1)).toBe('there')
    expect(await after(DAY + HOUR)).toBe('not due')
    expect(await stored()).toMatchObject({ missingSince: null, status: 'verified' })
  })

  it('whose record is gone is served for seven days, and its owners hear of it once', async () => {
    dnsSays({})
    const gone = DAY + 1
    expect(await after(gone)).toBe('warned')
    expect((await stored()).missingSince).toBe(new Date(start + gone).toISOString())
    expect(await after(gone + HOUR / 2)).toBe('not due')
    for (let day = 1; day < 7; day += 1) {
      expect(await after(gone + day * DAY)).toBe('missing')
      expect(await isServed()).toBe(true)
    }
    expect(await after(gone + 7 * DAY - 1)).toBe('missing')
    expect(await isServed()).toBe(true)
    // An hour after the last look, and past the seventh day.
    expect(await after(gone + 7 * DAY + HOUR)).toBe('lapsed')
    expect(await isServed()).toBe(false)
    expect(await stored()).toMatchObject({ status: 'pending' })

    const mails = await mailsAbout(host)
    expect(mails).toHaveLength(1)
    expect(mails[0]).toContain(`To: ${OWNER}`)
    expect(mails[0]).toContain(domain.token!)
    expect(mails[0]).toContain(`http://localhost:`)
    expect(mails[0]).toContain(`/admin/collections/domains/${domain.id}`)
  })

  it('is served again as soon as its record is back, and before that when it comes in time', async () => {
    const { verifiedAt } = await stored()
    dnsSays({})
    await after(DAY + 1)
    dnsSays(record())
    expect(await after(2 * DAY)).toBe('there')
    expect(await stored()).toMatchObject({ missingSince: null, status: 'verified' })

    dnsSays({})
    await after(4 * DAY)
    expect(await after(12 * DAY)).toBe('lapsed')
    expect(await isServed()).toBe(false)
    expect(await after(12 * DAY + 2 * HOUR)).toBe('missing')
    dnsSays(record())
    expect(await after(12 * DAY + 4 * HOUR)).toBe('restored')
    expect(await isServed()).toBe(true)
    expect(await stored()).toMatchObject({ missingSince: null, status: 'verified', verifiedAt })
  })

  it.each(['ETIMEOUT', 'ESERVFAIL', 'ECONNREFUSED', 'EREFUSED'])(
    'is not taken for gone when DNS fails with %s, however long',
    async (code) => {
      dnsFails(code)
      for (let day = 1; day < 12; day += 1) {
        expect(await after(day * DAY + 1)).toBe('skipped')
      }
      expect(await stored()).toMatchObject({ missingSince: null, status: 'verified' })
      expect(await mailsAbout(host)).toEqual([])
      // Nor does a failure end what the seventh day would have ended.
      dnsSays({})
      await after(13 * DAY)
      dnsFails(code)
      expect(await after(30 * DAY)).toBe('skipped')
      expect(await isServed()).toBe(true)
    },
  )

  it('that is silent keeps no other from its turn', async () => {
    dnsFails('ETIMEOUT')
    expect(await after(2 * DAY)).toBe('skipped')
    expect(await after(2 * DAY + HOUR / 2)).toBe('not due')
    dnsSays(record())
    expect(await after(2 * DAY + HOUR + 1)).toBe('there')
  })

  it('is warned about once by two servers that look at the same moment', async () => {
    // DNS answers when both have asked: both found it due.
    let asked = 0
    let answer = (): void => undefined
    const both = new Promise<void>((resolve) => (answer = resolve))
    setResolver(async (name) => {
      asked += 1
      if (asked === 2) {
        answer()
      }
      await both
      throw Object.assign(new Error(name), { code: 'ENOTFOUND' })
    })
    const now = new Date(start + 2 * DAY)
    const rounds = [round, createDomainChecks({ payload }).round]
    const outcomes = await Promise.all(rounds.map((look) => look(now)))
    expect(outcomes.map((found) => found.get(host)).sort()).toEqual(['skipped', 'warned'])
    expect(await mailsAbout(host)).toHaveLength(1)
  })

  it('cannot be taken back from a tenant that has verified it meanwhile', async () => {
    dnsSays({})
    await after(DAY + 1)
    await after(9 * DAY)
    const { body } = await api.call({
      as: 'owner@stranger.test',
      method: 'POST',
      path: '/api/domains',
      body: { host, tenant: world.stranger.id },
    })
    const both = { [`_vitrine.${host}`]: [[domain.token!], [body.doc.token as string]] }
    dnsSays(both)
    const path = `/api/domains/${body.doc.id}/verify`
    expect((await api.call({ as: 'owner@stranger.test', method: 'POST', path })).status).toBe(200)
    expect((await round(new Date(start + 10 * DAY))).get(host)).toBe('missing')
    expect(await stored()).toMatchObject({ status: 'pending' })
    expect((await verify()).body.errors[0].data.code).toBe('domain_taken')
  })

  it('tells every server when it lapses and when it is back, and of nothing in between', async () => {
    const client = new pg.Client({ connectionString: running.databaseUrl })
    await client.connect()
    const notices: string[] = []
    client.on('notification', ({ payload: text }) => notices.push(text ?? ''))
    await client.query('listen vitrine_invalidate')
    const heard = async () => {
      await client.query('select 1')
      return notices.splice(0)
    }
    const { id } = world.client
    const tags = JSON.stringify({
      v: 1,
      from: PROCESS,
      content: [],
      access: ['tenants', id, `tenant:${id}`],
    })
    dnsSays({})
    await after(DAY + 1)
    await after(2 * DAY)
    expect(await heard()).toEqual([])
    await after(9 * DAY)
    expect(await heard()).toEqual([tags])
    dnsSays(record())
    await after(10 * DAY)
    expect(await heard()).toEqual([tags])
    await client.end()
  })

  it('whose record is gone can be looked at by its owner at once, and shows it to readers', async () => {
    dnsSays({})
    await after(DAY + 1)
    const path = `/api/domains/${domain.id}`
    const seen = await api.call({ as: 'viewer@client.test', path })
    expect(seen.body).toMatchObject({ status: 'verified', missingSince: expect.any(String) })
    expect((await verify()).body.errors[0].data.code).toBe('domain_not_proven')
    expect((await stored()).missingSince).not.toBeNull()
    dnsSays(record())
    expect((await verify()).status).toBe(200)
    expect((await stored()).missingSince).toBeNull()
  })

  it('takes no such state from anybody', async () => {
    const body = { missingSince: '2020-01-01T00:00:00.000Z', status: 'pending' }
    for (const as of [OWNER, 'operator@test.test', 'owner@stranger.test']) {
      const path = `/api/domains/${domain.id}`
      expect([403, 404]).toContain((await api.call({ as, method: 'PATCH', path, body })).status)
    }
    expect(await stored()).toMatchObject({ missingSince: null, status: 'verified' })
  })
})

describe('domains that were served before there were records', () => {
  it('are left alone: they have none', async () => {
    const client = new pg.Client({ connectionString: running.databaseUrl })
    await client.connect()
    await client.query('update domains set token = null where id = $1', [domain.id])
    await client.end()
    dnsSays({})
    expect(await after(30 * DAY)).toBe('not due')
    expect(await isServed()).toBe(true)
  })
})
