// Only those whose role includes publishing put a document online or change what is online.
import { APIError, type CollectionBeforeChangeHook } from 'payload'
import { canInTenant } from '../../../access/compile.ts'
import { principalOf } from '../../../access/principal.ts'
import type { TenantCollection } from '../../../access/rules.ts'
import { isTrusted } from '../trusted.ts'

export const guardPublish: CollectionBeforeChangeHook = ({ collection, data, req }) => {
  if (data._status !== 'published' || isTrusted(req)) {
    return data
  }
  const mayPublish = canInTenant({
    principal: principalOf(req.user),
    collection: collection.slug as TenantCollection,
    action: 'publish',
    tenant: data.tenant,
  })
  if (!mayPublish) {
    throw new APIError(
      'Your role does not include publishing. Save the draft and ask an editor to publish it.',
      403,
      { code: 'publish_not_allowed' },
      true,
    )
  }
  return data
}
