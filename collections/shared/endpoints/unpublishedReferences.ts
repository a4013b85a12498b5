// `GET /api/case-studies/:id/unpublished-references`, and the same of pages: what the latest draft
// refers to that readers will not be shown, because nobody has published it or it is in the trash.
import { Forbidden, type CollectionSlug, type Endpoint, type PayloadRequest } from 'payload'
import { canInTenant } from '../../../access/compile.ts'
import { principalOf } from '../../../access/principal.ts'
import type { TenantCollection } from '../../../access/rules.ts'
import { collectReferences } from '../references.ts'

/** What studies and pages refer to by name. A study that is not public is left out by its own rules. */
const NAMED = [
  'people',
  'organisations',
  'testimonials',
  'services',
  'industries',
  'technologies',
] as const satisfies readonly (TenantCollection & CollectionSlug)[]

export type UnpublishedReference = {
  collection: (typeof NAMED)[number]
  id: string
  title: string
  isInTrash: boolean
}

/** Answers `{ references }` to the people of the document's tenant. */
export const unpublishedReferencesEndpoint = (
  collection: 'case-studies' | 'pages',
): Omit<Endpoint, 'root'> => ({
  path: '/:id/unpublished-references',
  method: 'get',
  handler: async (req) => {
    const doc = await req.payload.findByID({
      collection,
      depth: 0,
      draft: true,
      id: String(req.routeParams?.id),
      overrideAccess: false,
      req,
      trash: true,
    })
    const principal = principalOf(req.user)
    if (!canInTenant({ action: 'readDrafts', collection, principal, tenant: doc.tenant })) {
      throw new Forbidden(req.t)
    }
    return Response.json({
      references: await findUnpublished({ data: doc, req, slug: collection }),
    })
  },
})

const findUnpublished = async ({
  data,
  req,
  slug,
}: {
  data: unknown
  req: PayloadRequest
  slug: CollectionSlug
}): Promise<UnpublishedReference[]> => {
  const { fields } = req.payload.collections[slug].config
  const references = collectReferences({ data, fields })
  const found: UnpublishedReference[] = []
  for (const collection of NAMED) {
    const ids = references.flatMap(({ id, relationTo }) => (relationTo === collection ? id : []))
    if (ids.length > 0) {
      found.push(...(await findIn({ collection, ids: [...new Set(ids)], req })))
    }
  }
  return found
}

const findIn = async ({
  collection,
  ids,
  req,
}: {
  collection: (typeof NAMED)[number]
  ids: string[]
  req: PayloadRequest
}): Promise<UnpublishedReference[]> => {
  const title = req.payload.collections[collection].config.admin.useAsTitle ?? 'id'
  const { docs } = await req.payload.find({
    collection,
    depth: 0,
    limit: 0,
    overrideAccess: false,
    pagination: false,
    req,
    select: { [title]: true, deletedAt: true },
    trash: true,
    where: {
      and: [
        { id: { in: ids } },
        { or: [{ _status: { not_equals: 'published' } }, { deletedAt: { exists: true } }] },
      ],
    },
  })
  return (
    docs as unknown as ({ id: string; deletedAt?: string | null } & Record<string, unknown>)[]
  ).map((doc) => ({
    collection,
    id: doc.id,
    title: typeof doc[title] === 'string' ? doc[title] : '',
    isInTrash: Boolean(doc.deletedAt),
  }))
}
