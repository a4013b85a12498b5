// A row of a list that does not stand without its reference is left out where that may not be shown, as a credit
// whose person is a draft. Nobody else finds out what stands in it by asking for it.
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { FlattenedField, Field } from 'payload'
import { grantOf, rules, type TenantCollection } from '../../access/rules.ts'
import { neededReference } from '../../collections/shared/reads/needs.ts'
import { codeOf } from '../support/identity.ts'
import { startTarget, type Target } from '../support/attacks.ts'
import { createStudy } from '../support/content.ts'
import { graphqlNames } from '../support/fieldWays.ts'

let target: Target

beforeAll(async () => {
  target = await startTarget()
})

afterAll(() => target?.stop())

const STRANGERS = [undefined, 'owner@stranger.test']
const PUBLIC = (Object.keys(rules) as TenantCollection[]).filter((slug) => grantOf(slug, 'read'))

type Path = { path: string; isText: boolean }

/** The values of rows that have a needed reference beside them. */
const rowValues = (fields: FlattenedField[], prefix = '', isInRow = false): Path[] =>
  fields.flatMap((field): Path[] => {
    const path = prefix + field.name
    if (field.type === 'array') {
      const needs = field.flattenedFields.some((one) => neededReference(one as Field) !== null)
      return rowValues(field.flattenedFields, `${path}.`, isInRow || needs)
    }
    if (field.type === 'group' || field.type === 'tab') {
      return rowValues(field.flattenedFields, `${path}.`, isInRow)
    }
    const isValue = ['date', 'email', 'number', 'select', 'text', 'textarea'].includes(field.type)
    return isInRow && isValue && field.name !== 'id'
      ? [{ path, isText: field.type === 'text' || field.type === 'textarea' }]
      : []
  })

const found = () =>
  PUBLIC.flatMap((collection) =>
    rowValues(target.payload.collections[collection].config.flattenedFields).map((value) => ({
      collection,
      ...value,
    })),
  )

it('are told to nobody who asks for them, by filter, order or count', async () => {
  const values = found()
  expect(values.map(({ collection, path }) => `${collection} ${path}`)).toEqual(
    expect.arrayContaining(['case-studies credits.role', 'site-settings navigation.label']),
  )
  for (const { collection, path } of values) {
    for (const as of STRANGERS) {
      for (const query of [
        `?where[${path}][equals]=x`,
        `/count?where[${path}][exists]=true`,
        `?where[or][0][${path}][in]=x`,
        `?where[${path.replaceAll('.', '__')}][equals]=x`,
        `?sort=${path}`,
        `?sort=-${path}`,
      ]) {
        const answer = await target.api.call({ as, path: `/api/${collection}${query}` })
        const isOther = as !== undefined && answer.status === 200
        // A member of another tenant is answered within their own.
        const ids = isOther ? (answer.body.docs as { tenant: unknown }[] | undefined) : []
        expect({ collection, query, as, status: isOther ? 400 : answer.status }).toEqual({
          collection,
          query,
          as,
          status: 400,
        })
        expect(JSON.stringify(ids ?? [])).not.toContain(target.world.client.id)
      }
    }
  }
})

it('are found by those who may read them', async () => {
  const { payload, world } = target
  const person = await payload.create({
    collection: 'people',
    data: { tenant: world.client.id, name: 'A draft person', _status: 'draft' } as never,
  })
  const study = await createStudy({
    payload,
    tenant: world.client.id,
    title: 'With a hidden credit',
    credits: [{ person: person.id, role: 'The hidden role' }],
  })
  const ask = (as?: string) =>
    target.api.call({ as, path: '/api/case-studies?where[credits.role][equals]=The hidden role' })
  expect((await ask('viewer@client.test')).body.docs).toMatchObject([{ id: study.id }])
  const nobody = await ask()
  expect([nobody.status, codeOf(nobody)]).toEqual([400, 'filter_not_possible'])
  expect((await ask('owner@stranger.test')).body.docs).toEqual([])
  const { plural } = graphqlNames('case-studies')
  const query = `{ ${plural}(where: { credits__role: { equals: "The hidden role" } }) { docs { id } } }`
  const graph = await target.graphql({ query })
  expect(JSON.stringify(graph.body)).not.toContain(study.id)
  const shown = await target.api.call({ path: `/api/case-studies/${study.id}?depth=1` })
  expect(JSON.stringify(shown.body)).not.toContain('The hidden role')
})
