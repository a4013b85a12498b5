/** The tenants that a user may import into. */
import type { CollectionSlug, Payload, TypedUser } from 'payload'

import type { ImporterOptions } from '../options.ts'

import { resolveOptions } from '../options.ts'

export type TenantChoice = { id: string; name: string }

const MOST_TENANTS = 200

export const tenantsFor = async ({
  options,
  payload,
  user,
}: {
  options: ImporterOptions
  payload: Payload
  user: TypedUser
}): Promise<TenantChoice[]> => {
  const { canImport, slugs } = resolveOptions(options)
  const { docs } = await payload.find({
    collection: slugs.tenants as CollectionSlug,
    depth: 0,
    limit: MOST_TENANTS,
    overrideAccess: false,
    select: { name: true } as never,
    sort: 'name',
    user,
  })
  const choices: TenantChoice[] = []
  for (const { id, name } of docs as unknown as TenantChoice[]) {
    if (await canImport({ payload, tenantId: id, user })) {
      choices.push({ id, name })
    }
  }
  return choices
}
