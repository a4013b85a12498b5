'use client'
// How somebody signs in: email, password, API keys, sessions. Their own account only; of others an
// operator sees the email and can send a link to choose a new password.
import { Button, toast, useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'
import { Confirm } from '../forms/Confirm.tsx'
import { request } from '../forms/request.ts'
import { useVitrine } from '../translations/useVitrine.ts'
import { ApiKeysSection } from './ApiKeysSection.tsx'
import { EmailSection } from './EmailSection.tsx'
import { PasswordSection } from './PasswordSection.tsx'
import { Section } from './Section.tsx'

export const SignIn = () => {
  const { t } = useVitrine()
  const { user } = useAuth()
  const { id, savedDocumentData } = useDocumentInfo()
  // Counts what ended the API keys.
  const [ends, setEnds] = useState(0)
  const email: unknown = savedDocumentData?.email
  if (!id || typeof email !== 'string') {
    return null
  }
  const isOwn = user?.id === id
  return (
    <div className="field-type vitrine-account">
      <h2 className="vitrine-account__heading">{t('account:heading')}</h2>
      {isOwn ? (
        <>
          <EmailSection email={email} />
          <PasswordSection email={email} onChanged={() => setEnds(ends + 1)} />
          <ApiKeysSection key={ends} />
          <SessionsSection onEnded={() => setEnds(ends + 1)} />
        </>
      ) : (
        <Section title={t('account:email')}>
          <p className="vitrine-account__value">{email}</p>
          {user?.operator === true ? <SendReset email={email} /> : null}
        </Section>
      )}
    </div>
  )
}

const SessionsSection = ({ onEnded }: { onEnded: () => void }) => {
  const { t } = useVitrine()
  return (
    <Section
      action={
        <Confirm
          label={t('account:signOutEverywhere')}
          onConfirm={() => request({ path: '/api/users/sign-out-everywhere', body: {} })}
          onDone={() => {
            toast.success(t('account:signedOut'))
            onEnded()
          }}
          text={t('account:signOutText')}
          title={t('account:signOutTitle')}
        />
      }
      title={t('account:sessions')}
    >
      <p className="vitrine-account__text">{t('account:sessionsText')}</p>
    </Section>
  )
}

const SendReset = ({ email }: { email: string }) => {
  const { t } = useVitrine()
  const [isSent, setIsSent] = useState(false)
  const send = async (): Promise<void> => {
    const { refused } = await request({ path: '/api/users/forgot-password', body: { email } })
    if (refused) {
      toast.error(refused.sentence ?? t('common:failed'))
    } else {
      setIsSent(true)
    }
  }
  return isSent ? (
    <p className="vitrine-account__text" role="status">
      {t('account:resetSent', { email })}
    </p>
  ) : (
    <Button
      buttonStyle="secondary"
      margin={false}
      onClick={() => void send()}
      size="small"
      type="button"
    >
      {t('account:sendReset')}
    </Button>
  )
}
