'use client'
// The password of an account. Changing it ends every other way in.
import { toast } from '@payloadcms/ui'
import { Field } from '../forms/Field.tsx'
import { request } from '../forms/request.ts'
import { useDisclosure } from '../forms/useDisclosure.ts'
import { useVitrine } from '../translations/useVitrine.ts'
import { OpenButton } from './OpenButton.tsx'
import { Section } from './Section.tsx'
import { SecureForm } from './SecureForm.tsx'

type Props = {
  email: string
  /** API keys ended with the former password. */
  onChanged: () => void
}

export const PasswordSection = ({ email, onChanged }: Props) => {
  const { t } = useVitrine()
  const { close, isOpen, open, opener } = useDisclosure()
  return (
    <Section
      action={
        isOpen ? null : (
          <OpenButton onClick={open} opener={opener}>
            {t('account:changePassword')}
          </OpenButton>
        )
      }
      title={t('account:password')}
    >
      <p className="vitrine-account__text">{t('account:passwordText')}</p>
      {isOpen ? (
        <SecureForm<{ message: string }>
          label={t('account:savePassword')}
          onCancel={close}
          onDone={() => {
            toast.success(t('account:passwordChanged'))
            close()
            onChanged()
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
      ) : null}
    </Section>
  )
}
