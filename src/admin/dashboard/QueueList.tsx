// One queue: its name, how many wait, and the first of them.
import { Link } from '@payloadcms/ui'
import type { Translate } from '../translations/types.ts'
import { EmptyDraftsButton } from './EmptyDraftsButton.tsx'
import { Thumbnail } from './Thumbnail.tsx'
import { When } from './When.tsx'
import type { NamedQueue } from './queues.ts'

type QueueListProps = NamedQueue & {
  language: string
  now: Date
  t: Translate
  /** Given when several tenants are shown at once. */
  tenantNames: Map<string, string> | undefined
}

export const QueueList = ({
  deletes,
  hasPictures,
  href,
  language,
  now,
  rows,
  t,
  tenantNames,
  text,
  title,
  total,
}: QueueListProps) => (
  <div className="vitrine-card vitrine-queue">
    <div className="vitrine-queue__head">
      <h3 className="vitrine-queue__title">
        {title} <span className="vitrine-count">{total}</span>
      </h3>
      {deletes ? <EmptyDraftsButton documents={deletes} /> : null}
    </div>
    {text ? <p className="vitrine-queue__text">{text}</p> : null}
    <ul className="vitrine-rows">
      {rows.map((row) => (
        <li key={row.id}>
          <Link className="vitrine-row" href={row.href} prefetch={false}>
            {hasPictures ? <Thumbnail src={row.thumbnail} /> : null}
            <span className="vitrine-row__text">
              <span className="vitrine-row__title">{row.title || t('common:untitled')}</span>
              {row.detail ? <span className="vitrine-row__detail">{row.detail}</span> : null}
            </span>
            <span className="vitrine-row__side">
              {tenantNames && row.tenant ? (
                <span className="vitrine-row__tenant">{tenantNames.get(row.tenant)}</span>
              ) : null}
              {row.when ? <When date={row.when} language={language} now={now} /> : null}
            </span>
          </Link>
        </li>
      ))}
    </ul>
    {total > rows.length && href ? (
      <Link className="vitrine-queue__more" href={href} prefetch={false}>
        {t('dashboard:more', { count: total - rows.length })}
      </Link>
    ) : null}
    {total > rows.length && !href ? (
      <p className="vitrine-queue__more">{t('dashboard:more', { count: total - rows.length })}</p>
    ) : null}
  </div>
)
