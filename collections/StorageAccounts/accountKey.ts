// How files name the account that they are kept in: the cloud alone would let two tenants name each
// other's.
import { tenantIdOf } from '../../access/principal.ts'

/** `<cloud>@<tenant>`. */
export const accountKey = ({ cloudName, tenant }: { cloudName: string; tenant: unknown }): string =>
  `${cloudName}@${tenantIdOf(tenant) ?? ''}`

export const readAccountKey = (key: string): { cloudName: string; tenant: string } | null => {
  const [cloudName, tenant] = key.split('@')
  return cloudName && tenant ? { cloudName, tenant } : null
}

/** Only Cloudinary's own hosts are asked: the key goes there. */
export const isApiBaseUrl = (value: unknown): boolean =>
  typeof value === 'string' && /^https:\/\/[a-z0-9-]+\.cloudinary\.com$/.test(value)

export const isCloudName = (value: unknown): boolean =>
  typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(value)
