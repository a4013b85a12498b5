// Asks for whom something new is, when more than one tenant is possible.
import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { canInTenant } from '../../../access/compile.ts'
import { principalOf } from '../../../access/principal.ts'
import { isAutosaved } from '../../../collections/shared/drafts.ts'
import { Mark } from '../brand/Mark.tsx'
import { EnterTenant } from '../dashboard/EnterTenant.tsx'
import { translator } from '../translations/translate.ts'

/** More than anybody chooses from by eye; the selector on the left finds the rest. */
const MOST = 200

export const ChooseTenant = async ({
  initPageResult,
  params,
  searchParams,
}: AdminViewServerProps) => {
  const { locale, permissions, req, visibleEntities } = initPageResult
  const slug = isAutosaved(searchParams?.for) ? searchParams.for : 'case-studies'
  if (!req.user) {
    redirect('/admin/login')
  }
  const t = translator(req.i18n)
  const principal = principalOf(req.user)
  const { docs } = await req.payload.find({
    collection: 'tenants',
    depth: 0,
    limit: MOST,
    overrideAccess: false,
    pagination: false,
    req,
    select: { name: true },
    sort: 'name',
    user: req.user,
  })
  const tenants = docs.filter(({ id }) =>
    canInTenant({ principal, collection: slug, action: 'create', tenant: id }),
  )
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
        <SetStepNav nav={[{ label: t('chooseTenant:title') }]} />
        <h1 className="vitrine-greeting__title">{t('chooseTenant:title')}</h1>
        {tenants.length === 0 ? (
          <div className="vitrine-empty">
            <Mark size={32} />
            <p>{t('chooseTenant:none')}</p>
          </div>
        ) : (
          <>
            <p className="vitrine-greeting__where">{t('chooseTenant:text')}</p>
            <ul className="vitrine-card vitrine-rows vitrine-settings-list">
              {tenants.map(({ id, name }) => (
                <li className="vitrine-row" key={id}>
                  <EnterTenant id={id} label={name} to={`/admin/collections/${slug}/create`}>
                    {name}
                  </EnterTenant>
                </li>
              ))}
            </ul>
          </>
        )}
      </Gutter>
    </DefaultTemplate>
  )
}
