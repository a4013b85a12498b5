// A tenant that is hidden from search engines is on no list of tenants, while its site and its public
// work are there for whoever comes.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createSiteDirectory } from '../../src/http/sites.ts'
import { createStudy } from '../support/content.ts'
import { countOf, idsOf, isRefused, startTarget, type Target } from '../support/attacks.ts'

let target: Target
let study: { id: string }
let id: string

const NOBODY = '01a21ddb-f088-739b-b994-4a045a6b5f59'
const STRANGERS = [undefined, 'owner@stranger.test']

beforeAll(async () => {
  target = await startTarget()
  const { payload, world } = target
  id = world.client.id
  await payload.update({ collection: 'tenants', id, data: { visibility: 'hidden' } })
  study = await createStudy({ payload, tenant: id, title: 'Of a hidden tenant' })
})

afterAll(async () => {
  await target?.stop()
})

const ask = (as: string | undefined, path: string) => target.api.call({ as, path: `/api/${path}` })

describe.each(STRANGERS.map((as) => [as ?? 'nobody', as] as const))('for %s', (_, as) => {
  it('a hidden tenant is not listed, counted, filtered or found', async () => {
    for (const path of [
      'tenants?limit=100',
      'tenants?limit=25&depth=2&sort=-name',
      `tenants?where[id][equals]=${id}`,
      'tenants?where[slug][equals]=client',
      'tenants?where[visibility][equals]=hidden',
      'tenants?where[or][0][slug][equals]=client&where[or][1][status][equals]=active&limit=100',
      'tenants?where[AND][0][slug][equals]=client',
    ]) {
      const answer = await ask(as, path)
      expect({ path, found: idsOf(answer).includes(id) }).toEqual({ path, found: false })
      expect(JSON.stringify(answer.body)).not.toContain('"Client"')
    }
    expect(isRefused(await ask(as, `tenants/${id}`))).toBe(true)
    for (const [name, value] of [
      ['slug', 'client'],
      ['name', 'Client'],
      ['visibility', 'hidden'],
    ]) {
      expect(countOf(await ask(as, `tenants/count?where[${name}][equals]=${value}`))).toBe(0)
    }
    const { body } = await target.graphql({
      as,
      query: `{ Tenants(limit: 100) { docs { id } } Tenant(id: "${id}") { name } }`,
    })
    expect(body.data.Tenant).toBeNull()
    expect(body.data.Tenants.docs.map((one: { id: string }) => one.id)).not.toContain(id)
  })

  it('nor is it named by what it published', async () => {
    for (const path of [
      `case-studies/${study.id}?depth=2&draft=false`,
      `case-studies/${study.id}?depth=2&populate[tenants][name]=true&populate[tenants][slug]=true`,
      'case-studies?limit=25&depth=2',
    ]) {
      const answer = await ask(as, path)
      expect(answer.status).toBe(200)
      expect(JSON.stringify(answer.body)).not.toMatch(/"(name|slug)":"client"/i)
    }
    for (const question of [
      'where[tenant.slug][equals]=client',
      'where[tenant__slug][equals]=client',
      'where[tenant.visibility][equals]=hidden',
      'sort=tenant.name',
    ]) {
      const answer = await ask(as, `case-studies?limit=100&${question}`)
      expect({ question, found: idsOf(answer).includes(study.id) }).toEqual({
        question,
        found: false,
      })
    }
    const { body } = await target.graphql({
      as,
      query: '{ CaseStudies(limit: 100) { docs { id tenant { id name } } } }',
    })
    expect(body.errors).toBeUndefined()
    expect(body.data.CaseStudies.docs).toContainEqual({ id: study.id, tenant: null })
  })

  it('nor do the settings of all tenants name it', async () => {
    for (const path of [
      'site-settings?limit=100',
      'site-settings?limit=100&where[id][not_equals]=x',
      'site-settings?limit=100&where[or][0][tenant][exists]=true&where[or][1][wordmark][exists]=true',
      `site-settings?limit=100&where[or][0][tenant][equals]=${target.world.stranger.id}&where[or][1][wordmark][exists]=true`,
      'site-settings?where[wordmark][equals]=Client',
      'site-settings?where[tenant][not_equals]=x&limit=100',
      // What Payload drops: an `in` that is no list, and all but the last of `and` and `or`.
      'site-settings?where[tenant][in][x]=y&limit=100',
      'site-settings?where[id][in][x]=y&limit=100',
      `site-settings?limit=100&where[and][0][tenant][in]=${NOBODY}&where[or][0][id][not_equals]=${NOBODY}`,
      `site-settings?limit=100&draft=true&where[and][0][tenant][equals]=${NOBODY}&where[AND][0][id][not_equals]=${NOBODY}`,
    ]) {
      const { body } = await ask(as, path)
      const tenants = ((body.docs ?? []) as { tenant: string | { id: string } }[]).map(
        ({ tenant }) => (typeof tenant === 'string' ? tenant : tenant.id),
      )
      expect({ path, found: tenants.includes(id) }).toEqual({ path, found: false })
      expect(JSON.stringify(body)).not.toContain('"Client"')
    }
    const count = await ask(as, 'site-settings/count?where[wordmark][equals]=Client')
    expect(countOf(count)).toBe(0)
    const { body } = await target.graphql({
      as,
      query: '{ SiteSettings(limit: 100) { docs { wordmark } } }',
    })
    expect(body.errors).toBeUndefined()
    expect(JSON.stringify(body)).not.toContain('"Client"')
    expect(idsOf(await ask(as, 'site-settings?limit=100'))).not.toEqual([])
  })

  it('its public work is read as before', async () => {
    const one = await ask(as, `case-studies/${study.id}`)
    expect(one.body).toMatchObject({ id: study.id, title: 'Of a hidden tenant' })
    for (const depth of [0, 1, 2]) {
      const list = await ask(as, `case-studies?depth=${depth}&where[tenant][equals]=${id}`)
      expect(idsOf(list)).toContain(study.id)
    }
    const settings = await ask(as, `site-settings?where[tenant][equals]=${id}`)
    expect(settings.body.docs).toHaveLength(1)
  })
})

it('its own people, its agency and operators see it', async () => {
  for (const as of ['viewer@client.test', 'admin@agency.test', 'operator@test.test']) {
    expect({ as, ids: idsOf(await ask(as, 'tenants?limit=100')) }).toEqual({
      as,
      ids: expect.arrayContaining([id]),
    })
    expect((await ask(as, `tenants/${id}`)).body.name).toBe('Client')
    const path = `site-settings/versions?where[version.wordmark][like]=Client`
    expect({ as, status: (await ask(as, path)).status }).toEqual({ as, status: 200 })
  }
})

it('its site answers', async () => {
  const directory = createSiteDirectory({ payload: target.payload, serverUrl: '' })
  expect(await directory.isActive(id)).toBe(true)
})

it('a listed tenant is listed', async () => {
  expect(idsOf(await ask(undefined, 'tenants?limit=100'))).toContain(target.world.stranger.id)
  expect((await ask(undefined, `tenants/${target.world.stranger.id}`)).body.name).toBe('Stranger')
})
