// Every way to read a single field of a document, and every way to ask about it: for tests that go
// through all of them.
import { formatNames, type CollectionSlug, type FlattenedField, type Payload } from 'payload'
import { siblingsOf } from '../../access/fields.ts'
import type { RuledCollection } from '../../access/rules.ts'
import type { Referrer, RuledField } from './canaries.ts'

/** One request; `graphql` is a query, `form` the body of a read that is sent by POST. */
export type Way = { name: string } & (
  { path: string } | { graphql: string } | { form: string; path: string }
)

type Args = {
  id: string
  payload: Payload
  referrers: Referrer[]
  ruled: RuledField
  versionId: string | undefined
}

/** @returns Requests whose answers show the field to a member. */
export const waysToRead = (args: Args): Way[] => [...byRest(args), ...byGraphQL(args)]

const DEPTHS = [0, 1, 2, 3, 4]

const byRest = ({ id, referrers, ruled, versionId }: Args): Way[] => {
  const { collection, field } = ruled
  const one = `/api/${collection}/${id}`
  const only = `select[${field}]=true`
  // A selection that leaves out what the rule looks at, one after the other, and all of it at once.
  const siblings = [...siblingsOf(collection), 'updatedAt']
  const selections = [
    only,
    `${only}&select[updatedAt]=true`,
    ...siblings.map((name) => `select[${name}]=false`),
    siblings.map((name) => `select[${name}]=false`).join('&'),
  ]
  const ofVersion = (selection: string) => selection.replaceAll('select[', 'select[version][')
  return [
    ...DEPTHS.map((depth) => way(`${one}?depth=${depth}`)),
    ...selections.flatMap((selection) => [
      way(`${one}?depth=1&${selection}`),
      way(`/api/${collection}?limit=100&depth=2&${selection}&where[id][equals]=${id}`),
    ]),
    way(`${one}?locale=all&${only}`),
    way(`${one}?draft=true&${only}`),
    way(`${one}?trash=true&${only}`),
    way(`${one}?joins=false&${only}`),
    { name: `POST ${one}`, form: `depth=1&${only}`, path: one },
    ...(versionId === undefined
      ? []
      : [
          way(`/api/${collection}/versions?depth=2&where[parent][equals]=${id}`),
          ...selections.flatMap((selection) => [
            way(`/api/${collection}/versions/${versionId}?${ofVersion(selection)}`),
            way(`/api/${collection}/versions?where[parent][equals]=${id}&${ofVersion(selection)}`),
          ]),
          way(`/api/${collection}/versions/${versionId}?locale=all&${ofVersion(only)}`),
        ]),
    ...referrers.flatMap((referrer) =>
      [...selections, ...DEPTHS.slice(1)].map((one) => {
        const [depth, selection] = typeof one === 'number' ? [one, only] : [2, one]
        const populate = selection.replaceAll('select[', `populate[${collection}][`)
        return way(`/api/${referrer.collection}/${referrer.id}?depth=${depth}&${populate}`)
      }),
    ),
  ]
}

const byGraphQL = ({ id, payload, referrers, ruled, versionId }: Args): Way[] => {
  const { collection, field } = ruled
  const wanted = wantedOf({ collection, name: field, payload })
  const { plural, singular } = namesOf(collection)
  return [
    `{ ${singular}(id: "${id}") { ${wanted} } }`,
    `{ ${singular}(id: "${id}", select: true) { ${wanted} } }`,
    `{ ${plural}(where: { id: { equals: "${id}" } }, select: true) { docs { ${wanted} } } }`,
    ...(versionId === undefined
      ? []
      : [
          `{ version${singular}(id: "${versionId}") { version { ${wanted} } } }`,
          `{ versions${plural}(where: { parent: { equals: "${id}" } }, select: true) { docs { version { ${wanted} } } } }`,
        ]),
    ...referrers.flatMap((referrer) => {
      const nested = referrer.path
        .split('.')
        .reduceRight((inner, name) => `${name} { ${inner} }`, wanted)
      const name = namesOf(referrer.collection).singular
      return [
        `{ ${name}(id: "${referrer.id}") { ${nested} } }`,
        `{ ${name}(id: "${referrer.id}", select: true) { ${nested} } }`,
      ]
    }),
  ].map((graphql) => ({ graphql, name: graphql }))
}

/** What somebody would compare a field with, by its path. */
export const guessesAt = ({
  payload,
  ruled,
  value,
}: {
  payload: Payload
  ruled: RuledField
  value: string | undefined
}): { path: string; right: string; wrong: string }[] => {
  const { collection, field } = ruled
  const found = fieldOf({ collection, name: field, payload })
  const other = '01890000-0000-7000-8000-000000000000'
  if (found?.type === 'relationship') {
    const name = field === 'client' || field === 'agency' ? 'name' : 'email'
    return [
      { path: field, right: value ?? '', wrong: other },
      { path: `${field}.id`, right: value ?? '', wrong: other },
      { path: `${field}.${name}`, right: 'a', wrong: 'no such thing' },
    ]
  }
  const inner = { notes: 'text', origin: 'key', quotas: 'members', files: 'folder' }[field]
  const path = inner ? `${field}.${inner}` : field
  return [{ path, right: value ?? 'x', wrong: field === 'agencyAccess' ? 'none' : '1' }]
}

type Asking = {
  collection: string
  hasVersions: boolean
  /** Of the field, on the document that has it. */
  path: string
  /** The path of the reference through which the field is asked for. */
  prefix?: string
}

/** @returns Requests about a field that find a document if `value` is right. */
export const waysToAsk = ({ value, ...asking }: Asking & { value: string }): string[] =>
  spellingsOf(asking).flatMap(({ list, spelling }) => {
    const filter = (where: string) => `/api/${asking.collection}${list}?limit=100&${where}`
    return [
      filter(`where[${spelling}][equals]=${value}`),
      filter(`where[${spelling}][in]=${value}`),
      filter(`where[${spelling}][like]=${value}`),
      filter(`where[${spelling}][exists]=true`),
      filter(`where[or][0][${spelling}][equals]=${value}`),
      filter(`where[AND][0][OR][0][${spelling}][equals]=${value}`),
    ]
  })

/** @returns Requests that count what a filter finds. */
export const waysToCount = ({ value, ...asking }: Asking & { value: string }): string[] =>
  spellingsOf({ ...asking, hasVersions: false }).map(
    ({ spelling }) => `/api/${asking.collection}/count?where[${spelling}][equals]=${value}`,
  )

/** @returns Requests whose order would tell. */
export const waysToSort = (asking: Asking): string[] =>
  spellingsOf(asking).flatMap(({ list, spelling }) =>
    [`-${spelling}`, `updatedAt,${spelling}`].map(
      (sort) => `/api/${asking.collection}${list}?limit=100&sort=${sort}`,
    ),
  )

/** As REST writes a path and as GraphQL does, on documents and on their versions. */
const spellingsOf = ({
  hasVersions,
  path,
  prefix = '',
}: Omit<Asking, 'collection'>): { list: string; spelling: string }[] => {
  const full = prefix === '' ? path : `${prefix}.${path}`
  const onVersion = `version.${full}`
  return [...new Set([full, full.replaceAll('.', '__')])]
    .map((spelling) => ({ list: '', spelling }))
    .concat(
      hasVersions
        ? [onVersion, onVersion.replaceAll('.', '__')].map((spelling) => ({
            list: '/versions',
            spelling,
          }))
        : [],
    )
}

const way = (path: string): Way => ({ name: path, path })

/** As @payloadcms/graphql names them. */
const namesOf = (collection: string): { plural: string; singular: string } => {
  const { plural, singular } = formatNames(collection)
  return { plural: plural === singular ? `all${singular}` : plural, singular }
}

export const fieldOf = ({
  collection,
  name,
  payload,
}: {
  collection: RuledCollection
  name: string
  payload: Payload
}): FlattenedField | undefined =>
  payload.collections[collection as CollectionSlug].config.flattenedFields.find(
    (field) => field.name === name,
  )

/** The field in GraphQL, with the first thing that is in it. */
const wantedOf = (args: {
  collection: RuledCollection
  name: string
  payload: Payload
}): string => {
  const field = fieldOf(args)
  if (field?.type === 'relationship' || field?.type === 'upload') {
    return `${args.name} { id }`
  }
  return field && 'flattenedFields' in field
    ? `${args.name} { ${field.flattenedFields[0]!.name} }`
    : args.name
}
