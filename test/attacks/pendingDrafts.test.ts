// What is online looks to strangers as it did, whether or not somebody prepares a change to it.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { CollectionSlug } from 'payload'
import { rules, hasDrafts, type TenantCollection } from '../../access/rules.ts'
import { graphqlNames } from '../support/fieldWays.ts'
import { startTarget, type Answer, type Target } from '../support/attacks.ts'
import { KINDS } from '../support/takenBack.ts'

const COLLECTIONS = (Object.keys(rules) as TenantCollection[]).filter(hasDrafts)

const STRANGERS = [undefined, 'owner@stranger.test']

let target: Target

beforeAll(async () => {
  target = await startTarget()
})

afterAll(() => target?.stop())

const versionOf = async (collection: CollectionSlug, id: string): Promise<string> => {
  const { docs } = await target.payload.findVersions({
    collection,
    where: { parent: { equals: id } },
    sort: '-updatedAt',
    limit: 1,
  })
  return docs[0]!.id
}

const questions = (collection: string, id: string, version: string): string[] => {
  const base = `/api/${collection}`
  const only = `where[id][equals]=${id}`
  return [
    `${base}/${id}`,
    `${base}/${id}?draft=true&depth=1&locale=all`,
    `${base}?${only}`,
    `${base}?${only}&draft=true&locale=all`,
    `${base}?${only}&draft=true&trash=true&sort=-updatedAt`,
    `${base}/count?${only}&draft=true`,
    `${base}/versions?where[parent][equals]=${id}`,
    `${base}/versions?where[and][0][parent][equals]=${id}&where[and][1][latest][equals]=true`,
    `${base}/versions/${version}`,
    `${base}/${id}/versions`,
  ]
}

const graphQuestions = (collection: CollectionSlug, id: string, version: string): string[] => {
  const { plural, singular } = graphqlNames(collection)
  const parent = `where: { parent: { equals: "${id}" } }`
  return [
    `{ ${singular}(id: "${id}", draft: true) { id updatedAt } }`,
    `{ ${plural}(where: { id: { equals: "${id}" } }, draft: true) { docs { id updatedAt } } }`,
    `{ version${singular}(id: "${version}") { id latest } }`,
    `{ versions${plural}(${parent}) { totalDocs docs { id } } }`,
  ]
}

/** Without what differs between any two answers. */
const plain = ({ body, status }: Answer): string =>
  `${status} ${JSON.stringify(body).replace(/"requestId":"[^"]*"/g, '')}`

const askAll = async (
  collection: CollectionSlug,
  args: { as: string | undefined; id: string; version: string },
): Promise<unknown[]> => {
  const { as, id, version } = args
  const answers: unknown[] = []
  for (const path of questions(collection, id, version)) {
    answers.push({ path, answer: plain(await target.api.call({ as, path })) })
  }
  for (const query of graphQuestions(collection, id, version)) {
    answers.push({ query, answer: plain(await target.graphql({ as, query })) })
  }
  return answers
}

describe.each(COLLECTIONS)('%s', (slug) => {
  const collection = slug as CollectionSlug

  it('that are online say the same before and after a draft is saved', async () => {
    const kind = KINDS[slug]!
    const id = await kind.make(target, COLLECTIONS.indexOf(slug))
    const version = await versionOf(collection, id)
    const before = await Promise.all(STRANGERS.map((as) => askAll(collection, { as, id, version })))
    await target.payload.update({ collection, id, data: kind.saved, draft: true })
    const after = await Promise.all(STRANGERS.map((as) => askAll(collection, { as, id, version })))
    expect(after).toEqual(before)
    // They see it, so there was something to compare.
    const path = `/api/${collection}/${id}?draft=true`
    expect((await target.api.call({ path })).body.id).toBe(id)
    // Who belongs to it sees the draft.
    const own = await target.api.call({ as: 'admin@client.test', path })
    expect(own.body).toMatchObject(kind.saved)
    const { body } = await target.api.call({
      as: 'admin@client.test',
      path: `/api/${collection}/versions?where[parent][equals]=${id}`,
    })
    expect(body.totalDocs).toBeGreaterThan(1)
  })
})
