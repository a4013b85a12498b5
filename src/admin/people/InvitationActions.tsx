'use client'
// Beside an invitation: where it stands, and what can still be done about it.
import { useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'
import { Confirm } from '../forms/Confirm.tsx'
import { request } from '../forms/request.ts'
import { useVitrine } from '../translations/useVitrine.ts'

type Saved = { email?: string; expiresAt?: string; status?: string }

export const InvitationActions = () => {
  const { t } = useVitrine()
  const { id, savedDocumentData } = useDocumentInfo()
  const [now] = useState(() => new Date())
  if (!id || !savedDocumentData) {
    return null
  }
  const { email = '', expiresAt = '', status } = savedDocumentData as Saved
  const isPending = status === 'pending'
  const isExpired = isPending && new Date(expiresAt) < now
  const path = `/api/invitations/${id}`
  const reload = () => window.location.reload()
  return (
    <div className="field-type vitrine-people-actions">
      <p className="vitrine-people-actions__state">
        {t(
          isExpired
            ? 'people:isExpired'
            : isPending
              ? 'people:isPending'
              : status === 'accepted'
                ? 'people:isAccepted'
                : 'people:isRevoked',
          { email },
        )}
      </p>
      {isPending ? (
        <>
          <Confirm
            label={t('people:again')}
            onConfirm={() => request({ path: `${path}/resend` })}
            onDone={reload}
            text={t('people:againText', { email })}
            title={t('people:againTitle')}
          />
          <Confirm
            label={t('people:revoke')}
            onConfirm={() => request({ method: 'PATCH', path, body: { status: 'revoked' } })}
            onDone={reload}
            text={t('people:revokeText', { email })}
            title={t('people:revokeTitle')}
          />
        </>
      ) : null}
    </div>
  )
}
