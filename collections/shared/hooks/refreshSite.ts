// Refreshes the tenant's cached pages after a change that readers can see.
import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionSlug,
  PayloadRequest,
} from 'payload'
import { tenantIdOf } from '../../../access/principal.ts'
import { invalidate, tenantTag } from '../invalidation.ts'
import { readPublishedState, recallPublishedState } from '../published.ts'

export const refreshSiteAfterChange: CollectionAfterChangeHook = async ({
  collection,
  doc,
  req,
}) => {
  const hasDrafts = Boolean(collection.versions && collection.versions.drafts)
  if (!hasDrafts || (await isVisibleChange({ slug: collection.slug, id: doc.id, req }))) {
    await refresh({ req, tenant: doc.tenant })
  }
  return doc
}

export const refreshSiteAfterDelete: CollectionAfterDeleteHook = async ({ doc, req }) => {
  await refresh({ req, tenant: doc.tenant })
  return doc
}

const isVisibleChange = async ({
  id,
  req,
  slug,
}: {
  id: string
  req: PayloadRequest
  slug: CollectionSlug
}): Promise<boolean> => {
  if (recallPublishedState({ id, req })?.isPublished) {
    return true
  }
  return (await readPublishedState({ collection: slug, id, req })).isPublished
}

const refresh = async ({
  req,
  tenant,
}: {
  req: PayloadRequest
  tenant: unknown
}): Promise<void> => {
  const id = tenantIdOf(tenant)
  if (id !== null) {
    await invalidate({ req, tags: [tenantTag(id)] })
  }
}
