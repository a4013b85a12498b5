// A document may point only at documents of its own tenant, through any field, block or link.
// Payload filters what the admin offers; this refuses what an API call sends. Only what is new is looked at:
// what was deleted since leaves a document as it is, and never keeps it from being changed or taken offline.
import {
  ValidationError,
  type CollectionBeforeChangeHook,
  type CollectionSlug,
  type PayloadRequest,
  type SanitizedCollectionConfig,
} from 'payload'
import { tenantIdOf } from '../../../access/principal.ts'
import { rules } from '../../../access/rules.ts'
import { isUuid } from '../isUuid.ts'
import { collectReferences, type Reference } from '../references.ts'
import { readLatestVersion } from '../versions.ts'
import { writingOf } from '../writing.ts'

export const guardReferences: CollectionBeforeChangeHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  // An earlier version of the document was looked at when it was written.
  if (writingOf({ req, slug: collection.slug }).isRestore) {
    return data
  }
  const { fields } = collection
  const tenant = tenantIdOf(data.tenant)
  // A copy in another tenant takes nothing along that its source may point at.
  const isSame = tenant !== null && tenantIdOf(originalDoc?.tenant) === tenant
  const known = collectReferences({ fields, data: isSame ? originalDoc : {} })
  const references = collectReferences({ fields, data }).filter(
    ({ relationTo }) => relationTo in rules,
  )
  const foreign = await findForeign({ references: without(references, known), req, tenant })
  const id: unknown = originalDoc?.id
  const added =
    foreign.length > 0 && isSame && typeof id === 'string'
      ? without(foreign, await readStored({ collection, id, req }))
      : foreign
  if (added.length > 0) {
    throw new ValidationError({
      collection: collection.slug,
      errors: added.map(({ path }) => ({
        path,
        // One sentence for "not there" and "not yours": the difference is nobody's business.
        message: 'This points at something that is not in this tenant. Choose it again.',
      })),
    })
  }
  return data
}

const without = (references: Reference[], known: Reference[]): Reference[] => {
  const keys = new Set(known.map(keyOf))
  return references.filter((reference) => !keys.has(keyOf(reference)))
}

const keyOf = ({ id, relationTo }: Reference): string => `${relationTo}:${id}`

/** What it points at in any language, online and in its latest version. */
const readStored = async ({
  collection: { fields, slug, versions },
  id,
  req,
}: {
  collection: SanitizedCollectionConfig
  id: string
  req: PayloadRequest
}): Promise<Reference[]> => {
  const main = await req.payload.db.findOne<{ id: string }>({
    collection: slug,
    locale: 'all',
    req,
    where: { id: { equals: id } },
  })
  const latest = versions ? await readLatestVersion({ collection: slug, id, req }) : undefined
  return [main, latest].flatMap((data) => collectReferences({ data, fields }))
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
