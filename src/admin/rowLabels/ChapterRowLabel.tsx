'use client'
// Names a chapter's row by its place, its part in the story and its title.
import { useRowLabel } from '@payloadcms/ui'
import { useVitrine } from '../translations/useVitrine.ts'
import { chapterName } from './chapterNames.ts'

type Row = { kind?: string | null; title?: string | null }

export const ChapterRowLabel = () => {
  const { t } = useVitrine()
  const { data, rowNumber = 0 } = useRowLabel<Row>()
  return (
    <span className="vitrine-row-label">
      <span className="vitrine-row-label__number">{rowNumber + 1}</span>
      <strong>{t(chapterName(data.kind))}</strong>
      <span>{data.title}</span>
    </span>
  )
}
