'use client'
// The button behind the link in an email that confirms a new email. Opening the link changes
// nothing: mail scanners open links.
import { Button } from '@payloadcms/ui'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Problem } from '../forms/Problem.tsx'
import { request, type Refused } from '../forms/request.ts'
import { useFocusOnProblem } from '../forms/useFocusOnProblem.ts'
import { useVitrine } from '../translations/useVitrine.ts'

type Confirmed = { email: string; isSignedIn: boolean }

/** Trying again would not help. */
const FINAL = ['email_change_unknown', 'email_change_expired', 'email_taken']

export const ConfirmEmailForm = ({ token }: { token: string }) => {
  const { t } = useVitrine()
  const form = useRef<HTMLDivElement>(null)
  const [isWorking, setIsWorking] = useState(false)
  const [done, setDone] = useState<Confirmed | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  useFocusOnProblem(form, refused)

  const confirm = async (): Promise<void> => {
    if (isWorking) {
      return
    }
    setIsWorking(true)
    const answer = await request<Confirmed>({ path: '/api/users/confirm-email', body: { token } })
    setIsWorking(false)
    setDone(answer.data)
    setRefused(answer.refused)
  }

  if (done) {
    return (
      <End
        path={done.isSignedIn ? '/admin/account' : '/admin/login'}
        title={t('account:emailConfirmed')}
        to={t(done.isSignedIn ? 'account:openAccount' : 'accept:signIn')}
      >
        {t(done.isSignedIn ? 'account:emailConfirmedText' : 'account:emailConfirmedSignIn', {
          email: done.email,
        })}
      </End>
    )
  }
  if (token === '' || FINAL.includes(refused?.code ?? '')) {
    return (
      <End path="/admin/account" title={t('accept:problemTitle')} to={t('account:openAccount')}>
        {refused?.sentence ?? t('account:linkIncomplete')}
      </End>
    )
  }
  return (
    <div className="vitrine-accept__form" ref={form}>
      <h1 className="vitrine-accept__title">{t('account:confirmTitle')}</h1>
      <p className="vitrine-accept__text">{t('account:confirmText')}</p>
      {refused ? <Problem refused={refused} /> : null}
      <Button
        aria-busy={isWorking}
        margin={false}
        onClick={() => void confirm()}
        size="large"
        type="button"
      >
        {isWorking ? t('common:working') : t('account:confirmEmail')}
      </Button>
    </div>
  )
}

/** What came of it; the keyboard and the screen reader are there. */
const End = ({
  children,
  path,
  title,
  to,
}: {
  children: ReactNode
  path: string
  title: string
  to: string
}) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="vitrine-accept__form">
      <h1 className="vitrine-accept__title vitrine-accept__done" ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p className="vitrine-accept__text">{children}</p>
      <Button el="anchor" margin={false} size="large" url={path}>
        {to}
      </Button>
    </div>
  )
}
