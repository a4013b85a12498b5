/** The importer's entry in the admin's navigation, for those who may import somewhere. */
import type { ServerProps } from 'payload'

import { Link } from '@payloadcms/ui'

import type { ImporterOptions } from '../options.ts'

import { tenantsFor } from './tenantsFor.ts'

export const ImporterLink = async ({ payload, user }: ServerProps) => {
  if (!user) {
    return null
  }
  const tenants = await tenantsFor({
    options: payload.config.custom['importer'] as ImporterOptions,
    payload,
    user,
  })
  return tenants.length === 0 ? null : (
    <Link
      className="nav__link"
      href={`${payload.config.routes.admin}/import`}
      id="nav-import"
      prefetch={false}
    >
      <span className="nav__link-label">Import</span>
    </Link>
  )
}
