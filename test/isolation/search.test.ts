// Full-text search finds what is in one's own tenants, and tells nothing of any other.
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import pg from 'pg'
import { createStudy } from '../support/content.ts'
import { startApi, type Api } from '../support/http.ts'
import { startPayload, type TestPayload } from '../support/payload.ts'
import { createWorld, PASSWORD, type World } from '../support/tenants.ts'

let running: TestPayload
let api: Api
let world: World

beforeAll(async () => {
  running = await startPayload()
  const { payload } = running
  world = await createWorld({ payload })
  api = await startApi({ payload, password: PASSWORD })
  for (const tenant of [world.client.id, world.stranger.id, world.agency.id]) {
    await createStudy({
      payload,
      tenant,
      title: 'Harbour cranes',
      summary: 'Waiting at the gate was halved.',
      _status: 'draft',
    })
  }
  await createStudy({
    payload,
    tenant: world.client.id,
    title: 'Gate number five',
    summary: 'Of the harbour.',
    _status: 'draft',
  })
})

afterAll(async () => {
  await api?.stop()
  await running.stop()
})

const find = async (as: string | undefined, query: string) => {
  const { body, status } = await api.call({ as, path: `/api/case-studies/search?${query}` })
  expect(status).toBe(200)
  return (body.docs as { title: string; tenant: string }[]).map(({ tenant, title }) => ({
    title,
    tenant,
  }))
}

it('finds drafts of one’s own tenant, the better match first', async () => {
  const tenant = world.client.id
  expect(await find('viewer@client.test', 'q=harbour')).toEqual([
    { title: 'Harbour cranes', tenant },
    { title: 'Gate number five', tenant },
  ])
  expect(await find('viewer@client.test', 'q=harbour+-cranes')).toEqual([
    { title: 'Gate number five', tenant },
  ])
})

it('finds through an agency what is its clients’, and in one tenant when asked', async () => {
  expect(await find('viewer@agency.test', 'q=cranes')).toHaveLength(2)
  expect(await find('viewer@agency.test', `q=cranes&tenant=${world.client.id}`)).toHaveLength(1)
  expect(await find('viewer@agency.test', 'q=cranes&tenant=client')).toHaveLength(1)
})

it.each(['tenant=nobody', 'tenant=', 'tenant=client&tenant=agency', 'limit=51', 'depth=3'])(
  'refuses by name what it would otherwise leave out: %s',
  async (query) => {
    const { body, status } = await api.call({
      as: 'viewer@agency.test',
      path: `/api/case-studies/search?q=cranes&${query}`,
    })
    const [name] = query.split('=')
    expect({ status, code: body.code, detail: body.detail }).toEqual({
      status: 400,
      code: 'parameter_not_valid',
      detail: expect.stringContaining(`“${name}”`),
    })
  },
)

it('finds nothing for nobody, nor in a tenant of somebody else', async () => {
  expect(await find(undefined, 'q=cranes')).toEqual([])
  expect(await find('owner@stranger.test', `q=cranes&tenant=${world.client.id}`)).toEqual([])
  expect(await find('owner@stranger.test', 'q=five')).toEqual([])
  const word = `tenant${world.client.id.replaceAll('-', '')}`
  expect(await find('owner@stranger.test', `q=${word}`)).toEqual([])
})

it('follows changes and deletion', async () => {
  const { payload } = running
  const study = await createStudy({ payload, tenant: world.client.id, title: 'Zeppelin' })
  expect(await find('viewer@client.test', 'q=zeppelin')).toHaveLength(1)
  await payload.update({ collection: 'case-studies', id: study.id, data: { title: 'Balloon' } })
  expect(await find('viewer@client.test', 'q=zeppelin')).toEqual([])
  await payload.delete({ collection: 'case-studies', id: study.id })
  expect(await find('viewer@client.test', 'q=balloon')).toEqual([])
})

it('asks for words, and takes any', async () => {
  for (const query of ['', 'q=', `q=${'x'.repeat(201)}`]) {
    const { body, status } = await api.call({
      as: 'viewer@client.test',
      path: `/api/case-studies/search?${query}`,
    })
    expect({ query, status, code: body.errors[0].data.code }).toEqual({
      query,
      status: 400,
      code: 'search_without_words',
    })
  }
  for (const words of ['&|!()', "';drop table users;--", '"', 'the:*', '<->', ' ']) {
    expect(await find('viewer@client.test', `q=a${encodeURIComponent(words)}`)).toEqual([])
  }
})

it('uses its index, in which the tenant is a word', async () => {
  const owner = new pg.Client({ connectionString: running.databaseUrl })
  await owner.connect()
  try {
    await owner.query('set enable_seqscan = off')
    const { rows } = await owner.query<{ 'QUERY PLAN': string }>(
      `explain select study from rls.study_words
        where words @@ ('cranes'::tsquery && ('''' || rls.tenant_word('${world.client.id}') || '''')::tsquery)`,
    )
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('rls_study_words')
  } finally {
    await owner.end()
  }
})
