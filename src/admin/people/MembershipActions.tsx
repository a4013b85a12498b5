'use client'
// Beside a membership: an owner makes others owners or hands over, and everybody may leave.
import { useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
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
      <Leave
        isOwner={savedDocumentData.role === 'owner' && savedDocumentData.status === 'active'}
        path={path}
        tenant={tenant ?? ''}
      />
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

type LeaveProps = { isOwner: boolean; path: string; tenant: string }

/** A tenant keeps an owner: the last one is told what to do first. */
const Leave = ({ isOwner, path, tenant }: LeaveProps) => {
  const { t } = useVitrine()
  const others = useOtherOwners(isOwner ? tenant : null)
  if (isOwner && others === undefined) {
    return null
  }
  return (
    <div className="field-type vitrine-people-actions">
      {others === 0 ? (
        <p>{t('people:leaveLast')}</p>
      ) : (
        <Confirm
          label={t('people:leave')}
          onConfirm={() => request({ method: 'DELETE', path })}
          onDone={() => window.location.assign('/admin')}
          text={t('people:leaveText')}
          title={t('people:leaveTitle')}
        />
      )}
    </div>
  )
}

/** `undefined` until it is known; `null` when nobody tells, and the server decides. */
const useOtherOwners = (tenant: string | null): number | null | undefined => {
  const [others, setOthers] = useState<number | null>()
  useEffect(() => {
    if (tenant === null) {
      return
    }
    const query = new URLSearchParams({
      depth: '0',
      limit: '1',
      'where[tenant][equals]': tenant,
      'where[role][equals]': 'owner',
      'where[status][equals]': 'active',
    })
    void request<{ totalDocs: number }>({
      method: 'GET',
      path: `/api/memberships?${query.toString()}`,
    }).then(({ data }) => setOthers(data ? data.totalDocs - 1 : null))
  }, [tenant])
  return others
}
