'use client'
// Names a chapter's row by its part in the story and its title.
import { useRowLabel } from '@payloadcms/ui'

type Row = { kind?: string | null; title?: string | null }

export const ChapterRowLabel = () => {
  const { data, rowNumber = 0 } = useRowLabel<Row>()
  const kind = data.kind ? data.kind.charAt(0).toUpperCase() + data.kind.slice(1) : 'Chapter'
  return (
    <span>
      {rowNumber + 1}. {kind}
      {data.title ? `: ${data.title}` : ''}
    </span>
  )
}
