// A study that does not name its client must not lead to the client by anything else it holds:
// testimonials, quotes, related work, links, logos, and what can be filtered or sorted by.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { plantAnonymised } from '../support/anonymised.ts'
import { forNobody } from '../support/forNobody.ts'
import { countOf, idsOf, startTarget, type Target } from '../support/attacks.ts'
import { inShort } from '../support/inShort.ts'

let target: Target
let owner: pg.Client
let client: string
let testimonial: string
let neutral: string
let logo: string
let named: string
let anonymised: string

const STRANGERS = [undefined, 'owner@stranger.test']
const MEMBERS = ['viewer@client.test', 'operator@test.test']

beforeAll(async () => {
  target = await startTarget()
  owner = new pg.Client({ connectionString: target.databaseUrl })
  await owner.connect()
  ;({ anonymised, client, logo, named, neutral, testimonial } = await plantAnonymised(target))
})

afterAll(async () => {
  await owner?.end()
  await target?.stop()
})

const leaks = (answer: unknown): string[] => {
  const text = JSON.stringify(answer)
  return Object.entries({
    client,
    testimonial,
    named,
    logo,
    name: 'Kajline',
    host: 'kajline.test',
    words: 'Kaj Line',
  })
    .filter(([, value]) => text.includes(value))
    .map(([name]) => name)
}

const onlyOf = (id: string) => `where[id][equals]=${id}`

const PROJECTIONS = [
  '',
  '&locale=all',
  '&select[client]=true',
  '&select[testimonials]=true',
  '&select[related]=true&select[chapters]=true',
  '&select[anonymous]=false&select[tenant]=false',
  '&populate[testimonials][organisation]=true&populate[case-studies][client]=true',
]

describe('an anonymised study', () => {
  it.each([0, 1, 2, 3, 4])(
    'gives nobody else its client, at depth %i, in any projection',
    async (depth) => {
      for (const [turn, as] of STRANGERS.entries()) {
        for (const projection of inShort(PROJECTIONS, depth + turn, 3)) {
          for (const path of [
            `/api/case-studies/${anonymised}?depth=${depth}${projection}`,
            `/api/case-studies?${onlyOf(anonymised)}&depth=${depth}${projection}`,
            `/api/case-studies/versions?where[parent][equals]=${anonymised}&depth=${depth}${projection.replaceAll('select[', 'select[version][')}`,
          ]) {
            const answer = await target.api.call({ as, path: as ? path : forNobody(path) })
            // Versions are a member's: others get none of them.
            const isOfVersions = path.includes('/versions')
            const isAnswered = isOfVersions ? countOf(answer) === 0 : answer.status === 200
            expect({ as, path, isAnswered, leaks: leaks(answer.body) }).toEqual({
              as,
              path,
              isAnswered: true,
              leaks: [],
            })
          }
        }
      }
    },
  )

  it.each([
    'select[parent]=true',
    'select[client]=true',
    'select[updatedAt]=true&select[latest]=true',
    'select[version]=true',
    'select[version]=false',
    'select[parent]=false',
    'select[version][tenant]=false&select[version][anonymous]=false',
    'select[version][chapters]=true',
    'select=client',
  ])('gives nobody else its client through its versions, by %s', async (select) => {
    const { rows } = await owner.query<{ id: string }>(
      'select id from _case_studies_v where parent_id = $1 and latest',
      [anonymised],
    )
    for (const as of [undefined, 'viewer@stranger.test', 'owner@stranger.test']) {
      for (const path of [
        `/api/case-studies/versions?where[parent][equals]=${anonymised}&depth=${as ? 3 : 2}&${select}`,
        `/api/case-studies/versions/${rows[0]!.id}?depth=${as ? 3 : 2}&${select}`,
      ]) {
        const answer = await target.api.call({ as, path })
        expect({ as, path, leaks: leaks(answer.body) }).toEqual({ as, path, leaks: [] })
        // Their own workspace is nowhere in it.
        expect(JSON.stringify(answer.body)).not.toContain(target.world.stranger.id)
        expect(answer.status).toBeLessThan(500)
      }
    }
  })

  it('keeps what does not lead to the client', async () => {
    const { body } = await target.api.call({ path: `/api/case-studies/${anonymised}?depth=0` })
    expect(body.testimonials).toEqual([neutral])
    expect(body.related.studies).toEqual([target.online.id])
    const text = JSON.stringify(body.chapters)
    for (const kept of [
      'Words that stay.',
      neutral,
      'https://example.com/kept',
      'their site',
      'there',
    ]) {
      expect(text).toContain(kept)
    }
    expect(body.credits).toMatchObject([{ name: 'A colleague', url: null }])
  })

  it('is whole for the people of its tenant', async () => {
    for (const as of MEMBERS) {
      const { body } = await target.api.call({
        as,
        path: `/api/case-studies/${anonymised}?depth=0&select[testimonials]=true&select[related]=true&select[chapters]=true&select[client]=true`,
      })
      expect(body.testimonials).toEqual([testimonial, neutral])
      expect(body.related.studies).toEqual([named, target.online.id])
      expect(leaks(body)).toEqual(
        expect.arrayContaining(['client', 'testimonial', 'named', 'logo', 'host']),
      )
    }
  })

  it('gives GraphQL no more', async () => {
    const query = `{ CaseStudy(id: "${anonymised}") {
      title anonymous client { id name } testimonials { id attribution organisation { name } }
      related { studies { id title client { name } } } chapters { body(depth: 2) } credits { url }
      cover { id alt } seo { canonical } } }`
    for (const as of STRANGERS) {
      const answer = await target.graphql({ as, query })
      expect(answer.body.data.CaseStudy.title).toBe('A secret operator')
      expect({ as, leaks: leaks(answer.body) }).toEqual({ as, leaks: [] })
    }
    const whole = await target.graphql({ as: MEMBERS[0], query })
    expect(leaks(whole.body)).toContain('testimonial')
  })

  it('is not related work of its client’s other studies', async () => {
    for (const as of STRANGERS) {
      const { body } = await target.api.call({ as, path: `/api/case-studies/${named}?depth=2` })
      expect(body.client.name).toBe('Kajline Shipping')
      expect(JSON.stringify(body)).not.toContain(anonymised)
      expect(body.testimonials).toHaveLength(1)
    }
  })

  it('is found by nothing that leads to the client', async () => {
    const filters = [
      `where[client][equals]=${client}`,
      'where[client.name][like]=Kajline',
      `where[testimonials][in]=${testimonial}`,
      `where[testimonials.organisation][equals]=${client}`,
      'where[testimonials.organisation.name][like]=Kajline',
      `where[related.studies][in]=${named}`,
      'where[related__studies__client__name][like]=Kajline',
      `where[chapters.body][contains]=${testimonial}`,
      'where[credits.url][like]=kajline',
      'where[seo.canonical][like]=kajline',
      `where[cover][equals]=${logo}`,
      `where[or][0][testimonials][in]=${testimonial}`,
      `where[OR][0][testimonials][in]=${testimonial}`,
    ]
    for (const [turn, as] of STRANGERS.entries()) {
      for (const filter of inShort(filters, turn, 2)) {
        for (const path of [
          `/api/case-studies?${filter}`,
          `/api/case-studies/count?${filter}`,
          `/api/case-studies/versions?${filter.replace('where[', 'where[version.')}`,
        ]) {
          const answer = await target.api.call({ as, path })
          const found = idsOf(answer).filter((id) => id === anonymised)
          expect({ as, path, found }).toEqual({ as, path, found: [] })
        }
        const both = await target.api.call({
          as,
          path: `/api/case-studies/count?${filter}&where[and][0][anonymous][equals]=true`,
        })
        expect({ as, filter, count: countOf(both) }).toEqual({ as, filter, count: 0 })
      }
      const search = await target.api.call({ as, path: '/api/case-studies/search?q=secret' })
      expect(idsOf(search)).toEqual([])
    }
    // Who may know finds it, and a filter about studies that name their client works for everybody.
    const own = await target.api.call({
      as: MEMBERS[0],
      path: `/api/case-studies?where[testimonials][in]=${testimonial}`,
    })
    expect(idsOf(own).sort()).toEqual([anonymised, named].sort())
    const open = await target.api.call({
      path: `/api/case-studies?where[testimonials][in]=${testimonial}`,
    })
    expect(idsOf(open)).toEqual([named])
    for (const filter of [`client][equals]=${client}`, 'client.name][like]=Kajline']) {
      const those = await target.api.call({ path: `/api/case-studies?where[${filter}` })
      expect(idsOf(those)).toEqual(idsOf(open))
      const not = filter.replace('equals', 'not_equals').replace('like', 'not_like')
      const others = await target.api.call({ path: `/api/case-studies?limit=100&where[${not}` })
      expect(idsOf(others)).not.toContain(anonymised)
    }
    const { body } = await target.graphql({
      query: `{ CaseStudies(where: { client: { equals: "${client}" } }) { docs { id } } }`,
    })
    expect(body.data.CaseStudies.docs).toEqual([{ id: named }])
    const found = await target.api.call({
      as: MEMBERS[0],
      path: '/api/case-studies/search?q=secret',
    })
    expect(idsOf(found)).toEqual([anonymised])
  })

  it('is not in the order of a list that follows the client', async () => {
    for (const as of STRANGERS) {
      for (const field of [
        'client.name',
        'testimonials.organisation.name',
        'related.studies.client.name',
        'credits.url',
        'seo.canonical',
      ]) {
        for (const sign of ['', '-']) {
          const answer = await target.api.call({
            as,
            path: `/api/case-studies?limit=100&sort=${sign}${field}`,
          })
          expect({ as, field, found: idsOf(answer).includes(anonymised) }).toEqual({
            as,
            field,
            found: false,
          })
        }
      }
    }
  })

  it('loses nothing when it is saved by our own code', async () => {
    await target.payload.update({
      collection: 'case-studies',
      id: anonymised,
      data: { year: 2026, _status: 'published' },
      overrideAccess: true,
    })
    const stored = await target.payload.findByID({
      collection: 'case-studies',
      id: anonymised,
      depth: 0,
      overrideAccess: true,
    })
    expect(stored.testimonials).toEqual([testimonial, neutral])
    expect(JSON.stringify(stored.chapters)).toContain(testimonial)
  })
})

describe('a filter in the spelling of GraphQL', () => {
  it('is guarded like any other', async () => {
    await target.payload.update({
      collection: 'case-studies',
      id: target.online.id,
      data: { notes: [{ text: 'Oracle word' }], _status: 'published' } as never,
      overrideAccess: true,
    })
    for (const as of STRANGERS) {
      const answer = await target.api.call({
        as,
        path: '/api/case-studies?where[notes__text][like]=Oracle',
      })
      expect({ as, found: idsOf(answer) }).toEqual({ as, found: [] })
    }
  })
})
