'use client'
// The API keys of an account: made by the server, shown once, revoked here.
import { useEffect, useRef, useState } from 'react'
import { CopyValue } from '../forms/CopyValue.tsx'
import { Field } from '../forms/Field.tsx'
import { Notice } from '../forms/Notice.tsx'
import { request } from '../forms/request.ts'
import { useDisclosure } from '../forms/useDisclosure.ts'
import { useVitrine } from '../translations/useVitrine.ts'
import { ApiKeyList, type ApiKey } from './ApiKeyList.tsx'
import { OpenButton } from './OpenButton.tsx'
import { Section } from './Section.tsx'
import { SecureForm } from './SecureForm.tsx'

type Made = { doc: ApiKey; token: string }

const DAYS = [30, 90, 365] as const

export const ApiKeysSection = () => {
  const { t } = useVitrine()
  const { close, isOpen, open, opener } = useDisclosure()
  const [made, setMade] = useState<Made | null>(null)
  const [keys, setKeys] = useState<ApiKey[] | 'failed' | null>(null)
  // Counts how often they were asked for.
  const [round, setRound] = useState(0)
  // The button of the key that was revoked goes away with its row, and the keyboard with it.
  const isFocusDue = useRef(false)
  const reload = (): void => setRound((count) => count + 1)

  useEffect(() => {
    let isHere = true
    void request<{ docs: ApiKey[] }>({
      method: 'GET',
      path: '/api/api-keys?sort=-createdAt&limit=100&depth=0',
    }).then(({ data }) => {
      if (!isHere) {
        return
      }
      setKeys(data?.docs ?? 'failed')
      if (isFocusDue.current) {
        isFocusDue.current = false
        opener.current?.focus()
      }
    })
    return () => {
      isHere = false
    }
  }, [opener, round])

  return (
    <Section
      action={
        isOpen ? null : (
          <OpenButton
            onClick={() => {
              setMade(null)
              open()
            }}
            opener={opener}
          >
            {t('account:newKey')}
          </OpenButton>
        )
      }
      title={t('account:keys')}
    >
      {made ? (
        <Notice isNews label={t('account:keyLabel')}>
          <p>{t('account:keyMade', { name: made.doc.name })}</p>
          <CopyValue label={t('account:keyLabel')} value={made.token} />
        </Notice>
      ) : null}
      {isOpen ? (
        <SecureForm<Made>
          label={t('account:makeKey')}
          onCancel={close}
          onDone={(key) => {
            setMade(key)
            close({ returnsFocus: false })
            reload()
          }}
          onSubmit={({ expiresInDays, ...values }) =>
            request({
              path: '/api/users/api-keys',
              body: { ...values, expiresInDays: Number(expiresInDays) },
            })
          }
        >
          {(problems) => <KeyFields problems={problems} />}
        </SecureForm>
      ) : null}
      {isOpen && keys?.length === 0 ? null : (
        <ApiKeyList
          keys={keys}
          onRetry={reload}
          onRevoked={(id) => {
            setMade((shown) => (shown?.doc.id === id ? null : shown))
            isFocusDue.current = true
            reload()
          }}
        />
      )}
    </Section>
  )
}

const KeyFields = ({ problems }: { problems: Record<string, string> }) => {
  const { t } = useVitrine()
  return (
    <>
      <Field
        hint={t('account:keyNameText')}
        isFocused
        label={t('account:keyName')}
        name="name"
        problem={problems.name}
      />
      <Field
        defaultValue="90"
        label={t('account:keyExpires')}
        name="expiresInDays"
        problem={problems.expiresInDays}
      >
        {DAYS.map((count) => (
          <option key={count} value={count}>
            {t('account:inDays', { count })}
          </option>
        ))}
      </Field>
    </>
  )
}
