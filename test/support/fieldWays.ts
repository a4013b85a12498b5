// Every way to read a field of a document: for tests that go through all of them.
import { formatNames, type Payload } from 'payload'
import { siblingsOf } from '../../access/fields.ts'
import type { RuledCollection } from '../../access/rules.ts'
import type { Referrer } from './canaries.ts'
import { fieldOf } from './canaryValues.ts'

/** One request; `graphql` is a query, `form` the body of a read that is sent by POST. */
export type Way = {
  name: string
  /** Leaves this field of the document out, so that nobody gets it. */
  leavesOut?: string
  /** Payload populates nothing when the id of what it populates is excluded. */
  isEmpty?: boolean
} & ({ path: string } | { graphql: string } | { form: string; path: string })

type Args = {
  collection: RuledCollection
  id: string
  payload: Payload
  referrers: Referrer[]
  versionId: string | undefined
}

const DEPTHS = [0, 1, 2, 3, 4]
const OTHERWISE = ['locale=all', 'locale=de&fallback-locale=none', 'draft=true', 'trash=true']

/** Each depth with another thing that may be asked for. */
const PARAMETERS = DEPTHS.map((depth) => `depth=${depth}&${OTHERWISE[depth % 4]}`)

/** @returns Requests that ask for whole documents, or for all of them but what rules look at. */
export const waysToDocument = (args: Args): Way[] => {
  const { collection, id, referrers, versionId } = args
  const one = `/api/${collection}/${id}`
  const list = `/api/${collection}?limit=100&where[id][equals]=${id}`
  const ofVersion = `where[parent][equals]=${id}`
  const [versions, version] = [`/api/${collection}/versions`, `${versionId}`]
  return [
    ...DEPTHS.map((depth) => way(`${one}?depth=${depth}`)),
    ...PARAMETERS.map((parameters) => way(`${list}&${parameters}`)),
    way(`${one}?joins=false`),
    way(`${list}&pagination=false&showHiddenFields=true&overrideAccess=true`),
    { name: `POST ${one}`, form: 'depth=1', path: one },
    ...exclusionsOf(collection).flatMap((exclusion) => [
      excluding(`${one}?depth=1`, exclusion),
      excluding(`${list}&depth=2`, exclusion),
    ]),
    ...(versionId === undefined
      ? []
      : [
          ...DEPTHS.map((depth) =>
            way(
              depth % 2
                ? `${versions}?depth=${depth}&${ofVersion}`
                : `${versions}/${version}?depth=${depth}`,
            ),
          ),
          way(`${versions}/${version}?select[version]=true`),
          way(`${versions}?locale=all&select[version]=true&${ofVersion}`),
          ...exclusionsOf(collection).flatMap((names) => [
            excluding(`${versions}/${version}?depth=1`, names, 'select[version]'),
            excluding(`${versions}?${ofVersion}`, names, 'select[version]'),
          ]),
        ]),
    ...referrers.flatMap((referrer) => {
      const from = `/api/${referrer.collection}/${referrer.id}`
      const [top] = referrer.path.split('.')
      return [
        ...exclusionsOf(collection).map((names) => ({
          ...excluding(`${from}?depth=2`, names, `populate[${collection}]`),
          ...(names.includes('id') ? { isEmpty: true } : {}),
        })),
        ...DEPTHS.slice(2).map((depth) =>
          excluding(
            `${from}?depth=${depth}&select[${top}]=true`,
            ['updatedAt'],
            `populate[${collection}]`,
          ),
        ),
      ]
    }),
  ]
}

/** What the rules look at, one after the other and all at once, and something that none looks at. */
const exclusionsOf = (collection: RuledCollection): string[][] => {
  const siblings = siblingsOf(collection)
  return [...siblings.map((name) => [name]), ['updatedAt'], [...siblings, 'updatedAt']]
}

/** @returns Requests that ask for one field alone, which leaves out whatever its rule looks at. */
export const waysToField = ({ field, ...args }: Args & { field: string }): Way[] => [
  ...byRest({ ...args, field }),
  ...byGraphQL({ ...args, field }),
]

const byRest = ({
  collection,
  field,
  id,
  payload,
  referrers,
  versionId,
}: Args & { field: string }): Way[] => {
  const one = `/api/${collection}/${id}`
  const list = `/api/${collection}?limit=100&where[id][equals]=${id}`
  const only = `select[${field}]=true`
  const found = fieldOf({ collection, name: field, payload })
  const inner = found && 'flattenedFields' in found ? found.flattenedFields : []
  const selections = [
    only,
    `${only}&select[updatedAt]=true`,
    ...inner.slice(0, 1).map(({ name }) => `select[${field}][${name}]=true`),
  ]
  const ofVersion = (selection: string) => selection.replaceAll('select[', 'select[version][')
  return [
    ...selections.flatMap((selection) => [
      way(`${one}?depth=1&${selection}`),
      way(`${list}&depth=2&${selection}`),
    ]),
    ...PARAMETERS.map((parameters) => way(`${one}?${parameters}&${only}`)),
    way(`${one}?joins=false&${only}`),
    { name: `POST ${one} ${only}`, form: `depth=1&${only}`, path: one },
    ...(versionId === undefined
      ? []
      : [
          ...selections.flatMap((selection) => [
            way(`/api/${collection}/versions/${versionId}?${ofVersion(selection)}`),
            way(`/api/${collection}/versions?where[parent][equals]=${id}&${ofVersion(selection)}`),
          ]),
          way(`/api/${collection}/versions/${versionId}?locale=all&${ofVersion(only)}`),
        ]),
    ...referrers.flatMap((referrer) =>
      [...selections, ...DEPTHS.slice(1)].map((each) => {
        const [depth, selection] = typeof each === 'number' ? [each, only] : [2, each]
        const populate = selection.replaceAll('select[', `populate[${collection}][`)
        return way(`/api/${referrer.collection}/${referrer.id}?depth=${depth}&${populate}`)
      }),
    ),
  ]
}

const byGraphQL = ({
  collection,
  field,
  id,
  payload,
  referrers,
  versionId,
}: Args & { field: string }): Way[] => {
  const found = fieldOf({ collection, name: field, payload })
  const inner =
    found?.type === 'relationship' || found?.type === 'upload'
      ? ' { id }'
      : found && 'flattenedFields' in found
        ? ` { ${found.flattenedFields[0]!.name} }`
        : ''
  const wanted = `${field}${inner}`
  // Under another name the answer shows the value, not the field.
  const alias = `${ALIAS}: ${wanted}`
  const { plural, singular } = graphqlNames(collection)
  const where = `where: { id: { equals: "${id}" } }`
  return [
    `{ ${singular}(id: "${id}") { ${wanted} } }`,
    `{ ${singular}(id: "${id}", select: true) { ${wanted} } }`,
    `{ x: ${singular}(id: "${id}", select: true, draft: true) { ${alias} } }`,
    `query { ${singular}(id: "${id}", select: true) { ...part } } fragment part on ${singular} { ${alias} }`,
    `{ ${singular}(id: "${id}") { ... on ${singular} { ${wanted} } } }`,
    `{ ${plural}(${where}, select: true) { docs { ${wanted} } } }`,
    `{ ${plural}(${where}, trash: true) { docs { ${alias} } } }`,
    ...(versionId === undefined
      ? []
      : [
          `{ version${singular}(id: "${versionId}") { version { ${wanted} } } }`,
          `{ version${singular}(id: "${versionId}", locale: en) { version { ${alias} } } }`,
          `{ versions${plural}(where: { parent: { equals: "${id}" } }, select: true) { docs { version { ${wanted} } } } }`,
        ]),
    ...referrers
      .filter(({ path }) => path !== 'body')
      .flatMap((referrer) => {
        const nest = (asked: string) =>
          referrer.path.split('.').reduceRight((rest, name) => `${name} { ${rest} }`, asked)
        const name = graphqlNames(referrer.collection).singular
        return [
          `{ ${name}(id: "${referrer.id}") { ${nest(alias)} } }`,
          `{ ${name}(id: "${referrer.id}", select: true) { ${nest(wanted)} } }`,
        ]
      }),
  ].map((graphql) => ({ graphql, name: graphql }))
}

export const ALIAS = 'canaryAlias'

const way = (path: string): Way => ({ name: path, path })

const excluding = (path: string, names: string[], prefix = 'select'): Way => ({
  ...way(`${path}&${names.map((name) => `${prefix}[${name}]=false`).join('&')}`),
  ...(names.length === 1 ? { leavesOut: names[0]! } : {}),
})

/** As @payloadcms/graphql names them. */
export const graphqlNames = (collection: string): { plural: string; singular: string } => {
  const { plural, singular } = formatNames(collection)
  return { plural: plural === singular ? `all${singular}` : plural, singular }
}
