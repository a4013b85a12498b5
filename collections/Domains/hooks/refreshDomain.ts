// Which host serves which site is kept in memory by every server; a new or deleted domain tells them.
import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload'
import { tenantIdOf } from '../../../access/principal.ts'
import { invalidate, tenantTag, TENANTS_TAG } from '../../shared/invalidation.ts'

/** The site's own pages as well: they name their canonical address. */
export const refreshHosts = ({
  req,
  tenant,
}: {
  req: PayloadRequest
  tenant: unknown
}): Promise<void> => {
  const id = tenantIdOf(tenant)
  return invalidate({ req, tags: id === null ? [TENANTS_TAG] : [TENANTS_TAG, tenantTag(id)] })
}

export const refreshDomain: CollectionAfterChangeHook = async ({ doc, req }) => {
  await refreshHosts({ req, tenant: doc.tenant })
  return doc
}

export const refreshDeletedDomain: CollectionAfterDeleteHook = async ({ doc, req }) => {
  await refreshHosts({ req, tenant: doc.tenant })
  return doc
}
