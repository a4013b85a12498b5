'use client'
// Above the members of a tenant: people come by an invitation.
import { Button, Link, useAuth, useListDrawerContext } from '@payloadcms/ui'
import { principalOf, tenantsWith } from '../../../access/principal.ts'
import { useVitrine } from '../translations/useVitrine.ts'

export const InviteBar = () => {
  const { t } = useVitrine()
  const { user } = useAuth()
  const { isInDrawer } = useListDrawerContext()
  const principal = principalOf(user)
  const mayInvite = principal.isOperator || tenantsWith(principal, 'invitations.create').length > 0
  if (!mayInvite || isInDrawer) {
    return null
  }
  return (
    <div className="vitrine-card vitrine-invite">
      <p className="vitrine-invite__text">{t('people:inviteText')}</p>
      <Link
        className="vitrine-invite__open"
        href="/admin/collections/invitations?where[status][equals]=pending"
        prefetch={false}
      >
        {t('people:waiting')}
      </Link>
      <Button el="link" margin={false} size="small" to="/admin/collections/invitations/create">
        {t('people:invite')}
      </Button>
    </div>
  )
}
