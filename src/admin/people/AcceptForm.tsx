'use client'
// The answer to an invitation: name and password for somebody new, one button for somebody known.
import { Button } from '@payloadcms/ui'
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import type { Translate } from '../translations/types.ts'
import { useVitrine } from '../translations/useVitrine.ts'
import { call, type Refusal } from './api.ts'

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
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const password = textOf(form.get('password'))
    setState('working')
    setRefusal(null)
    const refused = await call({
      path: '/api/invitations/accept',
      body: {
        tenant: tenantId,
        token,
        ...(isKnown ? {} : { name: textOf(form.get('name')), password }),
      },
    })
    if (refused) {
      setRefusal(refused)
      setState('open')
      const [first] = ['name', 'password'].filter((name) => name in refused.fields)
      document.getElementById(`accept-${first}`)?.focus()
      return
    }
    const isOut = isKnown
      ? null
      : await call({ path: '/api/users/login', body: { email, password } })
    setState(isOut ? 'signIn' : 'in')
  }

  if (state === 'in' || state === 'signIn') {
    return <Done isIn={state === 'in'} t={t} tenant={tenant} />
  }
  const isWorking = state === 'working'
  return (
    <>
      {children}
      <form className="vitrine-accept__form" noValidate onSubmit={(event) => void submit(event)}>
        {refusal && Object.keys(refusal.fields).length === 0 ? (
          <p className="vitrine-accept__problem" role="alert">
            {refusal.sentence ?? t('people:failed')}
          </p>
        ) : null}
        {isKnown ? null : (
          <>
            <Field
              autoComplete="name"
              hint={t('accept:nameText')}
              label={t('accept:name')}
              name="name"
              problem={refusal?.fields.name}
              type="text"
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
              problem={refusal?.fields.password}
              type="password"
            />
          </>
        )}
        <Button disabled={isWorking} margin={false} size="large" type="submit">
          {isWorking
            ? t('accept:working')
            : t(isKnown ? 'accept:join' : 'accept:accept', { tenant })}
        </Button>
      </form>
    </>
  )
}

type FieldProps = {
  autoComplete: string
  hint: string
  label: string
  name: string
  problem: string | undefined
  type: 'password' | 'text'
}

const Field = ({ autoComplete, hint, label, name, problem, type }: FieldProps) => (
  <div className="vitrine-accept__field">
    <label htmlFor={`accept-${name}`}>{label}</label>
    <input
      aria-describedby={`accept-${name}-hint`}
      aria-invalid={problem !== undefined}
      autoComplete={autoComplete}
      id={`accept-${name}`}
      name={name}
      required
      type={type}
    />
    <p
      className="vitrine-accept__hint"
      data-problem={problem !== undefined}
      id={`accept-${name}-hint`}
      role={problem === undefined ? undefined : 'alert'}
    >
      {problem ?? hint}
    </p>
  </div>
)

const Done = ({ isIn, t, tenant }: { isIn: boolean; t: Translate; tenant: string }) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
    if (!isIn) {
      return
    }
    // A full load: the admin learns anew who is signed in and what he reaches.
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
