'use client'
// The button behind the link in a mail that confirms a new email. Opening the link changes nothing:
// mail scanners open links.
import { Button } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import { useVitrine } from '../translations/useVitrine.ts'
import { request, type Refused } from './request.ts'

type Confirmed = { email: string; isSignedIn: boolean }

export const ConfirmEmailForm = ({ token }: { token: string }) => {
  const { t } = useVitrine()
  const heading = useRef<HTMLHeadingElement>(null)
  const [isWorking, setIsWorking] = useState(false)
  const [done, setDone] = useState<Confirmed | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)

  useEffect(() => {
    if (done) {
      heading.current?.focus()
    }
  }, [done])

  const confirm = async (): Promise<void> => {
    setIsWorking(true)
    const answer = await request<Confirmed>({ path: '/api/users/confirm-email', body: { token } })
    setIsWorking(false)
    setDone(answer.data)
    setRefused(answer.refused)
  }

  if (done) {
    return (
      <div className="vitrine-accept__form">
        <h1 className="vitrine-accept__title vitrine-accept__done" ref={heading} tabIndex={-1}>
          {t('account:emailConfirmed')}
        </h1>
        <p className="vitrine-accept__text">
          {t(done.isSignedIn ? 'account:emailConfirmedText' : 'account:emailConfirmedSignIn', {
            email: done.email,
          })}
        </p>
        <Button
          el="anchor"
          margin={false}
          size="large"
          url={done.isSignedIn ? '/admin/account' : '/admin/login'}
        >
          {t(done.isSignedIn ? 'account:openAccount' : 'accept:signIn')}
        </Button>
      </div>
    )
  }
  return (
    <div className="vitrine-accept__form">
      <h1 className="vitrine-accept__title">{t('account:confirmTitle')}</h1>
      <p className="vitrine-accept__text">{t('account:confirmText')}</p>
      {refused ? (
        <p className="vitrine-accept__problem" role="alert">
          {refused.sentence ?? t('account:failed')}
        </p>
      ) : null}
      <Button disabled={isWorking} margin={false} onClick={() => void confirm()} size="large">
        {isWorking ? t('account:working') : t('account:confirmEmail')}
      </Button>
    </div>
  )
}
