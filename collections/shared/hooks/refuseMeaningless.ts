// A filter compares with what its field holds. Payload takes a number or an id that is none for “no value”,
// and answers with everything that has none; a date that is none it leaves out.
import {
  APIError,
  type CollectionBeforeOperationHook,
  type FlattenedField,
  type Where,
} from 'payload'
import { isUuid } from '../isUuid.ts'
import { fieldAt } from '../reads/fieldAt.ts'
import { isDayOfItsMonth } from '../values/kinds.ts'
import { leadsOutOfRows } from '../reads/leadsOutOfRows.ts'
import { askedIn, type Asked, type QueryArgs } from './asked.ts'
import { shapeFaultOf } from './oneValue.ts'

/** Of one question, wherever they stand in it. */
const MOST_CONDITIONS = 50

/** Of all lists of one question together. Each is a parameter of its statement. */
const MOST_VALUES = 1000

type Filter = Extract<Asked, { by: 'filter' }>

export const refuseMeaningless: CollectionBeforeOperationHook = ({ args, collection, req }) => {
  const query = args as QueryArgs
  if (query.overrideAccess) {
    return args
  }
  const filters = askedIn(query).filter((asked): asked is Filter => asked.by === 'filter')
  if (filters.length > MOST_CONDITIONS) {
    refuse(`“where” asks ${filters.length} things at once, and ${MOST_CONDITIONS} are possible.`)
  }
  const values = filters.reduce((sum, filter) => sum + valuesOf(filter).length, 0)
  if (values > MOST_VALUES) {
    refuse(`“where” compares with ${values} values, and ${MOST_VALUES} are possible. Ask in parts.`)
  }
  const hollow = req.payloadAPI === 'local' ? undefined : hollowIn(query.where)
  if (hollow !== undefined) {
    refuse(hollow)
  }
  const { collections } = req.payload
  const faultIn = (filter: Filter): string | undefined => {
    refuseUnknown(filter)
    const path = filter.path.replace(/^version\./, '')
    if (isOpposite(filter) && leadsOutOfRows({ collection: collection.slug, collections, path })) {
      return `“${filter.operator}” does not work in “${filter.path}”, which leads from rows to other documents. Find those documents first, and compare with their ids.`
    }
    return faultOf({
      field: fieldAt({ collection: collection.slug, collections, path }),
      filter,
      isOfVersion: Boolean(collection.versions) && filter.path === path,
      path,
    })
  }
  // A page of the admin has no place for a refusal, and its own form leaves values empty for a moment.
  if (req.payloadAPI === 'local') {
    const isSenseless = (filter: Filter): boolean =>
      faultIn(filter) !== undefined && filter.value !== ''
    return filters.some(isSenseless)
      ? { ...args, where: findingNothing(query.where!, isSenseless) }
      : args
  }
  for (const filter of filters) {
    const fault = faultIn(filter)
    if (fault) {
      refuse(fault)
    }
  }
  return args
}

/** What asks for nothing, where Payload would answer with everything; as a sentence. */
const hollowIn = (where: unknown): string | undefined => {
  for (const [key, asked] of Object.entries(where ?? {}) as [string, unknown][]) {
    if (/^(and|or)$/i.test(key)) {
      const rows = Array.isArray(asked) ? (asked as unknown[]) : Object.values(asked ?? {})
      const isHollow = (row: unknown): boolean =>
        typeof row !== 'object' || row === null || Object.keys(row).length === 0
      if (
        typeof asked !== 'object' ||
        Object.keys(asked ?? {}).some((name) => !/^\d+$/.test(name)) ||
        rows.some(isHollow) ||
        (rows.length === 0 && /or/i.test(key))
      ) {
        return `“${key}” is a list of conditions, as in where[${key}][0][field][equals]=….`
      }
      const inner = rows.map(hollowIn).find((fault) => fault !== undefined)
      if (inner !== undefined) {
        return inner
      }
    } else if (typeof asked === 'object' && asked !== null && Object.keys(asked).length === 0) {
      return `Write “${key}” with an operator, as in where[${key}][equals]=….`
    }
  }
  return undefined
}

/**
 * Of rows they are answered for all at once, and what the caller may not read in other documents would have to be
 * left out of each.
 */
const isOpposite = ({ operator, value }: Filter): boolean =>
  operator.startsWith('not_') || (operator === 'exists' && String(value) === 'false')

/** The same question, in which each condition that makes no sense finds no document. */
const findingNothing = (where: Where, isSenseless: (filter: Filter) => boolean): Where => ({
  and: Object.entries(where).map(([key, value]): Where => {
    if (/^(and|or)$/i.test(key) && Array.isArray(value)) {
      return { [key]: value.map((one) => findingNothing(one, isSenseless)) }
    }
    const condition = { [key]: value } as Where
    const isFilter = (asked: Asked): asked is Filter => asked.by === 'filter'
    return askedIn({ where: condition }).filter(isFilter).some(isSenseless) ? NOTHING : condition
  }),
})

/** Finds no document. */
const NOTHING: Where = { id: { in: [] } }

type Compared = {
  field: FlattenedField | undefined
  filter: Filter
  /** Whether the path may be one of the fields that only a version has. */
  isOfVersion: boolean
  path: string
}

/** What is wrong with a filter, as a sentence for whoever wrote it. */
const faultOf = ({ field, filter, isOfVersion, path }: Compared): string | undefined => {
  const { operator } = filter
  if (operator === '') {
    return `Write “${filter.path}” with an operator, as in where[${filter.path}][equals]=….`
  }
  const shape = shapeFaultOf({ ...filter, isObject: isOfSeveralCollections(field, path) })
  if (shape !== undefined) {
    return shape
  }
  const held = heldAt({ field, isOfVersion, path })
  if (held?.only && !held.only.includes(operator)) {
    return `“${filter.path}” is compared with ${held.only.join(' or ')}, and not with “${operator}”.`
  }
  if (held && OF_TEXT.has(operator) && !isList(field, operator)) {
    return `“${operator}” compares texts, and “${filter.path}” holds ${held.name}.`
  }
  // As the admin says “all”.
  if (path === 'id' && operator === 'not_equals' && filter.value === '') {
    return undefined
  }
  const kind = operator === 'exists' ? A_TRUTH : held
  const mayBeNothing = COMPARING.has(operator)
  const wrong = kind
    ? valuesOf(filter).filter((value) => !(mayBeNothing && isNothing(value)) && !kind.is(value))
    : []
  return kind && wrong.length > 0
    ? `“${filter.path}” is compared with ${kind.name}, and not with “${short(wrong[0])}”.`
    : undefined
}

const isOfSeveralCollections = (field: FlattenedField | undefined, path: string): boolean =>
  field !== undefined &&
  'relationTo' in field &&
  Array.isArray(field.relationTo) &&
  !/\.(relationTo|value)$/.test(path)

/** With these, `null` asks for what has no value; in a list or an order it has no place. */
const COMPARING = new Set(['equals', 'not_equals'])

const heldAt = ({ field, isOfVersion, path }: Omit<Compared, 'filter'>): Kind | undefined => {
  if (path === 'id') {
    return AN_ID
  }
  return field ? kindOf(field, path) : isOfVersion ? OF_VERSIONS[path] : undefined
}

/** The adapter fails over them. */
const refuseUnknown = ({ operator }: Filter): void => {
  if (operator !== '' && !OPERATORS.has(operator)) {
    refuse(`“${operator}” is no filter here. Use one of ${[...OPERATORS].join(', ')}.`)
  }
}

const OF_TEXT = new Set(['contains', 'like', 'not_like'])

/** Payload asks with `contains` whether a list has something. */
const isList = (field: FlattenedField | undefined, operator: string): boolean =>
  operator === 'contains' && field !== undefined && 'hasMany' in field && field.hasMany === true

const OPERATORS = new Set([
  'contains',
  'equals',
  'exists',
  'greater_than',
  'greater_than_equal',
  'in',
  'less_than',
  'less_than_equal',
  'like',
  'not_equals',
  'not_in',
  'not_like',
])

type Kind = {
  name: string
  is: (value: unknown) => boolean
  /** The operators that Payload’s adapter understands here; all when absent. */
  only?: string[]
}

const A_TRUTH: Kind = {
  name: 'true or false',
  is: (value) => typeof value === 'boolean' || ['false', 'true'].includes(String(value)),
}

const A_NUMBER: Kind = {
  name: 'a number',
  is: (value) =>
    ['number', 'string'].includes(typeof value) &&
    String(value).trim() !== '' &&
    Number.isFinite(Number(value)),
}

/** The years that Postgres and JavaScript both write with four digits. */
const A_DATE: Kind = {
  name: 'a date such as 2026-03-01',
  is: (value) => {
    const date = new Date(value as string)
    return (
      !Number.isNaN(date.getTime()) &&
      date.getUTCFullYear() >= 0 &&
      date.getUTCFullYear() < 10_000 &&
      isDayOfItsMonth(String(value))
    )
  },
}

const AN_ID: Kind = { name: 'the id of a document', is: isUuid }

/** What only a version has, which is no field of its collection. */
const OF_VERSIONS: Record<string, Kind> = {
  autosave: A_TRUTH,
  latest: A_TRUTH,
  parent: AN_ID,
  snapshot: A_TRUTH,
}

const kindOf = (field: FlattenedField, path: string): Kind | undefined => {
  switch (field.type) {
    case 'checkbox':
      return A_TRUTH
    case 'date':
      return A_DATE
    case 'number':
      return A_NUMBER
    case 'relationship':
    case 'upload':
      if (!Array.isArray(field.relationTo)) {
        return AN_ID
      }
      return path.endsWith('.relationTo')
        ? { ...oneOf(field.relationTo), only: ['equals'] }
        : ofSeveral({ collections: field.relationTo, path })
    case 'radio':
    case 'select': {
      const values = field.options.map((option) =>
        typeof option === 'string' ? option : option.value,
      )
      return oneOf(values)
    }
    default:
      return undefined
  }
}

const oneOf = (values: readonly string[]): Kind => ({
  name: `one of ${values.join(', ')}`,
  is: (value) => values.includes(String(value)),
})

/** Of a reference into one of several collections, `value` is the id. */
const ofSeveral = ({ collections, path }: { collections: string[]; path: string }): Kind =>
  path.endsWith('.value')
    ? AN_ID
    : {
        name: `{"relationTo": …, "value": …}, or as “${path}.value” with an id,`,
        is: (value) => {
          const { relationTo, value: id } = (value ?? {}) as {
            relationTo?: unknown
            value?: unknown
          }
          return collections.some((one) => one === relationTo) && isUuid(id)
        },
        only: ['equals'],
      }

const valuesOf = ({ operator, value }: Filter): unknown[] => {
  const isList = operator === 'in' || operator === 'not_in'
  if (isList && typeof value === 'string') {
    return value.split(',')
  }
  return Array.isArray(value) ? value : [value]
}

/** What stands for “no value”. */
const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === 'null'

const short = (value: unknown): string =>
  (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 40)

const refuse = (sentence: string): never => {
  throw new APIError(sentence, 400, { code: 'filter_not_possible' }, true)
}
