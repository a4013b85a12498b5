// What others did since the user was here, and before that when it was little.
import { Link } from '@payloadcms/ui'
import { Initials } from './Initials.tsx'
import { Problem } from './Problem.tsx'
import { When } from './When.tsx'
import type { Happening } from './happenings.ts'
import { loadPart, type PartProps } from './part.ts'
import { findHappenings } from './queries/findHappenings.ts'
import { rememberVisit } from './queries/rememberVisit.ts'
import { relativeTime } from './relativeTime.ts'

const LOOK_BACK_MS = 14 * 24 * 3600 * 1000
const MOST = 12

export const Happened = async ({ now, req, scope, t }: PartProps) => {
  const loaded = await loadPart({
    name: 'happened',
    req,
    load: async () => {
      const [visits, happenings] = await Promise.all([
        rememberVisit({ now, req }),
        findHappenings({
          req,
          since: new Date(now.getTime() - LOOK_BACK_MS).toISOString(),
          tenants: scope.ids,
        }),
      ])
      return { happenings: happenings.slice(0, 3 * MOST), since: visits.previous }
    },
  })
  if (!loaded) {
    return <Problem t={t} title={t('dashboard:since')} />
  }
  const { happenings, since } = loaded.data
  const fresh = happenings.filter(({ when }) => since === null || when > since).slice(0, MOST)
  const earlier = happenings
    .filter(({ when }) => since !== null && when <= since)
    .slice(0, Math.max(0, 6 - fresh.length))
  const language = req.i18n.language
  const names = scope.selected
    ? undefined
    : new Map(scope.tenants.map(({ id, name }) => [id, name]))
  const list = (items: Happening[]) => (
    <ol className="vitrine-news">
      {items.map((item) => (
        <li key={`${item.what}-${item.href}-${item.authorId}-${item.tenant ?? ''}`}>
          <News
            item={item}
            language={language}
            now={now}
            t={t}
            tenant={names?.get(item.tenant ?? '')}
          />
        </li>
      ))}
    </ol>
  )
  return (
    <section aria-labelledby="vitrine-since" className="vitrine-part">
      <h2 className="vitrine-part__title" id="vitrine-since">
        {t('dashboard:since')}
        <span className="vitrine-part__aside">
          {since ? relativeTime({ date: since, language, now }) : t('dashboard:firstVisit')}
        </span>
      </h2>
      <div className="vitrine-card">
        {fresh.length > 0 ? (
          list(fresh)
        ) : (
          <div className="vitrine-news__none">
            <p className="vitrine-card__headline">{t('dashboard:nothingHappened')}</p>
            {earlier.length === 0 ? <p>{t('dashboard:nothingHappenedText')}</p> : null}
          </div>
        )}
        {earlier.length > 0 ? (
          <>
            <h3 className="vitrine-news__earlier">{t('dashboard:earlier')}</h3>
            {list(earlier)}
          </>
        ) : null}
      </div>
    </section>
  )
}

type NewsProps = {
  item: Happening
  language: string
  now: Date
  t: PartProps['t']
  tenant: string | undefined
}

const News = ({ item, language, now, t, tenant }: NewsProps) => {
  const name = item.author ?? t('common:somebody')
  return (
    <Link className="vitrine-news__item" href={item.href} prefetch={false}>
      <Initials name={item.author} />
      <span className="vitrine-news__text">
        {item.what === 'uploaded' ? (
          t('happened:uploaded', { name, count: item.count })
        ) : (
          <>
            {t(`happened:${item.what}`, { name })}{' '}
            <strong>{item.title || t('common:untitled')}</strong>
          </>
        )}
        <span className="vitrine-news__meta">
          {tenant ? `${tenant} · ` : ''}
          <When date={item.when} language={language} now={now} />
        </span>
      </span>
    </Link>
  )
}
