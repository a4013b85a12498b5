// Who is here, whose work this is about, and what he most often came to do.
import { Button } from '@payloadcms/ui'
import { hasRoleIn } from '../../../access/principal.ts'
import { canCreateIn } from './scope.ts'
import type { PartProps } from './part.ts'
import { GreetingLine } from './GreetingLine.tsx'

export const Greeting = ({ req, scope, t }: PartProps) => {
  const { principal, selected, tenants } = scope
  const role = selected ? principal.reach.get(selected.id)?.role : undefined
  const roleName = principal.isOperator ? t('roles:operator') : role ? t(`roles:${role}`) : ''
  const where = selected
    ? t('dashboard:asRole', { tenant: selected.name, role: roleName })
    : t('dashboard:tenants', { count: tenants.length })
  const firstName = req.user?.name?.split(' ')[0] ?? ''
  return (
    <header className="vitrine-greeting">
      <div>
        <h1 className="vitrine-greeting__title">
          <GreetingLine name={firstName} />
        </h1>
        <p className="vitrine-greeting__where">{where}</p>
      </div>
      <div className="vitrine-greeting__actions">
        {canCreateIn({ collection: 'case-studies', scope }) ? (
          <Button
            buttonStyle="primary"
            el="link"
            margin={false}
            to="/admin/collections/case-studies/create"
          >
            {t('dashboard:newStudy')}
          </Button>
        ) : null}
        {canCreateIn({ collection: 'media', scope }) ? (
          <Button
            buttonStyle="secondary"
            el="link"
            margin={false}
            to="/admin/collections/media/create"
          >
            {t('dashboard:upload')}
          </Button>
        ) : null}
        {selected && hasRoleIn(principal, selected.id, 'admin') ? (
          <Button
            buttonStyle="secondary"
            el="link"
            margin={false}
            to="/admin/collections/site-settings"
          >
            {t('dashboard:settings')}
          </Button>
        ) : null}
        {selected?.status === 'active' ? (
          <Button
            aria-label={`${t('dashboard:viewSite')}, ${t('dashboard:opensNewTab')}`}
            buttonStyle="secondary"
            el="anchor"
            margin={false}
            newTab
            url={`/${selected.slug}`}
          >
            {t('dashboard:viewSite')} ↗
          </Button>
        ) : null}
      </div>
    </header>
  )
}
