'use client'
// The password of an account. Changing it ends every other way in.
import { Button, toast } from '@payloadcms/ui'
import { useState } from 'react'
import { useVitrine } from '../translations/useVitrine.ts'
import { Field } from './Field.tsx'
import { request } from './request.ts'
import { Section } from './Section.tsx'
import { SecureForm } from './SecureForm.tsx'

export const PasswordSection = ({ email }: { email: string }) => {
  const { t } = useVitrine()
  const [isOpen, setIsOpen] = useState(false)
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
            {t('account:changePassword')}
          </Button>
        )
      }
      title={t('account:password')}
    >
      {isOpen ? (
        <SecureForm<{ message: string }>
          label={t('account:savePassword')}
          onCancel={() => setIsOpen(false)}
          onDone={() => {
            toast.success(t('account:passwordChanged'))
            setIsOpen(false)
          }}
          onSubmit={({ currentPassword, password }) =>
            request({
              path: '/api/users/change-password',
              body: { ...(currentPassword ? { currentPassword } : {}), password },
            })
          }
        >
          {(problems) => (
            <>
              {/* For password managers: whose password the next field is. */}
              <input autoComplete="username" hidden readOnly type="email" value={email} />
              <Field
                autoComplete="new-password"
                hint={t('account:newPasswordText')}
                isFocused
                label={t('account:newPassword')}
                name="password"
                problem={problems.password}
                type="password"
              />
            </>
          )}
        </SecureForm>
      ) : (
        <p className="vitrine-account__text">{t('account:passwordText')}</p>
      )}
    </Section>
  )
}
