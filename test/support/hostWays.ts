// Every way to read a document with what it points at.
import type { CollectionSlug, FlattenedField, Payload } from 'payload'
import { graphqlNames } from './fieldWays.ts'
import type { Host } from './hiddenDocuments.ts'

export type HostWay = { path: string } | { graphql: string }

const DEPTHS = [0, 1, 2, 3, 4]

/** @param referrers Documents that lead to it, with the names of the fields that do. */
export const waysToHost = ({
  host: { collection, id, places },
  payload,
  versionId,
}: {
  host: Host
  payload: Payload
  versionId: string | undefined
}): HostWay[] => {
  const one = `/api/${collection}/${id}`
  const list = `/api/${collection}?limit=100&where[id][equals]=${id}`
  const paths = places.filter(({ isInText }) => !isInText).map(({ path }) => path)
  const names = [...new Set(places.map(({ path }) => path.replace(/\W.*$/, '')))]
  const nested = [...new Set(paths)].filter((path) => path.includes('.'))
  const selections = [
    ...names.map((name) => `select[${name}]=true`),
    ...nested.map((path) => `select[${path.replaceAll('.', '][')}]=true`),
    // A row without the reference that it is about.
    ...nested.map((path) => `select[${path.replaceAll('.', '][')}]=false`),
    ...names.slice(0, 1).map((name) => `select[${name}]=false`),
    'select[tenant]=false&select[updatedAt]=false',
  ]
  const targets = [...new Set(places.map(({ relationTo }) => relationTo))]
  return [
    ...DEPTHS.flatMap((depth) => [`${one}?depth=${depth}`, `${list}&depth=${depth}`]),
    ...[
      'locale=all',
      'locale=de&fallback-locale=en',
      'draft=true',
      'trash=true',
      'joins=false',
    ].map((query) => `${one}?depth=2&${query}`),
    `${one}?depth=0&locale=all`,
    ...selections.flatMap((selection) => [
      `${one}?depth=0&${selection}`,
      `${one}?depth=1&locale=all&${selection}`,
    ]),
    ...targets.flatMap((target) => [
      `${one}?depth=2&populate[${target}][name]=true&populate[${target}][title]=true`,
      `${one}?depth=3&populate[${target}][tenant]=false`,
    ]),
    `/api/${collection}/versions?depth=2&where[parent][equals]=${id}`,
    ...(versionId ? [`/api/${collection}/versions/${versionId}?depth=1`] : []),
  ]
    .map((path): HostWay => ({ path }))
    .concat(byGraphQL({ collection, id, payload }))
}

const byGraphQL = ({
  collection,
  id,
  payload,
}: Pick<Host, 'collection' | 'id'> & { payload: Payload }): HostWay[] => {
  const { plural, singular } = graphqlNames(collection)
  const wanted = selectionOf(
    payload.collections[collection as CollectionSlug].config.flattenedFields,
  )
  return [
    `{ ${singular}(id: "${id}") { ${wanted} } }`,
    `{ ${singular}(id: "${id}", select: true, locale: all) { ${wanted} } }`,
    `{ ${plural}(where: { id: { equals: "${id}" } }, select: true, draft: true) { docs { ...part } } }
     fragment part on ${singular} { id ${wanted} }`,
  ].map((graphql) => ({ graphql }))
}

/** Everything that points somewhere, two documents deep. */
const selectionOf = (fields: FlattenedField[]): string =>
  fields
    .flatMap((field): string[] => {
      if ('hidden' in field && field.hidden) {
        return []
      }
      switch (field.type) {
        case 'relationship':
        case 'upload':
          return Array.isArray(field.relationTo) ? [] : [`${field.name} { id tenant { id } }`]
        case 'richText':
          return [`${field.name}(depth: 3)`]
        case 'array':
        case 'group': {
          const inner = selectionOf(field.flattenedFields)
          return inner === '' ? [] : [`${field.name} { ${inner} }`]
        }
        default:
          return []
      }
    })
    .join(' ')
