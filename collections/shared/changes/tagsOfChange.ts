// Which tags a change of a document tells, and whether it changes what is shown or who may see it. Pure.
import { conditions } from '../../../access/conditions.ts'
import { tenantIdOf } from '../../../access/principal.ts'
import { grantOf } from '../../../access/rules.ts'
import {
  everywhereTag,
  membersTag,
  presenceTag,
  slugTag,
  TENANTS_TAG,
  tenantTag,
} from '../invalidation.ts'
import {
  accessFieldsOf,
  LEADS_TO_CLIENT,
  listedFieldsOf,
  type ShownCollection,
} from './deciding.ts'
import type { Change } from './notices.ts'

/** A main row as it is stored, its deciding fields at least. */
export type Row = Record<string, unknown>

type Changed = {
  id: string | null
  /** `null` for one that was not there. */
  before: Row | null
  /** `null` for one that is gone. */
  after: Row | null
}

/** @returns nothing when no reader was or is shown the document. */
export const changesOf = ({
  after,
  before,
  collection,
  id,
}: Changed & { collection: ShownCollection }): Change[] => {
  const wasShown = before !== null && isShown({ collection, row: before })
  const isNowShown = after !== null && isShown({ collection, row: after })
  const tenant = tenantIdOf(after?.tenant ?? before?.tenant)
  const differ = (names: readonly string[]) =>
    names.some((name) => textOf(before?.[name]) !== textOf(after?.[name]))
  const ids = id === null ? [] : [id]
  if (!wasShown && !isNowShown) {
    const isMentioned = collection === 'organisations' && before !== null && after !== null
    return isMentioned && differ(LEADS_TO_CLIENT) ? [{ tenant, access: ids }] : []
  }
  const isOfAccess = wasShown !== isNowShown || differ(accessFieldsOf(collection))
  if (isOfAccess) {
    return appearance({ collection, ids, slugs: [before?.slug, after?.slug], tenant })
  }
  const isListedOtherwise = differ(listedFieldsOf(collection))
  return [
    {
      tenant,
      content: [
        ...ids,
        ...(isListedOtherwise && tenant !== null ? [membersTag(collection, tenant)] : []),
      ],
    },
    ...(isListedOtherwise ? [{ tenant: null, content: [everywhereTag(collection)] }] : []),
  ]
}

/** What is told when a document appears or disappears. */
export const appearance = ({
  collection,
  ids,
  slugs,
  tenant,
}: {
  collection: ShownCollection
  ids: readonly string[]
  slugs: readonly unknown[]
  tenant: string | null
}): Change[] => [
  {
    tenant,
    access: [
      ...ids,
      ...(tenant === null
        ? []
        : [
            membersTag(collection, tenant),
            presenceTag(collection, tenant),
            ...slugs.flatMap((slug) =>
              typeof slug === 'string' && slug !== '' ? [slugTag(collection, tenant, slug)] : [],
            ),
          ]),
    ],
  },
  { tenant: null, access: [everywhereTag(collection)] },
]

/** Status, domains and languages of a tenant decide which site answers, and where. */
export const changesOfSite = ({ tenant }: { tenant: string | null }): Change[] => [
  { tenant: null, access: [TENANTS_TAG] },
  ...(tenant === null ? [] : [{ tenant, access: [tenant, tenantTag(tenant)] }]),
]

/** Later than any embargo: the end of one is a moment that readers' pages know, and it may come closer. */
export const LAST_MOMENT = new Date('9999-12-31T23:59:59.999Z')

/** Whether anybody who is not a member is shown it, or will be. */
const isShown = ({ collection, row }: { collection: ShownCollection; row: Row }): boolean => {
  const around = { isTenantActive: true, now: LAST_MOMENT }
  switch (collection) {
    case 'redirects':
      // A visitor learns of one, by its URL.
      return true
    case 'organisations':
      // A client that is not named is still said to be there.
      return conditions.published.holds(row, around)
    default:
      return (['read', 'readByLink'] as const).some((action) => {
        const when = grantOf(collection, action)?.when
        return when !== undefined && conditions[when].holds(row, around)
      })
  }
}

/** The same for values that mean the same: as they are stored, as they were sent, and left out. */
const textOf = (value: unknown): string => JSON.stringify(plain(value)) ?? ''

const plain = (value: unknown): unknown => {
  if (value === null || value === undefined || value === false || value === '') {
    return undefined
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? undefined : value.map(plain)
  }
  if (value instanceof Date) {
    return value.toISOString()
  }
  if (typeof value === 'string' && DATE.test(value)) {
    return new Date(value).toISOString()
  }
  if (typeof value === 'object') {
    const { id } = value as { id?: unknown }
    const entries = Object.entries(value)
      .map(([name, one]): [string, unknown] => [name, plain(one)])
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return typeof id === 'string'
      ? id
      : entries.length === 0
        ? undefined
        : Object.fromEntries(entries)
  }
  return value
}

const DATE = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}(:?\d{2})?)$/
