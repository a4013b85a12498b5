// A question is a way of reading: what a filter finds, a sort orders or a count counts tells what is
// stored. So a question about what only a tenant's people read is answered within the tenants in
// which the caller may read it:
//
// - a field with a read rule of its own, on this collection or reached through a reference. Payload
//   asks field rules without a document here, so it cannot tell one tenant from another;
// - references, which an answer may have had to leave out (reads/hideUnreadable.ts). An id that the
//   caller knows already may be asked for, but not found out by comparing, sorting or searching;
// - values of a row that is left out together with its reference;
// - other documents by sorting: Payload keeps filters to what may be read there, but not sorting.
import { APIError, type CollectionBeforeOperationHook, type Payload, type Where } from 'payload'
import { fieldRules, type FieldRule } from '../../../access/fields.ts'
import { isPermission, type Permission } from '../../../access/permissions.ts'
import { principalOf, tenantsWith } from '../../../access/principal.ts'
import type { RuledCollection } from '../../../access/rules.ts'
import { isUuid } from '../isUuid.ts'
import { destinationOf } from '../reads/paths.ts'
import { askedIn, type Asked, type QueryArgs } from './asked.ts'

export const guardQuery: CollectionBeforeOperationHook = ({ args, collection, req }) => {
  const query = args as QueryArgs
  if (query.overrideAccess) {
    return args
  }
  const asked = askedIn(query)
  const principal = principalOf(req.user)
  const { collections } = req.payload
  asked.forEach((one) => refuseUnfit({ asked: one, collection: collection.slug, collections }))
  const permissionsFor = (one: Asked): Permission[] =>
    neededFor({ asked: one, collection: collection.slug, collections })
  const needed = new Set(asked.flatMap(permissionsFor))
  if (needed.size === 0 || principal.isOperator) {
    return args
  }
  const isNobodys = (permission: Permission): boolean =>
    tenantsWith(principal, permission).length === 0
  const unread = asked.find((one) => permissionsFor(one).some(isNobodys))
  if (unread) {
    // Answering with nothing would be another question; and Payload's own refusal, of a path through
    // a reference, leaves a promise behind that nobody waits for.
    throw new APIError(
      `You cannot filter or sort by “${unread.path}”. Leave it out, or sign in to the workspace it belongs to.`,
      400,
      { code: 'filter_not_possible' },
      true,
    )
  }
  const isOfVersions = asked.some(({ path }) => OF_VERSIONS.test(path))
  const own = collection.slug === 'tenants' ? 'id' : 'tenant'
  const within = [...needed].map((permission): Where => ({
    [isOfVersions ? `version.${own}` : own]: { in: tenantsWith(principal, permission) },
  }))
  return { ...args, where: { and: [...(query.where ? [query.where] : []), ...within] } }
}

/** What only a version has: the document, and the document that it is one of. */
const OF_VERSIONS = /^(version|parent)(\.|$)/

type Path = { asked: Asked; collection: string; collections: Payload['collections'] }

/** Rich text and JSON are compared by a path that knows few operators; the others end in an error. */
const refuseUnfit = ({ asked, collection, collections }: Path): void => {
  if (asked.by !== 'filter') {
    return
  }
  const { operator, value } = asked
  if (OF_TEXT.has(operator) && typeof value !== 'string') {
    refuse(
      `“${asked.path}” is compared by “${operator}” with one text. Ask for each one separately.`,
    )
  }
  const path = asked.path.replace(/^version\./, '')
  if (destinationOf({ collection, collections, path }) !== 'text') {
    return
  }
  if (!OF_JSON.has(operator)) {
    refuse(`“${operator}” does not work in “${path}”. Use one of ${[...OF_JSON].join(', ')}.`)
  }
  const isList = operator === 'in' || operator === 'not_in'
  if (isList ? !Array.isArray(value) || !value.every(isPlain) : !isPlain(value)) {
    refuse(`“${operator}” in “${path}” compares with ${isList ? 'a list of texts' : 'one text'}.`)
  }
}

const OF_JSON = new Set(['equals', 'exists', 'in', 'like', 'not_equals', 'not_in', 'not_like'])

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null

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
const neededFor = ({
  asked,
  collection,
  collections,
}: {
  asked: Asked
  collection: string
  collections: Payload['collections']
}): Permission[] => {
  const path = asked.path.replace(/^version\./, '')
  const [first = '', ...rest] = path.split('.')
  const rule = fieldRules[collection as RuledCollection]?.[first]
  // A study's client is read wherever it is named; CaseStudies/hooks/guardClientQuery.ts keeps the filter to those.
  const isClients = collection === 'case-studies' && first === 'client' && asked.by === 'filter'
  const own = isClients ? undefined : rule?.read
  const members = `${collection}.readInternal`
  return [
    ...(own && isPermissionRight(own) ? [own] : []),
    ...rest.flatMap((name) => [...(restricted.get(name) ?? [])]),
    ...(isPermission(members) && findsOut({ asked, collection, collections, path })
      ? [members]
      : []),
  ]
}

/** Whether the question would tell of a document that the caller does not name. */
const findsOut = ({
  asked,
  collection,
  collections,
  path,
}: {
  asked: Asked
  collection: string
  collections: Payload['collections']
  path: string
}): boolean => {
  switch (destinationOf({ collection, collections, path })) {
    case 'reference':
      // The values of a reference are hidden like those of a document.
      return asked.by === 'filter' ? !isByKnownId(asked) : asked.by !== 'distinct'
    case 'row':
    case 'text':
      return true
    case 'elsewhere':
      return asked.by === 'sort'
    case 'value':
      return false
  }
}

const BY_ID = new Set(['contains', 'equals', 'in', 'not_equals', 'not_in'])

const isByKnownId = ({ operator, value }: { operator: string; value: unknown }): boolean => {
  const values = Array.isArray(value) ? (value as unknown[]) : String(value).split(',')
  return BY_ID.has(operator) && values.every(isUuid)
}

function isPermissionRight(right: FieldRule['read']): right is Permission {
  return right.includes('.')
}

const OF_TEXT = new Set(['contains', 'like', 'not_like'])

const refuse = (sentence: string): never => {
  throw new APIError(sentence, 400, { code: 'filter_not_possible' }, true)
}
