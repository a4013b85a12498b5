// An order is an answer: nobody sorts by a field that nobody reads, through whatever reference it is
// reached. The references are those of the configuration.
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { CollectionSlug, FlattenedField } from 'payload'
import { fieldRules } from '../../access/fields.ts'
import type { RuledCollection } from '../../access/rules.ts'
import { countOf, isRefused, startTarget, type Target } from '../support/attacks.ts'
import { graphqlNames } from '../support/fieldWays.ts'
import { inShort } from '../support/inShort.ts'

let target: Target

beforeAll(async () => {
  target = await startTarget()
}, 120_000)

afterAll(async () => {
  await target?.stop()
})

/** The paths of references, and where they lead. */
const referencesIn = (fields: FlattenedField[], prefix = ''): { path: string; to: string }[] =>
  fields.flatMap((field) => {
    const path = prefix + field.name
    if (field.type === 'relationship' || field.type === 'upload') {
      const isOne = typeof field.relationTo === 'string'
      return [field.relationTo].flat().map((to) => ({ path: isOne ? path : `${path}.value`, to }))
    }
    return 'flattenedFields' in field ? referencesIn(field.flattenedFields, `${path}.`) : []
  })

const isStored = (field: FlattenedField): boolean => !('virtual' in field && field.virtual)

const unreadIn = (slug: string): string[] =>
  target.payload.collections[slug as CollectionSlug].config.flattenedFields
    .filter(isStored)
    .filter(
      (field) =>
        ('hidden' in field && field.hidden === true) ||
        fieldRules[slug as RuledCollection]?.[field.name]?.read === 'nobody',
    )
    .map(({ name }) => name)

it('a field that nobody reads orders no list, not through a reference either', async () => {
  const sorts = Object.entries(target.payload.collections).flatMap(([slug, { config }]) =>
    [{ path: '', to: slug }, ...referencesIn(config.flattenedFields)].flatMap(({ path, to }) =>
      unreadIn(to).map((name) => ({ slug, sort: path === '' ? name : `${path}.${name}` })),
    ),
  )
  expect(sorts.map(({ slug, sort }) => `${slug} ${sort}`)).toEqual(
    expect.arrayContaining([
      'memberships user.hash',
      'memberships user.resetPasswordToken',
      'case-studies related.studies.passwordHash',
    ]),
  )
  const ordered: string[] = []
  for (const [turn, { slug, sort }] of sorts.entries()) {
    const asked = ['viewer@client.test', 'owner@client.test'].flatMap((as) =>
      [`sort=${sort}`, `sort=id,-${sort.replaceAll('.', '__')}`].map((query) => ({ as, query })),
    )
    for (const { as, query } of inShort(asked, turn, asked.length)) {
      const answer = await target.api.call({ as, path: `/api/${slug}?limit=5&depth=0&${query}` })
      if (!isRefused(answer) && countOf(answer) > 0) {
        ordered.push(`${as}: ${slug}?${query} → ${answer.status}`)
      }
    }
  }
  expect(ordered).toEqual([])
}, 240_000)

it('nor of versions, nor in GraphQL, nor among distinct values', async () => {
  const as = 'owner@client.test'
  const versions = '/api/case-studies/versions?limit=5&sort=-version.createdBy.hash'
  expect(isRefused(await target.api.call({ as, path: versions }))).toBe(true)
  const { plural } = graphqlNames('memberships')
  const { body } = await target.graphql({
    as,
    query: `{ ${plural}(sort: "-user__resetPasswordToken") { docs { id } } }`,
  })
  expect(body.data?.[plural] ?? null).toBeNull()
  for (const field of ['user.hash', 'user.salt', 'user.resetPasswordToken']) {
    const user = await target.world.user('owner', 'client')
    const distinct = target.payload.findDistinct({
      collection: 'memberships',
      field: field,
      overrideAccess: false,
      user,
    })
    await expect(distinct).rejects.toThrow()
  }
})

it('while what people read still orders', async () => {
  const answer = await target.api.call({
    as: 'owner@client.test',
    path: '/api/memberships?limit=100&depth=0&sort=user.email',
  })
  expect(countOf(answer)).toBeGreaterThan(3)
})
