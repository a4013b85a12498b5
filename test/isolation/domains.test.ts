// A domain is a tenant's once its DNS says so, and nobody else's: who adds it, who proves it, which
// site answers there, and what strangers learn of it.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { Payload } from 'payload'
import { PROCESS } from '../../collections/shared/changes/notices.ts'
import { findProvenHosts } from '../../collections/Domains/queries/findProvenHosts.ts'
import { setResolver } from '../../collections/Domains/resolver.ts'
import type { Domain } from '../../payload-types.ts'
import { ask } from '../support/ask.ts'
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

afterEach(() => setResolver())

afterAll(async () => {
  await api.stop()
  await running.stop()
})

const OWNER = 'owner@client.test'
const RIVAL = 'owner@stranger.test'

/** DNS as these records have it; every other name is not there. */
const dnsSays = (records: Record<string, string[][]>) =>
  setResolver((name) =>
    records[name]
      ? Promise.resolve(records[name])
      : Promise.reject(Object.assign(new Error(name), { code: 'ENOTFOUND' })),
  )

const add = (host: string, as: string, more: object = {}) => {
  const tenant = as.endsWith('@stranger.test') ? world.stranger.id : world.client.id
  return api.call({ as, method: 'POST', path: '/api/domains', body: { host, tenant, ...more } })
}

const added = async (host: string, as = OWNER): Promise<Domain> => {
  const { body, status } = await add(host, as)
  expect({ host, status, errors: body.errors }).toMatchObject({ host, status: 201 })
  return body.doc
}

const verify = ({ id }: { id: string }, as?: string) =>
  api.call({ as, method: 'POST', path: `/api/domains/${id}/verify` })

const stored = (id: string) => payload.findByID({ collection: 'domains', id, depth: 0 })

const prove = async (domain: Domain, as = OWNER) => {
  dnsSays({ [`_vitrine.${domain.host}`]: [[domain.token!]] })
  expect(await verify(domain, as)).toMatchObject({ status: 200 })
}

const remove = (id: string, as = OWNER) =>
  api.call({ as, method: 'DELETE', path: `/api/domains/${id}` })

const visit = async (host: string, path = '/') => {
  const { body, status } = await ask({ url: api.url, host, path })
  return { body, status }
}

describe('adding a domain', () => {
  it('is an owner’s, through the agency too, and nobody else’s', async () => {
    for (const as of ['editor@client.test', 'admin@client.test', 'admin@agency.test', RIVAL]) {
      const refused = await api.call({
        as,
        method: 'POST',
        path: '/api/domains',
        body: { host: 'taken.client.test', tenant: world.client.id },
      })
      expect({ as, status: refused.status }).toEqual({ as, status: 403 })
    }
    const byAgency = await added('agency.client.test', 'owner@agency.test')
    await remove(byAgency.id)
  })

  it('takes the host in one spelling, and neither token nor status from the caller', async () => {
    const { body, status } = await add('https://Forged.Client.test/', OWNER, {
      status: 'verified',
      token: 'vitrine-verify=mine',
      verifiedAt: '2026-01-01T00:00:00.000Z',
      checkedAt: '2026-01-01T00:00:00.000Z',
    })
    expect(status).toBe(201)
    expect(body.doc).toMatchObject({ host: 'forged.client.test', status: 'pending' })
    expect(body.doc.token).toMatch(/^vitrine-verify=[0-9a-f]{32}$/)
    const before = await stored(body.doc.id)
    expect(before).toMatchObject({ verifiedAt: null, checkedAt: null })
    const forged = { status: 'verified', token: 'vitrine-verify=mine', host: 'work.rival.test' }
    for (const as of [OWNER, 'operator@test.test', RIVAL]) {
      const path = `/api/domains/${body.doc.id}`
      const patched = await api.call({ as, method: 'PATCH', path, body: forged })
      expect([403, 404]).toContain(patched.status)
    }
    expect(await stored(body.doc.id)).toEqual(before)
    await remove(body.doc.id)
  })

  it('says what is wrong with a host', async () => {
    const first = await added('twice.client.test')
    for (const [host, sentence] of Object.entries({
      'Twice.client.test.': 'in your list already',
      localhost: 'the machine itself',
      '10.0.0.1': 'IP address',
      'no host': 'Give a host name',
    })) {
      const { body, status } = await add(host, OWNER)
      expect({ host, status }).toEqual({ host, status: 400 })
      expect(JSON.stringify(body.errors)).toContain(sentence)
    }
    await remove(first.id)
  })

  it('ends at five', async () => {
    const hosts = [1, 2, 3, 4, 5].map((number) => `d${number}.stranger.test`)
    const domains: Domain[] = []
    for (const host of hosts) {
      domains.push(await added(host, RIVAL))
    }
    const sixth = await add('d6.stranger.test', RIVAL)
    expect(sixth.status).toBe(400)
    expect(JSON.stringify(sixth.body.errors)).toContain('at most 5 domains')
    for (const { id } of domains) {
      await remove(id, RIVAL)
    }
  })
})

describe('proving a domain', () => {
  it('takes the record that the token names, in whatever pieces', async () => {
    const domain = await added('proven.client.test')
    const token = domain.token!
    dnsSays({
      '_vitrine.proven.client.test': [['v=spf1 -all'], [token.slice(0, 9), token.slice(9)]],
    })
    const { body, status } = await verify(domain, OWNER)
    expect(status).toBe(200)
    expect(body.doc).toMatchObject({ host: 'proven.client.test', status: 'verified' })
    expect(body.doc.verifiedAt).toBe(body.doc.checkedAt)
    // Asked again it stays what it is, whatever DNS says by then.
    dnsSays({})
    expect((await verify(domain, OWNER)).body.doc.verifiedAt).toBe(body.doc.verifiedAt)
    await remove(domain.id)
  })

  it('says which record to create while it is missing or wrong, and notes only that it looked', async () => {
    const domain = await added('wrong.client.test')
    const other = `vitrine-verify=${'0'.repeat(32)}`
    const answers: Parameters<typeof dnsSays>[0][] = [
      {},
      { '_vitrine.wrong.client.test': [[other]] },
      { 'wrong.client.test': [[domain.token!]] },
    ]
    for (const records of answers) {
      dnsSays(records)
      const { body, status } = await verify(domain, OWNER)
      expect({ status, code: body.errors[0].data.code }).toEqual({
        status: 422,
        code: 'domain_not_proven',
      })
      expect(body.errors[0].message).toContain('TXT record named _vitrine.wrong.client.test')
      expect(body.errors[0].message).toContain(domain.token)
    }
    const { checkedAt, ...rest } = await stored(domain.id)
    expect(checkedAt).not.toBeNull()
    expect(rest).toMatchObject({ status: 'pending', token: domain.token, verifiedAt: null })
    await remove(domain.id)
  })

  it('tells a silent DNS from a missing record', async () => {
    const domain = await added('silent.client.test')
    setResolver(() => Promise.reject(Object.assign(new Error('timeout'), { code: 'ETIMEOUT' })))
    const { body, status } = await verify(domain, OWNER)
    expect({ status, code: body.errors[0].data.code }).toEqual({
      status: 503,
      code: 'dns_unavailable',
    })
    expect((await stored(domain.id)).status).toBe('pending')
    await remove(domain.id)
  })

  it('is an owner’s; a reader may not, and a stranger does not learn that it is there', async () => {
    const domain = await added('private.client.test')
    dnsSays({ '_vitrine.private.client.test': [[domain.token!]] })
    const path = `/api/domains/${domain.id}`
    for (const as of ['viewer@client.test', 'editor@client.test', 'admin@client.test']) {
      expect({ as, status: (await verify(domain, as)).status }).toEqual({ as, status: 403 })
      expect((await api.call({ as, method: 'DELETE', path })).status).toBe(403)
    }
    for (const as of [RIVAL, undefined]) {
      expect([403, 404]).toContain((await verify(domain, as)).status)
      expect([403, 404]).toContain((await api.call({ as, path })).status)
      expect([403, 404]).toContain((await api.call({ as, method: 'DELETE', path })).status)
    }
    expect(await verify(domain, RIVAL)).toMatchObject({ status: 404 })
    expect(await stored(domain.id)).toMatchObject({ status: 'pending', checkedAt: null })
    await remove(domain.id)
  })

  it('goes to the first of two tenants; the second hears that it is taken and no more', async () => {
    const host = 'shared.client.test'
    const first = await added(host)
    const second = await added(host, RIVAL)
    const name = `_vitrine.${host}`
    dnsSays({ [name]: [[first.token!]] })
    expect((await verify(second, RIVAL)).body.errors[0].data.code).toBe('domain_not_proven')
    expect((await verify(first, OWNER)).status).toBe(200)
    // Without the record of his own he does not even hear that somebody has it.
    expect((await verify(second, RIVAL)).body.errors[0].data.code).toBe('domain_not_proven')
    dnsSays({ [name]: [[first.token!], [second.token!]] })
    const { body, status } = await verify(second, RIVAL)
    expect({ status, code: body.errors[0].data.code }).toEqual({
      status: 409,
      code: 'domain_taken',
    })
    for (const secret of [world.client.id, 'Client', first.id, first.token!]) {
      expect(JSON.stringify(body)).not.toContain(secret)
    }
    expect(await stored(second.id)).toMatchObject({ status: 'pending', verifiedAt: null })
    expect((await stored(first.id)).status).toBe('verified')
    await remove(first.id)
    expect((await verify(second, RIVAL)).status).toBe(200)
    await remove(second.id, RIVAL)
  })

  it('lets one of two who prove it at the same moment', async () => {
    const host = 'race.client.test'
    const domains = [await added(host), await added(host, RIVAL)] as const
    dnsSays({ [`_vitrine.${host}`]: domains.map(({ token }) => [token!]) })
    const answers = await Promise.all([verify(domains[0], OWNER), verify(domains[1], RIVAL)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    await remove(domains[0].id)
    await remove(domains[1].id, RIVAL)
  })
})

describe('the site', () => {
  it('answers at a proven host only, and at none that was deleted', async () => {
    const domain = await added('work.client.test')
    const nobody = { status: 421, body: expect.stringContaining('"code":"misdirected"') }
    expect(await visit('work.client.test')).toEqual(nobody)
    expect(await api.directory.isTenantHost('work.client.test')).toBe(false)
    expect(await visit('unknown.test', '/client')).toEqual(nobody)

    await prove(domain)
    await api.renewSites()
    const home = await visit('Work.Client.test:8080')
    expect(home.status).toBe(200)
    expect(home.body).toContain('<title>Client</title>')
    // The path of another tenant is no page of this one’s site.
    const elsewhere = await visit('work.client.test', '/stranger')
    expect(elsewhere.status).toBe(404)
    expect(elsewhere.body).toMatch(/<title>[^<]+ — Client<\/title>/)

    expect((await remove(domain.id)).status).toBe(200)
    await api.renewSites()
    expect(await visit('work.client.test')).toEqual(nobody)
  })

  it('has its first proven domain as its canonical address, whichever was added first', async () => {
    const [older, newer] = [await added('older.client.test'), await added('newer.client.test')]
    await added('never.client.test')
    await prove(newer)
    await prove(older)
    const hosts = ['newer.client.test', 'older.client.test']
    const { id } = world.client
    expect(await findProvenHosts({ payload, tenant: id })).toEqual(new Map([[id, hosts]]))
    expect((await findProvenHosts({ payload })).get(id)).toEqual(hosts)
    expect(await findProvenHosts({ payload, tenant: world.stranger.id })).toEqual(new Map())
    await payload.delete({ collection: 'domains', where: { tenant: { equals: id } } })
  })

  it('tells every server at once, by a notice in the transaction of the change', async () => {
    const { default: pg } = await import('pg')
    const client = new pg.Client({ connectionString: running.databaseUrl })
    await client.connect()
    const notices: string[] = []
    client.on('notification', ({ payload: text }) => notices.push(text ?? ''))
    await client.query('listen vitrine_invalidate')
    const heard = async () => {
      // A notification arrives with the next answer at the latest.
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
    const domain = await added('notice.client.test')
    expect(await heard()).toEqual([tags])
    dnsSays({})
    await verify(domain, OWNER)
    expect(await heard()).toEqual([])
    await prove(domain)
    expect(await heard()).toEqual([tags])
    await remove(domain.id)
    expect(await heard()).toEqual([tags])
    await client.end()
  })
})
