// Where a study or a page begins: with its title. Payload would store an empty draft as soon as its form opens.
import { DefaultTemplate } from '@payloadcms/next/templates'
import { getTenantFromCookie } from '@payloadcms/plugin-multi-tenant/utilities'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { notFound, redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { canInTenant } from '../../../access/compile.ts'
import { principalOf } from '../../../access/principal.ts'
import { isAutosaved } from '../../../collections/shared/drafts.ts'
import { Mark } from '../brand/Mark.tsx'
import { translator } from '../translations/translate.ts'
import { StartForm } from './StartForm.tsx'

export const StartView = async ({ initPageResult, params, searchParams }: AdminViewServerProps) => {
  const { locale, permissions, req, visibleEntities } = initPageResult
  const slug = (params?.segments as string[] | undefined)?.at(1)
  if (!isAutosaved(slug)) {
    notFound()
  }
  const create = `/admin/collections/${slug}/create`
  if (!req.user) {
    redirect(`/admin/login?redirect=${encodeURIComponent(create)}`)
  }
  const principal = principalOf(req.user)
  const selected = getTenantFromCookie(req.headers, 'text') ?? [...principal.reach.keys()][0]
  const { docs } = await req.payload.find({
    collection: 'tenants',
    depth: 0,
    limit: 1,
    overrideAccess: false,
    pagination: false,
    req,
    select: { defaultLocale: true, name: true },
    user: req.user,
    where: { id: { equals: selected } },
  })
  const [tenant] = docs.filter(({ id }) =>
    canInTenant({ action: 'create', collection: slug, principal, tenant: id }),
  )
  const t = translator(req.i18n)
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={locale}
      params={params}
      payload={req.payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={req.user}
      visibleEntities={visibleEntities}
    >
      <Gutter className="vitrine-dashboard">
        <SetStepNav
          nav={[
            { label: t(`start:${slug}List`), url: `/admin/collections/${slug}` },
            { label: t(`start:${slug}`) },
          ]}
        />
        {tenant ? (
          <StartForm collection={slug} language={tenant.defaultLocale} tenant={tenant} />
        ) : (
          <div className="vitrine-empty">
            <Mark size={32} />
            <p>{t('chooseTenant:none')}</p>
          </div>
        )}
      </Gutter>
    </DefaultTemplate>
  )
}
