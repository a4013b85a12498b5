/** The admin's import page: the frame around the form. */
import type { AdminViewServerProps } from 'payload'

import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter } from '@payloadcms/ui'
import { redirect } from 'next/navigation'

import type { ImporterOptions } from '../options.ts'

import { resolveOptions } from '../options.ts'
import { ImporterForm } from './ImporterForm.tsx'
import { tenantsFor } from './tenantsFor.ts'

export const ImporterView = async ({
  initPageResult,
  params,
  searchParams,
}: AdminViewServerProps) => {
  const { locale, permissions, req, visibleEntities } = initPageResult
  const { payload, user } = req
  const options = payload.config.custom['importer'] as ImporterOptions
  if (!user) {
    redirect(
      `${payload.config.routes.admin}/login?redirect=${encodeURIComponent(`${payload.config.routes.admin}/import`)}`,
    )
  }
  const tenants = await tenantsFor({ options, payload, user })
  const selected = /(?:^|;\s*)payload-tenant=([^;]+)/.exec(req.headers.get('cookie') ?? '')?.[1]
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={locale}
      params={params}
      payload={payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={user}
      visibleEntities={visibleEntities}
    >
      <Gutter>
        {tenants.length === 0 ? (
          <section className="importer">
            <h1>Import</h1>
            <p>
              Only admins and owners of a tenant can import. Ask one of them, or switch to another
              account.
            </p>
          </section>
        ) : (
          <ImporterForm
            adminRoute={payload.config.routes.admin}
            apiRoute={payload.config.routes.api}
            mostBytes={resolveOptions(options).limits.uploadBytes}
            tenants={tenants}
            selectedTenant={tenants.find(({ id }) => id === selected)?.id ?? tenants[0]?.id ?? ''}
          />
        )}
      </Gutter>
    </DefaultTemplate>
  )
}
