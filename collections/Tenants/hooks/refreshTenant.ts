// Domains, status and languages decide which site answers; servers cache them.
import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload'
import { invalidate, tenantTag, TENANTS_TAG } from '../../shared/invalidation.ts'

export const refreshTenant: CollectionAfterChangeHook = async ({ doc, req }) => {
  await invalidate({ req, tags: [TENANTS_TAG, tenantTag(doc.id)] })
  return doc
}

export const refreshDeletedTenant: CollectionAfterDeleteHook = async ({ doc, req }) => {
  await invalidate({ req, tags: [TENANTS_TAG, tenantTag(doc.id)] })
  return doc
}
