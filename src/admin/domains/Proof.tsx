'use client'
// The panel itself: verified, waiting or missed, the records, and what the last look at DNS brought.
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import type { Domain } from '../../../payload-types.ts'
import { lapsesAt } from '../../../collections/Domains/lapse.ts'
import { relativeTime } from '../dashboard/relativeTime.ts'
import { CopyValue } from '../forms/CopyValue.tsx'
import { useVitrine } from '../translations/useVitrine.ts'
import { requestProof } from './requestProof.ts'

type Shown = Pick<Domain, 'id' | 'host' | 'status'> &
  Record<'checkedAt' | 'missingSince' | 'verifiedAt', string | null>

type ProofProps = {
  canCheck: boolean
  domain: Shown
  /** ISO 8601: when this was rendered. */
  now: string
  /** What verifies the domain. */
  record: { name: string; value: string }
  /** The platform's own host; `null` when it has no address. */
  target: string | null
}

type Outcome = { kind: 'none' | 'asking' } | { kind: 'failed' | 'done'; message: string }

export const Proof = ({ canCheck, domain: initial, now, record, target }: ProofProps) => {
  const { language, t } = useVitrine()
  const [domain, setDomain] = useState(initial)
  const [since, setSince] = useState(now)
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' })
  const isVerified = domain.status === 'verified'
  const isMissing = domain.missingSince !== null
  const isFine = isVerified && !isMissing
  const check = async () => {
    setOutcome({ kind: 'asking' })
    const answer = await requestProof({ id: domain.id })
    // Now is when the server answered: what it noted then was “now”.
    const answered = new Date().toISOString()
    setSince(answered)
    setDomain({ ...domain, ...(answer.domain ?? { checkedAt: answered }) })
    setOutcome({
      kind: answer.isVerified ? 'done' : 'failed',
      message: answer.message ?? t('domains:noAnswer'),
    })
  }
  const ago = (date: string) => (
    <time dateTime={date}>{relativeTime({ date, language, now: new Date(since) })}</time>
  )
  return (
    <section
      aria-labelledby="vitrine-proof-title"
      className="field-type vitrine-proof vitrine-card"
    >
      <header className="vitrine-proof__head">
        <h2 className="vitrine-proof__title" id="vitrine-proof-title">
          {isMissing
            ? t(isVerified ? 'domains:missing' : 'domains:lapsed')
            : t(isVerified ? 'domains:verified' : 'domains:waiting')}
        </h2>
        <p
          className="vitrine-proof__state"
          data-state={isFine ? 'verified' : isMissing ? 'missing' : 'waiting'}
        >
          {isFine && domain.verifiedAt ? (
            <>
              {t('domains:since')} {ago(domain.verifiedAt)}
            </>
          ) : domain.checkedAt ? (
            <>
              {t('domains:lastChecked')} {ago(domain.checkedAt)}
            </>
          ) : (
            t('domains:neverChecked')
          )}
        </p>
      </header>
      {domain.missingSince === null ? null : (
        <p className="vitrine-proof__outcome" data-kind="failed">
          {isVerified
            ? t('domains:missingText', {
                when: relativeTime({
                  date: lapsesAt(domain.missingSince).toISOString(),
                  language,
                  now: new Date(since),
                }),
              })
            : t('domains:lapsedText')}
        </p>
      )}
      <ol className="vitrine-proof__steps">
        <li>
          <p>{t(isFine ? 'domains:keepText' : 'domains:verifyText')}</p>
          <RecordTable rows={{ type: 'TXT', name: record.name, value: record.value }} />
        </li>
        <li>
          <p>{t('domains:pointText')}</p>
          {target ? (
            <RecordTable rows={{ type: 'CNAME', name: domain.host, value: target }} />
          ) : (
            <p className="vitrine-proof__hint">{t('domains:noTarget')}</p>
          )}
          <p className="vitrine-proof__hint">{t('domains:apexText')}</p>
        </li>
      </ol>
      {isFine || !canCheck ? null : (
        <Button
          aria-busy={outcome.kind === 'asking'}
          disabled={outcome.kind === 'asking'}
          margin={false}
          onClick={() => void check()}
        >
          {outcome.kind === 'asking' ? t('domains:checking') : t('domains:check')}
        </Button>
      )}
      {isFine || canCheck ? null : <p className="vitrine-proof__hint">{t('domains:ownersOnly')}</p>}
      {/* Always there, so that a screen reader hears what comes into it. */}
      <p
        className="vitrine-proof__outcome"
        data-kind={outcome.kind}
        role={outcome.kind === 'failed' ? 'alert' : 'status'}
      >
        {'message' in outcome ? outcome.message : ''}
      </p>
    </section>
  )
}

const RecordTable = ({ rows }: { rows: { type: string; name: string; value: string } }) => {
  const { t } = useVitrine()
  return (
    <dl className="vitrine-proof__record">
      <dt>{t('domains:type')}</dt>
      <dd>
        <code>{rows.type}</code>
      </dd>
      <dt>{t('domains:name')}</dt>
      <dd>
        <CopyValue label={t('domains:name')} value={rows.name} />
      </dd>
      <dt>{t('domains:value')}</dt>
      <dd>
        <CopyValue label={t('domains:value')} value={rows.value} />
      </dd>
    </dl>
  )
}
