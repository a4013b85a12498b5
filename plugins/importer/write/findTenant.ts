/** The tenant that an import goes into, by its slug or its id. */
import type { CollectionSlug, Payload } from 'payload'

import { refusal } from '../error-codes.ts'

export const findTenant = async ({
  payload,
  slug,
  value,
}: {
  payload: Payload
  slug: string
  value: string
}): Promise<{ id: string; slug: string; defaultLocale?: string }> => {
  const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}$/i.test(value)
  const { docs } = await payload.find({
    collection: slug as CollectionSlug,
    depth: 0,
    limit: 1,
    pagination: false,
    where: isId ? { id: { equals: value } } : { slug: { equals: value } },
  })
  const tenant = docs[0] as unknown as
    { id: string; slug: string; defaultLocale?: string } | undefined
  if (!tenant) {
    throw refusal({ code: 'TENANT_NOT_FOUND', detail: value })
  }
  return tenant
}
