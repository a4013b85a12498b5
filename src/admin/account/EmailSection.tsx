'use client'
// The email of an account. A new one counts once the link sent to it was confirmed.
import { Button, toast } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { useVitrine } from '../translations/useVitrine.ts'
import { Field } from './Field.tsx'
import { request } from './request.ts'
import { Section } from './Section.tsx'
import { SecureForm } from './SecureForm.tsx'

const PATH = '/api/users/change-email'

type Pending = { email: string; expiresAt: string }

export const EmailSection = ({ email }: { email: string }) => {
  const { language, t } = useVitrine()
  const [isOpen, setIsOpen] = useState(false)
  const [pending, setPending] = useState<Pending | null>(null)

  useEffect(() => {
    let isHere = true
    void request<{ pending: Pending | null }>({ method: 'GET', path: PATH }).then(({ data }) => {
      if (isHere) {
        setPending(data?.pending ?? null)
      }
    })
    return () => {
      isHere = false
    }
  }, [])

  const withdraw = async (): Promise<void> => {
    const { refused } = await request({ method: 'DELETE', path: PATH })
    if (refused) {
      toast.error(refused.sentence ?? t('account:failed'))
    } else {
      setPending(null)
    }
  }

  return (
    <Section
      action={
        isOpen ? null : (
          <Button
            buttonStyle="secondary"
            margin={false}
            onClick={() => setIsOpen(true)}
            size="small"
            type="button"
          >
            {t('account:changeEmail')}
          </Button>
        )
      }
      title={t('account:email')}
    >
      <p className="vitrine-account__value">{email}</p>
      {pending ? (
        <div className="vitrine-account__notice" role="status">
          <p>
            {t('account:emailPending', {
              email: pending.email,
              until: new Date(pending.expiresAt).toLocaleString(language, {
                dateStyle: 'medium',
                timeStyle: 'short',
              }),
            })}
          </p>
          <Button
            buttonStyle="secondary"
            margin={false}
            onClick={() => void withdraw()}
            size="small"
            type="button"
          >
            {t('account:withdrawEmail')}
          </Button>
        </div>
      ) : null}
      {isOpen ? (
        <SecureForm<Pending>
          label={t('account:sendLink')}
          onCancel={() => setIsOpen(false)}
          onDone={(asked) => {
            setPending(asked)
            setIsOpen(false)
          }}
          onSubmit={(values) => request({ path: PATH, body: values })}
        >
          {(problems) => (
            <Field
              autoComplete="email"
              hint={t('account:newEmailText')}
              isFocused
              label={t('account:newEmail')}
              name="email"
              problem={problems.email}
              type="email"
            />
          )}
        </SecureForm>
      ) : null}
    </Section>
  )
}
