'use client'
// Beside a membership: an owner makes others owners or hands over, and everybody may leave.
import { useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'
import { can, principalOf, tenantIdOf } from '../../../access/principal.ts'
import { Confirm } from '../forms/Confirm.tsx'
import { request } from '../forms/request.ts'
import { useVitrine } from '../translations/useVitrine.ts'

export const MembershipActions = () => {
  const { t } = useVitrine()
  const { user } = useAuth()
  const { id, savedDocumentData } = useDocumentInfo()
  const [isSteppingDown, setIsSteppingDown] = useState(false)
  if (!id || !savedDocumentData) {
    return null
  }
  const principal = principalOf(user)
  const tenant = tenantIdOf(savedDocumentData.tenant)
  const path = `/api/memberships/${id}`
  if (tenantIdOf(savedDocumentData.user) === principal.userId) {
    return (
      <div className="field-type vitrine-people-actions">
        <Confirm
          label={t('people:leave')}
          onConfirm={() => request({ method: 'DELETE', path })}
          onDone={() => window.location.assign('/admin')}
          text={t('people:leaveText')}
          title={t('people:leaveTitle')}
        />
      </div>
    )
  }
  const isCandidate = savedDocumentData.status === 'active' && savedDocumentData.role !== 'owner'
  if (!isCandidate || tenant === null || !can(principal, 'memberships.grantOwner', tenant)) {
    return null
  }
  const isOwnerHere = principal.reach.get(tenant)?.role === 'owner'
  return (
    <div className="field-type vitrine-people-actions">
      <Confirm
        label={t('people:makeOwner')}
        onConfirm={() =>
          request({
            path: `${path}/make-owner`,
            body: { step_down: isOwnerHere && isSteppingDown },
          })
        }
        onDone={() => window.location.reload()}
        text={t('people:makeOwnerText')}
        title={t('people:makeOwnerTitle')}
      >
        {isOwnerHere ? (
          <label className="vitrine-confirm__choice">
            <input
              checked={isSteppingDown}
              onChange={(event) => setIsSteppingDown(event.target.checked)}
              type="checkbox"
            />
            {t('people:stepDown')}
          </label>
        ) : null}
      </Confirm>
    </div>
  )
}
