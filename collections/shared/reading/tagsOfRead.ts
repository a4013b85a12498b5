// Of what an answer is made: the tags of a question, and of the rows that answered it. Pure.
import type { Where } from 'payload'
import { everywhereTag, membersTag, slugTag, TENANTS_TAG, tenantTag } from '../invalidation.ts'
import { isUuid } from '../isUuid.ts'
import { conjunctsOf, valuesAsked } from './idsAsked.ts'

/** Which sites there are, and at which hosts: where a question about one of them names its tenant. */
const OF_SITES: Readonly<Record<string, string>> = { domains: 'tenant', tenants: 'id' }

/**
 * About certain documents it is those, there or not: one that is hidden may appear. Otherwise it is what the tenant has,
 * under one slug or in all, as far as `changes/deciding.ts` names the fields that the question chooses and sorts by.
 */
export const tagsOfQuestion = ({
  collection,
  where,
}: {
  collection: string
  where?: Where | undefined
}): string[] => {
  const conjuncts = conjunctsOf(where)
  const ids = valuesAsked(conjuncts, 'id')
  const ofSites = OF_SITES[collection]
  if (ofSites) {
    // One site is its tenant; which sites there are is a question about all of them.
    return valuesAsked(conjuncts, ofSites)?.map(tenantTag) ?? [TENANTS_TAG]
  }
  if (ids) {
    return ids.filter(isUuid)
  }
  const tenants = valuesAsked(conjuncts, 'tenant')
  if (!tenants) {
    return [everywhereTag(collection)]
  }
  const slugs = valuesAsked(conjuncts, 'slug')
  return tenants.flatMap((tenant) => [
    tenantTag(tenant),
    ...(slugs
      ? slugs.map((slug) => slugTag(collection, tenant, slug))
      : [membersTag(collection, tenant)]),
  ])
}

/** Keys whose ids name nothing that is shown. */
const UNSHOWN: ReadonlySet<string> = new Set(['createdBy', 'id', 'tenant', 'updatedBy'])

/**
 * A document and all that it points at, whether it is populated later or hidden: relationships, uploads, links and
 * blocks in rich text. Rows as they are stored name others by their ids, so any id counts.
 */
export const addRow = (row: unknown, tags: Set<string>): void => {
  if (typeof row === 'object' && row !== null) {
    const { id, tenant } = row as { id?: unknown; tenant?: unknown }
    if (typeof id === 'string') {
      tags.add(id)
    }
    if (typeof tenant === 'string') {
      tags.add(tenantTag(tenant))
    }
    addIds(row, tags)
  }
}

const addIds = (value: unknown, tags: Set<string>): void => {
  if (typeof value === 'string') {
    if (value.length === 36 && isUuid(value)) {
      tags.add(value)
    }
  } else if (Array.isArray(value)) {
    for (const one of value) {
      addIds(one, tags)
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const name in value) {
      if (!UNSHOWN.has(name)) {
        addIds((value as Record<string, unknown>)[name], tags)
      }
    }
  }
}
