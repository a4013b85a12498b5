'use client'
// Names a chapter's row by its place, its part in the story and its title.
import { useRowLabel } from '@payloadcms/ui'
import type { VitrineKey } from '../translations/types.ts'
import { useVitrine } from '../translations/useVitrine.ts'

type Row = { kind?: string | null; title?: string | null }

const KINDS: Record<string, VitrineKey> = {
  challenge: 'rows:challenge',
  constraint: 'rows:constraint',
  approach: 'rows:approach',
  outcome: 'rows:outcomeChapter',
  reflection: 'rows:reflection',
  story: 'rows:story',
}

export const ChapterRowLabel = () => {
  const { t } = useVitrine()
  const { data, rowNumber = 0 } = useRowLabel<Row>()
  return (
    <span className="vitrine-row-label">
      <span className="vitrine-row-label__number">{rowNumber + 1}</span>
      <strong>{t(KINDS[data.kind ?? ''] ?? 'rows:chapter')}</strong>
      <span>{data.title}</span>
    </span>
  )
}
