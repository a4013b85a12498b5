// A tenant has one set of site settings, so its list leads straight there; with several tenants
// one chooses whose.
import { getTenantFromCookie } from '@payloadcms/plugin-multi-tenant/utilities'
import { Gutter, Link, SetStepNav } from '@payloadcms/ui'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { ListViewServerProps } from 'payload'
import { hasRoleIn, principalOf } from '../../../access/principal.ts'
import { Mark } from '../brand/Mark.tsx'
import { translator } from '../translations/translate.ts'
import { findSettings } from './queries/findSettings.ts'

export const SiteSettingsList = async ({ i18n, payload, user }: ListViewServerProps) => {
  const t = translator(i18n)
  const principal = principalOf(user)
  const selected = getTenantFromCookie(await headers(), 'text')
  const all = await findSettings({
    payload,
    selected: selected === null ? null : String(selected),
    user,
  })
  const [only] = all
  if (only && all.length === 1) {
    redirect(`/admin/collections/site-settings/${only.id}`)
  }
  const own = all.filter(({ tenantId }) => hasRoleIn(principal, tenantId, 'admin'))
  return (
    <Gutter className="vitrine-dashboard">
      <SetStepNav nav={[{ label: t('settings:title') }]} />
      <h1 className="vitrine-greeting__title">{t('settings:title')}</h1>
      {own.length === 0 ? (
        <div className="vitrine-empty">
          <Mark size={32} />
          <p>{t('settings:none')}</p>
        </div>
      ) : (
        <>
          <p className="vitrine-greeting__where">{t('settings:choose')}</p>
          <ul className="vitrine-card vitrine-rows vitrine-settings-list">
            {own.map(({ id, name, theme }) => (
              <li key={id}>
                <Link
                  className="vitrine-row"
                  href={`/admin/collections/site-settings/${id}`}
                  prefetch={false}
                >
                  <span className="vitrine-row__text">
                    <span className="vitrine-row__title">{name}</span>
                  </span>
                  <span className="vitrine-row__side">{t(`fields:${theme}`)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Gutter>
  )
}
