'use client'
// How much of its space a tenant has in use.
import { useListQuery } from '@payloadcms/ui'
import { formatBytes } from '../shared/format.ts'
import { useAnswer } from '../shared/useAnswer.ts'
import { usePlace } from '../shared/usePlace.ts'
import { useWords } from '../words/useWords.ts'

type Usage = { bytes: number; limit: number | null; files: number }

/** From here on it is worth a word. */
const NEARLY_FULL = 0.9

export const UsageBar = ({ collection }: { collection: string }) => {
  const { language, say } = useWords()
  const { api, tenant } = usePlace()
  const { data: list } = useListQuery()
  // Asks again when the number of files has changed.
  const turn = list?.totalDocs ?? 0
  const usage = useAnswer<Usage>(
    tenant === null
      ? null
      : `${api}/${collection}/usage?tenant=${encodeURIComponent(tenant)}&of=${turn}`,
  )
  if (tenant === null) {
    return null
  }
  if (!usage.data) {
    return usage.state === 'failed' ? (
      <p className="media-usage media-usage__text">{say('library:usageFailed')}</p>
    ) : (
      <p aria-busy="true" className="media-usage media-shimmer" role="status">
        <span className="media-hidden">{say('library:loading')}</span>
      </p>
    )
  }
  const { bytes, files, limit } = usage.data
  const share = limit ? Math.min(bytes / limit, 1) : 0
  const text = limit
    ? say('library:usage', {
        used: formatBytes(bytes, language),
        limit: formatBytes(limit, language),
      })
    : say('library:usageFree', { used: formatBytes(bytes, language) })
  return (
    <div className="media-usage" data-full={share >= NEARLY_FULL || undefined}>
      <p className="media-usage__text">
        <span>{text}</span>
        <span>{say('library:files', { count: files })}</span>
      </p>
      {limit ? (
        <div
          aria-label={say('library:usageLabel')}
          aria-valuemax={100}
          aria-valuemin={0}
          aria-valuenow={Math.round(share * 100)}
          aria-valuetext={text}
          className="media-bar"
          role="meter"
        >
          <span style={{ inlineSize: `${share * 100}%` }} />
        </div>
      ) : null}
      {share >= NEARLY_FULL ? (
        <p className="media-usage__warning">{say('library:usageFull')}</p>
      ) : null}
    </div>
  )
}
