// What a question asks about: every path of its filter, its order, its distinct field and its joins.
import type { Where } from 'payload'

export type QueryArgs = {
  field?: unknown
  joins?: unknown
  overrideAccess?: boolean
  sort?: unknown
  where?: Where
}

/** One path of a question, and how it is asked; an empty operator where none was written. */
export type Asked = { path: string } & (
  { by: 'filter'; operator: string; value: unknown } | { by: 'distinct' | 'join' | 'sort' }
)

export const askedIn = ({ field, joins, sort, where }: QueryArgs): Asked[] => [
  ...filtersOf(where),
  ...sortsOf(sort),
  ...distinctOf(field),
  ...joinsOf(joins),
]

const filtersOf = (where: unknown): Asked[] => {
  if (typeof where !== 'object' || where === null) {
    return []
  }
  return Object.entries(where).flatMap(([key, value]): Asked[] => {
    if (value !== undefined && (typeof value !== 'object' || value === null)) {
      return [{ by: 'filter', operator: '', path: pathOf(key), value }]
    }
    // Payload takes both in any case; GraphQL writes them in capitals.
    if (['and', 'or'].includes(key.toLowerCase())) {
      return (Array.isArray(value) ? value : Object.values(asRecord(value))).flatMap(filtersOf)
    }
    const path = pathOf(key)
    return Object.entries(asRecord(value)).flatMap(([operator, wanted]): Asked[] => [
      { by: 'filter', operator, path, value: wanted },
      // A filter of what a reference points at, as the value of `contains`.
      ...(Array.isArray(wanted) || isReference(wanted) ? [] : filtersOf(wanted)).map((inner) => ({
        ...inner,
        path: `${path}.${inner.path}`,
      })),
    ])
  })
}

/** One into any of several collections. */
const isReference = (wanted: unknown): boolean => 'relationTo' in asRecord(wanted)

/** Payload reads `client__name`, which GraphQL writes, as `client.name`. */
const pathOf = (written: string): string => written.trim().replaceAll('__', '.')

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

const sortsOf = (sort: unknown): Asked[] =>
  namesIn(sort).map((name) => ({ by: 'sort', path: pathOf(name.replace(/^-/, '')) }))

const distinctOf = (field: unknown): Asked[] =>
  namesIn(field).map((name) => ({ by: 'distinct', path: pathOf(name) }))

/** What a join filters and sorts by are fields of another collection. */
const joinsOf = (joins: unknown): Asked[] =>
  Object.entries(asRecord(joins)).flatMap(([name, join]) =>
    [...filtersOf(asRecord(join).where), ...sortsOf(asRecord(join).sort)].map(
      ({ path }): Asked => ({ by: 'join', path: `${name}.${path}` }),
    ),
  )

const namesIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [])
    .filter((name): name is string => typeof name === 'string')
    .map((name) => name.trim())
