// Which of the documents that something points at are not there.
import type { CollectionSlug, PayloadRequest } from 'payload'
import { withCapability } from '../../../access/claims.ts'
import { rules } from '../../../access/rules.ts'
import { isUuid } from '../isUuid.ts'
import type { Reference } from '../references.ts'

export type State = 'deleted' | 'trashed'

/** Of those that are not there, by `<collection>:<id>`. One query per collection. */
export const findStates = async ({
  references,
  req,
  tenant,
}: {
  references: Reference[]
  req: PayloadRequest
  tenant: string
}): Promise<Map<string, State>> => {
  const states = new Map<string, State>()
  const wanted = new Map<string, Set<string>>()
  for (const { id, relationTo } of references) {
    if (relationTo in rules) {
      wanted.set(relationTo, (wanted.get(relationTo) ?? new Set()).add(id))
    }
  }
  for (const [slug, ids] of wanted) {
    const { docs } = await withCapability('findReferences', tenant, () =>
      req.payload.db.find<{ id: string; deletedAt?: unknown }>({
        collection: slug as CollectionSlug,
        limit: 0,
        pagination: false,
        req,
        select: { deletedAt: true },
        where: { and: [{ id: { in: [...ids].filter(isUuid) } }, { tenant: { equals: tenant } }] },
      }),
    )
    const found = new Map(docs.map((doc) => [doc.id, doc]))
    for (const id of ids) {
      const doc = found.get(id)
      if (!doc || doc.deletedAt) {
        states.set(`${slug}:${id}`, doc ? 'trashed' : 'deleted')
      }
    }
  }
  return states
}
