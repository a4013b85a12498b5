'use client'
// The email of an account. A new one counts once the link sent to it was confirmed.
import { Button, toast } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { Field } from '../forms/Field.tsx'
import { Notice } from '../forms/Notice.tsx'
import { request } from '../forms/request.ts'
import { useDisclosure } from '../forms/useDisclosure.ts'
import { timeOf } from '../translations/dates.ts'
import { useVitrine } from '../translations/useVitrine.ts'
import { OpenButton } from './OpenButton.tsx'
import { Section } from './Section.tsx'
import { SecureForm } from './SecureForm.tsx'

const PATH = '/api/users/change-email'

type Pending = { email: string; expiresAt: string; isNews?: boolean }

export const EmailSection = ({ email }: { email: string }) => {
  const { language, t } = useVitrine()
  const { close, isOpen, open, opener } = useDisclosure()
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
      toast.error(refused.sentence ?? t('common:failed'))
      return
    }
    setPending(null)
    toast.success(t('account:emailKept', { email }))
    opener.current?.focus()
  }

  return (
    <Section
      action={
        isOpen ? null : (
          <OpenButton onClick={open} opener={opener}>
            {t('account:changeEmail')}
          </OpenButton>
        )
      }
      title={t('account:email')}
    >
      <p className="vitrine-account__value">{email}</p>
      {pending && !isOpen ? (
        <Notice isNews={pending.isNews === true} label={t('account:emailPendingTitle')}>
          <p>
            {t('account:emailPending', {
              email: pending.email,
              until: timeOf({ language, value: pending.expiresAt }),
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
        </Notice>
      ) : null}
      {isOpen ? (
        <SecureForm<Pending>
          label={t('account:sendLink')}
          onCancel={close}
          onDone={(asked) => {
            setPending({ ...asked, isNews: true })
            close({ returnsFocus: false })
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
