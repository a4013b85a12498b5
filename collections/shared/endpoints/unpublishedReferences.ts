// `GET /api/case-studies/:id/unpublished-references`, and the same of pages: what the latest draft
// refers to that readers will not be shown, because nobody has published it, it is in the trash, or it was deleted.
import { Forbidden, type CollectionSlug, type Endpoint, type PayloadRequest } from 'payload'
import { canInTenant } from '../../../access/compile.ts'
import { principalOf, tenantIdOf } from '../../../access/principal.ts'
import type { TenantCollection } from '../../../access/rules.ts'
import { collectReferences, type Reference } from '../references.ts'
import { findStates, type State } from '../referrers/findStates.ts'

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
  collection: string
  id: string
  title: string
  state: 'draft' | State
  /** Dotted path of the field that refers to it. */
  path: string
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
    if (!canInTenant({ action: 'readInternal', collection, principal, tenant: doc.tenant })) {
      throw new Forbidden(req.t)
    }
    return Response.json({
      references: await findUnseen({ data: doc, req, slug: collection, tenant: doc.tenant }),
    })
  },
})

const findUnseen = async ({
  data,
  req,
  slug,
  tenant,
}: {
  data: unknown
  req: PayloadRequest
  slug: CollectionSlug
  tenant: unknown
}): Promise<UnpublishedReference[]> => {
  const { fields } = req.payload.collections[slug].config
  const references = collectReferences({ data, fields })
  const states = await findStates({ references, req, tenant: tenantIdOf(tenant) ?? '' })
  const seen = new Map<string, UnpublishedReference>()
  for (const { id, path, relationTo } of references) {
    const state = states.get(`${relationTo}:${id}`)
    if (state) {
      seen.set(`${relationTo}:${id}`, { collection: relationTo, id, path, state, title: '' })
    }
  }
  for (const collection of NAMED) {
    const own = references.filter(({ relationTo }) => relationTo === collection)
    for (const { id, isInTrash, title } of await findIn({ collection, references: own, req })) {
      const path = own.find((reference) => reference.id === id)?.path ?? ''
      const state = isInTrash ? 'trashed' : 'draft'
      seen.set(`${collection}:${id}`, { collection, id, path, state, title })
    }
  }
  return [...seen.values()]
}

const findIn = async ({
  collection,
  references,
  req,
}: {
  collection: (typeof NAMED)[number]
  references: Reference[]
  req: PayloadRequest
}): Promise<{ id: string; isInTrash: boolean; title: string }[]> => {
  if (references.length === 0) {
    return []
  }
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
        { id: { in: [...new Set(references.map(({ id }) => id))] } },
        { or: [{ _status: { not_equals: 'published' } }, { deletedAt: { exists: true } }] },
      ],
    },
  })
  return (
    docs as unknown as ({ id: string; deletedAt?: string | null } & Record<string, unknown>)[]
  ).map((doc) => ({
    id: doc.id,
    title: typeof doc[title] === 'string' ? doc[title] : '',
    isInTrash: Boolean(doc.deletedAt),
  }))
}
