// What REST asks and takes, GraphQL asks and takes: references by the slug of what they point at, however deep they
// stand, and drafts without what is required to publish them.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { CollectionSlug, FlattenedField } from 'payload'
import { idsOf, startTarget, type Target } from '../support/attacks.ts'

const AS = 'owner@client.test'

let target: Target

beforeAll(async () => {
  target = await startTarget()
})

afterAll(async () => {
  await target?.stop()
})

/** The paths of references to one collection that has slugs, through groups and rows. */
const referencesIn = (fields: FlattenedField[], before: string[] = []): string[][] =>
  fields.flatMap((field) => {
    const path = [...before, field.name]
    if (field.type === 'group' || field.type === 'tab' || field.type === 'array') {
      return referencesIn(field.flattenedFields, path)
    }
    const isOne = field.type === 'relationship' || field.type === 'upload'
    const to = isOne && typeof field.relationTo === 'string' ? field.relationTo : undefined
    return to !== undefined && hasSlug(to) && isRead(field) ? [path] : []
  })

const hasSlug = (collection: string): boolean =>
  target.payload.collections[collection as CollectionSlug].config.flattenedFields.some(
    ({ name }) => name === 'slug',
  )

const isRead = (field: FlattenedField): boolean => !('hidden' in field && field.hidden)

/** As the schema calls them. */
const NAMES = [
  ['case-studies', 'CaseStudies', 'CaseStudy'],
  ['organisations', 'Organisations', 'Organisation'],
  ['pages', 'Pages', 'Page'],
  ['people', 'People', 'Person'],
  ['services', 'Services', 'Service'],
  ['testimonials', 'Testimonials', 'Testimonial'],
] as const

const graphql = (query: string) => target.graphql({ as: AS, query })

describe('by the slug of what they point at', () => {
  it.each(NAMES)('%s are found as in REST', async (collection, plural, _) => {
    const { config } = target.payload.collections[collection]
    const paths = referencesIn(config.flattenedFields)
    expect(paths.length).toBeGreaterThan(0)
    for (const path of paths) {
      for (const [operator, value] of [
        ['equals', 'client'],
        ['not_in', 'client'],
      ] as const) {
        const rest = await target.api.call({
          as: AS,
          path: `/api/${collection}?limit=50&depth=0&where[${path.join('.')}.slug][${operator}]=${value}`,
        })
        const given = operator === 'not_in' ? `["${value}"]` : `"${value}"`
        const where = `{ ${path.join('__')}__slug: { ${operator}: ${given} } }`
        const { body } = await graphql(
          `{ ${plural}(limit: 50, where: { OR: [{ AND: [${where}] }] }) { docs { id } } }`,
        )
        const ids = ((body.data?.[plural]?.docs ?? []) as { id: string }[]).map(({ id }) => id)
        expect({ where, errors: body.errors as unknown, ids }).toEqual({
          where,
          errors: rest.status === 200 ? undefined : expect.anything(),
          ids: idsOf(rest),
        })
      }
    }
  })

  it('a credit in a row, in what is online and in versions', async () => {
    const { payload, world } = target
    const { id: person } = await payload.create({
      collection: 'people',
      data: {
        tenant: world.client.id,
        name: 'Ada Credit',
        slug: 'ada-credit',
        _status: 'published',
      } as never,
      overrideAccess: true,
    })
    const { status } = await target.api.call({
      as: AS,
      method: 'PATCH',
      path: `/api/case-studies/${target.online.id}`,
      body: { credits: [{ person, role: 'Design' }], _status: 'published' },
    })
    expect(status).toBe(200)
    const asked = await graphql(`
      {
        CaseStudies(where: { credits__person__slug: { equals: "ada-credit" } }) {
          docs {
            id
          }
        }
      }
    `)
    expect(asked.body).toEqual({ data: { CaseStudies: { docs: [{ id: target.online.id }] } } })
    const versions = await graphql(`
      {
        versionsCaseStudies(where: { version__credits__person__slug: { equals: "ada-credit" } }) {
          docs {
            parent {
              id
            }
          }
        }
      }
    `)
    expect(versions.body).toEqual({
      data: { versionsCaseStudies: { docs: [{ parent: { id: target.online.id } }] } },
    })
  })
})

describe('a draft', () => {
  it.each(NAMES)('of %s takes no more than in REST', async (collection, _, singular) => {
    const tenant = target.world.client.id
    const rest = await target.api.call({
      as: AS,
      method: 'POST',
      path: `/api/${collection}?draft=true`,
      body: { tenant },
    })
    const { body } = await graphql(
      `mutation { create${singular}(draft: true, data: { tenant: "${tenant}" }) { id } }`,
    )
    const created = body.data?.[`create${singular}`] as { id?: string } | null
    expect({ said: body.errors?.[0]?.message as unknown, isMade: Boolean(created?.id) }).toEqual({
      said: rest.status === 201 ? undefined : rest.body.detail,
      isMade: rest.status === 201,
    })
  })

  it('has the slug and the visibility that REST gives it', async () => {
    const { body } = await graphql(
      `mutation { createCaseStudy(data: { tenant: "${target.world.client.id}", title: "By GraphQL" }) { slug visibility _status } }`,
    )
    expect(body).toEqual({
      data: { createCaseStudy: { slug: 'by-graphql', visibility: 'public', _status: 'draft' } },
    })
  })

  it('is told by field what it lacks to go online', async () => {
    const { body } = await graphql(
      `mutation { createCaseStudy(data: { tenant: "${target.world.client.id}", _status: published }) { id } }`,
    )
    expect(body.errors[0]).toMatchObject({
      extensions: {
        code: 'validation_failed',
        data: { errors: expect.arrayContaining([expect.objectContaining({ path: 'title' })]) },
      },
    })
  })
})

it('what is no id is said so', async () => {
  for (const query of [
    '{ CaseStudy(id: "abc") { id } }',
    '{ versionCaseStudy(id: "abc") { id } }',
    'mutation { updateCaseStudy(id: "abc", data: {}) { id } }',
    'mutation { deleteCaseStudy(id: "abc") { id } }',
    'mutation { duplicateCaseStudy(id: "abc") { id } }',
    'mutation { restoreVersionCaseStudy(id: "abc") { id } }',
    '{ docAccessCaseStudy(id: "abc") { create { permission } } }',
  ]) {
    const { body } = await graphql(query)
    expect({ query, said: body.errors?.[0]?.message as unknown }).toEqual({
      query,
      said: '“abc” is the id of no document. Check it.',
    })
  }
})

it('a copy needs nothing but the id', async () => {
  const { body } = await graphql(
    `mutation { duplicateCaseStudy(id: "${target.online.id}") { title } }`,
  )
  expect(body).toEqual({ data: { duplicateCaseStudy: { title: 'Client online (copy)' } } })
})
