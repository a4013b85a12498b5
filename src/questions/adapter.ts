// Payload's adapter answers other questions than it is asked: it takes `%`, `_` and `\` for wildcards, drops what
// stands beside some operators of the same path, compares one of several values, and leaves rows of the same value in
// any order. Put right here, where every question passes: REST, GraphQL, the admin's search and access rules alike.
import { isNull, not, or, type Column, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { DrizzleAdapter } from '@payloadcms/drizzle'
import {
  APIError,
  buildVersionCollectionFields,
  type DatabaseAdapterObj,
  type Payload,
  type Where,
} from 'payload'
import { anyText, type JsonQuery } from './jsonText.ts'
import { oneByOne } from './oneByOne.ts'
import { Comparison, ofSeveral } from './several.ts'
import { nameUniqueFields } from './uniqueFields.ts'

type Compare = (column: Column, value: unknown) => SQL | undefined

type Args = {
  collection?: string
  locale?: string
  req?: { locale?: string | null }
  sort?: unknown
  where?: Where
}

type Method = (this: unknown, args: Args) => unknown

type Adapter = {
  createJSONQuery: JsonQuery
  fieldConstraints: Record<string, Record<string, string>>
  operators: Record<'contains' | 'equals' | 'like' | 'not_in' | 'not_like', Compare> &
    Record<string, unknown>
  payload: Payload
  tableNameMap: Map<string, string>
  versionsSuffix: string
}

const FILTERED = [
  'count',
  'countVersions',
  'deleteMany',
  'deleteOne',
  'deleteVersions',
  'find',
  'findDistinct',
  'findOne',
  'findVersions',
  'queryDrafts',
  'updateJobs',
  'updateMany',
  'updateOne',
  'updateVersion',
] as const

/** Those that answer page by page. */
const PAGED: readonly string[] = ['find', 'findVersions', 'queryDrafts']

/** Those that ask the versions of documents. */
const OF_VERSIONS: readonly string[] = [
  'countVersions',
  'deleteVersions',
  'findVersions',
  'queryDrafts',
  'updateVersion',
]

/** The same database, asked what was meant. */
export const askedAsMeant = <T extends DatabaseAdapterObj>(database: T): T => ({
  ...database,
  init: (args) => {
    const made = database.init(args)
    const adapter = made as unknown as Adapter
    adapter.operators = literally(adapter.operators)
    adapter.createJSONQuery = anyText(adapter.createJSONQuery)
    const { init } = made
    made.init = async function () {
      await init?.call(this)
      nameUniqueFields(adapter)
    }
    const methods = made as unknown as Record<string, Method | undefined>
    for (const name of FILTERED) {
      const original = methods[name]
      if (original) {
        methods[name] = function (asked) {
          return refusingDeadEnds(async () =>
            original.call(this, {
              ...asked,
              ...(asked.where
                ? { where: meant({ adapter, asked, name, where: asked.where }) }
                : {}),
              ...(PAGED.includes(name) ? { sort: steady(asked, adapter.payload) } : {}),
            }),
          )
        }
      }
    }
    return made
  },
})

/** Payload follows some paths over several references to no end, and fails over them. */
const refusingDeadEnds = async (answer: () => Promise<unknown>): Promise<unknown> => {
  try {
    return await answer()
  } catch (err) {
    const [, name] = /^Cannot find field for path at (.*)$/.exec((err as Error).message) ?? []
    throw name === undefined
      ? err
      : new APIError(
          `No filter or order leads over several documents to “${name}”. Find the documents in between first, and compare with their ids.`,
          400,
          { code: 'filter_not_possible' },
          true,
        )
  }
}

const meant = ({
  adapter,
  asked: { collection = '', locale, req },
  name,
  where,
}: {
  adapter: Adapter
  asked: Args
  name: (typeof FILTERED)[number]
  where: Where
}): Where => {
  const { config } = adapter.payload.collections[collection as 'pages'] ?? {}
  const isOfVersions = OF_VERSIONS.includes(name)
  const table = collection.replaceAll('-', '_')
  const tableName = adapter.tableNameMap.get(
    isOfVersions ? `_${table}${adapter.versionsSuffix}` : table,
  )
  const single = oneByOne(where)
  return config && tableName !== undefined
    ? ofSeveral({
        adapter: adapter as unknown as DrizzleAdapter,
        fields: isOfVersions
          ? buildVersionCollectionFields(adapter.payload.config, config, true)
          : config.flattenedFields,
        // Payload's deletes take the language of their request.
        locale: locale ?? req?.locale ?? undefined,
        tableName,
        where: single,
      })
    : single
}

const literally = (operators: Adapter['operators']): Adapter['operators'] => {
  const matching: Compare = (column, value) => operators.like(column, letters(value))
  return {
    ...operators,
    contains: matching,
    equals: (column, value) =>
      value instanceof Comparison ? value.on(column) : operators.equals(column, value),
    like: matching,
    // The opposite of `like`: not all of the words are in it, and in nothing there are none.
    not_like: (column, value) => {
      const all = String(value)
        .split(' ')
        .map((word) => matching(column, `%${word}%`))
      return or(isNull(column), ...all.flatMap((one) => (one ? [not(one)] : [])))
    },
    // As `not_equals`: what has no value has none of these.
    not_in: (column, values) => or(isNull(column), operators.not_in(column, values)),
  }
}

/** Payload has put its own wildcards around what was typed. */
const letters = (pattern: unknown): unknown =>
  typeof pattern === 'string' && /^%.*%$/s.test(pattern) && pattern.length > 1
    ? `%${pattern.slice(1, -1).replace(/[\\%_]/g, '\\$&')}%`
    : pattern

/** Rows of the same value come in one order on every page: the newest first, and each id is there once. */
const steady = ({ collection = '', sort }: Args, payload: Payload): string[] => {
  const { defaultSort } = payload.collections[collection as 'pages']?.config ?? {}
  const given = [sort ?? defaultSort ?? []].flat().filter((one) => typeof one === 'string')
  const names = given.map((one) => one.replace(/^-/, ''))
  return [
    ...given,
    ...['createdAt', 'id'].flatMap((name) => (names.includes(name) ? [] : [`-${name}`])),
  ]
}
