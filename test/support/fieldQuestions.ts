// Every way to find out a value by asking for it: filters, counts and orders, through REST and GraphQL.
import { graphqlNames } from './fieldWays.ts'

type Place = {
  collection: string
  hasVersions: boolean
  /** Whether the path leads through a reference; what holds of the field itself is not repeated. */
  isThrough: boolean
  /** Of the field, from the document that is asked for. */
  path: string
}

/** The same request with two values: their answers have to be the same. */
export type Guess = { right: Question; wrong: Question }

export type Question = { path: string } | { graphql: string }

/** @returns Filters and counts with the value that is stored, and with one that is not. */
export const guesses = ({
  other,
  value,
  ...place
}: Place & { other: string; value: string }): Guess[] => {
  const { path } = place
  const byPath = [
    ...spellingsOf(place).map(({ list, spelling }) => ({ list, where: `[${spelling}][equals]=` })),
    { list: '/count', where: `[${path}][equals]=` },
    ...(place.isThrough
      ? []
      : [
          ...OTHER_OPERATORS.map((operator) => ({ list: '', where: `[${path}][${operator}]=` })),
          { list: '', where: `[or][0][${path}][equals]=` },
          { list: '', where: `[AND][0][OR][0][${path}][equals]=` },
        ]),
  ].map(({ list, where }) => (asked: string) => ({
    path: `/api/${place.collection}${list}?limit=100&depth=0&where${where}${asked}`,
  }))
  return [...byPath, ...byGraphQL(place)].map((ask) => ({ right: ask(value), wrong: ask(other) }))
}

const OTHER_OPERATORS = ['in', 'not_equals', 'not_in', 'like', 'contains', 'greater_than']

const byGraphQL = ({ collection, path }: Place): ((asked: string) => Question)[] => {
  const { plural } = graphqlNames(collection)
  const name = path.replaceAll('.', '__')
  const literal = (asked: string) => (/^\d+$/.test(asked) ? asked : JSON.stringify(asked))
  const where = (asked: string) => `where: { ${name}: { equals: ${literal(asked)} } }`
  return [
    (asked) => ({
      graphql: `{ ${plural}(limit: 100, ${where(asked)}) { totalDocs docs { id } } }`,
    }),
    (asked) => ({ graphql: `{ count${plural}(${where(asked)}) { totalDocs } }` }),
  ]
}

/** @returns Requests that ask for no value: whether there is one, and how they are ordered. */
export const orders = (place: Place): Question[] => {
  const { collection, isThrough, path } = place
  return [
    ...spellingsOf(place).map(({ list, spelling }) => ({ list, query: `sort=-${spelling}` })),
    ...[
      `where[${path}][exists]=true`,
      `where[${path}][exists]=false`,
      `sort=updatedAt,${path}`,
      ...(isThrough
        ? []
        : [`joins[related][where][${path}][exists]=true`, `joins[related][sort]=${path}`]),
    ].map((query) => ({ list: '', query })),
  ]
    .map(({ list, query }): Question => ({
      path: `/api/${collection}${list}?limit=100&depth=0&${query}`,
    }))
    .concat({
      graphql: `{ ${graphqlNames(collection).plural}(limit: 100, sort: "-${path}") { docs { id } } }`,
    })
}

/** As REST writes a path and as GraphQL does, on documents and on their versions. */
const spellingsOf = ({ hasVersions, path }: Place): { list: string; spelling: string }[] => {
  const spell = (full: string) => [...new Set([full, full.replaceAll('.', '__')])]
  return [
    ...spell(path).map((spelling) => ({ list: '', spelling })),
    ...(hasVersions
      ? spell(`version.${path}`).map((spelling) => ({ list: '/versions', spelling }))
      : []),
  ]
}
