'use client'
// The API keys of an account: made by the server, shown once, revoked here.
import { Button, toast } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { CopyValue } from '../domains/CopyValue.tsx'
import { Confirm } from '../people/Confirm.tsx'
import { useVitrine } from '../translations/useVitrine.ts'
import { Field } from './Field.tsx'
import { request } from './request.ts'
import { Section } from './Section.tsx'
import { SecureForm } from './SecureForm.tsx'

type ApiKey = {
  id: string
  name: string
  prefix: string
  createdAt: string
  expiresAt: string
  lastUsedAt?: string | null
}

type Made = { doc: ApiKey; token: string }

const DAYS = [30, 90, 365] as const

export const ApiKeysSection = () => {
  const { t } = useVitrine()
  const [isOpen, setIsOpen] = useState(false)
  const [made, setMade] = useState<Made | null>(null)
  const [keys, setKeys] = useState<ApiKey[] | 'failed' | null>(null)

  const load = useCallback(async (): Promise<void> => {
    const { data } = await request<{ docs: ApiKey[] }>({
      method: 'GET',
      path: '/api/api-keys?sort=-createdAt&limit=100&depth=0',
    })
    setKeys(data?.docs ?? 'failed')
  }, [])

  useEffect(() => {
    // eslint-disable-next-line react-hooks/set-state-in-effect -- set once the answer is there
    void load()
  }, [load])

  const open = (): void => {
    setMade(null)
    setIsOpen(true)
  }

  return (
    <Section
      action={
        isOpen ? null : (
          <Button buttonStyle="secondary" margin={false} onClick={open} size="small" type="button">
            {t('account:newKey')}
          </Button>
        )
      }
      title={t('account:keys')}
    >
      {made ? (
        <div className="vitrine-account__notice" role="status">
          <p>{t('account:keyMade', { name: made.doc.name })}</p>
          <div className="vitrine-account__token">
            <CopyValue label={made.doc.name} value={made.token} />
          </div>
        </div>
      ) : null}
      {isOpen ? (
        <SecureForm<Made>
          label={t('account:makeKey')}
          onCancel={() => setIsOpen(false)}
          onDone={(key) => {
            setMade(key)
            setIsOpen(false)
            void load()
          }}
          onSubmit={({ expiresInDays, ...values }) =>
            request({
              path: '/api/users/api-keys',
              body: { ...values, expiresInDays: Number(expiresInDays) },
            })
          }
        >
          {(problems) => (
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
          )}
        </SecureForm>
      ) : null}
      <KeyList
        keys={keys}
        onRevoked={(id) => {
          setMade((shown) => (shown?.doc.id === id ? null : shown))
          void load()
        }}
      />
    </Section>
  )
}

const KeyList = ({
  keys,
  onRevoked,
}: {
  keys: ApiKey[] | 'failed' | null
  onRevoked: (id: string) => void
}) => {
  const { language, t } = useVitrine()
  const day = (value: string): string =>
    new Date(value).toLocaleDateString(language, { dateStyle: 'medium' })
  if (keys === null) {
    return <p className="vitrine-account__text">{t('account:loading')}</p>
  }
  if (keys === 'failed') {
    return (
      <p className="vitrine-account__problem" role="alert">
        {t('account:keysFailed')}
      </p>
    )
  }
  if (keys.length === 0) {
    return <p className="vitrine-account__text">{t('account:noKeys')}</p>
  }
  return (
    <ul className="vitrine-account__keys">
      {keys.map(({ createdAt, expiresAt, id, lastUsedAt, name, prefix }) => (
        <li className="vitrine-account__key" key={id}>
          <div className="vitrine-account__key-words">
            <strong>{name}</strong> <code>{prefix}…</code>
            <p className="vitrine-account__hint">
              {[
                t('account:keyCreated', { date: day(createdAt) }),
                lastUsedAt
                  ? t('account:keyUsed', { date: day(lastUsedAt) })
                  : t('account:keyUnused'),
                new Date(expiresAt) > new Date()
                  ? t('account:keyUntil', { date: day(expiresAt) })
                  : t('account:keyExpired', { date: day(expiresAt) }),
              ].join(' · ')}
            </p>
          </div>
          <Confirm
            label={t('account:revokeKey')}
            onConfirm={async () =>
              (await request({ method: 'DELETE', path: `/api/api-keys/${id}` })).refused
            }
            onDone={() => {
              toast.success(t('account:keyRevoked', { name }))
              onRevoked(id)
            }}
            text={t('account:revokeKeyText')}
            title={t('account:revokeKeyTitle', { name })}
          />
        </li>
      ))}
    </ul>
  )
}
