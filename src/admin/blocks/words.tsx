'use client'
// Previews of the blocks made of words: quotes, timelines, comparisons, code and invitations.
import type {
  CallToActionBlock,
  CodeBlock,
  CompareBlock,
  DownloadsBlock,
  Document,
  EmbedBlock,
  QuoteBlock,
  Testimonial,
  TimelineBlock,
} from '../../../payload-types.ts'
import { useVitrine } from '../translations/useVitrine.ts'
import { Shell } from './Shell.tsx'
import { useBlockData } from './useBlockData.ts'
import { idOf, useDocuments } from './useDocuments.ts'

const ROWS = 4
const LINES = 6

export const QuotePreview = () => {
  const { t } = useVitrine()
  const { attribution, position, testimonial, text } = useBlockData<QuoteBlock>()
  const id = idOf(testimonial)
  const found = useDocuments<Testimonial>({ collection: 'testimonials', ids: [id] })
  const chosen = found.documents.get(id ?? '')
  const words = id ? chosen?.quote : text
  const by = id ? [chosen?.attribution, chosen?.position] : [attribution, position]
  const isMissing = id !== null && found.state === 'ready' && !chosen
  return (
    <Shell kind={t('kinds:quote')} summary={by.filter(Boolean).join(', ')}>
      {words ? (
        <>
          <blockquote className="vitrine-block__quote">{words}</blockquote>
          {chosen?.consent === 'pending' ? (
            <p className="vitrine-block__warning">{t('blocks:noConsent')}</p>
          ) : null}
        </>
      ) : isMissing ? (
        <p className="vitrine-block__warning">{t('blocks:missing')}</p>
      ) : undefined}
    </Shell>
  )
}

export const TimelinePreview = () => {
  const { t } = useVitrine()
  const { items = [] } = useBlockData<TimelineBlock>()
  const [first, last] = [items[0]?.date, items.at(-1)?.date]
  return (
    <Shell
      kind={t('kinds:timeline')}
      summary={[
        t('blocks:steps', { count: items.length }),
        first && last && first !== last ? `${first} → ${last}` : '',
      ]
        .filter(Boolean)
        .join(', ')}
    >
      {items.length > 0 ? (
        <ol className="vitrine-block__timeline">
          {items.slice(0, ROWS).map(({ date, id, title }, index) => (
            <li key={id ?? index}>
              <span className="vitrine-block__quiet">{date}</span> {title}
            </li>
          ))}
          <More count={items.length - ROWS} />
        </ol>
      ) : undefined}
    </Shell>
  )
}

export const ComparePreview = () => {
  const { t } = useVitrine()
  const { leftLabel, rightLabel, rows = [] } = useBlockData<CompareBlock>()
  return (
    <Shell kind={t('kinds:compare')} summary={t('blocks:aspects', { count: rows.length })}>
      {rows.length > 0 ? (
        <table className="vitrine-block__table">
          <thead>
            <tr>
              <td />
              <th scope="col">{leftLabel}</th>
              <th scope="col">{rightLabel}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, ROWS).map(({ aspect, id, left, right }, index) => (
              <tr key={id ?? index}>
                <th scope="row">{aspect}</th>
                <td>{left}</td>
                <td>{right}</td>
              </tr>
            ))}
            {rows.length > ROWS ? (
              <tr>
                <td className="vitrine-block__quiet" colSpan={3}>
                  {t('blocks:moreRows', { count: rows.length - ROWS })}
                </td>
              </tr>
            ) : null}
          </tbody>
        </table>
      ) : undefined}
    </Shell>
  )
}

export const EmbedPreview = () => {
  const { t } = useVitrine()
  const { ratio, title, url } = useBlockData<EmbedBlock>()
  return (
    <Shell kind={t('kinds:embed')} summary={title ?? ''}>
      {url ? (
        <p className="vitrine-block__line">
          <span>{hostOf(url)}</span> <span className="vitrine-block__quiet">{ratio}</span>
        </p>
      ) : undefined}
    </Shell>
  )
}

export const CodePreview = () => {
  const { t } = useVitrine()
  const { caption, code, filename, language } = useBlockData<CodeBlock>()
  const lines = code ? code.replace(/\n+$/, '').split('\n') : []
  const summary = [
    filename || caption,
    language,
    t('blocks:lines', { count: lines.length }),
  ].filter(Boolean)
  return (
    <Shell kind={t('kinds:code')} summary={summary.join(', ')}>
      {lines.length > 0 ? (
        <pre className="vitrine-block__code" data-cut={lines.length > LINES}>
          {lines.slice(0, LINES).join('\n')}
        </pre>
      ) : undefined}
    </Shell>
  )
}

export const DownloadsPreview = () => {
  const { t } = useVitrine()
  const { items = [] } = useBlockData<DownloadsBlock>()
  const found = useDocuments<Document>({
    collection: 'documents',
    ids: items.map(({ document }) => idOf(document)),
  })
  return (
    <Shell kind={t('kinds:downloads')} summary={t('blocks:files', { count: items.length })}>
      {items.length > 0 ? (
        <ul className="vitrine-block__list">
          {items.slice(0, ROWS).map(({ document, id, label }, index) => {
            const file = found.documents.get(idOf(document) ?? '')
            const name =
              label || file?.title || (found.state === 'loading' ? '…' : t('blocks:missing'))
            return (
              <li key={id ?? index}>
                {name}{' '}
                <span className="vitrine-block__quiet">
                  {file?.filename?.split('.').pop()?.toUpperCase()}
                </span>
              </li>
            )
          })}
          <More count={items.length - ROWS} />
        </ul>
      ) : undefined}
    </Shell>
  )
}

export const CallToActionPreview = () => {
  const { t } = useVitrine()
  const { heading, kind, label, text, url } = useBlockData<CallToActionBlock>()
  const target = kind === 'study' ? t('blocks:toStudy') : kind === 'page' ? t('blocks:toPage') : url
  return (
    <Shell kind={t('kinds:callToAction')} summary={heading ?? ''}>
      {heading || label ? (
        <div className="vitrine-block__call">
          <div>
            <p className="vitrine-block__heading">{heading}</p>
            {text ? <p className="vitrine-block__quiet">{text}</p> : null}
          </div>
          <p className="vitrine-block__line">
            {label ? <span className="vitrine-block__button">{label}</span> : null}
            <span className="vitrine-block__quiet">{target}</span>
          </p>
        </div>
      ) : undefined}
    </Shell>
  )
}

const More = ({ count }: { count: number }) => {
  const { t } = useVitrine()
  return count > 0 ? (
    <li className="vitrine-block__quiet">{t('blocks:moreRows', { count })}</li>
  ) : null
}

const hostOf = (url: string): string => {
  try {
    return new URL(url).host
  } catch {
    // Still being typed.
    return url
  }
}
