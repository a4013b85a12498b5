'use client'
// The API keys that an account has, and until when.
import { Button, toast } from '@payloadcms/ui'
import { Confirm } from '../forms/Confirm.tsx'
import { request } from '../forms/request.ts'
import { dayOf } from '../translations/dates.ts'
import { useVitrine } from '../translations/useVitrine.ts'

export type ApiKey = {
  id: string
  name: string
  prefix: string
  createdAt: string
  expiresAt: string
  lastUsedAt?: string | null
}

type Props = {
  /** `null` while they are loaded. */
  keys: ApiKey[] | 'failed' | null
  onRetry: () => void
  onRevoked: (id: string) => void
}

/** From then on a key is marked: programs need a new one. */
const SOON_DAYS = 14

export const ApiKeyList = ({ keys, onRetry, onRevoked }: Props) => {
  const { t } = useVitrine()
  if (keys === null) {
    return <p className="vitrine-account__text">{t('account:loading')}</p>
  }
  if (keys === 'failed') {
    return (
      <div className="vitrine-account__failed">
        <p className="vitrine-problem" role="alert">
          {t('account:keysFailed')}
        </p>
        <Button buttonStyle="secondary" margin={false} onClick={onRetry} size="small" type="button">
          {t('common:tryAgain')}
        </Button>
      </div>
    )
  }
  if (keys.length === 0) {
    return <p className="vitrine-account__text">{t('account:noKeys')}</p>
  }
  return (
    <ul className="vitrine-account__keys">
      {keys.map((key) => (
        <KeyRow key={key.id} onRevoked={onRevoked} shown={key} />
      ))}
    </ul>
  )
}

const KeyRow = ({ onRevoked, shown }: { onRevoked: Props['onRevoked']; shown: ApiKey }) => {
  const { language, t } = useVitrine()
  const { createdAt, expiresAt, id, lastUsedAt, name, prefix } = shown
  const day = (value: string): string => dayOf({ language, value })
  const state = stateOf(expiresAt)
  return (
    <li className="vitrine-account__key">
      <div className="vitrine-account__key-words">
        <strong>{name}</strong> <code>{prefix}…</code>
        <p className="vitrine-account__hint">
          {t('account:keyCreated', { date: day(createdAt) })}
          {' · '}
          {lastUsedAt ? t('account:keyUsed', { date: day(lastUsedAt) }) : t('account:keyUnused')}
          {' · '}
          <span className="vitrine-account__expiry" data-state={state}>
            {t(state === 'expired' ? 'account:keyExpired' : 'account:keyUntil', {
              date: day(expiresAt),
            })}
          </span>
        </p>
      </div>
      <Confirm
        label={t('account:revokeKey')}
        of={name}
        onConfirm={() => request({ method: 'DELETE', path: `/api/api-keys/${id}` })}
        onDone={() => {
          toast.success(t('account:keyRevoked', { name }))
          onRevoked(id)
        }}
        text={t('account:revokeKeyText')}
        title={t('account:revokeKeyTitle', { name })}
      />
    </li>
  )
}

const stateOf = (expiresAt: string): 'expired' | 'soon' | 'good' => {
  const days = (new Date(expiresAt).getTime() - Date.now()) / (24 * 60 * 60 * 1000)
  return days <= 0 ? 'expired' : days <= SOON_DAYS ? 'soon' : 'good'
}
