'use client'
// Status, visibility and embargo of a study as one pill.
import type { DefaultCellComponentProps } from 'payload'
import { useState } from 'react'
import { useVitrine } from '../translations/useVitrine.ts'
import { studyState } from './studyState.ts'

export const StudyStateCell = ({ rowData }: DefaultCellComponentProps) => {
  const { language, t } = useVitrine()
  const [now] = useState(() => new Date())
  const { hasChanges, key, tone } = studyState({
    embargoUntil: rowData.embargoUntil,
    now,
    status: rowData._displayStatus ?? rowData._status,
    visibility: rowData.visibility,
  })
  const date =
    key === 'embargo'
      ? new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' }).format(
          new Date(rowData.embargoUntil),
        )
      : ''
  return (
    <span className="vitrine-pill" data-tone={tone}>
      {t(`lists:${key}`, { date })}
      {hasChanges ? <> · {t('lists:withChanges')}</> : null}
    </span>
  )
}
