// A path may lead to several values: a list of references, the rows of an array, the nodes of a text, all
// languages at once. Payload joins them and compares one joined row at a time. So `not_equals` would find each
// document in which some value differs, and a list would never hold two things at once. Here such a condition
// becomes one about the whole document: its id is, or is not, among those that the plain question finds.
import {
  inArray,
  notInArray,
  type Column,
  type SQL,
  type SQLWrapper,
} from '@payloadcms/db-postgres/drizzle'
import { QueryBuilder, type PgTable } from '@payloadcms/db-postgres/drizzle/pg-core'
import { buildQuery, type DrizzleAdapter } from '@payloadcms/drizzle'
import type { CollectionSlug, FlattenedField, Where } from 'payload'

/** Where a question is asked. */
export type Place = {
  adapter: DrizzleAdapter
  fields: FlattenedField[]
  locale: string | undefined
  tableName: string
}

/** Takes the place of a value: compares the column by itself. See `adapter.ts`. */
export class Comparison {
  constructor(readonly on: (column: Column) => SQL) {}
}

/**
 * The same question, in which the opposite of a condition on several values means that none of them is so, and two
 * conditions on one list may be met by two of its values.
 *
 * @param where With one condition in each object; see `oneByOne`.
 */
export const ofSeveral = ({ where, ...place }: Place & { where: Where }): Where => {
  const lists = conditionsIn(where).map((condition) => listOf({ ...place, condition }))
  const isRepeated = (condition: Where): boolean => {
    const list = listOf({ ...place, condition })
    return list !== undefined && lists.filter((one) => one === list).length > 1
  }
  const rewrite = (condition: Where): Where => {
    const [key, value] = Object.entries(condition)[0] ?? []
    if (key === undefined) {
      return condition
    }
    if (isGroup(key, value)) {
      return { [key]: value.map(rewrite) }
    }
    const opposite = oppositeOf({ ...place, condition })
    if (opposite) {
      return ids({ ...place, compare: notInArray, where: opposite })
    }
    return isRepeated(condition) ? ids({ ...place, compare: inArray, where: condition }) : condition
  }
  return rewrite(where)
}

const isGroup = (key: string, value: unknown): value is Where[] =>
  /^(and|or)$/i.test(key) && Array.isArray(value)

const conditionsIn = (where: Where): Where[] =>
  Object.entries(where).flatMap(([key, value]) =>
    isGroup(key, value) ? value.flatMap(conditionsIn) : [{ [key]: value }],
  )

/** The documents that a question finds, by a query of their own. */
const ids = ({
  adapter,
  compare,
  fields,
  locale,
  tableName,
  where,
}: Place & { compare: (id: Column, those: SQLWrapper) => SQL; where: Where }): Where => {
  const table = adapter.tables[tableName] as PgTable & { id: Column }
  const found = buildQuery({
    adapter,
    fields,
    tableName,
    where,
    ...(locale === undefined ? {} : { locale }),
  })
  const query = found.joins.reduce(
    (joined, { condition, table: other, type = 'leftJoin' }) =>
      joined[type](other as PgTable, condition) as unknown as typeof joined,
    new QueryBuilder()
      .select({ id: table.id as never })
      .from(table)
      .$dynamic(),
  )
  const those = query.where(found.where)
  return {
    id: { equals: new Comparison((id) => compare(id, those)) },
  }
}

const POSITIVES: Readonly<Record<string, string>> = {
  not_equals: 'equals',
  not_in: 'in',
  not_like: 'like',
}

const positiveOf = (asked: unknown): Record<string, unknown> | undefined => {
  const [operator = '', value] = Object.entries(asked as object)[0] ?? []
  if (operator === 'exists') {
    return String(value) === 'false' ? { exists: true } : undefined
  }
  const positive = POSITIVES[operator]
  return positive === undefined ? undefined : { [positive]: value }
}

/** @returns what a condition denies of several values; undefined for all others. */
const oppositeOf = ({ condition, ...place }: Place & { condition: Where }): Where | undefined => {
  const [key, asked] = Object.entries(condition)[0]!
  const scoped = scopedIn(asked)
  if (scoped) {
    const { access, path, positive } = scoped
    return { [key]: { contains: { and: [{ [path]: positive }, access] } } }
  }
  const positive = positiveOf(asked)
  return positive && severalAt({ ...place, path: key }).isSeveral ? { [key]: positive } : undefined
}

/**
 * Payload asks for the fields of documents in a list like this, together with what the caller may read there:
 * `{ services: { contains: { and: [{ slug: { not_equals: 'film' } }, …] } } }`. Nobody else may write it; see
 * `refuseMeaningless`.
 */
const scopedIn = (
  asked: unknown,
): { access: Where; path: string; positive: Record<string, unknown> } | undefined => {
  const { contains } = asked as { contains?: { and?: unknown } }
  const parts = typeof contains === 'object' && contains !== null ? contains.and : undefined
  if (!Array.isArray(parts) || parts.length !== 2) {
    return undefined
  }
  const [own, access] = parts as [Where, Where]
  const [path, inner] = Object.entries(own)[0] ?? []
  const positive = inner && !Array.isArray(inner) ? positiveOf(inner) : undefined
  return path !== undefined && positive ? { access, path, positive } : undefined
}

const AMONG = new Set(['contains', 'equals', 'in', 'like'])

/** @returns the list that a condition looks for a value in; undefined for all others. */
const listOf = ({ condition, ...place }: Place & { condition: Where }): string | undefined => {
  const [path = '', asked] = Object.entries(condition)[0] ?? []
  return AMONG.has(Object.keys(asked ?? {})[0] ?? '')
    ? severalAt({ ...place, path }).list
    : undefined
}

type Several = {
  isSeveral: boolean
  /** The path of the documents or values that are chosen, where there are neither rows nor languages. */
  list?: string
}

const severalAt = ({
  adapter,
  fields,
  locale,
  path,
}: Omit<Place, 'tableName'> & { path: string }): Several => {
  const all = path.replaceAll('__', '.').split('.')
  const fieldsOf = (slug: string): FlattenedField[] =>
    adapter.payload.collections[slug as CollectionSlug]?.config.flattenedFields ?? []
  const walk = (within: FlattenedField[], at: number, so: Several): Several => {
    const field = within.find(({ name }) => name === all[at])
    const isEnd = at + 1 >= all.length
    if (!field) {
      // The name of a language stands for no field.
      return isEnd ? so : walk(within, at + 1, so)
    }
    const isInAll = locale === 'all' && 'localized' in field && field.localized === true
    const isText = field.type === 'richText' || field.type === 'json'
    if (isInAll || field.type === 'array' || field.type === 'blocks' || (isText && !isEnd)) {
      return { isSeveral: true }
    }
    const isList = field.type === 'join' || ('hasMany' in field && field.hasMany === true)
    const now: Several =
      isList && !so.isSeveral ? { isSeveral: true, list: all.slice(0, at + 1).join('.') } : so
    if (isEnd) {
      return now
    }
    if (field.type === 'relationship' || field.type === 'upload') {
      return typeof field.relationTo === 'string'
        ? walk(fieldsOf(field.relationTo), at + 1, now)
        : now
    }
    if (field.type === 'join') {
      return typeof field.collection === 'string'
        ? walk(fieldsOf(field.collection), at + 1, now)
        : now
    }
    return 'flattenedFields' in field ? walk(field.flattenedFields, at + 1, now) : now
  }
  return walk(fields, 0, { isSeveral: false })
}
