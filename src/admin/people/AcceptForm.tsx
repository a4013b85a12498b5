'use client'
// The answer to an invitation: name and password for somebody new, one button for somebody known.
import { Button } from '@payloadcms/ui'
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { Field } from '../forms/Field.tsx'
import { Problem } from '../forms/Problem.tsx'
import { request, type Refused } from '../forms/request.ts'
import { useFocusOnProblem } from '../forms/useFocusOnProblem.ts'
import type { Translate } from '../translations/types.ts'
import { useVitrine } from '../translations/useVitrine.ts'

type Props = {
  /** What the invitation says; gone once it is answered. */
  children: ReactNode
  email: string
  /** Signed in already as the account that was invited. */
  isKnown: boolean
  tenant: string
  tenantId: string
  token: string
}

type State = 'open' | 'working' | 'in' | 'signIn'

/** Long enough to read one sentence. */
const PAUSE_MS = 1800

export const AcceptForm = ({ children, email, isKnown, tenant, tenantId, token }: Props) => {
  const { t } = useVitrine()
  const [state, setState] = useState<State>('open')
  const box = useRef<HTMLFormElement>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  useFocusOnProblem(box, refused)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (state === 'working') {
      return
    }
    const form = new FormData(event.currentTarget)
    const password = textOf(form.get('password'))
    setState('working')
    const answer = await request({
      path: '/api/invitations/accept',
      body: {
        tenant: tenantId,
        token,
        ...(isKnown ? {} : { name: textOf(form.get('name')), password }),
      },
    })
    setRefused(answer.refused)
    if (answer.refused) {
      setState('open')
      return
    }
    const isIn =
      isKnown ||
      (await request({ path: '/api/users/login', body: { email, password } })).refused === null
    setState(isIn ? 'in' : 'signIn')
  }

  if (state === 'in' || state === 'signIn') {
    return <Done isIn={state === 'in'} t={t} tenant={tenant} />
  }
  const isWorking = state === 'working'
  return (
    <>
      {children}
      <form
        className="vitrine-accept__form"
        noValidate
        onSubmit={(event) => void submit(event)}
        ref={box}
      >
        {refused && Object.keys(refused.fields).length === 0 ? <Problem refused={refused} /> : null}
        {isKnown ? null : (
          <>
            <Field
              autoComplete="name"
              hint={t('accept:nameText')}
              label={t('accept:name')}
              name="name"
              problem={refused?.fields.name}
            />
            {/* For password managers: whose password the next field is. */}
            <input
              autoComplete="username"
              hidden
              name="email"
              readOnly
              type="email"
              value={email}
            />
            <Field
              autoComplete="new-password"
              hint={t('accept:passwordText')}
              label={t('accept:password')}
              name="password"
              problem={refused?.fields.password}
              type="password"
            />
          </>
        )}
        <Button aria-busy={isWorking} margin={false} size="large" type="submit">
          {isWorking
            ? t('common:working')
            : t(isKnown ? 'accept:join' : 'accept:accept', { tenant })}
        </Button>
      </form>
    </>
  )
}

const Done = ({ isIn, t, tenant }: { isIn: boolean; t: Translate; tenant: string }) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
    if (!isIn) {
      return
    }
    // A full load: the admin learns anew who is signed in and what they reach.
    const timer = setTimeout(() => window.location.assign('/admin'), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [isIn])
  return (
    <div className="vitrine-accept__form">
      <h1 className="vitrine-accept__title vitrine-accept__done" ref={heading} tabIndex={-1}>
        {t('accept:done', { tenant })}
      </h1>
      <p className="vitrine-accept__text">{t(isIn ? 'accept:doneText' : 'accept:doneSignIn')}</p>
      <Button el="anchor" margin={false} size="large" url={isIn ? '/admin' : '/admin/login'}>
        {t(isIn ? 'accept:open' : 'accept:signIn')}
      </Button>
    </div>
  )
}

const textOf = (value: FormDataEntryValue | null): string =>
  typeof value === 'string' ? value : ''
