// What may be asked of a field is what may be read of it. Payload decides that without a document,
// so a field that only a tenant's own people read could be guessed at by anybody else's filters and
// sorting; and some operators end in an error of the server.
import { APIError, type CollectionBeforeOperationHook, type Where } from 'payload'
import { fieldRules, type FieldRule } from '../../../access/fields.ts'
import type { Permission } from '../../../access/permissions.ts'
import { principalOf, tenantsWith } from '../../../access/principal.ts'
import type { RuledCollection } from '../../../access/rules.ts'

type QueryArgs = {
  field?: unknown
  overrideAccess?: boolean
  sort?: unknown
  where?: Where
}

export const guardQuery: CollectionBeforeOperationHook = ({ args, collection, req }) => {
  const query = args as QueryArgs
  if (query.overrideAccess) {
    return args
  }
  const paths = [...pathsOf(query.where), ...sortPaths(query.sort), ...sortPaths(query.field)]
  const principal = principalOf(req.user)
  const needed = new Set(paths.flatMap((path) => neededFor(collection.slug, path)))
  if (needed.size === 0 || principal.isOperator) {
    return args
  }
  const isOfVersions = paths.some((path) => path.startsWith('version.'))
  const own = collection.slug === 'tenants' ? 'id' : 'tenant'
  const within = [...needed].map((permission): Where => ({
    [isOfVersions ? `version.${own}` : own]: { in: tenantsWith(principal, permission) },
  }))
  return { ...args, where: { and: [...(query.where ? [query.where] : []), ...within] } }
}

/** Every field that has a read rule, by name: a path may lead to it from anywhere. */
const restricted = new Map<string, Set<Permission>>()
for (const rules of Object.values(fieldRules)) {
  for (const [name, { read }] of Object.entries(rules ?? {})) {
    if (isPermissionRight(read)) {
      restricted.set(name, (restricted.get(name) ?? new Set()).add(read))
    }
  }
}

/** A document points only at its own tenant's, so its own tenant stands for theirs. */
const neededFor = (collection: string, path: string): Permission[] => {
  const [first = '', ...rest] = path.replace(/^version\./, '').split('.')
  const own = fieldRules[collection as RuledCollection]?.[first]?.read
  return [
    ...(own && isPermissionRight(own) ? [own] : []),
    ...rest.flatMap((name) => [...(restricted.get(name) ?? [])]),
  ]
}

function isPermissionRight(right: FieldRule['read']): right is Permission {
  return right.includes('.')
}

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
const OF_TEXT = new Set(['contains', 'like', 'not_like'])

const pathsOf = (where: unknown): string[] => {
  if (typeof where !== 'object' || where === null) {
    return []
  }
  return Object.entries(where).flatMap(([key, value]) => {
    if (key === 'and' || key === 'or') {
      return (Array.isArray(value) ? value : Object.values(asRecord(value))).flatMap(pathsOf)
    }
    for (const [operator, wanted] of Object.entries(asRecord(value))) {
      if (!OPERATORS.has(operator)) {
        refuse(`“${operator}” is no filter here. Use one of ${[...OPERATORS].join(', ')}.`)
      }
      if (OF_TEXT.has(operator) && typeof wanted !== 'string') {
        refuse(`“${operator}” compares with one text.`)
      }
    }
    return [key]
  })
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

const sortPaths = (sort: unknown): string[] =>
  (Array.isArray(sort) ? sort : typeof sort === 'string' ? sort.split(',') : [])
    .filter((path): path is string => typeof path === 'string')
    .map((path) => path.trim().replace(/^-/, ''))

const refuse = (sentence: string): never => {
  throw new APIError(sentence, 400, { code: 'filter_not_possible' }, true)
}
