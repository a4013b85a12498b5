// A document may point only at documents of its own tenant, through any field, block or link.
// Payload filters what the admin offers; this refuses what an API call sends.
import {
  ValidationError,
  type CollectionBeforeChangeHook,
  type CollectionSlug,
  type PayloadRequest,
} from 'payload'
import { tenantIdOf } from '../../../access/principal.ts'
import { rules } from '../../../access/rules.ts'
import { isUuid } from '../isUuid.ts'
import { collectReferences, type Reference } from '../references.ts'

export const guardReferences: CollectionBeforeChangeHook = async ({ collection, data, req }) => {
  const tenant = tenantIdOf(data.tenant)
  const references = collectReferences({ fields: collection.fields, data }).filter(
    ({ relationTo }) => relationTo in rules,
  )
  const foreign = await findForeign({ references, req, tenant })
  if (foreign.length > 0) {
    throw new ValidationError({
      collection: collection.slug,
      errors: foreign.map(({ path }) => ({
        path,
        // One sentence for "not there" and "not yours": the difference is nobody's business.
        message: 'This points at something that is not in this tenant. Choose it again.',
      })),
    })
  }
  return data
}

type FindForeignArgs = { references: Reference[]; req: PayloadRequest; tenant: string | null }

/** One query per collection, past the caller's read rights: only the tenant decides. */
const findForeign = async ({ references, req, tenant }: FindForeignArgs): Promise<Reference[]> => {
  const foreign: Reference[] = []
  for (const [relationTo, group] of groupByCollection(references)) {
    const ids = [...new Set(group.map(({ id }) => id))].filter(isUuid)
    const { docs } =
      ids.length === 0 || tenant === null
        ? { docs: [] }
        : await req.payload.db.find<{ id: string }>({
            collection: relationTo as CollectionSlug,
            limit: 0,
            pagination: false,
            req,
            select: {},
            where: { and: [{ id: { in: ids } }, { tenant: { equals: tenant } }] },
          })
    const known = new Set(docs.map(({ id }) => id))
    foreign.push(...group.filter(({ id }) => !known.has(id)))
  }
  return foreign
}

const groupByCollection = (references: Reference[]): Map<string, Reference[]> => {
  const groups = new Map<string, Reference[]>()
  for (const reference of references) {
    groups.set(reference.relationTo, [...(groups.get(reference.relationTo) ?? []), reference])
  }
  return groups
}
