// The site settings of the tenants that the user reaches, or of the selected one.
import type { Payload, TypedUser, Where } from 'payload'
import { principalOf } from '../../../../access/principal.ts'
import type { SiteSetting } from '../../../../payload-types.ts'

const LIMIT = 200

export type SettingsEntry = {
  id: string
  name: string
  tenantId: string | null
  theme: SiteSetting['theme']
}

export const findSettings = async ({
  payload,
  selected,
  user,
}: {
  payload: Payload
  selected: string | null
  user: TypedUser | null | undefined
}): Promise<SettingsEntry[]> => {
  const principal = principalOf(user)
  // Published settings are anybody's to read; this list is about one's own.
  const reached: Where = principal.isOperator ? {} : { tenant: { in: [...principal.reach.keys()] } }
  const { docs } = await payload.find({
    collection: 'site-settings',
    depth: 1,
    draft: true,
    limit: LIMIT,
    overrideAccess: false,
    pagination: false,
    select: { tenant: true, theme: true, wordmark: true },
    user: user ?? null,
    where: selected ? { and: [reached, { tenant: { equals: selected } }] } : reached,
  })
  return docs
    .map(({ id, tenant, theme, wordmark }) => ({
      id,
      name: typeof tenant === 'object' && tenant ? tenant.name : (wordmark ?? ''),
      tenantId: typeof tenant === 'object' && tenant ? tenant.id : (tenant ?? null),
      theme,
    }))
    .sort((a, b) => a.name.localeCompare(b.name))
}
